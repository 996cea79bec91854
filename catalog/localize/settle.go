package localize

import (
	"slices"
	"strings"
)

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
	if strings.EqualFold(ss[i].Source, "in") && inContainers(words) {
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

// settleGrammar turns the little words between two that are known.
func settleGrammar(ss []stretch, i int) {
	before, after, low := beside(ss, i, -1), beside(ss, i, 1), strings.ToLower(ss[i].Source)
	if number := ss[i].number; number != "" && after != nil && after.role == contentRole && after.part == Noun {
		ss[i].role, ss[i].part, ss[i].Text, ss[i].Origin = contentRole, Count, number+"个", FromTerm
	}
	if before == nil || after == nil {
		return
	}
	switch {
	case ss[i].kinds.has(relative) && before.role == contentRole && after.says():
		ss[i].role, ss[i].Text, ss[i].Origin = breakRole, "，", Mark
	case isCopula(ss[i]) && (before.kinds.has(relative) || before.names()) && (after.says() || after.role == measureRole):
		ss[i].role, ss[i].Segment = droppedRole, Segment{Source: ss[i].Source, Origin: LeftOut, from: ss[i].from}
	case low == "to" && before.role == after.role && (before.role == measureRole || before.role == numberRole):
		ss[i].role, ss[i].Text, ss[i].Origin = markRole, "～", Mark
	case low == "to" && (before.part == Size && after.part == Size || hasAnySuffix(before.Text, "月") && hasAnySuffix(after.Text, "月")):
		ss[i].role, ss[i].Text, ss[i].Origin = andRole, "至", FromTerm
	}
}

func isCopula(s stretch) bool {
	return s.role == unknownRole && s.kinds.has(copula)
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

// inContainers reports whether the words end in what things come in.
func inContainers(ss []stretch) bool {
	if len(ss) == 0 {
		return false
	}
	return modifier{words: ss}.endsIn(container) && ss[len(ss)-1].role == contentRole
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

// carries reports whether a frame makes sense with the words that follow it.
func carries(frame stretch, ss []stretch) bool {
	low := strings.ToLower(frame.Source)
	for _, s := range ss {
		if s.role == droppedRole {
			continue
		}
		quantity := s.isQuantity()
		switch {
		case frame.kinds.has(quantityFrame):
			return quantity
		case low == "in" && inContainers(ss):
			return true
		case frame.kinds.has(bareFrame):
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

// withPrefixes turns words around that are behind an English noun and before it in
// Chinese: before the noun alone (aluminum free paper is 不含铝纸), or before all that
// describes it (leather bag included is 附皮包).
func withPrefixes(ss []stretch) []stretch {
	if !slices.ContainsFunc(ss, func(s stretch) bool { return s.before != "" }) {
		return ss
	}
	var list []stretch
	for _, s := range ss {
		last, whole := len(list)-1, s.kinds.has(prefixWhole)
		if s.before == "" || last < 0 || !list[last].names() {
			list = append(list, s)
			continue
		}
		first := last
		for whole && first > 0 && (list[first-1].names() || list[first-1].part == Adj || list[first-1].role == andRole) {
			first--
		}
		list[first].Text = s.before + list[first].Text
		list[last].Source += " " + s.Source
		list[last].next, list[last].kinds, list[last].number = s.next, 0, ""
		if !whole {
			list[last].part, list[last].weight = Adj, 2
		}
	}
	return list
}

// names reports whether the stretch is a thing or what it is made of.
func (s stretch) names() bool { return s.role == contentRole && (s.part == Noun || s.part == Material) }
