package measures

import (
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog/localize/words"
)

// ScanCrossed is the length of "700x40c" or "26 x 2.1" at the start of s, or 0.
func (u *Units) ScanCrossed(s string) int {
	at, joined := scanDecimal(s), false
	for at > 0 && at < len(s) {
		rest := strings.TrimPrefix(s[at:], " ")
		gap := len(s[at:]) - len(rest)
		sign, size := utf8.DecodeRuneInString(rest)
		if sign != 'x' && sign != 'X' && sign != '×' {
			break
		}
		after := strings.TrimPrefix(rest[size:], " ")
		space := len(rest) - size - len(after)
		number := scanDecimal(after)
		if number == 0 || space != gap {
			break
		}
		at, joined = at+gap+size+space+number, true
	}
	switch {
	case !joined:
		return 0
	case at < len(s) && (s[at] == 'c' || s[at] == 'C' || s[at] == 'b' || s[at] == 'B') && !u.letterAfter(s[at+1:]):
		return at + 1
	case u.letterAfter(s[at:]):
		return 0
	}
	return at
}

// ScanWaist reads the 32W x 30L at the start of s, a waist and an inseam, and returns
// them with the bytes read, or 0.
func ScanWaist(s string) (waist, inseam string, size int) {
	n := digits(s)
	rest := s[n:]
	if n != 2 || rest == "" || rest[0] != 'W' && rest[0] != 'w' {
		return "", "", 0
	}
	rest = strings.TrimLeft(rest[1:], " x×X/")
	l := digits(rest)
	if l != 2 || l >= len(rest) || rest[l] != 'L' && rest[l] != 'l' || l+1 < len(rest) && words.IsAlnum(rune(rest[l+1])) {
		return "", "", 0
	}
	return s[:n], rest[:l], len(s) - len(rest) + l + 1
}
