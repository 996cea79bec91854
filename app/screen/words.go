package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// wrapped is a text over as many lines as it needs.
func wrapped(s string) *fynewidget.Label {
	label := fynewidget.NewLabel(s)
	label.Wrapping = fyne.TextWrapWord
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		label.Wrapping = fyne.TextWrapBreak // Chinese has no spaces to break at
	}
	return label
}

// centredWords is a secondary text in the middle, over as many lines as it needs.
func centredWords(s string) *fynewidget.Label {
	label := wrapped(s)
	label.Alignment, label.SizeName = fyne.TextAlignCenter, theme.TextSecondary
	return label
}

// flush takes away the space that a label has around it, so that it stands in
// line with the other texts.
func flush(o fyne.CanvasObject) fyne.CanvasObject {
	return widget.Inset(-theme.Space2, -theme.Space2, o)
}

// joined puts a dot between two texts, where both are there.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// capital begins a word that stands alone, such as the title of a column. What a
// marketplace calls its column, image_link, stays as it is.
func capital(s string) string {
	if word, _, _ := strings.Cut(s, " "); strings.Contains(word, "_") {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// thousands writes a count.
func thousands(n int) string { return text.Count(int64(n)) }
