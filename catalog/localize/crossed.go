package localize

import (
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/measures"
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

// waist reads the 32W x 30L of trousers at token i, which are inches and no litres.
func (a *analyser) waist(text string, ts []words.Token, i int) (compose.Stretch, int) {
	if ts[i].Kind != words.NumberToken {
		return compose.Stretch{}, 0
	}
	w, l, size := measures.ScanWaist(text[ts[i].From:])
	n := tokensIn(ts, i, size)
	if n == 0 {
		return compose.Stretch{}, 0
	}
	written := "腰围" + w + "×内长" + l + "英寸"
	return compose.Stretch{Segment: compose.Segment{Text: written, Origin: compose.FromUnit}, Role: compose.MeasureRole}, n
}

// lettered reads a number with letters right behind it that are no unit: a 700c wheel,
// a child's 4T, a 225/45R17 tire; and the size of a thread, 1/4-20.
func lettered(ts []words.Token, i int) (compose.Stretch, int) {
	if fraction, pitch, ok := strings.Cut(ts[i].Text, "-"); ok && strings.Contains(fraction, "/") && !strings.ContainsAny(pitch, "-/.") {
		return compose.Stretch{Segment: compose.Segment{Text: ts[i].Text, Origin: compose.FromNumber}, Role: compose.KeptRole}, 1
	}
	if i+1 >= len(ts) || ts[i+1].Gap != "" || ts[i+1].Kind != words.WordToken || len(ts[i+1].Text) != 1 && !isName(ts[i+1]) {
		return compose.Stretch{}, 0
	}
	return compose.Stretch{Segment: compose.Segment{Text: ts[i].Text + ts[i+1].Text, Origin: compose.FromNumber}, Role: compose.NumberRole}, 2
}
