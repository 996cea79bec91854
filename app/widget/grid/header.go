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

// header is the titles of the columns. A tap sorts, dragging a title moves its
// column, dragging its edge resizes it, and a right click chooses the columns.
type header struct {
	fynewidget.BaseWidget

	g     *Grid
	order []int
	drag  headerDrag
	mark  *canvas.Rectangle // where a dragged column will be
	line  *canvas.Rectangle
	box   *checkBox
	names []*canvas.Text
	shown []fyne.CanvasObject
}

// headerDrag is what is being dragged.
type headerDrag struct {
	active, resizing bool
	column           int     // that is moved or resized
	from             float32 // where the pointer went down
	width            float32 // of the column then
	to               int     // where it would be
}

func newHeader(g *Grid) *header {
	h := &header{g: g, mark: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent), box: newCheckBox()}
	h.ExtendBaseWidget(h)
	return h
}

// follow moves the titles with the rows.
func (h *header) follow(x float32) { h.Move(fyne.NewPos(-x, 0)) }

// update draws the titles as the columns are now.
func (h *header) update() {
	columns := h.g.columns
	if !slices.Equal(h.order, columns.order) || h.shown == nil {
		h.remake()
	}
	width := max(columns.width, h.g.scroll.Size().Width)
	h.Resize(fyne.NewSize(width, theme.RowHeight))
	h.line.Move(fyne.NewPos(0, theme.RowHeight-1))
	h.line.Resize(fyne.NewSize(width, 1))
	repaint(h.line, theme.Color(theme.Line))
	h.box.place(0, 0)
	h.box.show(columns.boxes > 0, h.g.selection.Len() > 0 && h.g.selection.Len() == h.g.source.Len())
	for n, name := range h.names {
		h.title(n, name)
	}
	h.showMark()
}

func (h *header) remake() {
	h.order = slices.Clone(h.g.columns.order)
	h.names, h.shown = nil, append([]fyne.CanvasObject{h.line, h.mark}, h.box.objects()...)
	for range h.order {
		name := canvas.NewText("", color.Transparent)
		h.names = append(h.names, name)
		h.shown = append(h.shown, name)
	}
	h.BaseWidget.Refresh()
}

// title draws the n-th title.
func (h *header) title(n int, name *canvas.Text) {
	columns := h.g.columns
	column := columns.all[columns.order[n]]
	width := columns.end(n) - columns.lefts[n] - 2*cellPad
	name.TextSize, name.TextStyle = theme.Size(theme.TextSecondary), fyne.TextStyle{Bold: true}
	name.Color = theme.Color(theme.Muted)
	name.Alignment = fyne.TextAlignLeading
	if column.Kind == FigureColumn {
		name.Alignment = fyne.TextAlignTrailing
	}
	arrow := ""
	if h.g.sort.Key == column.Key && column.Sorts {
		arrow, name.Color = " ↑", theme.Color(theme.Accent)
		if h.g.sort.Desc {
			arrow = " ↓"
		}
	}
	used := float32(0)
	for _, char := range arrow {
		used += h.g.advance.of(char, name.TextSize, true)
	}
	name.Text = h.g.advance.fit(column.Title, width-used, name.TextSize, true) + arrow
	if column.Kind == PictureColumn { // it is seen what it is
		name.Text = ""
	}
	name.Move(fyne.NewPos(columns.lefts[n]+cellPad, 0))
	name.Resize(fyne.NewSize(width, theme.RowHeight))
	name.Refresh()
}

func (h *header) showMark() {
	if !h.drag.active || h.drag.resizing {
		repaint(h.mark, theme.Color(theme.Clear))
		return
	}
	columns := h.g.columns
	x := columns.lefts[h.drag.to]
	if h.drag.to > h.drag.column {
		x = columns.end(h.drag.to)
	}
	h.mark.Move(fyne.NewPos(x-1, theme.Space1))
	h.mark.Resize(fyne.NewSize(2, theme.RowHeight-2*theme.Space1))
	repaint(h.mark, theme.Color(theme.Accent))
}

// Tapped sorts by a column, the other way round when it is sorted by it already;
// on the box it chooses all rows, or none.
func (h *header) Tapped(e *fyne.PointEvent) {
	n := h.g.columns.at(e.Position.X)
	switch {
	case n < 0 && h.g.selection.Len() == h.g.source.Len():
		h.g.ClearSelection()
	case n < 0:
		h.g.SelectAll()
	case h.g.columns.edge(e.Position.X) < 0:
		h.g.sortBy(h.g.columns.all[h.g.columns.order[n]])
	}
}

func (g *Grid) sortBy(column Column) {
	if !column.Sorts {
		return
	}
	g.SetSort(Sort{Key: column.Key, Desc: g.sort.Key == column.Key && !g.sort.Desc})
	if g.OnSort != nil {
		widget.RunGuarded(func() { g.OnSort(g.sort) })
	}
}

// TappedSecondary shows the columns to choose from.
func (h *header) TappedSecondary(e *fyne.PointEvent) {
	h.g.ShowColumns(e.AbsolutePosition)
}

// ShowColumns shows a menu of all columns, with a tick at those that are shown.
func (g *Grid) ShowColumns(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g)
	if c == nil {
		return
	}
	menu := fyne.NewMenu("")
	for i, column := range g.columns.all {
		if column.Title == "" {
			continue
		}
		choice := fyne.NewMenuItem(column.Title, func() {
			g.columns.show(i, !g.columns.isShown(i))
			g.arranged()
		})
		choice.Checked = g.columns.isShown(i)
		menu.Items = append(menu.Items, choice)
	}
	fynewidget.ShowPopUpMenuAtPosition(menu, c, at)
}

// MouseDown notes what a drag would take.
func (h *header) MouseDown(e *desktop.MouseEvent) {
	columns := h.g.columns
	h.drag = headerDrag{column: columns.at(e.Position.X), from: e.Position.X}
	if n := columns.edge(e.Position.X); n >= 0 {
		h.drag.column, h.drag.resizing = n, true
		h.drag.width = columns.end(n) - columns.lefts[n]
	}
}

// MouseUp is part of desktop.Mouseable.
func (h *header) MouseUp(*desktop.MouseEvent) {}

// Dragged resizes or moves the column that the pointer went down on.
func (h *header) Dragged(e *fyne.DragEvent) {
	if h.drag.column < 0 {
		return
	}
	h.drag.active = true
	if h.drag.resizing {
		h.g.columns.resize(h.drag.column, h.drag.width+e.Position.X-h.drag.from)
		h.g.Refresh()
		return
	}
	h.drag.to = max(0, h.g.columns.at(e.Position.X))
	h.update()
}

// DragEnd leaves the column where it was dragged.
func (h *header) DragEnd() {
	if !h.drag.active {
		return
	}
	if !h.drag.resizing {
		h.g.columns.move(h.drag.column, h.drag.to)
	}
	h.drag = headerDrag{column: -1}
	h.g.arranged()
}

// Cursor is part of desktop.Cursorable.
func (h *header) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer makes the titles.
func (h *header) CreateRenderer() fyne.WidgetRenderer { return &gridHeaderRenderer{h} }

type gridHeaderRenderer struct{ h *header }

func (r *gridHeaderRenderer) Layout(fyne.Size) {}
func (r *gridHeaderRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.h.g.columns.width, theme.RowHeight)
}
func (r *gridHeaderRenderer) Refresh()                     {}
func (r *gridHeaderRenderer) Objects() []fyne.CanvasObject { return r.h.shown }
func (r *gridHeaderRenderer) Destroy()                     {}
