package localize

import (
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/words"
)

// crossed reads numbers joined by x that have no unit at token i, the 700 x 40c
// of a tire and the 1x11 of a drivetrain, with a measure word behind them if
// there is one. It returns the number of tokens read.
func (a *analyser) crossed(text string, ts []words.Token, i int) (compose.Stretch, int) {
	if ts[i].Kind != words.NumberToken {
		return compose.Stretch{}, 0
	}
	size := a.units.ScanCrossed(text[ts[i].From:])
	if size == 0 {
		return lettered(ts, i)
	}
	n := i
	for n < len(ts) && ts[n].From < ts[i].From+size {
		n++
	}
	if ts[n-1].To != ts[i].From+size {
		return compose.Stretch{}, 0
	}
	number := strings.NewReplacer(" x ", "×", " X ", "×", " × ", "×").Replace(text[ts[i].From : ts[i].From+size])
	if n < len(ts) {
		if h, ok := a.packWord(ts[n:]); ok {
			return packed(number+h.Term.Hans, h), n - i + h.Words
		}
	}
	return compose.Stretch{Segment: compose.Segment{Text: number, Origin: compose.FromNumber}, Role: compose.NumberRole}, n - i
}

// lettered reads a number with a letter right behind it that is no unit: a 700c
// wheel, a child's 4T.
func lettered(ts []words.Token, i int) (compose.Stretch, int) {
	if i+1 >= len(ts) || ts[i+1].Gap != "" || ts[i+1].Kind != words.WordToken || len(ts[i+1].Text) != 1 {
		return compose.Stretch{}, 0
	}
	return compose.Stretch{Segment: compose.Segment{Text: ts[i].Text + ts[i+1].Text, Origin: compose.FromNumber}, Role: compose.NumberRole}, 2
}
