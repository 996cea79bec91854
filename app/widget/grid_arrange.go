package widget

// What is done to a column by dragging its title, for those who have no pointer.

// SortBy sorts by a column, if it sorts.
func (g *Grid) SortBy(key string, desc bool) {
	for _, column := range g.columns.all {
		if column.Key == key && column.Sorts && g.OnSort != nil {
			g.SetSort(GridSort{Key: key, Desc: desc})
			guarded(func() { g.OnSort(g.sort) })
		}
	}
}

// Sorts reports whether there is something to sort by in a column.
func (g *Grid) Sorts(key string) bool {
	n := g.columns.shownAt(key)
	return n >= 0 && g.columns.all[g.columns.order[n]].Sorts
}

// ColumnTitle is the title of a column.
func (g *Grid) ColumnTitle(key string) string {
	for _, column := range g.columns.all {
		if column.Key == key {
			return column.Title
		}
	}
	return ""
}

// CanMoveColumn reports whether there is a place to the left (-1) or right (1) of a
// column.
func (g *Grid) CanMoveColumn(key string, by int) bool {
	n := g.columns.shownAt(key)
	return n >= 0 && n+by >= 0 && n+by < len(g.columns.order)
}

// MoveColumn moves a column to the left (-1) or right (1). The current cell stays what
// it is.
func (g *Grid) MoveColumn(key string, by int) {
	if !g.CanMoveColumn(key, by) {
		return
	}
	n := g.columns.shownAt(key)
	current := g.currentColumn().Key
	g.columns.move(n, n+by)
	g.cell = g.columns.shownAt(current)
	g.arranged()
	g.reveal()
}

// widened is by how much a column is made wider or narrower.
const widened = 24

// WidenColumn makes a column wider (1) or narrower (-1).
func (g *Grid) WidenColumn(key string, by int) {
	if n := g.columns.shownAt(key); n >= 0 {
		g.columns.resize(n, g.columns.end(n)-g.columns.lefts[n]+float32(by*widened))
		g.arranged()
		g.reveal()
	}
}

// HideColumn takes a column out; the last one stays.
func (g *Grid) HideColumn(key string) {
	if n := g.columns.shownAt(key); n >= 0 {
		g.columns.show(g.columns.order[n], false)
		g.cell = min(g.cell, len(g.columns.order)-1)
		g.arranged()
	}
}
