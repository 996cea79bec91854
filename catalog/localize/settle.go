package localize

import (
	"slices"
	"strings"
)

// grammarWords make a sentence out of a phrase: pronouns, finite verbs,
// imperatives. Where one of them is left, putting the known words side by side
// would say something else than the English does.
var grammarWords = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq("that which who is are was were be been being it its this these those they them their you your we our i my he she his her can will would may might " +
		"should must do does did has have had not never when where while if as than so but because just also into onto to at on up out off down over under about each every all any some more most " +
		"keep keeps stay stays leave leaves get gets make makes made use used using mix add put pull push drop cut cook steep wipe wait turn fold folds carry fits fit wears wear by from in then until without let lets like now here there how what within between during before after first one another own runs burns folded woven with without for of at place pour fill heat brew") {
		set[w] = true
	}
	return set
}()

// settle looks at the stretches beside each other: a frame that cannot carry
// what follows it is no frame, "and" between adjectives is a pause, and a word
// such as "free" behind a noun goes before it in Chinese.
func settle(ss []stretch) []stretch {
	ss = withPrefixes(ss)
	for i := range ss {
		switch ss[i].role {
		case andRole:
			settleAnd(ss, i)
		case breakRole:
			settleComma(ss, i)
		}
	}
	for i := len(ss) - 1; i >= 0; i-- { // what follows must be settled to know what a frame carries
		switch ss[i].role {
		case frameRole:
			settleFrame(ss, i)
		case unknownRole:
			settleGrammar(ss, i)
		}
	}
	return ss
}

func settleFrame(ss []stretch, i int) {
	words := complement(ss[i+1:])
	if !carries(ss[i], words) {
		ss[i].role, ss[i].Text, ss[i].Origin, ss[i].part = unknownRole, ss[i].Source, Untranslated, ""
		return
	}
	if strings.EqualFold(ss[i].Source, "in") && holdsThings(words) {
		ss[i].Text = "采用" + slot
	}
}

func settleAnd(ss []stretch, i int) {
	before, after := beside(ss, i, -1), beside(ss, i, 1)
	switch {
	case before == nil || after == nil:
	case describes(*before) && describes(*after), before.part == Phrase, after.part == Phrase:
		ss[i].Text = pause
	case after.part == Predicate:
		ss[i].role, ss[i].Text, ss[i].Origin = breakRole, "，", Mark
	default:
		pauseBefore(ss, i)
	}
}

// pauseBefore leaves an enumeration one "and": 铁、锌和钙 for "iron and zinc and calcium".
func pauseBefore(ss []stretch, i int) {
	for n := i - 1; n >= max(0, i-maxList); n-- {
		switch {
		case ss[n].role == frameRole || ss[n].role == breakRole:
			return
		case ss[n].role == andRole && ss[n].Text == ss[i].Text:
			ss[n].Text, ss[n].role = pause, markRole
			return
		}
	}
}

// settleComma makes a pause of the comma in "soft, warm wool" and "70, 78 or 84".
func settleComma(ss []stretch, i int) {
	before, after := beside(ss, i, -1), beside(ss, i, 1)
	if ss[i].Source != "," || before == nil || after == nil {
		return
	}
	switch {
	case before.part == Adj && after.part == Adj && before.role == contentRole && after.role == contentRole:
		ss[i].role, ss[i].Text = andRole, pause
	case before.role == numberRole && (after.role == numberRole || after.role == packRole):
		ss[i].role, ss[i].Text = markRole, pause
	}
}

// relatives begin a clause that says more of the thing before it. Chinese sets
// a comma and goes on: a bag that packs down small is 睡袋，收纳小巧.
var relatives = map[string]bool{"that": true, "which": true}

// settleGrammar turns the little words between two that are known.
func settleGrammar(ss []stretch, i int) {
	before, after, low := beside(ss, i, -1), beside(ss, i, 1), strings.ToLower(ss[i].Source)
	if number := numberWords[low]; number != "" && after != nil && after.role == contentRole && after.part == Noun {
		ss[i].role, ss[i].part, ss[i].Text, ss[i].Origin = contentRole, Count, number+"个", FromTerm
	}
	if before == nil || after == nil {
		return
	}
	switch {
	case relatives[low] && before.role == contentRole && after.says():
		ss[i].role, ss[i].Text, ss[i].Origin = breakRole, "，", Mark
	case isCopula(ss[i]) && (relatives[strings.ToLower(before.Source)] || before.names()) && (after.says() || after.role == measureRole):
		ss[i].role, ss[i].Segment = droppedRole, Segment{Source: ss[i].Source, Origin: LeftOut, from: ss[i].from}
	case low == "to" && before.role == after.role && (before.role == measureRole || before.role == numberRole):
		ss[i].role, ss[i].Text, ss[i].Origin = markRole, "～", Mark
	case low == "to" && (before.part == Size && after.part == Size || hasAnySuffix(before.Text, "月") && hasAnySuffix(after.Text, "月")):
		ss[i].role, ss[i].Text, ss[i].Origin = andRole, "至", FromTerm
	}
}

