package titles

import (
	"slices"
	"strings"

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
	switch {
	case head < 0 || c.doubtful(head):
		c.standing = None
	case c.isInverted(head):
		c.standing = Draft
	}
	for i := range ss {
		if c.doubtful(i) {
			c.leaveOut(i, head)
		}
	}
	if c.isMostlyUnknown() || c.hasSlashedGoods(head) {
		c.standing = min(c.standing, Draft)
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
	if and := c.written(i, -1); and >= 0 && c.ss[and].Role == compose.AndRole {
		c.out[and] = true // or it would join what is before it to what the word is of
	}
	switch {
	case c.besides(i, head), c.isDenied(i), c.isHalf(i):
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

// isHalf reports whether an "and" joins the stretch to one that is certain: without it
// "pineapple and peach" would be peach alone.
func (c *certainty) isHalf(i int) bool {
	for _, step := range []int{-1, 1} {
		and := c.written(i, step)
		if and < 0 || c.ss[and].Role != compose.AndRole {
			continue
		}
		if j := c.written(and, step); j >= 0 && c.ss[j].Role != compose.BreakRole && !c.doubtful(j) {
			return true
		}
	}
	return false
}

// isMostlyUnknown reports whether so many words are left out that what remains may be a
// side of the goods only: more than one for two that are written.
func (c *certainty) isMostlyUnknown() bool {
	left, written := 0, 0
	for i, s := range c.ss {
		switch {
		case s.Role == compose.DroppedRole || s.Role >= compose.FrameRole:
		case c.out[i]:
			left++
		case s.Role != compose.BrandRole && s.Role != compose.KeptRole: // a name says nothing of the goods
			written += len(strings.Fields(s.Source))
		}
	}
	return left > 1 && 2*left > written
}

// hasSlashedGoods reports whether a slash is between two goods, as in "stroller / throw
// blanket": whether the first is what is sold or what it is for, nobody can tell.
func (c *certainty) hasSlashedGoods(head int) bool {
	for i, s := range c.ss {
		if s.Role != compose.MarkRole || s.Text != "/" || c.out[i] {
			continue
		}
		j, k := c.written(i, -1), c.written(i, 1)
		if j >= 0 && k >= 0 && j != head && k != head && c.isGoods(j) && c.isGoods(k) {
			return true
		}
	}
	return false
}

func (c *certainty) isGoods(i int) bool {
	s := c.ss[i]
	return s.Role == compose.ContentRole && s.Part == terms.Noun && s.Weight >= terms.MaxWeight
}

// written is the number of the stretch beside i that is written, of any role, or -1.
func (c *certainty) written(i, step int) int {
	for i += step; i >= 0 && i < len(c.ss); i += step {
		if c.ss[i].Role != compose.DroppedRole {
			return i
		}
	}
	return -1
}

// alwaysPlural are nouns that English writes in the plural before another noun too.
var alwaysPlural = strings.Fields(`arts binoculars clippers clothes crafts earbuds electronics eyeglasses glasses
	goggles goods headphones jeans leggings oats overalls pajamas pants pliers savings scissors shorts sports
	sunglasses suspenders tights trousers tweezers`)

// isInverted reports whether the noun at the end seems to say something of the one before
// it, as in "Wafers Strawberry": English puts no plural before another noun otherwise.
func (c *certainty) isInverted(head int) bool {
	i := c.written(head, -1)
	if i < 0 || c.ss[i].Role != compose.ContentRole || c.ss[i].Part != terms.Noun {
		return false
	}
	word := strings.ToLower(c.ss[i].Source[strings.LastIndexByte(c.ss[i].Source, ' ')+1:])
	if len(word) < 4 || !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "'s") || slices.Contains(alwaysPlural, word) {
		return false
	}
	switch word[len(word)-2] {
	case 's', 'u', 'i': // glass, cactus, tennis
		return false
	}
	return true
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

// withoutLooseSigns takes out the signs and the "and" that joined words which are left out,
// or a word to itself.
func withoutLooseSigns(ss []compose.Stretch) []compose.Stretch {
	joins := func(s compose.Stretch) bool { return s.Role == compose.AndRole || s.Role == compose.MarkRole }
	ends := func(i int) bool {
		return i < 0 || i >= len(ss) || ss[i].Role == compose.BreakRole || ss[i].Role == compose.FrameRole
	}
	var list []compose.Stretch
	for i, s := range ss {
		if joins(s) && (ends(i-1) || ends(i+1) || joins(ss[i-1]) || isTwice(ss, i)) {
			continue
		}
		if i > 0 && isTwice(ss, i-1) {
			continue
		}
		list = append(list, s)
	}
	return list
}

// isTwice reports whether an "and" joins two English words of one Chinese: an infant and a
// baby.
func isTwice(ss []compose.Stretch, i int) bool {
	return ss[i].Role == compose.AndRole && ss[i].Text == "和" && i > 0 && i+1 < len(ss) && ss[i-1].Text != "" && ss[i-1].Text == ss[i+1].Text
}
