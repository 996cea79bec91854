package compose

import (
	"slices"
	"strings"

	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// Resolve looks at the stretches beside each other: a frame that cannot carry
// what follows it is no frame, "and" between adjectives is a pause, and a word
// such as "free" behind a noun goes before it in Chinese.
func Resolve(ss []Stretch) []Stretch {
	ss = withPrefixes(ss)
	joinColours(ss)
	for i := range ss {
		switch ss[i].Role {
		case AndRole:
			resolveAnd(ss, i)
		case BreakRole:
			resolveComma(ss, i)
		}
	}
	for i := len(ss) - 1; i >= 0; i-- { // what follows must be resolved to know what a frame carries
		switch ss[i].Role {
		case FrameRole:
			resolveFrame(ss, i)
		case UnknownRole:
			resolveGrammar(ss, i)
		}
	}
	return ss
}

// joinColours makes one colour of two side by side: brown black is 棕黑色.
func joinColours(ss []Stretch) {
	for i := 1; i < len(ss); i++ {
		first, second := &ss[i-1], ss[i]
		both := first.Part == terms.Colour && second.Part == terms.Colour && first.Role == ContentRole && second.Role == ContentRole
		if both && (second.Gap == " " || isHyphenText(second.Gap)) && strings.HasSuffix(second.Text, "色") && len(first.Text) > len("色") {
			first.Text = strings.TrimSuffix(first.Text, "色")
		}
	}
}

func resolveFrame(ss []Stretch, i int) {
	words := complement(ss[i+1:])
	if len(words) > 0 && !slices.ContainsFunc(words, func(s Stretch) bool { return s.Role != DroppedRole }) {
		ss[i].Role, ss[i].Segment = DroppedRole, Segment{Source: ss[i].Source, Origin: LeftOut, From: ss[i].From} // what it carried may not be written
		return
	}
	if !carries(ss[i], words) {
		ss[i].Role, ss[i].Text, ss[i].Origin, ss[i].Part = UnknownRole, ss[i].Source, Untranslated, ""
		return
	}
	if strings.EqualFold(ss[i].Source, "in") && inContainers(words) {
		ss[i].Text = "采用" + terms.Slot
	}
}

func resolveAnd(ss []Stretch, i int) {
	before, after := beside(ss, i, -1), beside(ss, i, 1)
	switch {
	case before == nil || after == nil:
	case describes(*before) && describes(*after), before.Part == terms.Phrase, after.Part == terms.Phrase:
		ss[i].Text = Pause
	case after.Part == terms.Predicate:
		ss[i].Role, ss[i].Text, ss[i].Origin = BreakRole, "，", Mark
	default:
		pauseBefore(ss, i)
	}
}

// pauseBefore leaves an enumeration one "and": 铁、锌和钙 for "iron and zinc and calcium".
func pauseBefore(ss []Stretch, i int) {
	for n := i - 1; n >= max(0, i-maxList); n-- {
		switch {
		case ss[n].Role == FrameRole || ss[n].Role == BreakRole:
			return
		case ss[n].Role == AndRole && ss[n].Text == ss[i].Text:
			ss[n].Text, ss[n].Role = Pause, MarkRole
			return
		}
	}
}

// resolveComma makes a pause of the comma in "soft, warm wool" and "70, 78 or 84".
func resolveComma(ss []Stretch, i int) {
	before, after := beside(ss, i, -1), beside(ss, i, 1)
	if ss[i].Source != "," || before == nil || after == nil {
		return
	}
	switch {
	case before.Part == terms.Adj && after.Part == terms.Adj && before.Role == ContentRole && after.Role == ContentRole:
		ss[i].Role, ss[i].Text = AndRole, Pause
	case before.Role == NumberRole && (after.Role == NumberRole || after.Role == PackRole):
		ss[i].Role, ss[i].Text = MarkRole, Pause
	}
}

// resolveGrammar turns the little words between two that are known.
func resolveGrammar(ss []Stretch, i int) {
	before, after, low := beside(ss, i, -1), beside(ss, i, 1), strings.ToLower(ss[i].Source)
	if number := ss[i].Number; number != "" && after != nil && after.Role == ContentRole && after.Part == terms.Noun {
		ss[i].Role, ss[i].Part, ss[i].Text, ss[i].Origin = ContentRole, terms.Count, number+"个", FromTerm
	}
	if before == nil || after == nil {
		return
	}
	switch {
	case ss[i].Kinds.Has(words.Relative) && before.Role == ContentRole && after.says():
		ss[i].Role, ss[i].Text, ss[i].Origin = BreakRole, "，", Mark
	case isCopula(ss[i]) && (before.Kinds.Has(words.Relative) || before.Names()) && (after.says() || after.Role == MeasureRole):
		ss[i].Role, ss[i].Segment = DroppedRole, Segment{Source: ss[i].Source, Origin: LeftOut, From: ss[i].From}
	case low == "to" && before.Role == after.Role && (before.Role == MeasureRole || before.Role == NumberRole):
		ss[i].Role, ss[i].Text, ss[i].Origin = MarkRole, "～", Mark
	case low == "to" && (before.Part == terms.Size && after.Part == terms.Size || words.HasAnySuffix(before.Text, "月") && words.HasAnySuffix(after.Text, "月")):
		ss[i].Role, ss[i].Text, ss[i].Origin = AndRole, "至", FromTerm
	}
}

func isCopula(s Stretch) bool {
	return s.Role == UnknownRole && s.Kinds.Has(words.Copula)
}

// says reports whether the stretch says something of a thing.
func (s Stretch) says() bool {
	return s.Role == ContentRole && (describes(s) || s.Part == terms.Phrase) || s.Role == FrameRole && s.Part == terms.Predicate
}

// beside is the next stretch that is written, in one direction, or nil.
func beside(ss []Stretch, i, step int) *Stretch {
	for i += step; i >= 0 && i < len(ss); i += step {
		if ss[i].Role != DroppedRole {
			return &ss[i]
		}
	}
	return nil
}

// inContainers reports whether the words end in what things come in.
func inContainers(ss []Stretch) bool {
	if len(ss) == 0 {
		return false
	}
	return Modifier{Words: ss}.endsIn(words.Container) && ss[len(ss)-1].Role == ContentRole
}

// Pause joins what is said side by side.
const Pause = "、"

// complement is what a frame carries: the words up to the next frame or comma.
func complement(ss []Stretch) []Stretch {
	for i, s := range ss {
		if s.Role == FrameRole || s.Role == BreakRole {
			return ss[:i]
		}
	}
	return ss
}

// carries reports whether a frame makes sense with the words that follow it.
func carries(frame Stretch, ss []Stretch) bool {
	low := strings.ToLower(frame.Source)
	for _, s := range ss {
		if s.Role == DroppedRole {
			continue
		}
		quantity := s.isQuantity()
		switch {
		case frame.Kinds.Has(words.QuantityFrame):
			return quantity
		case low == "in" && inContainers(ss):
			return true
		case frame.Kinds.Has(words.BareFrame):
			return quantity && low != "by" || s.Part == terms.Place || s.Part == terms.Colour && low == "in" || s.Part == terms.Size || s.Part == terms.Material && low == "in"
		}
		return true
	}
	return false
}

// isQuantity reports whether the stretch is a number with or without a unit.
func (s Stretch) isQuantity() bool {
	return s.Role == MeasureRole || s.Role == PackRole || s.Role == NumberRole || s.Part == terms.Count
}

// withPrefixes turns words around that are behind an English noun and before it in
// Chinese: before the noun alone (aluminum free paper is 不含铝纸), or before all that
// describes it (leather bag included is 附皮包).
func withPrefixes(ss []Stretch) []Stretch {
	if !slices.ContainsFunc(ss, func(s Stretch) bool { return s.Before != "" }) {
		return ss
	}
	var list []Stretch
	for _, s := range ss {
		last, whole := len(list)-1, s.Kinds.Has(words.PrefixWhole)
		if s.Before == "" || last < 0 || !list[last].Names() {
			list = append(list, s)
			continue
		}
		first := last
		for whole && first > 0 && (list[first-1].Names() || list[first-1].Part == terms.Adj || list[first-1].Role == AndRole) {
			first--
		}
		list[first].Text = s.Before + list[first].Text
		list[last].Source += " " + s.Source
		list[last].Next, list[last].Kinds, list[last].Number = s.Next, 0, ""
		if !whole {
			list[last].Part, list[last].Weight = terms.Adj, 2
		}
	}
	return list
}

// Names reports whether the stretch is a thing or what it is made of.
func (s Stretch) Names() bool {
	return s.Role == ContentRole && (s.Part == terms.Noun || s.Part == terms.Material)
}
