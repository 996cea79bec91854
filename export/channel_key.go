package export

import (
	"slices"
	"strings"
)

// KeyOwner is a Hook that reads values of a product's own for this channel under
// names that are no columns.
type KeyOwner interface {
	// Keys are the names, or what they begin with: "pid" for pid.Color.
	Keys() []string
}

// Keys lists what a product can have values of its own for on the channel,
// channel.NAME.KEY, sorted.
func (c *Channel) Keys() []string {
	keys := make([]string, 0, len(c.spec.Columns)+3)
	keys = append(keys, "price") // see Checker.Price
	for _, col := range c.spec.Columns {
		keys = append(keys, col.Name)
	}
	if owner, ok := c.hook.(KeyOwner); ok {
		keys = append(keys, owner.Keys()...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Key finds a key whatever its case, and returns it as the channel writes it. What
// stands behind a column, as the SKU in price.MUG-1, stays as it is.
func (c *Channel) Key(key string) (string, bool) {
	name, more, parted := strings.Cut(key, ".")
	for _, whole := range []bool{true, false} { // a column's own name may have points
		for _, known := range c.Keys() {
			switch {
			case whole && strings.EqualFold(known, key):
				return known, true
			case !whole && parted && more != "" && strings.EqualFold(known, name):
				return known + "." + more, true
			}
		}
	}
	return "", false
}
