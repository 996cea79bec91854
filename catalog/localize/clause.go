package localize

import "strings"

// clause is what stands between two commas, taken apart: the words before the
// first frame, and each frame with the words it carries. "Steel tumbler with
// straw for kids" is a head of two words and two modifiers.
type clause struct {
	sign stretch // what stands before it: a comma, a bracket
	head []stretch
	mods []modifier
}

// modifier is a frame with the words it carries.
type modifier struct {
	frame stretch
	words []stretch
	lead  []stretch // stands before it: 每份 of 每份含25克
}

// clauses cuts a text at its commas, dashes and brackets. A sign at the very end
// comes as a clause of its own without words.
func clauses(ss []stretch) []clause {
	var list []clause
	now := clause{}
	for _, s := range ss {
		if s.role != breakRole {
			now.add(s)
			continue
		}
		if !now.empty() || now.sign.Text == "）" {
			list = append(list, now)
			now = clause{}
		}
		if now.sign.Text == "" || now.sign.Text == "，" {
			now.sign = s
		}
	}
	if !now.empty() || now.sign.Text != "" {
		list = append(list, now)
	}
	return withLists(list)
}

// withLists takes the commas inside an enumeration for what they are: "with
// almonds, cranberries and honey" carries three things.
func withLists(cs []clause) []clause {
	for i := 0; i < len(cs); i++ {
		if len(cs[i].mods) == 0 {
			continue
		}
		last := &cs[i].mods[len(cs[i].mods)-1]
		if end := listEnd(cs, i); end > i && enumerable(last.words) {
			for _, c := range cs[i+1 : end+1] {
				if c.head[0].role != andRole {
					last.words = append(last.words, listComma(c.sign))
				}
				last.words = append(last.words, c.head...)
			}
			cs = append(cs[:i+1], cs[end+1:]...)
		}
	}
	return cs
}

// listEnd is the clause that ends the enumeration begun in clause i, which the
// word "and" marks, or i when there is none.
func listEnd(cs []clause, i int) int {
	for end := i + 1; end < len(cs); end++ {
		c := cs[end]
		if c.sign.Text != "，" || c.sign.Source != "," || len(c.mods) > 0 || !enumerable(c.head) {
			return i
		}
		for _, s := range c.head {
			if s.role == andRole {
				return end
			}
		}
	}
	return i
}

// enumerable reports whether the words name things and nothing else.
func enumerable(ss []stretch) bool {
	for _, s := range ss {
		named := s.role == unknownRole || s.role == andRole || s.role == contentRole && s.part != Count
		if !named {
			return false
		}
	}
	return len(ss) > 0 && ss[len(ss)-1].part != Adj
}

// listComma is the comma of an enumeration.
func listComma(sign stretch) stretch {
	sign.Text, sign.role = pause, andRole
	return sign
}

func (c *clause) empty() bool { return len(c.head) == 0 && len(c.mods) == 0 }

// add puts the next stretch where it belongs. A word that is not written says
// nothing and is not kept.
func (c *clause) add(s stretch) {
	switch {
	case s.role == droppedRole:
	case s.role == frameRole:
		c.mods = append(c.mods, modifier{frame: s})
	case len(c.mods) == 0:
		if c.head == nil {
			c.head = make([]stretch, 0, 8) // most clauses are shorter
		}
		c.head = append(c.head, s)
	default:
		last := &c.mods[len(c.mods)-1]
		last.words = append(last.words, s)
	}
}

// suits is the frame of what a product is for. Before an audience it says
// nothing of its own: shoes for women are 女士 shoes.
const (
	suits = slot + "适用"
	grown = slot + "产" // from Vermont; of a range of temperatures it says nothing either
)

// inChinese puts the words into the frame's place: 带 + 吸管. hasHead tells
// whether there is a thing they describe.
func (m modifier) inChinese(hasHead bool) []stretch {
	before, after, _ := strings.Cut(m.frame.Text, slot)
	if hasHead && m.frame.Text == suits && m.all(Audience) || m.quantities() && (m.frame.Text == suits || m.frame.Text == grown) {
		before, after = "", ""
	}
	before = m.lighter(before)
	var list []stretch
	if before != "" {
		lead := m.frame
		lead.Text = before
		list = append(list, lead)
	}
	list = append(list, m.words...)
	if after != "" {
		tail := m.frame
		if tail.Text = after; before != "" {
			tail.Source = ""
		}
		tail.at, tail.next = -1, -1
		list = append(list, tail)
	}
	return list
}

// lighter chooses among frames of one meaning by the words they carry.
func (m modifier) lighter(before string) string {
	switch {
	case len(m.words) == 0:
	case before == "带" && m.clashes():
		return "配"
	case before == "含" && m.endsIn(partOfThing):
		return "带"
	case before == "适配" && strings.HasPrefix(m.words[0].Text, "高"):
		return "适合身"
	case before == "适配" && m.quantities():
		return "适合"
	}
	return before
}

// endsIn reports whether the last English word is of a kind.
func (m modifier) endsIn(k kinds) bool { return m.words[len(m.words)-1].kinds.has(k) }

// clashes reports whether the words begin or end in 带 themselves, so that a
// second one would be misread: 带皮带.
func (m modifier) clashes() bool {
	return strings.HasPrefix(m.words[0].Text, "带") || strings.HasSuffix(m.words[len(m.words)-1].Text, "带") || strings.HasSuffix(m.words[len(m.words)-1].Text, "带子")
}

// quantities reports whether the words are all numbers and measures.
func (m modifier) quantities() bool {
	for _, s := range m.words {
		if !s.isQuantity() && s.role != andRole {
			return false
		}
	}
	return len(m.words) > 0
}

// all reports whether the words are of one part only.
func (m modifier) all(part Part) bool {
	for _, s := range m.words {
		if s.part != part && s.role != andRole {
			return false
		}
	}
	return len(m.words) > 0
}
