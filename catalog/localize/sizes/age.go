package sizes

import (
	"regexp"
	"strings"
)

var (
	monthsOrYears = regexp.MustCompile(`^(?:age |ages )?(\d{1,2}) ?(m|mo|mos|mths?|months?|y|yrs?|years?)?(?:(?: ?- ?| to )(\d{1,2}))? ?(m|mo|mos|mths?|months?|y|yrs?|years?)(?: old)?$`)
	toddlerSize   = regexp.MustCompile(`^(\d)(?:t?-(\d))?t$`)
	orOlder       = regexp.MustCompile(`^(?:age |ages )?(\d{1,2}) ?(m|mo|months?|y|yrs?|years?)?(?:\+| and up| & up)$`)
	bareAge       = regexp.MustCompile(`^(\d{1,2})(?:-(\d{1,2}))?$`)
)

// newborns are the sizes before the months.
var newborns = map[string]string{
	"nb": "新生儿", "newborn": "新生儿", "new born": "新生儿", "preemie": "早产儿", "premie": "早产儿", "premature": "早产儿", "micro preemie": "超早产儿",
	"p": "早产儿", "nb/newborn": "新生儿", "newborn (nb)": "新生儿", "nb-3m": "0～3个月", "newborn-3 months": "0～3个月", "nb-6m": "0～6个月", "0-3": "0～3个月", "3-6": "3～6个月",
}

// age writes the ages that sizes of babies and children are: 6～12个月.
func (t *Tables) age(s size) (string, bool, bool) {
	small := s.kind.has(babyKind | kidsKind)
	if text := newborns[s.value]; text != "" && s.kind.has(babyKind) && (len(s.value) > 1 && strings.ContainsAny(s.value, "abcdefghijklmnopqrstuvwxyz") || !s.kind.has(kidsKind) && !s.kind.has(shoesKind)) {
		return text, true, true
	}
	if m := toddlerSize.FindStringSubmatch(s.value); m != nil && (small || s.kind.has(apparelKind)) {
		return usSize(span(m[1], m[2], "T") + "T"), true, true
	}
	if m := monthsOrYears.FindStringSubmatch(s.value); m != nil {
		return ageText(m, s, small)
	}
	if m := orOlder.FindStringSubmatch(s.value); m != nil && (m[2] != "" && (small || len(m[2]) > 1) || strings.Contains(s.name, "age")) {
		unit := "岁"
		if strings.HasPrefix(m[2], "m") {
			unit = "个月"
		}
		return m[1] + unit + "以上", true, true
	}
	if m := bareAge.FindStringSubmatch(s.value); m != nil && strings.Contains(s.name, "age") && !strings.Contains(s.name, "package") {
		return span(m[1], m[2], "") + "岁", true, true
	}
	return "", false, false
}

// ageText writes the parts of monthsOrYears. A letter alone is an age on goods for small
// ones only: the 8 M of shoes is a width, and the 3 M of a shirt a letter.
func ageText(m []string, s size, small bool) (string, bool, bool) {
	letter := len(m[4]) == 1
	if letter && (!small || s.kind.has(shoesKind) && m[3] == "") && !strings.Contains(s.name, "age") {
		return "", false, false
	}
	last := map[byte]string{'m': "个月", 'y': "岁"}[m[4][0]]
	if m[2] == "" || m[2][0] == m[4][0] || m[3] == "" {
		return span(m[1], m[3], "") + last, true, true
	}
	first := map[byte]string{'m': "个月", 'y': "岁"}[m[2][0]]
	return m[1] + first + "～" + m[3] + last, true, true
}

// span writes one number or two.
func span(from, to, unit string) string {
	if to == "" {
		return from
	}
	return from + unit + "～" + to
}

// usSize names the system.
func usSize(s string) string { return "美码" + s }

var diaperNumber = regexp.MustCompile(`^([0-9])$`)

// diaperSize writes the numbers of diapers: 2号.
func (t *Tables) diaperSize(s size) (string, bool, bool) {
	if !s.kind.has(diaperKind) {
		return "", false, false
	}
	if s.value == "n" {
		return "新生儿", true, true
	}
	m := diaperNumber.FindStringSubmatch(s.value)
	if m == nil {
		return "", false, false
	}
	return m[1] + "号", true, true
}
