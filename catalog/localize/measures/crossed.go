package measures

import (
	"strings"
	"unicode/utf8"
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
