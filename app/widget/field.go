package widget

// Field is an entry of one line that hands its text over on Enter and when the
// cursor leaves it, if it is another.
type Field struct {
	Entry

	save func(string)
	had  string
}

// NewField makes an empty field.
func NewField(save func(string)) *Field {
	f := &Field{save: save}
	f.ExtendBaseWidget(f)
	f.OnSubmitted = func(string) { f.hand() }
	return f
}

// SetText shows a text that is saved already.
func (f *Field) SetText(s string) {
	f.had = s
	f.Entry.SetText(s)
}

// FocusGained shows the focus ring.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	reveal(f)
}

// FocusLost hands over what was typed.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	f.hand()
}

func (f *Field) hand() {
	if f.Text != f.had {
		f.had = f.Text
		guarded(func() { f.save(f.Text) })
	}
}
