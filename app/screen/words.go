package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"tradewind.app/app/text"
	"tradewind.app/app/widget"
)

// stateWidth is how wide the words are that stand where there is nothing to show,
// deleteWidth those of the question before products are deleted.
const (
	stateWidth  = 440
	deleteWidth = 360
)

// centredWords is a secondary text in the middle, over as many lines as it needs in
// a width.
func centredWords(s string, width float32) fyne.CanvasObject {
	return widget.NewWrapped(s).Small().Center().Within(width)
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
