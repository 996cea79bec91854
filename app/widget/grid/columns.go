package grid

import (
	"maps"
	"slices"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// columns are the columns as they are now.
type columns struct {
	all    []Column
	order  []int // of all, as shown
	widths []float32
	lefts  []float32 // where each shown column begins
	width  float32   // of all shown
	boxes  float32   // width of the column of boxes, or 0
}

const (
	leastColumn = 40              // px, narrower a column cannot be dragged
	checkWidth  = theme.RowHeight // of the column of boxes
	cellPad     = theme.Space2
)

func newColumns(all []Column) *columns {
	c := &columns{all: all, widths: make([]float32, len(all)), boxes: checkWidth}
	for i, column := range all {
		c.widths[i] = column.Width
		if !column.Hidden {
			c.order = append(c.order, i)
		}
	}
	c.place(0)
	return c
}

// place gives each shown column its place; what is left of a width goes to the
// columns that grow.
func (c *columns) place(view float32) {
	growing, total := 0, c.boxes
	for _, i := range c.order {
		total += c.widths[i]
		if c.all[i].Grow {
			growing++
		}
	}
	spare := float32(0)
	if growing > 0 && view > total {
		spare = (view - total) / float32(growing)
	}
	c.lefts = c.lefts[:0]
	x := c.boxes
	for _, i := range c.order {
		c.lefts = append(c.lefts, x)
		x += c.widths[i]
		if c.all[i].Grow {
			x += spare
		}
	}
	c.width = x
}

// end is where the n-th shown column ends.
func (c *columns) end(n int) float32 {
	if n+1 < len(c.lefts) {
		return c.lefts[n+1]
	}
	return c.width
}

// at finds the shown column at x; -1 is the column of boxes, and what lies beyond
// the last is the last.
func (c *columns) at(x float32) int {
	n := -1
	for i, left := range c.lefts {
		if x >= left {
			n = i
		}
	}
	return n
}

// shownAt is which shown column has a key, or -1.
func (c *columns) shownAt(key string) int {
	return slices.IndexFunc(c.order, func(i int) bool { return c.all[i].Key == key })
}

// edge finds the shown column whose right edge is within reach of x, or -1.
func (c *columns) edge(x float32) int {
	const reach = theme.Space1
	for n := range c.lefts {
		if end := c.end(n); x >= end-reach && x <= end+reach {
			return n
		}
	}
	return -1
}

// resize gives the n-th shown column a width. What the rest have grown to is
// theirs from then on, so that only this edge moves.
func (c *columns) resize(n int, width float32) {
	for m, i := range c.order {
		c.widths[i] = c.end(m) - c.lefts[m]
	}
	c.widths[c.order[n]] = max(width, leastColumn)
}

// move puts the n-th shown column to another place.
func (c *columns) move(n, to int) {
	i := c.order[n]
	c.order = slices.Insert(slices.Delete(c.order, n, n+1), to, i)
}

// show shows a column at the end, or hides it. The last one stays.
func (c *columns) show(i int, shown bool) {
	at := slices.Index(c.order, i)
	switch {
	case shown && at < 0:
		c.order = append(c.order, i)
	case !shown && at >= 0 && len(c.order) > 1:
		c.order = slices.Delete(c.order, at, at+1)
	}
}

func (c *columns) isShown(i int) bool { return slices.Contains(c.order, i) }

// arrangement is what has become of the columns.
func (c *columns) arrangement() Arrangement {
	a := Arrangement{Widths: map[string]float32{}}
	for _, i := range c.order {
		a.Order = append(a.Order, c.all[i].Key)
	}
	for i, width := range c.widths {
		if width != c.all[i].Width {
			a.Widths[c.all[i].Key] = width
		}
	}
	return a
}

// arrange makes the columns what they were; keys that no column has any more are
// passed over.
func (c *columns) arrange(a Arrangement) {
	index := map[string]int{}
	for i, column := range c.all {
		index[column.Key] = i
	}
	for _, key := range slices.Sorted(maps.Keys(a.Widths)) {
		if i, ok := index[key]; ok {
			c.widths[i] = max(a.Widths[key], leastColumn)
		}
	}
	var order []int
	for _, key := range a.Order {
		if i, ok := index[key]; ok && !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	if len(order) > 0 {
		c.order = order
	}
}

// SortBy sorts by a column, if it sorts. With the methods below it does what dragging a
// title does, for those who have no pointer.
func (g *Grid) SortBy(key string, desc bool) {
	for _, column := range g.columns.all {
		if column.Key == key && column.Sorts && g.OnSort != nil {
			g.SetSort(Sort{Key: key, Desc: desc})
			widget.RunGuarded(func() { g.OnSort(g.sort) })
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
