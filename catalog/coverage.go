package catalog

// Coverage is, by tier from the most wanted to the least, how much of what a channel
// has columns for is there and as it should be; package export says what counts.
type Coverage [3]Filled

// Filled is how many of Of pairs of a product and a column are filled.
type Filled struct{ Filled, Of int }

// Add counts more pairs.
func (c *Coverage) Add(more Coverage) { c.AddTimes(more, 1) }

// AddTimes counts pairs that some products have alike.
func (c *Coverage) AddTimes(more Coverage, products int) {
	for i := range more {
		c[i].Filled += more[i].Filled * products
		c[i].Of += more[i].Of * products
	}
}

// Share is the part that is filled, from 0 to 1; 1 where there is nothing to fill.
func (f Filled) Share() float64 {
	if f.Of == 0 {
		return 1
	}
	return float64(f.Filled) / float64(f.Of)
}
