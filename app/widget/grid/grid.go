// Package grid is the data grid: rows that are read while they come into view, columns
// that are sized, moved and hidden, cells that are edited, copied and pasted. It owns how
// rows are drawn and chosen; it must not know what is in them.
package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// Grid is a table of very many rows: only those in view exist, and each is drawn
// with plain canvas objects. Rows are chosen by a box, click, Shift and Ctrl, and
// there is a current cell that the arrow keys move.
type Grid struct {
	fynewidget.BaseWidget

	// OnSort is asked to sort by a column; the grid shows its arrow at once.
	OnSort func(Sort)
	// OnCursor says that another row is the current one.
	OnCursor func(row int)
	// OnShown says which rows are in view, after they were drawn: what is not at
	// hand can be fetched, and Refresh called when it is.
	OnShown func(first, last int)
	// OnSelect says that other rows are chosen.
	OnSelect func()
	// OnOpen opens the current row: Enter or a double click on a cell that cannot
	// be edited in its place.
	OnOpen func(row int)
	// OnCommit saves what was typed into a cell of the row with a key, which may have
	// left the list meanwhile. answer takes what is wrong with
	// it, or nothing when it was saved.
	OnCommit func(key, column, text string, answer func(problem string))
	// OnTyped says what is in the entry of a cell, with every key; OnEdited,
	// that the entry is closed, saved or not.
	OnTyped  func(key, column, text string)
	OnEdited func()
	// OnCopy copies the chosen rows when there are several: not all of them may be
	// at hand. Without it those that are are copied.
	OnCopy func()
	// OnPaste puts the cells of a spreadsheet in, the current cell being the first.
	OnPaste func(row int, columns []string, cells [][]string)
	// OnDelete takes the chosen rows away: Del.
	OnDelete func()
	// OnMenu makes the menu of the chosen rows and a cell.
	OnMenu func(row int, column string) *fyne.Menu
	// OnArrange says that columns were moved, resized, shown or hidden.
	OnArrange func(Arrangement)

	source    Source
	columns   *columns
	selection Selection
	sort      Sort
	row, cell int    // the current cell; the cell counts shown columns
	key       string // of the current row
	focused   bool
	shift     bool
	entry     *cellEntry

	header  *header
	body    *body
	scroll  *container.Scroll
	advance advances
}

// New makes a grid over a source.
func New(source Source, columns ...Column) *Grid {
	g := &Grid{source: source, columns: newColumns(columns), row: -1, advance: advances{}}
	g.ExtendBaseWidget(g)
	g.header = newHeader(g)
	g.body = newBody(g)
	g.scroll = container.NewScroll(g.body)
	g.scroll.OnScrolled = func(fyne.Position) {
		widget.LeaveTip(g.body)
		g.scrolled()
	}
	return g
}

// WithoutBoxes leaves the column of boxes out, for rows that are only looked at.
func (g *Grid) WithoutBoxes() *Grid {
	g.columns.boxes = 0
	return g
}

// Refresh shows the source as it is now.
func (g *Grid) Refresh() {
	g.place()
	g.header.update()
	g.body.update(true)
	g.BaseWidget.Refresh()
}

// Reset shows a list that has become another, from its top.
func (g *Grid) Reset() {
	g.closeEntry()
	g.scroll.ScrollToTop()
	g.Reload()
}

// Reload shows a list in which rows may have come, gone or moved: the current row
// is where it went, and nothing is chosen that is not in it. While not all keys
// are known nothing is given up.
func (g *Grid) Reload() {
	g.selection.Keep(g.source)
	if g.key != "" {
		g.row = rowOf(g.source, g.key)
	}
	if g.row < 0 && isKnown(g.source) {
		g.key = ""
	}
	g.Refresh()
}

// Selection is which rows are chosen.
func (g *Grid) Selection() *Selection { return &g.selection }

// SelectAll chooses every row of the list.
func (g *Grid) SelectAll() {
	g.selection.All(g.source)
	g.selected()
}

// ClearSelection chooses nothing.
func (g *Grid) ClearSelection() {
	g.selection.Clear()
	g.selected()
}

// Current is the current row, -1 when there is none.
func (g *Grid) Current() int { return g.row }

// SetSort shows which column the rows are sorted by.
func (g *Grid) SetSort(by Sort) {
	g.sort = by
	g.header.update()
}

// Arrange puts the columns as a person had them.
func (g *Grid) Arrange(a Arrangement) {
	g.columns.arrange(a)
	g.Refresh()
}

// MoveTo makes another row the current one and scrolls it into view.
func (g *Grid) MoveTo(row int) {
	row = min(max(row, 0), g.source.Len()-1)
	if row < 0 {
		return
	}
	g.setCurrent(row, g.cell)
	g.reveal()
}

