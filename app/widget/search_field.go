package widget

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
)

// SearchField is an entry with a glass before it. Escape empties it, and where
// it is empty already goes back to where the person was.
type SearchField struct {
	Entry

	// Leave is called by Escape in an empty field; may be nil.
	Leave func()
}

// NewSearchField makes a field that tells every change of its words.
func NewSearchField(hint string, changed func(words string)) *SearchField {
	f := &SearchField{}
	f.ExtendBaseWidget(f)
	f.PlaceHolder, f.OnChanged = hint, changed
	f.Icon = theme.IconIn(theme.IconSearch, theme.Muted)
	f.Scroll = fyne.ScrollHorizontalOnly
	return f
}

// ShowWords puts other words into the field without telling it.
func (f *SearchField) ShowWords(words string) {
	if f.Text == words {
		return
	}
	told := f.OnChanged
	f.OnChanged = nil
	f.SetText(words)
	f.OnChanged = told
}

// TypedKey empties the field by Escape.
func (f *SearchField) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name != fyne.KeyEscape:
		f.Entry.TypedKey(e)
	case f.Text != "":
		f.SetText("")
	case f.Leave != nil:
		f.Leave()
	}
}
