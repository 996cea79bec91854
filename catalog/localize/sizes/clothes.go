package sizes

import (
	"regexp"
	"strings"
)

var (
	waistInseam  = regexp.MustCompile(`^w?(\d{2})["']*w?(?:[x/* -]|)(?:l?)(\d{2})["']*l?$`)
	waistAlone   = regexp.MustCompile(`^(?:w(\d{2})|(\d{2})"? ?w|(\d{2})"? waist)$`)
	inches2      = regexp.MustCompile(`^(\d{2}(?:\.5)?)(?:"| in| inch| inches)?$`)
	neckSleeve   = regexp.MustCompile(`^(1[3-9](?:\.5| 1/2)?|2[0-2](?:\.5| 1/2)?)["]?(?: neck)?(?:(?:[x/-]| )(\d{2})["]?(?:[-/](\d{2})["]?)?(?: sleeve)?)?$`)
	suitNumber   = regexp.MustCompile(`^(3[2-9]|[45]\d|6[0-4]) ?(xs|s|r|l|xl|xxl|short|regular|reg|long|extra long|x-long)$`)
	plusX        = regexp.MustCompile(`^([0-6])x(?:-([0-6])x)?$`)
	clothNumber  = regexp.MustCompile(`^(00|\d{1,2})(?:[-/](\d{1,2}))?$`)
	numberLetter = regexp.MustCompile(`^(00|\d{1,2})w?(?:[-/](\d{1,2}))? ?(w|p|t|s|l|r|x|pt|petite|tall|short|long|regular|plus|slim|husky|big|maternity)$`)
	letterNumber = regexp.MustCompile(`^(x{0,4}s|m|x{0,5}l|[1-6]xl?|small|medium|large|x-small|x-large|xx-large|extra small|extra large)(?: ?[(/] ?| )(?:us )?(\d{1,2})w?(?:[-/](\d{1,2}))?([wtp]?)(?: us)?\)?$`)
	letterRound  = regexp.MustCompile(`^(x{0,3}s|m|x{0,4}l|small|medium|large|x-large) ?[(/] ?(\d{1,3}(?:\.\d)?)(?:-(\d{1,3}(?:\.\d)?))? ?(cm|mm)\)?$`)
	manyX        = regexp.MustCompile(`^([2-6])x[- ]large$`)
	tallLetter   = regexp.MustCompile(`^(m|[2-6]?x{0,3}l)t$`)
	youthLetter  = regexp.MustCompile(`^y-?(x{0,2}s|m|x{0,2}l)$`)
	letterSpan   = regexp.MustCompile(`^(x{0,3}s|m|x{0,4}l|[1-6]xl?)[/-](x{0,3}s|m|x{0,4}l|[1-6]xl?)$`)
	letterFit    = regexp.MustCompile(`^(x{0,3}s|m|x{0,4}l|[1-6]xl?|small|medium|large) (tall|petite|short|long|regular|slim|husky)$`)
	hatNumber    = regexp.MustCompile(`^([67])(?: ?-?(\d/\d)|\.(\d{1,3}))?$`)
	ringNumber   = regexp.MustCompile(`^(\d{1,2}(?:\.(?:5|25|75))?)(?: (1/2|1/4|3/4))?$`)
	braNumber    = regexp.MustCompile(`^(\d{2}) ?(aaa|aa|a|b|c|d{1,4}|e{1,2}|ff?|gg?|hh?|i|j|k)(?:/(\d{2})?([a-k]{1,4}))?$`)
)

// words of letters, as values say them.
var letters = map[string]string{
	"small": "S", "medium": "M", "large": "L", "x-small": "XS", "x-large": "XL", "xx-large": "XXL", "extra small": "XS", "extra large": "XL",
}

// letter is a size in letters as it is written.
func letter(s string) string {
	if short := letters[s]; short != "" {
		return short
	}
	return strings.ToUpper(s)
}

