package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// RailItem is a place in the rail: an icon, a word, and how many wait there. In
// a narrow rail it is the icon alone.
type RailItem struct {
	widget.BaseWidget

	icon    fyne.Resource
	word    string
	count   string
	tap     func()
	current bool
	narrow  bool
	hovered bool
	focused bool
}

// NewRailItem makes a place of the rail.
func NewRailItem(icon fyne.Resource, word string, tap func()) *RailItem {
	i := &RailItem{icon: icon, word: word, tap: tap}
	i.ExtendBaseWidget(i)
	return i
}

// SetCurrent marks the place that is shown.
func (i *RailItem) SetCurrent(current bool) { i.change(&i.current, current) }

// Current reports whether this is the place that is shown.
func (i *RailItem) Current() bool { return i.current }

// SetNarrow leaves the icon alone.
func (i *RailItem) SetNarrow(narrow bool) { i.change(&i.narrow, narrow) }

// SetCount shows a number behind the word; "" none.
func (i *RailItem) SetCount(count string) {
	if i.count != count {
		i.count = count
		i.Refresh()
	}
}

func (i *RailItem) change(what *bool, to bool) {
	if *what != to {
		*what = to
		i.Refresh()
	}
}

// Word returns the place's word.
func (i *RailItem) Word() string { return i.word }

// Tapped goes to the place.
func (i *RailItem) Tapped(*fyne.PointEvent) {
	tips.Hide()
	RunGuarded(i.tap)
}

// MouseIn shows that the pointer is over the place.
func (i *RailItem) MouseIn(e *desktop.MouseEvent) {
	i.change(&i.hovered, true)
	i.MouseMoved(e)
}

// MouseMoved says the word, where the rail shows the icon alone.
func (i *RailItem) MouseMoved(*desktop.MouseEvent) {
	if !i.narrow {
		return
	}
	words := i.word
	if i.count != "" {
		words += " · " + i.count
	}
	hint(i, words)
}

// MouseOut shows that the pointer has left.
func (i *RailItem) MouseOut() {
	i.change(&i.hovered, false)
	tips.leave(i)
}

// FocusGained shows the focus ring.
func (i *RailItem) FocusGained() { i.change(&i.focused, true) }

// FocusLost hides it.
func (i *RailItem) FocusLost() { i.change(&i.focused, false) }

// TypedRune leaves letters to the window.
func (i *RailItem) TypedRune(r rune) { PassRune(i, r) }

// TypedKey goes to the place on Space and Enter.
func (i *RailItem) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		RunGuarded(i.tap)
	default:
		PassKey(i, e)
	}
}

// Cursor is part of desktop.Cursorable.
func (i *RailItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer makes the place.
func (i *RailItem) CreateRenderer() fyne.WidgetRenderer {
	clear := theme.Color(theme.Clear)
	r := &railRenderer{
		i: i, area: canvas.NewRectangle(clear), icon: canvas.NewImageFromResource(i.icon),
		word: canvas.NewText(i.word, clear), count: canvas.NewText(i.count, clear),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.count.Alignment = fyne.TextAlignTrailing
	r.style()
	return r
}

type railRenderer struct {
	i     *RailItem
	area  *canvas.Rectangle
	icon  *canvas.Image
	word  *canvas.Text
	count *canvas.Text
}

func (r *railRenderer) style() {
	fill, word := theme.Clear, theme.Muted
	switch {
	case r.i.current:
		fill, word = theme.AccentSoft, theme.Accent
	case r.i.hovered:
		fill = fynetheme.ColorNameHover
	}
	r.area.FillColor, r.area.CornerRadius = theme.Color(fill), theme.ControlRadius
	r.area.StrokeColor, r.area.StrokeWidth = theme.Color(theme.Clear), 0
	if r.i.focused {
		r.area.StrokeColor, r.area.StrokeWidth = theme.Color(theme.Accent), 2
	}
	r.icon.Resource = fynetheme.NewColoredResource(r.i.icon, word)
	r.word.Text, r.word.Color, r.word.TextSize = r.i.word, theme.Color(word), theme.Size(theme.TextBody)
	r.word.TextStyle = fyne.TextStyle{Bold: r.i.current}
	r.count.Text, r.count.Color, r.count.TextSize = r.i.count, theme.Color(word), theme.Size(theme.TextSecondary)
	r.word.Hidden, r.count.Hidden = r.i.narrow, r.i.narrow
}

func (r *railRenderer) MinSize() fyne.Size {
	width := theme.IconSize + 2*theme.Space3
	if !r.i.narrow {
		width += theme.Space3 + r.word.MinSize().Width
	}
	return fyne.NewSize(width, theme.RowHeight)
}

func (r *railRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	x := theme.Space3
	if r.i.narrow {
		x = (size.Width - theme.IconSize) / 2
	}
	r.icon.Resize(fyne.NewSquareSize(theme.IconSize))
	r.icon.Move(fyne.NewPos(x, (size.Height-theme.IconSize)/2))
	placeLine(r.word, x+theme.IconSize+theme.Space3, size.Height)
	placeLine(r.count, size.Width-r.count.MinSize().Width-theme.Space3, size.Height)
}

func (r *railRenderer) Refresh() {
	r.style()
	r.Layout(r.i.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.icon, r.word, r.count}
}
func (r *railRenderer) Destroy() {}
