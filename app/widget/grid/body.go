package grid

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// body is the rows: as high as all of them, with objects only for those in
// view. A row keeps its objects while it stays in view.
type body struct {
	fynewidget.BaseWidget

	g     *Grid
	rows  []*row // row i is drawn by rows[i % len(rows)]
	focus *canvas.Rectangle
	shown []fyne.CanvasObject
	order []int   // of the columns that rows were made for
	width float32 // that rows were placed for
	hover int

	pressed, before place // where the pointer went down last, and before that
}

func newBody(g *Grid) *body {
	b := &body{g: g, hover: -1, focus: canvas.NewRectangle(color.Transparent)}
	b.focus.StrokeWidth, b.focus.CornerRadius = 2, theme.Space1
	b.ExtendBaseWidget(b)
	return b
}

// update draws the rows that are in view; those that were before only when all is
// set.
func (b *body) update(all bool) {
	view := b.g.scroll.Size()
	if view.Height <= 0 {
		return
	}
	need := int(view.Height/theme.RowHeight) + 2
	if len(b.rows) != need || !slices.Equal(b.order, b.g.columns.order) {
		b.remake(need)
		all = true
	}
	if b.width != b.g.columns.width {
		b.width = b.g.columns.width
		all = true
	}
	first := max(0, int(b.g.scroll.Offset.Y/theme.RowHeight))
	for row := first; row < first+need; row++ {
		if r := b.rows[row%need]; all || r.row != row {
			r.show(row)
		}
	}
	b.showFocus()
	if b.g.OnShown != nil && b.g.source.Len() > 0 {
		b.g.OnShown(first, min(first+need, b.g.source.Len())-1)
	}
}

// remake makes the objects anew: the view or the columns have changed.
func (b *body) remake(need int) {
	b.order = slices.Clone(b.g.columns.order)
	b.rows = make([]*row, need)
	b.shown = b.shown[:0]
	for i := range b.rows {
		b.rows[i] = newRow(b.g)
		b.shown = append(b.shown, b.rows[i].objects()...)
	}
	b.shown = append(b.shown, b.focus)
	b.BaseWidget.Refresh()
}

// showFocus draws a ring around the current cell while the grid has the keyboard.
func (b *body) showFocus() {
	g := b.g
	if g.row < 0 || !g.focused || g.cell >= len(g.columns.lefts) {
		b.focus.Hide()
		return
	}
	b.focus.StrokeColor = theme.Color(theme.Accent)
	b.focus.Move(fyne.NewPos(g.columns.lefts[g.cell], float32(g.row)*theme.RowHeight))
	b.focus.Resize(fyne.NewSize(g.columns.end(g.cell)-g.columns.lefts[g.cell], theme.RowHeight))
	b.focus.Show()
	b.focus.Refresh()
}

// rowAt is the row at a height, or -1.
func (b *body) rowAt(y float32) int {
	row := int(y / theme.RowHeight)
	if y < 0 || row >= b.g.source.Len() {
		return -1
	}
	return row
}

// MouseIn is part of desktop.Hoverable.
func (b *body) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved shows which row the pointer is over, and after a while what its cell
// says.
func (b *body) MouseMoved(e *desktop.MouseEvent) {
	b.setHover(b.rowAt(e.Position.Y))
	b.hint(e.Position)
}

// MouseOut is part of desktop.Hoverable.
func (b *body) MouseOut() {
	b.setHover(-1)
	widget.LeaveTip(b)
}

// hint says what the cell under the pointer says, if it is not to be seen.
func (b *body) hint(at fyne.Position) {
	columns, row := b.g.columns, b.rowAt(at.Y)
	n := columns.at(at.X)
	if row < 0 || n < 0 {
		widget.LeaveTip(b)
		return
	}
	words, left := "", columns.lefts[n]
	if cells, ready := b.g.source.Row(row); ready {
		cell := cells[columns.order[n]]
		if words = cell.Hint; words == "" && b.g.isCut(cell, columns.end(n)-left-2*cellPad) {
			words = cell.Text + cell.Tail
		}
	}
	widget.PointTip(b, words, fyne.NewPos(left+cellPad, float32(row)*theme.RowHeight), fyne.NewSize(columns.end(n)-left, theme.RowHeight))
}

// isCut reports whether a cell's text is wider than its column.
func (g *Grid) isCut(c Cell, width float32) bool {
	size := theme.Size(theme.TextBody)
	return g.advance.width(c.Text+c.Tail, size) > width
}

func (b *body) setHover(row int) {
	if row == b.hover {
		return
	}
	b.hover = row
	for _, r := range b.rows {
		r.fill()
	}
}

// CreateRenderer makes the rows.
func (b *body) CreateRenderer() fyne.WidgetRenderer { return &gridBodyRenderer{b} }

type gridBodyRenderer struct{ b *body }

func (r *gridBodyRenderer) Layout(fyne.Size) {}

func (r *gridBodyRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.g.columns.width, float32(r.b.g.source.Len())*theme.RowHeight)
}

func (r *gridBodyRenderer) Refresh()                     {}
func (r *gridBodyRenderer) Objects() []fyne.CanvasObject { return r.b.shown }
func (r *gridBodyRenderer) Destroy()                     {}