// trouserSize writes waist and inseam: 腰围32×内长30英寸.
func (t *Tables) trouserSize(s size) (string, bool, bool) {
	if m := waistInseam.FindStringSubmatch(s.value); m != nil && (s.kind.has(pantsKind) || strings.ContainsAny(s.value, "wl")) && between(m[1], "20", "60") && between(m[2], "24", "40") {
		return "腰围" + m[1] + "×内长" + m[2] + "英寸", true, true
	}
	if m := inches2.FindStringSubmatch(s.value); m != nil {
		switch {
		case strings.Contains(s.name, "inseam"), s.kind.has(pantsKind) && strings.Contains(s.name, "length") && between(m[1], "24", "40"):
			return "内长" + m[1] + "英寸", true, true
		case strings.Contains(s.name, "waist"):
			return "腰围" + m[1] + "英寸", true, true
		case strings.HasPrefix(s.name, "chest"), strings.HasPrefix(s.name, "bust"):
			return "胸围" + m[1] + "英寸", true, true
		}
	}
	m := waistAlone.FindStringSubmatch(s.value)
	if m == nil {
		return "", false, false
	}
	number := m[1] + m[2] + m[3]
	if s.kind.has(womenKind) && m[2] != "" && !strings.Contains(s.name, "waist") {
		return usSize(number + "W"), true, true // a plus size
	}
	if s.kind.has(pantsKind) && s.kind.has(menKind) || m[1] != "" || m[3] != "" {
		return "腰围" + number + "英寸", true, true
	}
	return usSize(number + "W"), true, s.kind.has(apparelKind | pantsKind)
}

// between compares two numbers of two digits.
func between(number, from, to string) bool { return number >= from && number <= to }

// shirtSize writes neck and sleeve: 领围15.5×袖长34英寸.
func (t *Tables) shirtSize(s size) (string, bool, bool) {
	m := neckSleeve.FindStringSubmatch(s.value)
	if m == nil || !s.kind.has(shirtKind) {
		return "", false, false
	}
	neck := "领围" + halves(m[1])
	if m[2] == "" {
		return neck + "英寸", true, true
	}
	return neck + "×袖长" + span(m[2], m[3], "") + "英寸", true, true
}

// suitSize writes the chest and the length of suits: 美码42R（常规）.
func (t *Tables) suitSize(s size) (string, bool, bool) {
	m := suitNumber.FindStringSubmatch(s.value)
	if m == nil || !s.kind.has(suitKind) {
		return "", false, false
	}
	code := map[string]string{"short": "S", "regular": "R", "reg": "R", "long": "L", "extra long": "XL", "x-long": "XL"}[m[2]]
	if code == "" {
		code = strings.ToUpper(m[2])
	}
	return usSize(m[1]+code) + "（" + t.fits[strings.ToLower(code)] + "）", true, t.fits[strings.ToLower(code)] != ""
}

// lettersWithNumbers writes M (8-10), S/M and L Tall.
func (t *Tables) lettersWithNumbers(s size) (string, bool, bool) {
	if m := letterNumber.FindStringSubmatch(s.value); m != nil && s.kind.has(apparelKind|pantsKind|kidsKind|womenKind|menKind|shoesKind) {
		return letter(m[1]) + "（" + usSize(span(m[2], m[3], "")+strings.ToUpper(m[4])) + "）", true, true
	}
	if m := letterSpan.FindStringSubmatch(s.value); m != nil {
		return letter(m[1]) + "～" + letter(m[2]), true, true
	}
	if m := letterRound.FindStringSubmatch(s.value); m != nil {
		unit := map[string]string{"cm": "厘米", "mm": "毫米"}[m[4]]
		return letter(m[1]) + "（" + span(m[2], m[3], "") + unit + "）", true, true
	}
	if m := manyX.FindStringSubmatch(s.value); m != nil {
		return m[1] + "XL", true, true
	}
	if m := tallLetter.FindStringSubmatch(s.value); m != nil && s.kind.has(apparelKind) {
		return letter(m[1]) + "（" + t.fits["tall"] + "）", true, true
	}
	if m := youthLetter.FindStringSubmatch(s.value); m != nil && s.kind.has(apparelKind|kidsKind) {
		return t.people["youth"] + letter(m[1]), true, true
	}
	if m := letterFit.FindStringSubmatch(s.value); m != nil {
		return letter(m[1]) + "（" + t.fits[m[2]] + "）", true, true
	}
	return "", false, false
}

