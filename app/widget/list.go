package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// newRing is what is drawn around what has the keyboard; it is not seen yet.
func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(color.Transparent)
	ring.CornerRadius = theme.ControlRadius
	ring.Hide()
	return ring
}

func showRing(ring *canvas.Rectangle, on bool) {
	ring.StrokeColor, ring.StrokeWidth = theme.Color(theme.Accent), 2
	if on {
		ring.Show()
	} else {
		ring.Hide()
	}
}

// List is Fyne's with a ring around it while it has the keyboard, and with the
// window's keys.
type List struct {
	widget.List

	// Step is given by how many lines the arrow keys go, where that chooses another. nil:
	// they move Fyne's own mark, and Space chooses.
	Step func(by int)

	ring *canvas.Rectangle
}

// NewList makes a list.
func NewList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *List {
	l := &List{ring: newRing()}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// Object is the list in its ring.
func (l *List) Object() fyne.CanvasObject { return container.NewStack(l, l.ring) }

// FocusGained shows the ring, and Fyne's mark where that is of use.
func (l *List) FocusGained() {
	if l.Step == nil {
		l.List.FocusGained()
	}
	showRing(l.ring, true)
}

// FocusLost hides them.
func (l *List) FocusLost() {
	l.List.FocusLost()
	showRing(l.ring, false)
}

// TypedRune leaves letters to the window.
func (l *List) TypedRune(r rune) { PassRune(l, r) }

// listPage is how many lines PageUp and PageDown go.
const listPage = 10

// TypedKey goes up and down.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -listPage, fyne.KeyPageDown: listPage,
		fyne.KeyHome: -l.Length(), fyne.KeyEnd: l.Length(),
	}
	by, moves := steps[e.Name]
	switch {
	case moves && l.Step != nil:
		RunGuarded(func() { l.Step(by) })
	case e.Name == fyne.KeyUp, e.Name == fyne.KeyDown, e.Name == fyne.KeySpace:
		RunGuarded(func() { l.List.TypedKey(e) })
	default:
		PassKey(l, e)
	}
}

// Table is Fyne's with a ring around it while it has the keyboard, and with the
// window's keys.
type Table struct {
	widget.Table

	ring *canvas.Rectangle
}

// NewTable makes a table.
func NewTable(length func() (rows, columns int), create func() fyne.CanvasObject, update func(widget.TableCellID, fyne.CanvasObject)) *Table {
	t := &Table{ring: newRing()}
	t.Length, t.CreateCell, t.UpdateCell = length, create, update
	t.ExtendBaseWidget(t)
	return t
}

// Object is the table in its ring.
func (t *Table) Object() fyne.CanvasObject { return container.NewStack(t, t.ring) }

// FocusGained shows the ring.
func (t *Table) FocusGained() {
	t.Table.FocusGained()
	showRing(t.ring, true)
}

// FocusLost hides it.
func (t *Table) FocusLost() {
	t.Table.FocusLost()
	showRing(t.ring, false)
}

// TypedRune leaves letters to the window.
func (t *Table) TypedRune(r rune) { PassRune(t, r) }

// TypedKey moves Fyne's mark and chooses by Space.
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeySpace:
		RunGuarded(func() { t.Table.TypedKey(e) })
	default:
		PassKey(t, e)
	}
}
