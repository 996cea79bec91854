package compose

import "tradewind.app/catalog/localize/terms"

// ClauseGroups puts one clause into Chinese order: places and "per" first, then
// what the frames carry, then the thing itself.
func ClauseGroups(c Clause) []Group {
	var first, mods, after []Group
	for _, m := range c.Mods {
		gs := Grouped(m.InChinese(len(c.Head) > 0))
		switch {
		case m.All(terms.Place) || m.quantities() && m.frame.Text == each:
			first = append(first, gs...)
		case m.frame.Text == terms.Slot && endsInQuantity(c.Head):
			after = append(after, contents(m)...)
		default:
			mods = append(mods, gs...)
		}
	}
	return append(append(append(first, mods...), Grouped(c.Head)...), after...)
}

// each is the frame of "per": 每份25克.
const each = "每" + terms.Slot

func endsInQuantity(ss []Stretch) bool {
	return len(ss) > 0 && ss[len(ss)-1].isQuantity()
}

// contents are what a quantity is of: 25克蛋白质, 24包×31克.
func contents(m Modifier) []Group {
	gs := Grouped(m.Words)
	if len(gs) > 0 && m.Words[0].isQuantity() {
		times := Stretch{Segment: Segment{Text: "×", Origin: Mark}, Role: MarkRole, At: -1, Next: -1}
		gs = append([]Group{newGroup(times)}, gs...)
	}
	return gs
}
