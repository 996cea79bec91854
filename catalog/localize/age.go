package localize

import (
	"math/big"
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/measures"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

// ages reads the "Ages 4+" that begins at token i.
func ages(ts []words.Token, i int) (compose.Stretch, int) {
	at := i + 1
	if at < len(ts) && ts[at].Text == ":" {
		at++
	}
	if ts[i].Stem != "age" || at >= len(ts) {
		return compose.Stretch{}, 0
	}
	s, n := yearsOld(ts, at)
	if n == 0 || at+n < len(ts) && isAgeUnit(ts[at+n]) {
		return compose.Stretch{}, 0
	}
	return s, at - i + n
}

// isAgeUnit reports whether a number before the token is no number of years, or one that
// says so itself.
func isAgeUnit(t words.Token) bool {
	return t.Stem == "month" || t.Stem == "year" || t.Stem == "week" || t.Stem == "mo" || t.Stem == "yr" || len(t.Text) == 1 && t.Kind == words.WordToken
}

// yearsOld reads the bare number of "ages 3 and up", "Ages 4+" and "Age: 3-6" at token i.
func yearsOld(ts []words.Token, i int) (compose.Stretch, int) {
	before := i - 1
	if before > 0 && ts[before].Text == ":" {
		before--
	}
	if before < 0 || ts[before].Stem != "age" && ts[before].Low != "aged" || ts[i].Kind != words.NumberToken {
		return compose.Stretch{}, 0
	}
	s := compose.Stretch{Segment: compose.Segment{Text: ranged(ts[i].Text) + "岁", Origin: compose.FromNumber}, Role: compose.ContentRole, Part: terms.Count}
	more := orMore(ts, i+1)
	if more > 0 {
		s.Text, s.Part, s.Weight = s.Text+"以上", terms.Audience, terms.DefaultWeight
	}
	return s, 1 + more
}

// maxDate is how many tokens a date has: Nov . 21 st , 2026.
const maxDate = 6

// date reads a date at token i.
func date(ts []words.Token, i int) (compose.Stretch, int) {
	if ts[i].Kind != words.NumberToken && !measures.IsMonth(ts[i].Low) {
		return compose.Stretch{}, 0
	}
	var b strings.Builder
	for j := i; j < min(i+maxDate, len(ts)); j++ {
		if j > i {
			b.WriteString(ts[j].Gap)
		}
		b.WriteString(ts[j].Text)
	}
	text, size := measures.ScanDate(b.String())
	n := tokensIn(ts, i, size)
	if n == 0 || ts[i+n-1].To != ts[i].From+size {
		return compose.Stretch{}, 0
	}
	return compose.Stretch{Segment: compose.Segment{Text: text, Origin: compose.FromNumber}, Role: compose.MeasureRole}, n
}

// plusSign is 1 where a plus sign is right behind a number: 3+ years.
func plusSign(ts []words.Token, i int) int {
	if i < len(ts) && ts[i].Text == "+" && ts[i].Gap == "" {
		return 1
	}
	return 0
}

// orMore is how many tokens say that it may be more: +, and up, or older.
func orMore(ts []words.Token, i int) int {
	if n := plusSign(ts, i); n > 0 {
		return n
	}
	if i+1 >= len(ts) || i+2 < len(ts) && ts[i+2].Low == "to" {
		return 0
	}
	switch ts[i].Low + " " + ts[i+1].Low {
	case "and up", "& up", "and older", "& older", "or older", "and above", "or above", "and over", "or more":
		return 2
	}
	return 0
}

// powers are the numbers that English writes as words, with the 万 or 亿 in them.
var powers = map[string]struct {
	factor, word string
}{"million": {"100", "万"}, "billion": {"10", "亿"}}

// million reads "50 billion" at token i, which Chinese counts by 万 and 亿.
func (a *analyser) million(ts []words.Token, i int) (compose.Stretch, int) {
	if i+1 >= len(ts) || ts[i].Kind != words.NumberToken {
		return compose.Stretch{}, 0
	}
	power, ok := powers[ts[i+1].Low]
	if !ok {
		return compose.Stretch{}, 0
	}
	number, ok := multiplied(ts[i].Text, power.factor)
	if !ok {
		return compose.Stretch{}, 0
	}
	return compose.Stretch{Segment: compose.Segment{Text: number + power.word, Origin: compose.FromNumber}, Role: compose.NumberRole}, 2
}

// multiplied multiplies a number as written.
func multiplied(number, by string) (string, bool) {
	value, ok := new(big.Rat).SetString(strings.ReplaceAll(number, ",", ""))
	factor, factorOK := new(big.Rat).SetString(by)
	if !ok || !factorOK {
		return "", false
	}
	text := value.Mul(value, factor).FloatString(3)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), "."), true
}
