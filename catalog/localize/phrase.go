package localize

// clauseGroups puts one clause into Chinese order: places and "per" first, then
// what the frames carry, then the thing itself.
func clauseGroups(c clause) []group {
	var first, mods, after []group
	for _, m := range c.mods {
		gs := grouped(m.inChinese(len(c.head) > 0))
		switch {
		case m.all(Place) || m.quantities() && m.frame.Text == each:
			first = append(first, gs...)
		case m.frame.Text == slot && endsInQuantity(c.head):
			after = append(after, contents(m)...)
		default:
			mods = append(mods, gs...)
		}
	}
	return append(append(append(first, mods...), grouped(c.head)...), after...)
}

// each is the frame of "per": 每份25克.
const each = "每" + slot

func endsInQuantity(ss []stretch) bool {
	return len(ss) > 0 && ss[len(ss)-1].isQuantity()
}

// contents are what a quantity is of: 25克蛋白质, 24包×31克.
func contents(m modifier) []group {
	gs := grouped(m.words)
	if len(gs) > 0 && m.words[0].isQuantity() {
		times := stretch{Segment: Segment{Text: "×", Origin: Mark}, role: markRole, at: -1, next: -1}
		gs = append([]group{newGroup(times)}, gs...)
	}
	return gs
}
