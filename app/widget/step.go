package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Step is a step of a road: a word, and how many are there. It is tapped to go
// there.
type Step struct {
	widget.BaseWidget

	word, count      string
	tap              func()
	hovered, focused bool
}

// NewStep makes a step without a count.
func NewStep(word string, tap func()) *Step {
	s := &Step{word: word, tap: tap}
	s.ExtendBaseWidget(s)
	return s
}

// SetCount shows how many are there; "" while that is not known.
func (s *Step) SetCount(count string) {
	if s.count != count {
		s.count = count
		s.Refresh()
	}
}

// Count returns what is shown.
func (s *Step) Count() string { return s.count }

// Tapped goes there.
func (s *Step) Tapped(*fyne.PointEvent) { RunGuarded(s.tap) }

// MouseIn shows that the pointer is over the step.
func (s *Step) MouseIn(*desktop.MouseEvent) { s.set(&s.hovered, true) }

// MouseMoved is part of desktop.Hoverable.
func (s *Step) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has left.
func (s *Step) MouseOut() { s.set(&s.hovered, false) }

// FocusGained shows the focus ring.
func (s *Step) FocusGained() { s.set(&s.focused, true) }

// FocusLost hides it.
func (s *Step) FocusLost() { s.set(&s.focused, false) }

func (s *Step) set(what *bool, to bool) {
	*what = to
	s.Refresh()
}

// TypedRune leaves letters to the window.
func (s *Step) TypedRune(r rune) { PassRune(s, r) }

// TypedKey goes there on Space and Enter.
func (s *Step) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		RunGuarded(s.tap)
	default:
		PassKey(s, e)
	}
}

// Cursor is part of desktop.Cursorable.
func (s *Step) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer makes the step.
func (s *Step) CreateRenderer() fyne.WidgetRenderer {
	clear := theme.Color(theme.Clear)
	r := &stepRenderer{s: s, area: canvas.NewRectangle(clear), word: canvas.NewText(s.word, clear), count: canvas.NewText("", clear)}
	r.style()
	return r
}

type stepRenderer struct {
	s           *Step
	area        *canvas.Rectangle
	word, count *canvas.Text
}

func (r *stepRenderer) style() {
	r.area.FillColor, r.area.CornerRadius = theme.Color(theme.Clear), theme.ControlRadius
	r.area.StrokeColor, r.area.StrokeWidth = theme.Color(theme.Clear), 0
	if r.s.hovered {
		r.area.FillColor = theme.Color(fynetheme.ColorNameHover)
	}
	if r.s.focused {
		r.area.StrokeColor, r.area.StrokeWidth = theme.Color(theme.Accent), 2
	}
	r.word.Text, r.word.Color, r.word.TextSize = r.s.word, theme.Color(theme.Muted), theme.Size(theme.TextBody)
	r.count.Text, r.count.Color, r.count.TextSize = r.s.count, theme.Color(theme.Ink), theme.Size(theme.TextBody)
	r.count.TextStyle = fyne.TextStyle{Bold: true}
}

func (r *stepRenderer) MinSize() fyne.Size {
	width := r.word.MinSize().Width + 2*theme.Space2
	if r.s.count != "" {
		width += theme.Space2 + r.count.MinSize().Width
	}
	return fyne.NewSize(width, theme.SmallControl)
}

func (r *stepRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	x := theme.Space2
	for _, t := range []*canvas.Text{r.word, r.count} {
		placeLine(t, x, size.Height)
		x += t.MinSize().Width + theme.Space2
	}
}

func (r *stepRenderer) Refresh() {
	r.style()
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *stepRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.word, r.count}
}
func (r *stepRenderer) Destroy() {}
