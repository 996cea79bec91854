package export

import "tradewind.app/catalog"

// Tiers lists the tiers, the most wanted first.
var Tiers = [...]Tier{Required, Recommended, Optional}

// Coverage is, by tier in the order of Tiers, how much of what a channel has
// columns for is there and as it should be.
//
// What is counted are pairs of a product and a column. A pair counts as Filled
// when the column has a text on each of the product's rows that carries it, and no
// problem that blocks is reported of any of these texts. Left out are columns that say
// the same of every product, those whose condition is not true of the product,
// and parts of rows that it has not. A column that a condition makes required for
// a product counts as required there. A product without variants makes no rows and
// counts for nothing.
type Coverage = catalog.Coverage

// Filled is how many of Of pairs are filled.
type Filled = catalog.Filled

// columnMark is what the rows of one product show of a column.
type columnMark uint8

const (
	applies  columnMark = 1 << iota // a row carries the column
	lacks                           // on one of these rows it is empty or unlawful
	required                        // on one of them it is required by a condition
)

// markCell notes what a checked cell shows of its column.
func (r *renderedProduct) markCell(i int, s *subject, col *Column, lawful bool) {
	if col.Const != "" || !col.When.match(s) {
		return
	}
	r.marks[i] |= applies
	if !lawful {
		r.marks[i] |= lacks
	}
	if col.requiredBy(s) {
		r.marks[i] |= required
	}
}

// coverage counts the columns that were marked.
func (r *renderedProduct) coverage(spec *Spec) (c Coverage) {
	for t := range spec.Tables {
		table := &spec.Tables[t]
		for i := range table.Columns {
			mark := r.marks[table.start+i]
			if mark&applies == 0 {
				continue
			}
			tier := table.Columns[i].Tier.rank()
			if mark&required != 0 {
				tier = 0
			}
			c[tier].Of++
			if mark&lacks == 0 {
				c[tier].Filled++
			}
		}
	}
	return c
}

// rank is the tier's place among Tiers.
func (t Tier) rank() int {
	for i, have := range Tiers {
		if have == t {
			return i
		}
	}
	return len(Tiers) - 1
}
