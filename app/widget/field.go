package widget

// Field is an entry of one line that hands its text over on Enter and when the
// cursor leaves it, if it is another.
type Field struct {
	Entry

	// Typed is called when what is typed begins to differ from what was handed over,
	// and when it does no more; nil tells nobody.
	Typed func(pending bool)

	save func(string)
	had  string
}

// NewField makes an empty field.
func NewField(save func(string)) *Field {
	f := &Field{save: save}
	f.ExtendBaseWidget(f)
	f.OnSubmitted = func(string) { f.hand() }
	f.OnChanged = func(string) {
		if f.Typed != nil {
			f.Typed(f.Pending())
		}
	}
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

// Pending reports whether something was typed that was not handed over.
func (f *Field) Pending() bool { return f.Text != f.had }

// Take returns what was typed, as handed over.
func (f *Field) Take() string {
	f.had = f.Text
	return f.Text
}

func (f *Field) hand() {
	if f.Pending() {
		guarded(func() { f.save(f.Take()) })
	}
}