// clothesSize writes the numbers of clothes: 美码8, 美码10P, 美码2X.
func (t *Tables) clothesSize(s size) (string, bool, bool) {
	if !s.kind.has(apparelKind | pantsKind | suitKind | womenKind | menKind | gloveKind | kidsKind | babyKind) {
		return "", false, false
	}
	name, value := systemOf(strings.TrimPrefix(s.value, "plus "))
	if m := plusX.FindStringSubmatch(value); m != nil {
		return usSize(span(m[1], m[2], "X") + "X"), true, true
	}
	if m := numberLetter.FindStringSubmatch(value); m != nil {
		number := systems[name] + span(m[1], m[2], "")
		if len(m[3]) <= 2 {
			return number + strings.ToUpper(m[3]), true, true
		}
		return number + "（" + t.fits[m[3]] + "）", true, true
	}
	if m := clothNumber.FindStringSubmatch(value); m != nil && isWorn(s) {
		return systems[name] + span(m[1], m[2], ""), true, true
	}
	return "", false, false
}

// isWorn reports whether a bare number is a size: the option says so, and what has it is
// worn.
func isWorn(s size) bool {
	asked := strings.Contains(s.name, "size") || s.name == "us" || s.name == "eu"
	return asked && s.kind.has(apparelKind|pantsKind|suitKind|gloveKind)
}

// peopleSize writes a size of somebody: 青少年M, 男童美码8.
func (t *Tables) peopleSize(s size) (string, bool, bool) {
	rest, people := t.cutPeople(s.value)
	if len(people) == 0 || !s.kind.has(apparelKind|pantsKind|kidsKind|babyKind|gloveKind|hatKind) {
		return "", false, false
	}
	if m := clothNumber.FindStringSubmatch(rest); m != nil {
		return people[0] + usSize(span(m[1], m[2], "")), true, true
	}
	if short := letters[rest]; short != "" || letterAlone.MatchString(rest) {
		return people[0] + letter(rest), true, true
	}
	return "", false, false
}

var letterAlone = regexp.MustCompile(`^(x{0,3}s|m|x{0,4}l|[1-6]xl)$`)

// braSize writes band and cup: 美码34B.
func (t *Tables) braSize(s size) (string, bool, bool) {
	m := braNumber.FindStringSubmatch(s.value)
	if m == nil || !s.kind.has(braKind) || !between(m[1], "28", "56") {
		return "", false, false
	}
	return usSize(strings.ToUpper(strings.ReplaceAll(s.value, " ", ""))), true, true
}

// ringSize writes the size of a ring with its inner diameter: 美码7（内径约17.3毫米）.
func (t *Tables) ringSize(s size) (string, bool, bool) {
	_, value := systemOf(s.value)
	m := ringNumber.FindStringSubmatch(value)
	if m == nil || !s.kind.has(ringKind) {
		return "", false, false
	}
	number := m[1]
	if m[2] != "" {
		number += map[string]string{"1/2": ".5", "1/4": ".25", "3/4": ".75"}[m[2]]
	}
	text := usSize(number)
	if r, ok := t.rings[number]; ok {
		text += "（内径约" + r.inner + "毫米）"
	}
	return text, true, true
}

// hatSize writes the size of a fitted hat.
func (t *Tables) hatSize(s size) (string, bool, bool) {
	m := hatNumber.FindStringSubmatch(s.value)
	if m == nil || !s.kind.has(hatKind) || s.kind.has(shoesKind|ringKind|kidsKind|babyKind) {
		return "", false, false
	}
	return usSize(strings.Replace(s.value, "-", " ", 1)), true, true
}
