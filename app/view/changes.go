package view

import (
	"cmp"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// ProductChange is one product and what was, or would be, changed about it; or a
// row that is refused.
type ProductChange struct {
	Outcome  catalog.Outcome
	Title    string
	SKU      string
	Place    catalog.Place
	Cells    []catalog.CellChange // the first that differ
	More     int                  // that differ besides
	Problems []catalog.Problem    // why a row is refused
}

// NewProductChange is a change with as many cells as anybody looks at.
func NewProductChange(c catalog.Change) ProductChange {
	product := c.After
	if product == nil {
		product = c.Before
	}
	p := ProductChange{Outcome: c.Outcome, Place: c.Place, Cells: catalog.Diff(c.Before, c.After)}
	if product != nil {
		p.Title = cmp.Or(product.Title, product.Handle)
		p.SKU = strings.Join(product.SKUs()[:min(len(product.SKUs()), 1)], "")
	}
	if n := len(p.Cells); n > shownCells {
		p.Cells, p.More = slices.Clone(p.Cells[:shownCells]), n-shownCells
	}
	return p
}

// shownCells is how many changed cells of a product are shown.
const shownCells = 40
