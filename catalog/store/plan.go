package store

import (
	"math"
	"slices"
)

// The ways a list is read. Without a search the index of the order is walked. A
// search in the natural order walks the search index, which is in that order.
//
// A search in another order has two ways: read all hits and sort them, which
// costs by the hits, or walk the order's index and look at each text, which
// costs by the products between two hits. Few hits: the first; many: the second.
// With n products, h hits and a page of l rows they cost h and l*n/h, so they
// meet where h is the root of l*n.

const (
	fromProducts = " FROM product AS p"
	fromSearch   = " FROM search AS s CROSS JOIN product AS p ON p.seq = s.rowid"
)

// plan chooses a way and returns its FROM; limit is how many rows are wanted, 0
// for all. It completes the selection.
func (c *session) plan(sel *selection, o order, limit int) (from string, err error) {
	if len(sel.words) == 0 {
		return fromProducts, nil
	}
	match := matchQuery(sel.words)
	if !o.isNatural() && limit > 0 {
		common, err := c.isCommon(match, limit)
		if err != nil {
			return "", err
		}
		if common {
			sel.matchAlways()
			return fromProducts + " INDEXED BY " + o.index, nil
		}
	}
	sel.where = slices.Insert(sel.where, 0, "s.search MATCH ?")
	sel.args = slices.Insert(sel.args, 0, any(match))
	sel.matchSearch()
	return fromSearch, nil
}

// isCommon reports whether walking is cheaper than sorting the hits.
func (c *session) isCommon(match string, limit int) (bool, error) {
	var products float64
	if err := c.row(`SELECT ifnull(max(seq), 0) FROM product`, nil, &products); err != nil {
		return false, err
	}
	most := int(math.Sqrt(products * float64(limit)))
	var hits int
	err := c.row(`SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)`, []any{match, most + 1}, &hits)
	return hits > most, err
}
