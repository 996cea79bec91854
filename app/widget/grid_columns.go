package widget

import (
	"maps"
	"slices"

	"tradewind.app/app/theme"
)

// gridColumns are the columns as they stand now.
type gridColumns struct {
	all    []GridColumn
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

func newGridColumns(all []GridColumn) *gridColumns {
	c := &gridColumns{all: all, widths: make([]float32, len(all)), boxes: checkWidth}
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
func (c *gridColumns) place(view float32) {
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
func (c *gridColumns) end(n int) float32 {
	if n+1 < len(c.lefts) {
		return c.lefts[n+1]
	}
	return c.width
}

// at finds the shown column at x; -1 is the column of boxes, and what lies beyond
// the last is the last.
func (c *gridColumns) at(x float32) int {
	n := -1
	for i, left := range c.lefts {
		if x >= left {
			n = i
		}
	}
	return n
}

// shownAt is which shown column has a key, or -1.
func (c *gridColumns) shownAt(key string) int {
	return slices.IndexFunc(c.order, func(i int) bool { return c.all[i].Key == key })
}

// edge finds the shown column whose right edge is within reach of x, or -1.
func (c *gridColumns) edge(x float32) int {
	const reach = theme.Space1
	for n := range c.lefts {
		if end := c.end(n); x >= end-reach && x <= end+reach {
			return n
		}
	}
	return -1
}

// resize gives the n-th shown column a width. What the others have grown to is
// theirs from then on, so that only this edge moves.
func (c *gridColumns) resize(n int, width float32) {
	for m, i := range c.order {
		c.widths[i] = c.end(m) - c.lefts[m]
	}
	c.widths[c.order[n]] = max(width, leastColumn)
}

// move puts the n-th shown column to another place.
func (c *gridColumns) move(n, to int) {
	i := c.order[n]
	c.order = slices.Insert(slices.Delete(c.order, n, n+1), to, i)
}

// show shows a column at the end, or hides it. The last one stays.
func (c *gridColumns) show(i int, shown bool) {
	at := slices.Index(c.order, i)
	switch {
	case shown && at < 0:
		c.order = append(c.order, i)
	case !shown && at >= 0 && len(c.order) > 1:
		c.order = slices.Delete(c.order, at, at+1)
	}
}

func (c *gridColumns) isShown(i int) bool { return slices.Contains(c.order, i) }

// arrangement is what has become of the columns.
func (c *gridColumns) arrangement() Arrangement {
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
func (c *gridColumns) arrange(a Arrangement) {
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
