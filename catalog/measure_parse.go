package catalog

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// ParseMeasure reads "340 g", "12oz", "300 (g)", "1/2 lb" and what has two units,
// "1 lb 4 oz", "5' 10\"", which becomes one value in the first. fallback is the unit
// when the text names none; without one the text is refused.
func ParseMeasure(s string, fallback Unit) (Measure, error) {
	text := strings.TrimSpace(foldDigits(s))
	if text == "" || len(text) > maxNumber {
		return Measure{}, fmt.Errorf("%q is not a measure: %w", s, ErrNoNumber)
	}
	var sum Measure
	for rest := text; rest != ""; {
		var part Measure
		var err error
		if part, rest, err = cutMeasure(rest, fallback); err != nil {
			return Measure{}, fmt.Errorf("%q is not a measure: %w", s, err)
		}
		if sum.IsZero() {
			sum = part
			continue
		}
		more, ok := part.In(sum.Unit)
		if !ok || part.Unit.Size().Cmp(sum.Unit.Size()) >= 0 {
			return Measure{}, fmt.Errorf("%q is not a measure: %s behind %s", s, part, sum)
		}
		sum.Value = sum.Value.Add(more)
	}
	return sum, nil
}

// cutMeasure reads a number with its unit from the beginning of a text.
func cutMeasure(text string, fallback Unit) (m Measure, rest string, err error) {
	end := numberEnd(text)
	if end == 0 {
		return m, "", ErrNoNumber
	}
	if m.Value, err = parseFraction(strings.TrimSpace(text[:end])); err != nil {
		return m, "", err
	}
	word, rest := cutUnit(text[end:])
	m.Unit = fallback
	switch unit, ok := LookupUnit(word); {
	case ok:
		m.Unit = unit
	case word != "":
		return m, "", fmt.Errorf("unknown unit %q", word)
	case fallback == "":
		return m, "", fmt.Errorf("no unit told")
	case rest != "":
		return m, "", ErrNoNumber
	}
	return m, rest, nil
}

// cutUnit takes the unit off the beginning of a text: all up to the next number,
// without brackets and the words that join two measures.
func cutUnit(text string) (word, rest string) {
	next := strings.IndexAny(text, "0123456789")
	if next < 0 {
		next = len(text)
	}
	word = strings.TrimSpace(text[:next])
	for _, joint := range []string{",", " and", "&", "+"} {
		if next < len(text) {
			word = strings.TrimSpace(strings.TrimSuffix(word, joint))
		}
	}
	if inner, ok := strings.CutPrefix(word, "("); ok {
		word = strings.TrimSpace(strings.TrimSuffix(inner, ")"))
	}
	return word, text[next:]
}

// numberEnd is where the number at the beginning of a text ends: digits with their
// signs and spaces between them, and a fraction.
func numberEnd(text string) int {
	end := 0
	for i, r := range text {
		switch {
		case '0' <= r && r <= '9':
			end = i + 1
		case vulgar[r] != "":
			return i + len(string(r))
		case strings.ContainsRune(" .,'-+/\u00a0\u202f’", r):
			if r == '\'' && end == i && end > 0 && !digitAt(text, i+1) {
				return end // the sign of feet
			}
		default:
			return end
		}
	}
	return end
}

func digitAt(text string, i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }

// vulgar are the fractions that have a character of their own.
var vulgar = map[rune]string{'½': "1/2", '¼': "1/4", '¾': "3/4", '⅓': "1/3", '⅔': "2/3", '⅛': "1/8", '⅜': "3/8", '⅝': "5/8", '⅞': "7/8"}

// rulerParts are what scales and rulers are divided in.
var rulerParts = map[string]bool{"2": true, "3": true, "4": true, "5": true, "8": true, "10": true, "16": true, "32": true, "64": true}

// parseFraction reads a number that may be or end in a fraction: "1/2", "1 1/2",
// "1-1/2", "2½".
func parseFraction(s string) (decimal.Decimal, error) {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '/' || r > unicode.MaxASCII }) {
		return ParseDecimal(s) // as nearly all are
	}
	for r, plain := range vulgar {
		s = strings.Replace(s, string(r), " "+plain, 1)
	}
	top, bottom, ok := strings.Cut(strings.TrimSpace(s), "/")
	if !ok {
		return ParseDecimal(s)
	}
	whole := decimal.Zero
	if i := strings.LastIndexAny(top, " -"); i > 0 {
		var err error
		if whole, err = ParseDecimal(top[:i]); err != nil {
			return whole, err
		}
		top = top[i+1:]
	}
	numerator, err := ParseDecimal(top)
	if err != nil {
		return whole, err
	}
	denominator, err := ParseDecimal(bottom)
	if err != nil || !rulerParts[bottom] || numerator.Cmp(denominator) >= 0 {
		return whole, ErrNoNumber // 250/500 is two numbers
	}
	return whole.Add(numerator.Div(denominator)), nil
}