// MoveToCell makes a cell of a row the current one and scrolls it into view.
func (g *Grid) MoveToCell(row int, column string) {
	for n, i := range g.columns.order {
		if g.columns.all[i].Key == column {
			g.cell = n
		}
	}
	g.MoveTo(row)
}

// Focus gives the grid the keyboard.
func (g *Grid) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g.body); c != nil {
		c.Focus(g.body)
	}
}

// Held informs Find and RoleOf what is in the grid; its cells are none of their business.
func (g *Grid) Held() []fyne.CanvasObject { return []fyne.CanvasObject{g.body} }

// setCurrent makes a cell the current one.
func (g *Grid) setCurrent(row, cell int) {
	moved := row != g.row
	g.row, g.cell = row, min(max(cell, 0), len(g.columns.order)-1)
	g.key, _ = g.source.Key(row)
	g.body.update(true)
	if moved && g.OnCursor != nil {
		g.OnCursor(row)
	}
}

// selected redraws after the selection has changed, and reports.
func (g *Grid) selected() {
	g.body.update(true)
	g.header.update()
	if g.OnSelect != nil {
		g.OnSelect()
	}
}

// reveal scrolls the current cell into view.
func (g *Grid) reveal() {
	view, offset := g.scroll.Size(), g.scroll.Offset
	if view.Height < theme.RowHeight || g.row < 0 {
		return
	}
	top := float32(g.row) * theme.RowHeight
	offset.Y = max(min(offset.Y, top), top+theme.RowHeight-view.Height)
	if g.cell < len(g.columns.lefts) {
		offset.X = max(min(offset.X, g.columns.lefts[g.cell]), g.columns.end(g.cell)-view.Width)
	}
	if g.cell == 0 {
		offset.X = 0 // the box before it
	}
	g.scroll.ScrollToOffset(offset)
	g.scrolled()
}

// scrolled brings the rows and the titles to where the list was scrolled.
func (g *Grid) scrolled() {
	g.closeEntry()
	g.header.follow(g.scroll.Offset.X)
	g.body.update(false)
}

// arranged redraws after the columns were changed, and reports.
func (g *Grid) arranged() {
	g.Refresh()
	if g.OnArrange != nil {
		g.OnArrange(g.columns.arrangement())
	}
}

func (g *Grid) place() {
	g.columns.place(g.scroll.Size().Width)
	g.scroll.Refresh()
}

// CreateRenderer makes the grid.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{g: g, area: canvas.NewRectangle(theme.Color(theme.Surface)), clip: container.NewClip(g.header)}
	return r
}

type gridRenderer struct {
	g    *Grid
	area *canvas.Rectangle
	clip *container.Clip
}

func (r *gridRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	r.clip.Resize(fyne.NewSize(size.Width, theme.RowHeight))
	r.g.scroll.Move(fyne.NewPos(0, theme.RowHeight))
	r.g.scroll.Resize(fyne.NewSize(size.Width, max(0, size.Height-theme.RowHeight)))
	r.g.place()
	r.g.header.update()
	r.g.body.update(true)
}

func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(4*leastColumn, 3*theme.RowHeight)
}

func (r *gridRenderer) Refresh() {
	r.area.FillColor = theme.Color(theme.Surface)
	r.area.Refresh()
}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.clip, r.g.scroll}
}
func (r *gridRenderer) Destroy() {}

// CellArea says where the cell of a row and a column is, from the grid's corner,
// for tests that click it. It reports false while the cell is out of view.
func (g *Grid) CellArea(row int, column string) (fyne.Position, fyne.Size, bool) {
	c := g.columns
	n := c.shownAt(column)
	if n < 0 || row < 0 || row >= g.source.Len() {
		return fyne.Position{}, fyne.Size{}, false
	}
	view := g.scroll
	at := fyne.NewPos(c.lefts[n], float32(row)*theme.RowHeight).Subtract(view.Offset)
	size := fyne.NewSize(c.end(n)-c.lefts[n], theme.RowHeight)
	seen := at.Y >= 0 && at.Y+size.Height <= view.Size().Height && at.X >= 0 && at.X < view.Size().Width
	return at.Add(view.Position()), size, seen
}

// CellText is what a cell shows, and whether its row is at hand.
func (g *Grid) CellText(row int, column string) (string, bool) {
	i := slices.IndexFunc(g.columns.all, func(c Column) bool { return c.Key == column })
	if i < 0 || row < 0 || row >= g.source.Len() {
		return "", false
	}
	cells, ok := g.source.Row(row)
	if !ok || i >= len(cells) {
		return "", false
	}
	return cells[i].Text, true
}

// Len is how many rows there are.
func (g *Grid) Len() int { return g.source.Len() }
