package input

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// LineEntry is an entry for a text that is read as one but may be long: it wraps,
// Enter submits it and Tab leaves it.
type LineEntry struct {
	Entry

	// Submit is called by Enter, Escape by Esc. Both must be set.
	Submit, Escape func()
	// Step is called by the up key in the first line (-1) and down in the last (1),
	// once the cursor can go no further.
	Step func(by int)
	// Accept is called by Ctrl (Cmd) and Enter, Turn by Alt and PageUp (-1) or
	// PageDown (1).
	Accept func()
	Turn   func(by int)
	// Insert is called by Alt and a number from 1 to 9, and by Alt and 0.
	Insert func(number int)

	shape *widget.Wrapped // says how high the text is
}

// NewLineEntry makes an empty entry.
func NewLineEntry() *LineEntry {
	e := &LineEntry{shape: widget.NewWrapped("")}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapBreak
	e.SetMinRowsVisible(1)
	e.ExtendBaseWidget(e)
	return e
}

// HeightAt is how high the entry must be in a width to show all of its text.
func (e *LineEntry) HeightAt(width float32) float32 {
	rows := float32(e.shape.CountLines(e.Text, width-2*theme.Space2-2))
	return max(theme.ControlHeight, rows*e.shape.LineHeight()+(rows-1)*theme.Space1+2*theme.Space2)
}

// FocusGained shows the focus ring.
func (e *LineEntry) FocusGained() {
	e.Entry.FocusGained()
	widget.Reveal(e)
}

// Put shows a text, with the cursor behind it.
func (e *LineEntry) Put(text string) {
	if text == e.Text {
		return
	}
	e.SetText(text)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// Add writes a text where the cursor is, in place of what is selected.
func (e *LineEntry) Add(text string) {
	for _, r := range text {
		e.TypedRune(r)
	}
}

// TypedKey submits, leaves and steps.
func (e *LineEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		widget.RunGuarded(e.Submit)
		return
	case fyne.KeyEscape:
		widget.RunGuarded(e.Escape)
		return
	case fyne.KeyUp, fyne.KeyDown:
		row, column := e.CursorRow, e.CursorColumn
		e.Entry.TypedKey(key)
		if e.Step != nil && row == e.CursorRow && column == e.CursorColumn {
			widget.RunGuarded(func() { e.Step(map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[key.Name]) })
		}
		return
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut accepts, turns and inserts by number.
func (e *LineEntry) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); !ok || !e.takes(custom) {
		e.Entry.TypedShortcut(s)
	}
}

func (e *LineEntry) takes(s *desktop.CustomShortcut) bool {
	enter := s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter
	if enter && s.Modifier == fyne.KeyModifierShortcutDefault && e.Accept != nil {
		widget.RunGuarded(e.Accept)
		return true
	}
	if s.Modifier != fyne.KeyModifierAlt {
		return false
	}
	turns := map[fyne.KeyName]int{fyne.KeyPageUp: -1, fyne.KeyPageDown: 1}
	if by := turns[s.KeyName]; by != 0 && e.Turn != nil {
		widget.RunGuarded(func() { e.Turn(by) })
		return true
	}
	if n, err := strconv.Atoi(string(s.KeyName)); err == nil && e.Insert != nil {
		widget.RunGuarded(func() { e.Insert(n) })
		return true
	}
	return false
}
