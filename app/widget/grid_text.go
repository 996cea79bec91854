package widget

import (
	"strings"

	"fyne.io/fyne/v2"
)

// advances are the widths of characters that were met, by size and style. To
// shape a whole text anew for each cell that comes into view would cost more than
// to draw it; the sum of its characters' widths is near enough to cut it.
type advances map[advanceKey]float32

type advanceKey struct {
	char rune
	size float32
	bold bool
}

// mostAdvances bounds the memory: a catalogue may use all of Unicode.
const mostAdvances = 20_000

func (a advances) of(char rune, size float32, bold bool) float32 {
	key := advanceKey{char, size, bold}
	width, ok := a[key]
	if !ok {
		if len(a) >= mostAdvances {
			clear(a)
		}
		width = fyne.MeasureText(string(char), size, fyne.TextStyle{Bold: bold}).Width
		a[key] = width
	}
	return width
}

// width is the width of a text.
func (a advances) width(s string, size float32) float32 {
	width := float32(0)
	for _, char := range s {
		width += a.of(char, size, false)
	}
	return width
}

// fit cuts a text to a width and ends it in "…" where it was cut.
func (a advances) fit(s string, width, size float32, bold bool) string {
	dots := a.of('…', size, bold)
	used, cut := float32(0), 0
	for i, char := range s {
		if used+dots <= width {
			cut = i
		}
		if used += a.of(char, size, bold); used > width {
			return strings.TrimRight(s[:cut], " ") + "…"
		}
	}
	return s
}
