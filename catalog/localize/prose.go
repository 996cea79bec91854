package localize

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A clause of running text has the order: when and where, what the frames carry
// with 的 behind it, the thing itself, and what is said of it.

// proseGroups puts one clause of a text into Chinese order.
func proseGroups(c clause) []group {
	adverbs, head := adverbsFirst(c.head)
	p := proseParts{head: head, thing: endsInThing(head) || endsInQuantity(head) && tellsOf(c.mods)}
	for _, m := range mergedQuantities(c.mods) {
		p.add(m)
	}
	if p.framed && p.thing {
		p.mods = append(p.mods, particle("的"))
	}
	if p.thing {
		p.mods = append(p.mods, adverbs...)
	} else {
		p.first = append(p.first, adverbs...)
	}
	return append(append(append(p.first, p.mods...), grouped(p.head)...), p.after...)
}

// tellsOf reports whether a frame says what a quantity is of: 25 g of protein.
func tellsOf(mods []modifier) bool {
	return slices.ContainsFunc(mods, func(m modifier) bool { return m.frame.Text == slot && !m.quantities() })
}

// proseParts is a clause on its way into Chinese order.
type proseParts struct {
	first, mods, after []group
	head               []stretch
	thing              bool // the head names a thing
	framed             bool // the last modifier needs 的 before it
}

func (p *proseParts) add(m modifier) {
	switch {
	case m.frame.part == Predicate:
		adverbs, words := adverbsFirst(m.words)
		m.words, p.first = words, append(p.first, adverbs...)
		p.after = append(p.after, grouped(m.inChinese(true))...)
	case m.frame.Text == each || m.all(Place) && strings.HasPrefix(m.frame.Text, slot):
		p.first = append(p.first, grouped(m.inChinese(len(p.head) > 0))...)
	case m.frame.Text == slot && endsInQuantity(p.head):
		p.head = packsOf(p.head, m)
		p.after = append(p.after, contents(m)...)
	case m.isRange() && (p.thing || endsInSize(p.head)):
		p.after = append(p.after, grouped(m.words)...)
	case len(p.head) > 0 && !p.thing && m.brings():
		p.after = append(p.after, grouped(m.inChinese(true))...)
	default:
		p.describe(m)
	}
}

// describe puts a modifier before the thing.
func (p *proseParts) describe(m modifier) {
	if len(p.mods) > 0 {
		p.mods = append(p.mods, particle(pause))
	}
	adverbs, words := adverbsFirst(m.words)
	m.words = words
	for i := range adverbs {
		m.words = slices.Insert(m.words, i, adverbs[i].words...)
	}
	words, needs := m.attribute(p.thing)
	p.mods, p.framed = append(p.mods, grouped(words)...), needs
}

// brings reports whether the frame is a "with".
func (m modifier) brings() bool { return m.frame.Text == "带"+slot || m.frame.Text == "含"+slot }

func endsInSize(ss []stretch) bool { return len(ss) > 0 && ss[len(ss)-1].part == Size }

// packsOf counts packs that hold a counted content as packs: 12包×60片.
func packsOf(head []stretch, m modifier) []stretch {
	last := head[len(head)-1]
	if number, ok := strings.CutSuffix(last.Text, "件装"); ok && len(m.words) > 0 && m.words[0].isQuantity() {
		head = slices.Clone(head)
		head[len(head)-1].Text = number + "包"
	}
	return head
}

// adverbsFirst takes the adverbs of a clause apart: 每日 before 1粒.
func adverbsFirst(ss []stretch) (first []group, rest []stretch) {
	if !slices.ContainsFunc(ss, func(s stretch) bool { return s.part == Adverb }) {
		return nil, ss
	}
	for _, s := range ss {
		if s.part == Adverb && s.role == contentRole {
			first = append(first, newGroup(s))
		} else {
			rest = append(rest, s)
		}
	}
	return first, rest
}

// mergedQuantities gives what belongs to a quantity in a frame to that frame:
// "with up to 12 hours of protection" carries one thing, "with 12 g of protein
// per serving" is 每份含12克蛋白质.
func mergedQuantities(mods []modifier) []modifier {
	var list []modifier
	for _, m := range mods {
		last := len(list) - 1
		switch {
		case last >= 0 && m.frame.Text == slot && endsInQuantity(list[last].words):
			list[last].words = slices.Concat(list[last].words, m.words)
		case last >= 0 && m.frame.Text == each && list[last].brings():
			for i, s := range m.inChinese(true) {
				list[last].lead = append(list[last].lead, s)
				list[last].lead[i].role = contentRole
			}
		default:
			list = append(list, m)
		}
	}
	return list
}

// endsInThing reports whether a clause's words name a thing that 的 can stand before.
func endsInThing(ss []stretch) bool {
	if len(ss) == 0 {
		return false
	}
	last := ss[len(ss)-1]
	counted := last.part == Count && utf8.RuneCountInString(strings.TrimLeft(last.Text, "0123456789.～")) > 1
	return last.names() || counted || last.role == unknownRole || last.role == keptRole || last.role == brandRole
}

// isRange reports whether the modifier tells how far the thing before it goes:
// a waist from 26" to 55".
func (m modifier) isRange() bool { return m.frame.Text == grown && m.quantities() }

// attribute writes a modifier before the thing it describes and tells whether it
// needs 的 there.
func (m modifier) attribute(thing bool) ([]stretch, bool) {
	needs := thing && m.frame.Text != slot && !m.all(Audience)
	if m.quantities() && (m.frame.Text == suits || m.frame.Text == grown) {
		needs = false
	}
	switch {
	case thing && m.frame.Text == suits && !m.all(Audience) && !m.quantities():
		m.frame.Text = "适合" + slot
	case m.brings() && m.all(Adj):
		m.frame.Text, needs = slot, false // with a loose fit is 宽松
	case m.brings() && m.all(Phrase):
		m.frame.Text = slot
	}
	return append(m.lead, m.inChinese(thing)...), needs
}

// particle is a word of Chinese grammar that no English stands for.
func particle(text string) group {
	return newGroup(stretch{Segment: Segment{Text: text, Origin: Mark}, role: markRole, at: -1, next: -1})
}

// joinedLists makes one clause of an enumeration that the commas cut: "sodium,
// potassium and magnesium for runners" names three things.
func joinedLists(cs []clause) []clause {
	var list []clause
	for i := 0; i < len(cs); i++ {
		end := headListEnd(cs, i)
		list = append(list, joinedClause(cs[i:end+1]))
		i = end
	}
	return list
}

func joinedClause(cs []clause) clause {
	if len(cs) == 1 {
		return cs[0]
	}
	whole := clause{sign: cs[0].sign, mods: cs[len(cs)-1].mods}
	for n, c := range cs {
		if n > 0 && c.head[0].role != andRole {
			whole.head = append(whole.head, listComma(c.sign))
		}
		whole.head = append(whole.head, c.head...)
	}
	return whole
}

// maxList bounds an enumeration: no sentence names more things.
const maxList = 16

// headListEnd is the clause that ends the enumeration begun in clause i, or i.
func headListEnd(cs []clause, i int) int {
	if len(cs[i].mods) > 0 || !enumerable(cs[i].head) {
		return i
	}
	for end := i + 1; end < min(len(cs), i+maxList); end++ {
		c := cs[end]
		if c.sign.Text != "，" || c.sign.Source != "," || !enumerable(c.head) {
			return i
		}
		for _, s := range c.head {
			if s.role == andRole && s.Text != pause {
				return end
			}
		}
		if len(c.mods) > 0 {
			return i
		}
	}
	return i
}
