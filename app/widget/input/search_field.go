package input

import (
	"strings"

	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// SearchField is an entry with a glass before it. Escape empties it, and where
// it is empty already goes back to where the person was.
type SearchField struct {
	Entry

	// Leave is called by Enter and the arrow down, and by Escape in an empty field; may
	// be nil.
	Leave func()

	hint string
}

// NewSearchField makes a field that reports every change of its words.
func NewSearchField(hint string, changed func(words string)) *SearchField {
	f := &SearchField{hint: hint}
	f.ExtendBaseWidget(f)
	f.PlaceHolder, f.OnChanged = hint, changed
	f.Icon = theme.IconIn(theme.IconSearch, theme.Muted)
	f.Scroll = fyne.ScrollHorizontalOnly
	return f
}

// iconRoom is what the glass and the space around the words take.
const iconRoom = theme.IconSize + 2*theme.Space4

// Resize says no more of the hint than fits: a longer one could be scrolled.
func (f *SearchField) Resize(size fyne.Size) {
	hint := f.hint
	if fyne.MeasureText(hint, theme.Size(theme.TextBody), fyne.TextStyle{}).Width > size.Width-iconRoom {
		hint = firstWords(hint)
	}
	if hint != f.PlaceHolder {
		f.SetPlaceHolder(hint)
	}
	f.Entry.Resize(size)
}

// firstWords are those before the first comma.
func firstWords(s string) string {
	if at := strings.IndexAny(s, ",，、"); at >= 0 {
		return s[:at]
	}
	return s
}

// ShowWords puts other words into the field without reporting it.
func (f *SearchField) ShowWords(words string) {
	if f.Text == words {
		return
	}
	told := f.OnChanged
	f.OnChanged = nil
	f.SetText(words)
	f.OnChanged = told
}

// TypedKey empties the field by Escape. Enter and the arrow down go on to what was
// found.
func (f *SearchField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.leave()
	case fyne.KeyDown:
		f.leave()
		widget.PassKey(f, e)
	case fyne.KeyEscape:
		if f.Text == "" {
			f.leave()
			return
		}
		f.SetText("")
	default:
		f.Entry.TypedKey(e)
	}
}

func (f *SearchField) leave() {
	if f.Leave != nil {
		f.Leave()
	}
}
