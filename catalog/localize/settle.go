package localize

import "strings"

// grammarWords make a sentence out of a phrase: pronouns, finite verbs,
// imperatives. Where one of them is left, putting the known words side by side
// would say something else than the English does.
var grammarWords = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq("that which who is are was were be been being it its this these those they them their you your we our i my he she his her can will would may might " +
		"should must do does did has have had not never when where while if as than so but because just also into onto to at on up out off down over under about each every all any some more most " +
		"keep keeps stay stays leave leaves get gets make makes made use used using mix add put pull push drop cut cook steep wipe wait turn fold folds carry fits fit wears wear by from in then until without let lets like now here there how what within between during before after first one another own runs burns folded woven") {
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
		switch {
		case ss[i].role == frameRole && !carries(ss[i], complement(ss[i+1:])):
			ss[i].role, ss[i].Text, ss[i].Origin, ss[i].part = unknownRole, ss[i].Source, Untranslated, ""
		case ss[i].role == andRole && i > 0 && i+1 < len(ss) && describes(ss[i-1]) && describes(ss[i+1]):
			ss[i].Text = pause
		}
	}
	return ss
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
