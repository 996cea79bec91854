package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// ButtonKind tells how much a button asks to be pressed.
type ButtonKind uint8

// The kinds.
const (
	Plain   ButtonKind = iota // a surface with a line: most buttons
	Primary                   // the accent: the one thing to do next
	Quiet                     // no surface until the pointer is over it: in rows and bars
	Danger                    // takes something away
)

// Button is a word, an icon, or both, that does something. It is reached by Tab
// and pressed by Space or Enter.
type Button struct {
	widget.BaseWidget

	Tap func()

	text     string
	hint     string
	icon     fyne.Resource
	kind     ButtonKind
	small    bool
	disabled bool
	hovered  bool
	focused  bool
}

// NewButton makes a button of the plain kind.
func NewButton(text string, tap func()) *Button {
	b := &Button{text: text, Tap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton makes a quiet button that is an icon alone.
func NewIconButton(icon fyne.Resource, tap func()) *Button {
	return NewButton("", tap).WithIcon(icon).As(Quiet)
}

// As sets the kind and returns the button.
func (b *Button) As(kind ButtonKind) *Button {
	b.kind = kind
	return b
}

// Small makes the button 26 high instead of 32, and returns it.
func (b *Button) Small() *Button {
	b.small = true
	return b
}

// WithIcon puts an icon before the word and returns the button.
func (b *Button) WithIcon(icon fyne.Resource) *Button {
	b.icon = icon
	return b
}

// Hint sets what is shown while the pointer rests on the button, and returns it: an
// icon alone needs words.
func (b *Button) Hint(words string) *Button {
	b.hint = words
	return b
}

// SetText changes the word.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// Text returns the word.
func (b *Button) Text() string { return b.text }

// Allow lets the button be pressed, or not.
func (b *Button) Allow(pressed bool) {
	if b.disabled == pressed {
		b.disabled = !pressed
		b.Refresh()
	}
}

// Enable and Disable are part of fyne.Disableable: Tab passes a disabled button.
func (b *Button) Enable() { b.Allow(true) }

// Disable lets the button not be pressed.
func (b *Button) Disable() { b.Allow(false) }

// Disabled reports whether the button cannot be pressed.
func (b *Button) Disabled() bool { return b.disabled }

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	tips.Hide()
	if !b.disabled {
		guarded(b.Tap)
	}
}

// MouseIn shows that the pointer is over the button.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.hover(true)
	b.MouseMoved(e)
}

// MouseMoved is part of desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {
	if b.hint != "" {
		hint(b, b.hint)
	}
}

// MouseOut shows that the pointer has left.
func (b *Button) MouseOut() {
	b.hover(false)
	tips.leave(b)
}

func (b *Button) hover(over bool) {
	b.hovered = over
	b.Refresh()
}

// FocusGained shows the focus ring.
func (b *Button) FocusGained() {
	b.focus(true)
	reveal(b)
}

// FocusLost hides it.
func (b *Button) FocusLost() { b.focus(false) }

func (b *Button) focus(on bool) {
	b.focused = on
	b.Refresh()
}

// TypedRune leaves letters to the window.
func (b *Button) TypedRune(r rune) { passRune(b, r) }

// TypedKey presses the button on Space and Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		passKey(b, e)
	}
}

// Cursor is part of desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer makes the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b: b, area: canvas.NewRectangle(theme.Color(theme.Clear)), over: canvas.NewRectangle(theme.Color(theme.Clear)),
		word: canvas.NewText(b.text, theme.Color(theme.Ink)), icon: canvas.NewImageFromResource(b.icon),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.style()
	return r
}
