package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// ButtonKind says how much a button asks to be pressed.
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
		RunGuarded(b.Tap)
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
	Reveal(b)
}

// FocusLost hides it.
func (b *Button) FocusLost() { b.focus(false) }

func (b *Button) focus(on bool) {
	b.focused = on
	b.Refresh()
}

// TypedRune leaves letters to the window.
func (b *Button) TypedRune(r rune) { PassRune(b, r) }

// TypedKey presses the button on Space and Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		PassKey(b, e)
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

type buttonRenderer struct {
	b    *Button
	area *canvas.Rectangle
	over *canvas.Rectangle // hover, and the focus ring
	icon *canvas.Image
	word *canvas.Text
}

// look is the fill, the line and the word of a kind.
type look struct{ fill, line, word fyne.ThemeColorName }

var looks = map[ButtonKind]look{
	Plain:   {fynetheme.ColorNameButton, fynetheme.ColorNameInputBorder, theme.Ink},
	Primary: {theme.Accent, theme.Accent, theme.OnAccent},
	Quiet:   {theme.Clear, theme.Clear, theme.Muted},
	Danger:  {fynetheme.ColorNameButton, theme.Bad, theme.BadText},
}

func (r *buttonRenderer) style() {
	l := looks[r.b.kind]
	if r.b.disabled {
		l = look{fynetheme.ColorNameDisabledButton, theme.Line, theme.Faint}
	}
	r.area.FillColor, r.area.StrokeColor, r.area.StrokeWidth = theme.Color(l.fill), theme.Color(l.line), 1
	r.over.FillColor, r.over.StrokeColor, r.over.StrokeWidth = theme.Color(theme.Clear), theme.Color(theme.Clear), 0
	if r.b.hovered && !r.b.disabled {
		r.over.FillColor = theme.Color(fynetheme.ColorNameHover)
	}
	if r.b.focused {
		r.over.StrokeColor, r.over.StrokeWidth = theme.Color(r.ring()), 2
	}
	r.area.CornerRadius, r.over.CornerRadius = theme.ControlRadius, theme.ControlRadius
	r.word.Text, r.word.Color, r.word.TextSize = r.b.text, theme.Color(l.word), theme.Size(theme.TextBody)
	r.word.TextStyle = fyne.TextStyle{Bold: r.b.kind == Primary}
	r.icon.Hidden = r.b.icon == nil
	if r.b.icon != nil {
		r.icon.Resource = fynetheme.NewColoredResource(r.b.icon, l.word)
	}
}

// ring is the colour of the focus ring: on the accent it has that of the word.
func (r *buttonRenderer) ring() fyne.ThemeColorName {
	if r.b.kind == Primary && !r.b.disabled {
		return theme.OnAccent
	}
	return theme.Accent
}

// ringInset is how far a ring is from the edge where it has the colour of the word:
// beside the surface that is around the button it would not be seen.
const ringInset = 2

func (r *buttonRenderer) height() float32 {
	if r.b.small {
		return theme.SmallControl
	}
	return theme.ControlHeight
}

// inside is the width of icon and word.
func (r *buttonRenderer) inside() float32 {
	width := float32(0)
	if r.b.icon != nil {
		width = theme.IconSize
	}
	if r.b.text == "" {
		return width
	}
	if width > 0 {
		width += theme.Space2
	}
	return width + r.word.MinSize().Width
}

func (r *buttonRenderer) MinSize() fyne.Size {
	pad := theme.Space3
	if r.b.small || r.b.text == "" {
		pad = theme.Space2
	}
	if r.b.text == "" {
		return fyne.NewSize(r.height(), r.height())
	}
	return fyne.NewSize(r.inside()+2*pad, r.height())
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	inset := float32(0)
	if r.b.focused && r.ring() != theme.Accent {
		inset = ringInset
	}
	r.over.Move(fyne.NewPos(inset, inset))
	r.over.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	x := (size.Width - r.inside()) / 2
	if r.b.icon != nil {
		r.icon.Resize(fyne.NewSquareSize(theme.IconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-theme.IconSize)/2))
		x += theme.IconSize + theme.Space2
	}
	placeLine(r.word, x, size.Height)
}

func (r *buttonRenderer) Refresh() {
	r.style()
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.over, r.icon, r.word}
}

func (r *buttonRenderer) Destroy() {}

// Check is Fyne's, scrolled into view where the keyboard comes to it, and with the
// window's keys.
type Check struct{ widget.Check }

// NewCheck makes a box that is checked or not, and says when that is changed.
func NewCheck(text string, checked bool, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.Checked = text, checked
	c.OnChanged = func(on bool) { RunGuarded(func() { changed(on) }) }
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained shows where the keyboard is.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	Reveal(c)
}

// TypedRune leaves all but a space to the window.
func (c *Check) TypedRune(r rune) {
	if r != ' ' {
		PassRune(c, r)
		return
	}
	c.Check.TypedRune(r)
}

// TypedKey leaves keys to the window.
func (c *Check) TypedKey(e *fyne.KeyEvent) { PassKey(c, e) }