func isCopula(s stretch) bool {
	return s.role == unknownRole && (strings.EqualFold(s.Source, "is") || strings.EqualFold(s.Source, "are"))
}

// says reports whether the stretch tells something of a thing.
func (s stretch) says() bool {
	return s.role == contentRole && (describes(s) || s.part == Phrase) || s.role == frameRole && s.part == Predicate
}

// beside is the next stretch that is written, in one direction, or nil.
func beside(ss []stretch, i, step int) *stretch {
	for i += step; i >= 0 && i < len(ss); i += step {
		if ss[i].role != droppedRole {
			return &ss[i]
		}
	}
	return nil
}

// vessels are what things come in, and cloth: 采用纯素胶囊, not 在胶囊里.
var vessels = stems("capsule bag bottle jar tin box pouch fabric finish tube can sachet packet oil")

// holdsThings reports whether the words end in a vessel.
func holdsThings(ss []stretch) bool {
	if len(ss) == 0 {
		return false
	}
	return modifier{words: ss}.endsIn(vessels) && ss[len(ss)-1].role == contentRole
}

// pause joins what is said side by side.
const pause = "、"

// complement is what a frame carries: the words up to the next frame or comma.
func complement(ss []stretch) []stretch {
	for i, s := range ss {
		if s.role == frameRole || s.role == breakRole {
			return ss[:i]
		}
	}
	return ss
}

// numericFrames carry a quantity or nothing: "up to 12 hours", not "under straps".
var numericFrames = map[string]bool{"up to": true, "at least": true, "about": true, "approx": true, "approximately": true, "over": true, "under": true, "weighs": true, "holds up to": true, "supports up to": true}

// bareFrames only say where or in what something is; before other words they are
// grammar.
var bareFrames = map[string]bool{"in": true, "by": true, "from": true, "from the": true}

// carries reports whether a frame makes sense with the words that follow it.
func carries(frame stretch, ss []stretch) bool {
	low := strings.ToLower(frame.Source)
	for _, s := range ss {
		if s.role == droppedRole {
			continue
		}
		quantity := s.isQuantity()
		switch {
		case numericFrames[low]:
			return quantity
		case low == "in" && holdsThings(ss):
			return true
		case bareFrames[low]:
			return quantity && low != "by" || s.part == Place || s.part == Colour && low == "in" || s.part == Size || s.part == Material && low == "in"
		}
		return true
	}
	return false
}

// isQuantity reports whether the stretch is a number with or without a unit.
func (s stretch) isQuantity() bool {
	return s.role == measureRole || s.role == packRole || s.role == numberRole || s.part == Count
}

// prefixes are words behind an English noun that stand before it in Chinese, and
// whether they go before the noun alone (aluminum free paper is 不含铝纸) or before
// all that describes it (leather bag included is 附皮包).
var prefixes = map[string]struct {
	chinese string
	whole   bool
}{
	"free": {"不含", false}, "included": {"附", true}, "not included": {"不附", true},
}

// withPrefixes turns the words of prefixes around.
func withPrefixes(ss []stretch) []stretch {
	if !slices.ContainsFunc(ss, func(s stretch) bool { _, ok := prefixes[strings.ToLower(s.Source)]; return ok }) {
		return ss
	}
	var list []stretch
	for _, s := range ss {
		prefix, ok := prefixes[strings.ToLower(s.Source)]
		last := len(list) - 1
		if !ok || last < 0 || !list[last].names() {
			list = append(list, s)
			continue
		}
		first := last
		for prefix.whole && first > 0 && (list[first-1].names() || list[first-1].part == Adj || list[first-1].role == andRole) {
			first--
		}
		list[first].Text = prefix.chinese + list[first].Text
		list[last].Source += " " + s.Source
		list[last].next = s.next
		if !prefix.whole {
			list[last].part, list[last].weight = Adj, 2
		}
	}
	return list
}

// names reports whether the stretch is a thing or what it is made of.
func (s stretch) names() bool { return s.role == contentRole && (s.part == Noun || s.part == Material) }
