package catalog

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// What can be wrong with a number. The sentences are for logs; a person reads
// the Problem that is made of them.
var (
	ErrNoNumber   = errors.New("no number in it")
	ErrAmbiguous  = errors.New("a comma or a point that could mean two things")
	ErrNoCurrency = errors.New("no currency told")
	ErrTooLong    = errors.New("more digits than any price or measure has")
)

// What is longer than maxNumber bytes, or has more than maxDigits digits or
// decimals, is no number, so that hostile input cannot make the arithmetic slow. A price of a
// whole shop fits. Zeros in front do not count: a number must be read again from
// its own text form, which may have one more than the text it was read from.
const (
	maxNumber = 100
	maxDigits = 40
)

// ParseDecimal reads a number as people write it: "1,299.00", "1.299,00",
// "1 299,00", "(5.00)", full-width digits. A single separator with exactly three
// digits behind it ("1,299") groups thousands, as Excel and every shop export in
// English write it, save when the part before is 0 ("0,299").
func ParseDecimal(s string) (decimal.Decimal, error) {
	text := strings.TrimSpace(foldDigits(s))
	if text == "" {
		return decimal.Decimal{}, ErrNoNumber
	}
	if len(text) > maxNumber {
		return decimal.Decimal{}, ErrTooLong
	}
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(inner, ")") {
		text = "-" + strings.TrimSuffix(inner, ")")
	}
	plain, err := plainNumber(text)
	if err != nil {
		return decimal.Decimal{}, err
	}
	if _, decimals, _ := strings.Cut(plain, "."); len(decimals) > maxDigits || len(strings.TrimLeft(plain, "-0.")) > maxDigits {
		return decimal.Decimal{}, ErrTooLong
	}
	d, err := decimal.NewFromString(plain)
	if err != nil {
		return decimal.Decimal{}, fmt.Errorf("%q: %w", s, ErrNoNumber)
	}
	return d, nil
}

// groupSigns separate thousands besides comma and point.
var groupSigns = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "’", "")

// plainNumber turns grouped and comma-decimal notations into "1299.00".
func plainNumber(s string) (string, error) {
	sign := ""
	if s[0] == '-' || s[0] == '+' {
		sign, s = strings.TrimPrefix(s[:1], "+"), strings.TrimSpace(s[1:])
	}
	if strings.Trim(s, "0123456789.,") != "" {
		s = groupSigns.Replace(s)
	}
	if strings.Trim(s, "0123456789.,") != "" || strings.Trim(s, ".,") == "" {
		return "", ErrNoNumber
	}
	comma, point := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case comma > 0 && point > 0:
		return joinMixed(sign, s)
	case comma > 1 || point > 1:
		return joinGroups(sign, s)
	case comma == 1:
		whole, frac, _ := strings.Cut(s, ",")
		if len(frac) == 3 && whole != "" && strings.Trim(whole, "0") != "" && len(whole) <= 3 {
			return sign + whole + frac, nil
		}
		return sign + whole + "." + frac, nil
	}
	return sign + s, nil
}

// joinMixed reads a number with both separators: the last one is the decimal's.
func joinMixed(sign, s string) (string, error) {
	i := strings.LastIndexAny(s, ",.")
	whole, frac := s[:i], s[i+1:]
	if strings.Contains(whole, s[i:i+1]) {
		return "", ErrAmbiguous
	}
	groups, err := joinGroups("", whole)
	if err != nil {
		return "", err
	}
	return sign + groups + "." + frac, nil
}

// joinGroups joins "1,299,000": every group but the first must have three digits.
// Indian grouping (12,34,567) is refused rather than guessed.
func joinGroups(sign, s string) (string, error) {
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '.' })
	for i, g := range groups {
		if i > 0 && len(g) != 3 || len(g) > 3 {
			return "", ErrAmbiguous
		}
	}
	return sign + strings.Join(groups, ""), nil
}

// FormatFloat gives a spreadsheet's double the digits a person sees in the cell:
// 15 significant ones, as Excel does ("31.199999999999999" is 31.2).
func FormatFloat(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return ""
	}
	s := strconv.FormatFloat(f, 'e', 14, 64)
	d, err := decimal.NewFromString(s)
	if err != nil {
		return ""
	}
	return d.String()
}

// foldDigits turns full-width digits and signs (１２９９．５０) into ASCII.
func foldDigits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == 0xEF {
			return strings.Map(foldRune, s)
		}
	}
	return s
}

func foldRune(r rune) rune {
	if r >= '！' && r <= '～' && r != '￥' {
		return r - '！' + '!'
	}
	return r
}
