package compose

import (
	"strings"

	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Clause is what is between two commas, taken apart: the words before the
// first frame, and each frame with the words it carries. "Steel tumbler with
// straw for kids" is a head of two words and two modifiers.
type Clause struct {
	sign Stretch // what is before it: a comma, a bracket
	Head []Stretch
	Mods []Modifier
}

// Modifier is a frame with the words it carries.
type Modifier struct {
	frame Stretch
	Words []Stretch
	lead  []Stretch // is before it: 每份 of 每份含25克
}

// Clauses cuts a text at its commas, dashes and brackets. A sign at the very end
// comes as a clause of its own without words.
func Clauses(ss []Stretch) []Clause {
	var list []Clause
	now := Clause{}
	for _, s := range ss {
		if s.Role != BreakRole {
			now.add(s)
			continue
		}
		if !now.empty() || now.sign.Text == "）" {
			list = append(list, now)
			now = Clause{}
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
func withLists(cs []Clause) []Clause {
	for i := 0; i < len(cs); i++ {
		if len(cs[i].Mods) == 0 {
			continue
		}
		last := &cs[i].Mods[len(cs[i].Mods)-1]
		if end := listEnd(cs, i); end > i && enumerable(last.Words) {
			for _, c := range cs[i+1 : end+1] {
				if c.Head[0].Role != AndRole {
					last.Words = append(last.Words, listComma(c.sign))
				}
				last.Words = append(last.Words, c.Head...)
			}
			cs = append(cs[:i+1], cs[end+1:]...)
		}
	}
	return cs
}

// listEnd is the clause that ends the enumeration begun in clause i, which the
// word "and" marks, or i when there is none.
func listEnd(cs []Clause, i int) int {
	for end := i + 1; end < len(cs); end++ {
		c := cs[end]
		if c.sign.Text != "，" || c.sign.Source != "," || len(c.Mods) > 0 || !enumerable(c.Head) {
			return i
		}
		for _, s := range c.Head {
			if s.Role == AndRole {
				return end
			}
		}
	}
	return i
}

// enumerable reports whether the words name things and nothing more.
func enumerable(ss []Stretch) bool {
	for _, s := range ss {
		named := s.Role == UnknownRole || s.Role == AndRole || s.Role == ContentRole && s.Part != terms.Count
		if !named {
			return false
		}
	}
	return len(ss) > 0 && ss[len(ss)-1].Part != terms.Adj
}

// listComma is the comma of an enumeration.
func listComma(sign Stretch) Stretch {
	sign.Text, sign.Role = Pause, AndRole
	return sign
}

func (c *Clause) empty() bool { return len(c.Head) == 0 && len(c.Mods) == 0 }

// add puts the next stretch where it belongs. A word that is not written says
// nothing and is not kept.
func (c *Clause) add(s Stretch) {
	switch {
	case s.Role == DroppedRole:
	case s.Role == FrameRole:
		c.Mods = append(c.Mods, Modifier{frame: s})
	case len(c.Mods) == 0:
		if c.Head == nil {
			c.Head = make([]Stretch, 0, 8) // most clauses are shorter
		}
		c.Head = append(c.Head, s)
	default:
		last := &c.Mods[len(c.Mods)-1]
		last.Words = append(last.Words, s)
	}
}

// suits is the frame of what a product is for. Before an audience it says
// nothing of its own: shoes for women are 女士 shoes.
const (
	suits = terms.Slot + "适用"
	grown = terms.Slot + "产" // from Vermont; of a range of temperatures it says nothing either
)

// InChinese puts the words into the frame's place: 带 + 吸管. hasHead says
// whether there is a thing they describe.
func (m Modifier) InChinese(hasHead bool) []Stretch {
	before, after, _ := strings.Cut(m.frame.Text, terms.Slot)
	if hasHead && m.frame.Text == suits && m.All(terms.Audience) || m.quantities() && (m.frame.Text == suits || m.frame.Text == grown) {
		before, after = "", ""
	}
	before = m.lighter(before)
	var list []Stretch
	if before != "" {
		lead := m.frame
		lead.Text = before
		list = append(list, lead)
	}
	list = append(list, m.Words...)
	if after != "" {
		tail := m.frame
		if tail.Text = after; before != "" {
			tail.Source = ""
		}
		tail.At, tail.Next = -1, -1
		list = append(list, tail)
	}
	return list
}

// lighter chooses among frames of one meaning by the words they carry.
func (m Modifier) lighter(before string) string {
	switch {
	case len(m.Words) == 0:
	case before == "带" && m.clashes():
		return "配"
	case before == "含" && m.endsIn(words.PartOfThing):
		return "带"
	case before == "适配" && strings.HasPrefix(m.Words[0].Text, "高"):
		return "适合身"
	case before == "适配" && m.quantities():
		return "适合"
	}
	return before
}

// endsIn reports whether the last English word is of a kind.
func (m Modifier) endsIn(k words.Kinds) bool { return m.Words[len(m.Words)-1].Kinds.Has(k) }

// clashes reports whether the words begin or end in 带 themselves, so that a
// second one would be misread: 带皮带.
func (m Modifier) clashes() bool {
	return strings.HasPrefix(m.Words[0].Text, "带") || strings.HasSuffix(m.Words[len(m.Words)-1].Text, "带") || strings.HasSuffix(m.Words[len(m.Words)-1].Text, "带子")
}

// ForNames is the modifier with its frame before the names of what the goods fit, as a
// title says it: 适用iPhone 15. It is m where the frame or the words are different.
func (m Modifier) ForNames() Modifier {
	if m.frame.Text != suits || len(m.Words) == 0 {
		return m
	}
	for _, s := range m.Words {
		if s.Role != KeptRole && s.Role != BrandRole && s.Role != AndRole && s.Role != MarkRole && s.Role != NumberRole {
			return m
		}
	}
	m.frame.Text = "适用" + terms.Slot
	return m
}

// quantities reports whether the words are all numbers and measures.
func (m Modifier) quantities() bool {
	for _, s := range m.Words {
		if !s.isQuantity() && s.Role != AndRole {
			return false
		}
	}
	return len(m.Words) > 0
}

// All reports whether the words are of one part only.
func (m Modifier) All(part terms.Part) bool {
	for _, s := range m.Words {
		if s.Part != part && s.Role != AndRole {
			return false
		}
	}
	return len(m.Words) > 0
}
