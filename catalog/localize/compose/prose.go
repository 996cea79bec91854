package compose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog/localize/terms"
)

// A clause of running text has the order: when and where, what the frames carry
// with 的 behind it, the thing itself, and what is said of it.

// proseGroups puts one clause of a text into Chinese order.
func proseGroups(c Clause) []Group {
	adverbs, head := adverbsFirst(c.Head)
	p := proseParts{head: head, thing: endsInThing(head) || endsInQuantity(head) && tellsOf(c.Mods)}
	for _, m := range mergedQuantities(c.Mods) {
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
	return append(append(append(p.first, p.mods...), Grouped(p.head)...), p.after...)
}

// tellsOf reports whether a frame says what a quantity is of: 25 g of protein.
func tellsOf(mods []Modifier) bool {
	return slices.ContainsFunc(mods, func(m Modifier) bool { return m.frame.Text == terms.Slot && !m.quantities() })
}

// proseParts is a clause on its way into Chinese order.
type proseParts struct {
	first, mods, after []Group
	head               []Stretch
	thing              bool // the head names a thing
	framed             bool // the last modifier needs 的 before it
}

func (p *proseParts) add(m Modifier) {
	switch {
	case m.frame.Part == terms.Predicate:
		adverbs, words := adverbsFirst(m.Words)
		m.Words, p.first = words, append(p.first, adverbs...)
		p.after = append(p.after, Grouped(m.InChinese(true))...)
	case m.frame.Text == each || m.All(terms.Place) && strings.HasPrefix(m.frame.Text, terms.Slot):
		p.first = append(p.first, Grouped(m.InChinese(len(p.head) > 0))...)
	case m.frame.Text == terms.Slot && endsInQuantity(p.head):
		p.head = packsOf(p.head, m)
		p.after = append(p.after, contents(m)...)
	case m.isRange() && (p.thing || endsInSize(p.head)):
		p.after = append(p.after, Grouped(m.Words)...)
	case len(p.head) > 0 && !p.thing && m.Brings():
		p.after = append(p.after, Grouped(m.InChinese(true))...)
	default:
		p.describe(m)
	}
}

// describe puts a modifier before the thing.
func (p *proseParts) describe(m Modifier) {
	if len(p.mods) > 0 {
		p.mods = append(p.mods, particle(Pause))
	}
	adverbs, words := adverbsFirst(m.Words)
	m.Words = words
	for i := range adverbs {
		m.Words = slices.Insert(m.Words, i, adverbs[i].Words...)
	}
	words, needs := m.attribute(p.thing)
	p.mods, p.framed = append(p.mods, Grouped(words)...), needs
}

// Tells reports whether the frame says something of the thing: it fits phones.
func (m Modifier) Tells() bool { return m.frame.Part == terms.Predicate }

// Brings reports whether the frame is a "with".
func (m Modifier) Brings() bool {
	return m.frame.Text == "带"+terms.Slot || m.frame.Text == "含"+terms.Slot
}

func endsInSize(ss []Stretch) bool { return len(ss) > 0 && ss[len(ss)-1].Part == terms.Size }

// packsOf counts packs of a counted content as packs: 12包×60片.
func packsOf(head []Stretch, m Modifier) []Stretch {
	last := head[len(head)-1]
	if number, ok := strings.CutSuffix(last.Text, "件装"); ok && len(m.Words) > 0 && m.Words[0].isQuantity() {
		head = slices.Clone(head)
		head[len(head)-1].Text = number + "包"
	}
	return head
}

// adverbsFirst takes the adverbs of a clause apart: 每日 before 1粒.
func adverbsFirst(ss []Stretch) (first []Group, rest []Stretch) {
	if !slices.ContainsFunc(ss, func(s Stretch) bool { return s.Part == terms.Adverb }) {
		return nil, ss
	}
	for _, s := range ss {
		if s.Part == terms.Adverb && s.Role == ContentRole {
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
func mergedQuantities(mods []Modifier) []Modifier {
	var list []Modifier
	for _, m := range mods {
		last := len(list) - 1
		switch {
		case last >= 0 && m.frame.Text == terms.Slot && endsInQuantity(list[last].Words):
			list[last].Words = slices.Concat(list[last].Words, m.Words)
		case last >= 0 && m.frame.Text == each && list[last].Brings():
			for i, s := range m.InChinese(true) {
				list[last].lead = append(list[last].lead, s)
				list[last].lead[i].Role = ContentRole
			}
		default:
			list = append(list, m)
		}
	}
	return list
}

// endsInThing reports whether a clause's words name a thing that 的 can be before.
func endsInThing(ss []Stretch) bool {
	if len(ss) == 0 {
		return false
	}
	last := ss[len(ss)-1]
	counted := last.Part == terms.Count && utf8.RuneCountInString(strings.TrimLeft(last.Text, "0123456789.～")) > 1
	return last.Names() || counted || last.Role == UnknownRole || last.Role == KeptRole || last.Role == BrandRole
}

// isRange reports whether the modifier says how far the thing before it goes:
// a waist from 26" to 55".
func (m Modifier) isRange() bool { return m.frame.Text == grown && m.quantities() }

// attribute writes a modifier before the thing it describes and reports whether it
// needs 的 there.
func (m Modifier) attribute(thing bool) ([]Stretch, bool) {
	needs := thing && m.frame.Text != terms.Slot && !m.All(terms.Audience)
	if m.quantities() && (m.frame.Text == suits || m.frame.Text == grown) {
		needs = false
	}
	switch {
	case thing && m.frame.Text == suits && !m.All(terms.Audience) && !m.quantities():
		m.frame.Text = "适合" + terms.Slot
	case m.Brings() && m.All(terms.Adj):
		m.frame.Text, needs = terms.Slot, false // with a loose fit is 宽松
	case m.Brings() && m.All(terms.Phrase):
		m.frame.Text = terms.Slot
	}
	return append(m.lead, m.InChinese(thing)...), needs
}

// particle is a word of Chinese grammar that no English represents.
func particle(text string) Group {
	return newGroup(Stretch{Segment: Segment{Text: text, Origin: Mark}, Role: MarkRole, At: -1, Next: -1})
}

// joinedLists makes one clause of an enumeration that the commas cut: "sodium,
// potassium and magnesium for runners" names three things.
func joinedLists(cs []Clause) []Clause {
	var list []Clause
	for i := 0; i < len(cs); i++ {
		end := headListEnd(cs, i)
		list = append(list, joinedClause(cs[i:end+1]))
		i = end
	}
	return list
}

func joinedClause(cs []Clause) Clause {
	if len(cs) == 1 {
		return cs[0]
	}
	whole := Clause{sign: cs[0].sign, Mods: cs[len(cs)-1].Mods}
	for n, c := range cs {
		if n > 0 && c.Head[0].Role != AndRole {
			whole.Head = append(whole.Head, listComma(c.sign))
		}
		whole.Head = append(whole.Head, c.Head...)
	}
	return whole
}

// maxList bounds an enumeration: no sentence names more things.
const maxList = 16

// headListEnd is the clause that ends the enumeration begun in clause i, or i.
func headListEnd(cs []Clause, i int) int {
	if len(cs[i].Mods) > 0 || !enumerable(cs[i].Head) {
		return i
	}
	for end := i + 1; end < min(len(cs), i+maxList); end++ {
		c := cs[end]
		if c.sign.Text != "，" || c.sign.Source != "," || !enumerable(c.Head) {
			return i
		}
		for _, s := range c.Head {
			if s.Role == AndRole && s.Text != Pause {
				return end
			}
		}
		if len(c.Mods) > 0 {
			return i
		}
	}
	return i
}
