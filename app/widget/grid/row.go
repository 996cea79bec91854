package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tradewind.app/app/theme"
)

// row draws one row.
type row struct {
	g     *Grid
	row   int // -1: none yet
	back  *canvas.Rectangle
	line  *canvas.Rectangle
	box   *checkBox
	cells []cell // by shown column
}

func newRow(g *Grid) *row {
	r := &row{g: g, row: -1, back: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent), box: newCheckBox()}
	for _, i := range g.columns.order {
		r.cells = append(r.cells, newCell(g, g.columns.all[i]))
	}
	return r
}

func (r *row) objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.back, r.line}, r.box.objects()...)
	for _, c := range r.cells {
		objects = append(objects, c.objects()...)
	}
	return objects
}

// show draws a row of the list; one beyond its end is hidden.
func (r *row) show(row int) {
	r.row = row
	y := float32(row) * theme.RowHeight
	columns := r.g.columns
	inList := row < r.g.source.Len()
	r.back.Move(fyne.NewPos(0, y))
	r.back.Resize(fyne.NewSize(columns.width, theme.RowHeight))
	r.line.Move(fyne.NewPos(0, y+theme.RowHeight-1))
	r.line.Resize(fyne.NewSize(columns.width, 1))
	r.box.place(0, y)
	var cells []Cell
	ready := false
	if inList {
		cells, ready = r.g.source.Row(row)
	}
	for n, cell := range r.cells {
		cell.place(columns.lefts[n], y, columns.end(n)-columns.lefts[n])
		switch {
		case !inList:
			cell.clear()
		case !ready:
			cell.show(Cell{}, true)
		default:
			cell.show(cells[columns.order[n]], false)
		}
	}
	r.fill()
}

// fill draws what lies behind the row: whether it is chosen, pointed at, or the
// current one.
func (r *row) fill() {
	if r.row < 0 {
		return
	}
	inList := r.row < r.g.source.Len()
	key, _ := r.g.source.Key(max(0, min(r.row, r.g.source.Len()-1)))
	chosen := inList && r.g.selection.Has(key)
	back, line := theme.Color(theme.Clear), theme.Color(theme.Clear)
	if inList {
		line = theme.Color(theme.Line)
	}
	switch {
	case chosen:
		back = theme.Color(theme.Selected)
	case inList && (r.row == r.g.body.hover || r.row == r.g.row):
		back = theme.Color(theme.Background)
	}
	repaint(r.back, back)
	repaint(r.line, line)
	r.box.show(inList && r.g.columns.boxes > 0, chosen)
}

// repaint gives a rectangle a colour, if it has another.
func repaint(r *canvas.Rectangle, fill color.Color) {
	if r.FillColor != fill {
		r.FillColor = fill
		r.Refresh()
	}
}

// boxSize is the side of a box to tick.
const boxSize = 14

// checkBox is a box to tick: a frame, and a tick of two lines.
type checkBox struct {
	frame *canvas.Rectangle
	tick  [2]*canvas.Line
}

func newCheckBox() *checkBox {
	b := &checkBox{frame: canvas.NewRectangle(color.Transparent)}
	b.frame.CornerRadius, b.frame.StrokeWidth = 3, 1
	for i := range b.tick {
		b.tick[i] = canvas.NewLine(color.Transparent)
		b.tick[i].StrokeWidth = 1.5
	}
	return b
}

func (b *checkBox) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.frame, b.tick[0], b.tick[1]}
}

func (b *checkBox) place(x, y float32) {
	x, y = x+(checkWidth-boxSize)/2, y+(theme.RowHeight-boxSize)/2+drop
	b.frame.Move(fyne.NewPos(x, y))
	b.frame.Resize(fyne.NewSquareSize(boxSize))
	low := fyne.NewPos(x+6, y+10)
	setLine(b.tick[0], fyne.NewPos(x+3.5, y+7.5), low)
	setLine(b.tick[1], low, fyne.NewPos(x+10.5, y+4.5))
}

func setLine(l *canvas.Line, from, to fyne.Position) {
	if l.Position1 != from || l.Position2 != to {
		l.Position1, l.Position2 = from, to
		l.Refresh()
	}
}

func (b *checkBox) show(visible, ticked bool) {
	fill, stroke, tick := theme.Color(theme.Clear), theme.Color(theme.Clear), theme.Color(theme.Clear)
	if visible {
		fill, stroke = theme.Color(theme.Surface), theme.Color(theme.Faint)
	}
	if visible && ticked {
		fill, stroke, tick = theme.Color(theme.Accent), theme.Color(theme.Accent), theme.Color(theme.OnAccent)
	}
	if b.frame.FillColor != fill || b.frame.StrokeColor != stroke {
		b.frame.FillColor, b.frame.StrokeColor = fill, stroke
		b.frame.Refresh()
	}
	for _, l := range b.tick {
		if l.StrokeColor != tick {
			l.StrokeColor = tick
			l.Refresh()
		}
	}
}
