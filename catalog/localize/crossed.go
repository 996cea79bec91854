package localize

import (
	"strings"
	"unicode/utf8"
)

// crossed reads numbers joined by x that have no unit at token i, the 700 x 40c
// of a tire and the 1x11 of a drivetrain, with a measure word behind them if
// there is one. It returns the number of tokens read.
func (a *analyser) crossed(text string, ts []token, i int) (stretch, int) {
	if ts[i].kind != numberToken {
		return stretch{}, 0
	}
	size := a.lex.units.scanCrossed(text[ts[i].from:])
	if size == 0 {
		return lettered(ts, i)
	}
	n := i
	for n < len(ts) && ts[n].from < ts[i].from+size {
		n++
	}
	if ts[n-1].to != ts[i].from+size {
		return stretch{}, 0
	}
	number := strings.NewReplacer(" x ", "×", " X ", "×", " × ", "×").Replace(text[ts[i].from : ts[i].from+size])
	if n < len(ts) {
		if h, ok := a.packWord(ts[n:]); ok {
			return packed(number+h.term.Hans, h), n - i + h.words
		}
	}
	return stretch{Segment: Segment{Text: number, Origin: FromNumber}, role: numberRole}, n - i
}

// scanCrossed is the length of "700x40c" or "26 x 2.1" at the start of s, or 0.
func (u *units) scanCrossed(s string) int {
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

// lettered reads a number with a letter right behind it that is no unit: a 700c
// wheel, a child's 4T.
func lettered(ts []token, i int) (stretch, int) {
	if i+1 >= len(ts) || ts[i+1].gap != "" || ts[i+1].kind != wordToken || len(ts[i+1].text) != 1 {
		return stretch{}, 0
	}
	return stretch{Segment: Segment{Text: ts[i].text + ts[i+1].text, Origin: FromNumber}, role: numberRole}, 2
}
