package titles

import (
	"slices"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Standing is how far the words of a title can be relied on.
type Standing uint8

// The standings.
const (
	None     Standing = iota // what is sold is not certain: there is no title
	Draft                    // it may mislead: a person has to look
	Standard                 // what is left out takes nothing from what is said
)

// Sure is a title without the words of which nobody knows what they mean here.
type Sure struct {
	Words    []compose.Stretch
	Unused   []string // the words left out
	Standing Standing
}

// Certain takes the doubtful words out of a title and says what it is worth without
// them. A word that is unknown may be left out where it only says more of the goods. It
// may not where it can make something different of them: right beside the product's
// noun (peanut butter is no butter), in what they are for, and where it is denied.
func Certain(ss []compose.Stretch) Sure {
	c := certainty{ss: slices.Clone(ss), out: make([]bool, len(ss)), standing: Standard}
	head := c.head()
	c.taint(head)
	if head < 0 || c.doubtful(head) {
		c.standing = None
	}
	for i := range ss {
		if c.doubtful(i) {
			c.leaveOut(i, head)
		}
	}
	return c.sure()
}

// certainty is a title while its doubtful words are taken out.
type certainty struct {
	ss       []compose.Stretch
	out      []bool
	standing Standing
}

func (c *certainty) doubtful(i int) bool {
	s := c.ss[i]
	return s.Role != compose.DroppedRole && s.Doubt != compose.Certain && s.Doubt != compose.Unreviewed
}

// taint makes doubtful what may belong to a doubtful word and says something different
// alone: the High of "high rise", the tire of "fat tire", the 24 mm of a flange. The
// product's noun is apart, see besides.
func (c *certainty) taint(head int) {
	var tainted []int
	for i := range c.ss {
		if !c.doubtful(i) {
			continue
		}
		if j := c.next(i, -1); j >= 0 && j != head && leans(c.ss[j]) {
			tainted = append(tainted, j)
		}
		if j := c.next(i, 1); j >= 0 && j != head && c.ss[j].Names() && c.ss[j].Part == terms.Noun {
			tainted = append(tainted, j)
		}
	}
	for _, j := range tainted {
		c.ss[j].Doubt = compose.Unknown
	}
}

// next is the number of the stretch beside i that is written, or -1 where a clause ends
// or a frame begins.
func (c *certainty) next(i, step int) int {
	for i += step; i >= 0 && i < len(c.ss); i += step {
		switch c.ss[i].Role {
		case compose.DroppedRole, compose.MarkRole:
			continue
		case compose.BreakRole, compose.FrameRole, compose.AndRole:
			return -1
		}
		return i
	}
	return -1
}

// leans reports whether a stretch may say something of the word behind it, and not of
// the product.
func leans(s compose.Stretch) bool {
	switch s.Role {
	case compose.MeasureRole, compose.NumberRole, compose.PackRole:
		return true
	case compose.ContentRole:
	default:
		return false
	}
	switch s.Part {
	case terms.Audience, terms.Colour, terms.Material, terms.Place, terms.Official:
		return false
	}
	return true
}

// head is the number of the stretch that names the product, or -1: the last noun of the
// main clause, before what a frame carries.
func (c *certainty) head() int {
	from, best, weight := 0, -1, 0
	for from < len(c.ss) {
		to, found := c.clause(from)
		if found >= 0 && best < 0 || found >= 0 && c.ss[found].Weight > weight {
			best, weight = found, c.ss[found].Weight
		}
		if weight >= terms.MaxWeight {
			break
		}
		from = to + 1
	}
	return best
}

// clause returns the end of the clause that begins at from, and its last noun.
func (c *certainty) clause(from int) (to, noun int) {
	noun = -1
	framed := false
	for to = from; to < len(c.ss) && c.ss[to].Role != compose.BreakRole; to++ {
		s := c.ss[to]
		framed = framed || s.Role == compose.FrameRole
		if isNoun := s.Role == compose.ContentRole && (s.Part == terms.Noun || s.Part == terms.Phrase); isNoun && !framed {
			noun = to
		}
	}
	return to, noun
}

// leaveOut takes a doubtful stretch out of the title.
func (c *certainty) leaveOut(i, head int) {
	c.out[i] = true
	switch {
	case c.besides(i, head), c.isDenied(i):
		c.standing = min(c.standing, Draft)
	}
	frame := c.frameOf(i)
	if frame < 0 {
		return
	}
	if restricts(c.ss[frame]) {
		c.standing = min(c.standing, Draft)
	}
	for j := frame; j < len(c.ss) && c.ss[j].Role != compose.BreakRole && (j == frame || c.ss[j].Role != compose.FrameRole); j++ {
		c.out[j] = true
	}
}

// besides reports whether nothing but what is not written is between a stretch and the
// product's noun.
func (c *certainty) besides(i, head int) bool {
	if head < 0 {
		return true
	}
	for j := min(i, head) + 1; j < max(i, head); j++ {
		if c.ss[j].Role != compose.DroppedRole && !c.doubtful(j) {
			return false
		}
	}
	return true
}

// isDenied reports whether taking the stretch out would leave one half of a denial: the
// word that turns the meaning of another into its contrary, or that other word.
func (c *certainty) isDenied(i int) bool {
	before, after := c.next(i, -1), c.next(i, 1)
	alone := func(j int) bool { return j >= 0 && !c.doubtful(j) }
	switch {
	case c.ss[i].Kinds.Has(words.Negation) && alone(after), c.ss[i].Kinds.Has(words.NegationBehind) && alone(before):
		return true
	case alone(before) && c.ss[before].Kinds.Has(words.Negation):
		return true
	}
	return alone(after) && (c.ss[after].Kinds.Has(words.NegationBehind) || c.ss[after].Before != "")
}

// frameOf is the number of the frame that carries a stretch, or -1.
func (c *certainty) frameOf(i int) int {
	for j := i - 1; j >= 0 && c.ss[j].Role != compose.BreakRole; j-- {
		if c.ss[j].Role == compose.FrameRole {
			return j
		}
	}
	return -1
}

// restricts reports whether a frame says what the goods are for: without it they would
// seem to be for everything.
func restricts(frame compose.Stretch) bool {
	switch frame.Text {
	case "带" + terms.Slot, "含" + terms.Slot, "采用" + terms.Slot, "配" + terms.Slot:
		return false
	}
	return true
}

func (c *certainty) sure() Sure {
	s := Sure{Standing: c.standing}
	for i, stretch := range c.ss {
		switch {
		case !c.out[i]:
			s.Words = append(s.Words, stretch)
		case stretch.Role != compose.FrameRole && stretch.Role != compose.AndRole && stretch.Role != compose.MarkRole:
			s.Unused = append(s.Unused, stretch.Source)
		}
	}
	s.Words = withoutLooseSigns(s.Words)
	if !slices.ContainsFunc(s.Words, func(s compose.Stretch) bool { return s.Role == compose.ContentRole }) {
		s.Standing = None
	}
	return s
}

// withoutLooseSigns takes out the signs and the "and" that joined words which are left out.
func withoutLooseSigns(ss []compose.Stretch) []compose.Stretch {
	joins := func(s compose.Stretch) bool { return s.Role == compose.AndRole || s.Role == compose.MarkRole }
	ends := func(i int) bool {
		return i < 0 || i >= len(ss) || ss[i].Role == compose.BreakRole || ss[i].Role == compose.FrameRole
	}
	var list []compose.Stretch
	for i, s := range ss {
		if joins(s) && (ends(i-1) || ends(i+1) || joins(ss[i-1])) {
			continue
		}
		list = append(list, s)
	}
	return list
}
