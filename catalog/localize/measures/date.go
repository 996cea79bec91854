package measures

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// The forms in which English texts write dates. A day without a year is none: may 5 is
// too often something different.
var (
	monthDayYear = regexp.MustCompile(`^(?i)([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)\b`)
	dayMonthYear = regexp.MustCompile(`^(?i)(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (20\d\d)\b`)
	monthYear    = regexp.MustCompile(`^(?i)([a-z]{3,9})\.?,? (20\d\d)\b`)
	isoDate      = regexp.MustCompile(`^(20\d\d)[-/](\d{1,2})[-/](\d{1,2})\b`)
	usDate       = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(20\d\d)\b`)
)

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// IsMonth reports whether a word is a month's name or its abbreviation.
func IsMonth(word string) bool { return month(word) > 0 }

// month is the number of a month's name or its abbreviation, or 0.
func month(name string) int {
	if len(name) < 3 {
		return 0
	}
	name = strings.ToLower(name)
	for i, full := range monthNames {
		if name == full || name == full[:3] || name == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}

// ScanDate reads the date at the start of s and returns it as Chinese writes dates,
// 2026年11月21日 or 2026年11月, with the bytes read, or 0. A date of figures is the
// American one, month first.
func ScanDate(s string) (string, int) {
	if m := monthDayYear.FindStringSubmatch(s); m != nil {
		return date(m[3], month(m[1]), m[2], len(m[0]))
	}
	if m := dayMonthYear.FindStringSubmatch(s); m != nil {
		return date(m[3], month(m[2]), m[1], len(m[0]))
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return date(m[2], month(m[1]), "", len(m[0]))
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return date(m[1], number(m[2]), m[3], len(m[0]))
	}
	if m := usDate.FindStringSubmatch(s); m != nil {
		return date(m[3], number(m[1]), m[2], len(m[0]))
	}
	return "", 0
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// date writes a date that there may be.
func date(year string, month int, day string, size int) (string, int) {
	switch {
	case month < 1 || month > 12:
		return "", 0
	case day == "":
		return fmt.Sprintf("%s年%d月", year, month), size
	case number(day) < 1 || number(day) > 31:
		return "", 0
	}
	return fmt.Sprintf("%s年%d月%d日", year, month, number(day)), size
}
