package store

import "math"

// The ways a list is read. Without a search the index of the order is walked. A
// search in the natural order walks the search index, which is in that order.
//
// A search in another order has two ways: read all hits and sort them, which
// costs by the hits, or walk the order's index and look at each text, which
// costs by the products between two hits. Few hits: the first; many: the second.
// With n products, h hits and a page of l rows they cost h and l*n/h, so they
// meet where h is the root of l*n. It is the same with a brand or category, of
// which a shop may have a thousand or one.

const (
	fromProducts = " FROM product AS p"
	fromSearch   = " FROM search AS s CROSS JOIN product AS p ON p.seq = s.rowid"
)

// plan chooses a way and completes the selection and the order; limit is how many
// rows are wanted, 0 for all.
func (c *session) plan(sel *selection, o *order, limit int) error {
	sel.from = fromProducts
	if err := c.planFindings(sel); err != nil {
		return err
	}
	if len(sel.words) == 0 {
		return c.planKeys(sel, limit)
	}
	match := matchQuery(sel.words)
	if !o.isNatural() && limit > 0 {
		common, err := c.isCommon("search WHERE search MATCH ?", match, limit)
		if err != nil {
			return err
		}
		if common {
			sel.from += " INDEXED BY " + o.index
			sel.matchAlways()
			return nil
		}
	}
	sel.from, o.bySearch = fromSearch, true
	sel.add("s.search MATCH ?", match)
	sel.matchSearch()
	return nil
}

// planKeys uses the index of a key that few products have.
func (c *session) planKeys(sel *selection, limit int) error {
	for _, k := range sel.keys {
		common := false
		if limit > 0 {
			var err error
			if common, err = c.isCommon("product AS p WHERE "+k.column+" = ?", k.key, limit); err != nil {
				return err
			}
		}
		if !common {
			sel.add(k.column+" = ?", k.key)
		}
	}
	return nil
}

// isCommon reports whether walking is cheaper than sorting the hits that a
// condition with one value has.
func (c *session) isCommon(condition string, value any, limit int) (bool, error) {
	var products float64
	if err := c.row(`SELECT ifnull(max(seq), 0) FROM product`, nil, &products); err != nil {
		return false, err
	}
	most := int(math.Sqrt(products * float64(limit)))
	var hits int
	err := c.row(`SELECT count(*) FROM (SELECT 1 FROM `+condition+` LIMIT ?)`, []any{value, most + 1}, &hits)
	return hits > most, err
}
