package measures

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"tradewind.app/catalog/localize/words"
)

// maxNumber bounds a number in a measure: longer ones measure nothing that is sold.
const maxNumber = 12

// scanNumber reads the number at the start of s, "1,000.5", ".5", "1/2",
// "1 1/2", "1-1/2", "1½", and returns its value and its length in bytes, or 0.
func scanNumber(s string) (*big.Rat, int) {
	if r, size := utf8.DecodeRuneInString(s); words.Vulgar[r] != "" {
		return fraction(words.Vulgar[r]), size
	}
	whole := scanDecimal(s)
	if whole == 0 || whole > maxNumber {
		return nil, 0
	}
	value, ok := new(big.Rat).SetString(strings.ReplaceAll(s[:whole], ",", ""))
	if !ok {
		return nil, 0
	}
	rest := s[whole:]
	if strings.HasPrefix(rest, "/") {
		if n := scanFraction(s); n > 0 {
			return fraction(s[:n]), n
		}
		return nil, 0
	}
	if part, n := scanPart(rest); n > 0 && value.IsInt() {
		return value.Add(value, part), whole + n
	}
	return value, whole
}

// scanPart reads the fraction that follows a whole number: "½", " 1/2", "-1/2".
func scanPart(s string) (*big.Rat, int) {
	gap := 0
	if s != "" && (s[0] == ' ' || s[0] == '-') {
		gap = 1
	}
	if r, size := utf8.DecodeRuneInString(s[gap:]); words.Vulgar[r] != "" {
		return fraction(words.Vulgar[r]), gap + size
	}
	if n := scanFraction(s[gap:]); gap == 1 && n > 0 {
		return fraction(s[gap : gap+n]), gap + n
	}
	return nil, 0
}

// scanFraction is the length of a proper fraction with a denominator that
// rulers and kitchens use, so that 18/8 and 24/7 are none.
func scanFraction(s string) int {
	top := digits(s)
	if top == 0 || top > 2 || top >= len(s) || s[top] != '/' {
		return 0
	}
	bottom := digits(s[top+1:])
	switch s[top+1 : top+1+bottom] {
	case "2", "3", "4", "5", "8", "16", "32", "64":
	default:
		return 0
	}
	if n := top + 1 + bottom; fraction(s[:n]).Cmp(big.NewRat(1, 1)) < 0 {
		return n
	}
	return 0
}

// scanDecimal is the length of a number with groups of three and a point.
func scanDecimal(s string) int {
	n := digits(s)
	for n > 0 && n+3 < len(s) && s[n] == ',' && digits(s[n+1:]) == 3 {
		n += 4
	}
	if n < len(s) && s[n] == '.' {
		if frac := digits(s[n+1:]); frac > 0 {
			n += 1 + frac
		}
	}
	return n
}

func digits(s string) int {
	n := 0
	for n < len(s) && words.IsASCIIDigit(s[n]) {
		n++
	}
	return n
}

func fraction(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return new(big.Rat)
	}
	return r
}
