package widget

import (
	"slices"

	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
)

// CellArea tells where the cell of a row and a column is, from the grid's corner,
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
	i := slices.IndexFunc(g.columns.all, func(c GridColumn) bool { return c.Key == column })
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
