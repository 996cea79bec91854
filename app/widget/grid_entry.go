package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// cellEntry is the entry that lies over a cell while it is edited.
type cellEntry struct {
	widget.Entry

	popup   *widget.PopUp
	problem *Text
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

// edit opens an entry over the current cell, with the cursor behind its text: what
// is typed at once would else land before it.
func (g *Grid) edit(text string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(g.body)
	if c == nil {
		return
	}
	g.reveal()
	e := &cellEntry{problem: NewSecondary("").In(theme.BadText), leave: g.closeEntry}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	e.OnSubmitted = func(text string) { g.commit(e, text) }
	e.problem.Hide()
	e.popup = widget.NewPopUp(Column(0, Named(e, "grid-entry"), e.problem), c)
	g.entry = e
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.body)
	left, row := g.columns.lefts[g.cell], float32(g.row)*theme.RowHeight
	e.popup.ShowAtPosition(at.Add(fyne.NewPos(left, row)))
	e.popup.Resize(fyne.NewSize(max(leastEntry, g.columns.end(g.cell)-left), theme.RowHeight))
	c.Focus(e)
}

// commit hands the text on and closes the entry once it is saved; else it stays
// and tells what is wrong.
func (g *Grid) commit(e *cellEntry, text string) {
	column := g.currentColumn().Key
	g.OnCommit(g.row, column, text, func(problem string) {
		if g.entry != e {
			return
		}
		if problem == "" {
			g.closeEntry()
			return
		}
		e.problem.SetText(problem)
		e.problem.Show()
		e.popup.Resize(e.popup.MinSize().Max(e.popup.Content.Size()))
	})
}

// closeEntry ends editing without saving.
func (g *Grid) closeEntry() {
	if e := g.entry; e != nil {
		g.entry = nil
		e.popup.Hide()
		g.Focus()
	}
}
