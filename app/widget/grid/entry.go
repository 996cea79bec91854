package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// cellEntry is the entry that lies over a cell while it is edited.
type cellEntry struct {
	input.Entry

	key     string // of the row
	column  string
	had     string // the text that it began with
	problem *widget.Text
	told    *fyne.Container // the problem with room around it; hidden while there is none
	box     *widget.Surface // of entry and problem, at the cell's place
	over    *fyne.Container // all that lies over the window
	leave   func()
}

// TypedKey leaves on Esc; Enter saves by OnSubmitted.
func (e *cellEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.leave()
		return
	}
	e.Entry.TypedKey(key)
}

// leastEntry is how wide an entry is over a narrow cell.
const leastEntry = 120

// enter edits the current cell in its place, or opens the row where it cannot be.
func (g *Grid) enter() {
	if g.row < 0 {
		return
	}
	cells, ok := g.source.Row(g.row)
	if !ok {
		return
	}
	if cell := cells[g.columns.order[g.cell]]; cell.Edit && g.OnCommit != nil {
		g.edit(cell.Value)
	} else if g.OnOpen != nil {
		g.OnOpen(g.row)
	}
}

// Edit opens a cell with a text that was typed before, and reports whether it can
// be: the row must be at hand, its column shown.
func (g *Grid) Edit(row int, column, text string) bool {
	n := g.columns.shownAt(column)
	cells, ok := g.source.Row(row)
	if n < 0 || !ok || !cells[g.columns.order[n]].Edit || g.OnCommit == nil {
		return false
	}
	g.MoveTo(row)
	g.setCurrent(row, n)
	g.edit(cells[g.columns.order[n]].Value)
	if g.entry != nil {
		g.entry.SetText(text)
		g.entry.CursorColumn = len([]rune(text))
	}
	return g.entry != nil
}

// edit opens an entry over the current cell, with the cursor behind its text: what
// is typed at once would otherwise land before it.
func (g *Grid) edit(text string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g.body)
	if c == nil {
		return
	}
	g.closeEntry()
	g.reveal()
	e := &cellEntry{key: g.key, column: g.currentColumn().Key, had: text, problem: widget.NewSecondary("").In(theme.BadText), leave: g.closeEntry}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	e.OnSubmitted = func(text string) { g.commit(e, text, nil) }
	e.OnChanged = func(text string) {
		if g.OnTyped != nil {
			g.OnTyped(e.key, e.column, text)
		}
	}
	e.told = widget.Inset(theme.Space1, theme.Space2, e.problem)
	e.told.Hide()
	g.entry = e
	g.lay(e, c)
	c.Focus(e)
}

// lay puts the entry over the current cell, and behind it what takes a click
// elsewhere: that saves, as in a spreadsheet.
func (g *Grid) lay(e *cellEntry, c fyne.Canvas) {
	e.box = widget.NewSurface(theme.Surface, widget.Column(0, widget.Named(e, "grid-entry"), e.told)).Lined().Inside(1, 1)
	e.over = container.New(overCell{}, newVeil(func(then func()) { g.leaveEntry(e, then) }), e.box)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.body)
	left, row := g.columns.lefts[g.cell], float32(g.row)*theme.RowHeight
	e.box.Move(at.Add(fyne.NewPos(left, row)))
	e.box.Resize(fyne.NewSize(max(leastEntry, g.columns.end(g.cell)-left), theme.RowHeight).Max(e.box.MinSize()))
	c.Overlays().Add(e.over)
	e.over.Resize(c.Size())
}

// leaveEntry is a click elsewhere: what was typed is saved, if anything was. then, which
// may be nil, is done when the entry is closed.
func (g *Grid) leaveEntry(e *cellEntry, then func()) {
	if e.Text != e.had {
		g.commit(e, e.Text, then)
		return
	}
	g.closeEntry()
	widget.RunGuarded(then)
}

// LeaveCell saves what is being typed into a cell of any grid, as a click elsewhere does,
// and then does something. Where it cannot be saved that is not done.
func LeaveCell(c fyne.Canvas, then func()) {
	if over, ok := c.Overlays().Top().(*fyne.Container); ok {
		if _, ok := over.Layout.(overCell); ok {
			over.Objects[0].(*veil).leave(then)
			return
		}
	}
	then()
}

// DropCell takes an entry over a cell away without saving: what it belongs to is
// closed. What was typed is not forgotten where it is kept otherwise.
func DropCell(c fyne.Canvas) {
	if over, ok := c.Overlays().Top().(*fyne.Container); ok {
		if _, ok := over.Layout.(overCell); ok {
			c.Overlays().Remove(over)
		}
	}
}

// commit hands the text on and closes the entry once it is saved; otherwise it stays
// and says what is wrong.
func (g *Grid) commit(e *cellEntry, text string, then func()) {
	g.OnCommit(e.key, e.column, text, func(problem string) {
		if g.entry != e {
			return
		}
		if problem == "" {
			g.closeEntry()
			widget.RunGuarded(then)
			return
		}
		e.problem.SetText(problem)
		e.told.Show()
		e.box.Resize(e.box.MinSize().Max(e.box.Size()))
	})
}

// closeEntry ends editing without saving.
func (g *Grid) closeEntry() {
	e := g.entry
	if e == nil {
		return
	}
	g.entry = nil
	if c := fyne.CurrentApp().Driver().CanvasForObject(g.body); c != nil {
		c.Overlays().Remove(e.over)
	}
	g.Focus()
	if g.OnEdited != nil {
		g.OnEdited()
	}
}

// veil is what lies behind an entry, unseen: a click on it is one elsewhere.
type veil struct {
	fynewidget.BaseWidget

	leave func(then func())
}

func newVeil(leave func(then func())) *veil {
	v := &veil{leave: leave}
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer shows nothing.
func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Tapped is a click elsewhere.
func (v *veil) Tapped(*fyne.PointEvent) { widget.RunGuarded(func() { v.leave(nil) }) }

// TappedSecondary is one, too.
func (v *veil) TappedSecondary(*fyne.PointEvent) { widget.RunGuarded(func() { v.leave(nil) }) }

// overCell is the layout of a veil over everything, and a box that keeps its place.
type overCell struct{}

func (overCell) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (overCell) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
