package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tradewind.app/catalog"
)

// Facet is a value of a field and how many products have it.
type Facet struct {
	Value string
	Count int
}

// Facets counts the values that a product's field has among the products of a
// filter, the most frequent first. Blank is a value, too.
func (s *Store) Facets(ctx context.Context, f catalog.Filter, field catalog.Field) (facets []Facet, err error) {
	info, ok := catalog.LookupField(field)
	if !ok || info.Level == catalog.VariantLevel {
		return nil, fmt.Errorf("count the values of %s: it is no field of a product", field)
	}
	counts := map[string]int{}
	err = s.read(ctx, func(c *session) error {
		q, err := c.list(f, catalog.Sort{})
		if err != nil {
			return err
		}
		column, ok := textColumns[field]
		if !ok || len(q.rest) > 0 {
			return s.products(ctx, c, q, func(p *catalog.Product) bool { counts[info.Get(p, nil)]++; return true })
		}
		query := "SELECT " + column + " AS value, count(*)" + q.from + q.clause() + " GROUP BY value"
		return each(c.conn.QueryContext(ctx, query, q.args...))(func(row scanner) error {
			var value string
			var n int
			err := row.Scan(&value, &n)
			counts[value] = n
			return err
		})
	})
	for value, n := range counts {
		facets = append(facets, Facet{value, n})
	}
	slices.SortFunc(facets, func(a, b Facet) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return facets, explain("count the values of "+string(field), err)
}
