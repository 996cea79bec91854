package export

import (
	"slices"
	"strings"
)

// Keys lists what a product can have values of its own for on the channel,
// channel.NAME.KEY, sorted.
func (c *Channel) Keys() []string {
	keys := make([]string, 0, c.spec.columns+3)
	keys = append(keys, "price") // see HookContext.Price
	for col := range c.spec.AllColumns() {
		keys = append(keys, col.Name)
	}
	if owner, ok := c.hook.(KeyOwner); ok {
		keys = append(keys, owner.Keys()...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Key finds a key whatever its case, and returns it as the channel writes it. What
// follows a column, as the SKU in price.MUG-1, stays as it is.
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
