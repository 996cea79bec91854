package screen

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
)

// StateWidth is the width of the words in place of a list that is empty,
// DeleteWidth those of the question before products are deleted.
const (
	StateWidth  = 440
	DeleteWidth = 360
)

// CentredWords is a secondary text in the middle, over as many lines as it needs in
// a width.
func CentredWords(s string, width float32) fyne.CanvasObject {
	return widget.NewWrapped(s).Small().Center().Within(width)
}

// Joined puts a dot between two texts, where both are there.
func Joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// Capital begins a word that is alone, such as the title of a column. What a
// marketplace calls its column, image_link, stays as it is.
func Capital(s string) string {
	if word, _, _ := strings.Cut(s, " "); strings.Contains(word, "_") {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// Thousands writes a count.
func Thousands(n int) string { return text.Count(int64(n)) }

// Moment is a time as the machine's clock shows it.
func Moment(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// Beside puts a dot between the texts that are there.
func Beside(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// CountsOf says what an entry did, leaving out what it did not.
func CountsOf(say *text.Printer, c view.EntryCounts) string {
	var parts []string
	add := func(n int, sentence string) {
		if n > 0 {
			parts = append(parts, sentence)
		}
	}
	add(c.New, say.Say("count-new", "count", c.New))
	add(c.Changed, say.Say("count-changed", "count", c.Changed))
	add(c.Deleted, say.Say("count-deleted", "count", c.Deleted))
	add(c.Refused, say.Say("count-refused", "count", c.Refused))
	add(c.Documents, say.Say("history-documents", "count", c.Documents))
	return strings.Join(parts, ", ")
}

// OneLine is a text without line breaks.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Shown is a text of a field on one line; an empty one is a dash.
func Shown(s string) string {
	if r := []rune(s); len(r) > longShown {
		s = string(r[:longShown])
	}
	if s = OneLine(s); s == "" {
		return "—"
	}
	return s
}

// longShown is more characters than a line has room for.
const longShown = 200

// BackupReasons are the messages that say why a backup was made.
var BackupReasons = map[string]string{
	"import": "history-before-import", "migration": "history-before-migration", "restore": "history-before-restore", "asked": "history-asked",
}

// Megabytes writes the size of a file.
func Megabytes(size int64) string {
	const mega = 1 << 20
	return fmt.Sprintf("%.1f MB", float64(size)/mega)
}

// AltKey writes a key that is pressed with Alt.
func AltKey(key string) string {
	if runtime.GOOS == "darwin" {
		return "⌥" + key
	}
	return "Alt+" + key
}
