package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"tradewind.app/catalog"
)

// News tells what the history has after an entry: whoever keeps something that
// was worked out of all products need not look at all of them again.
type News struct {
	Entry    int64          // number of the newest entry; 0: there is none
	Products int            // how many products were written to, or are gone
	All      int            // how many there are
	Kinds    []DocumentKind // of the documents that were written to
}

// News reads what was written after the entry with a number; 0: ever.
func (s *Store) News(ctx context.Context, since int64) (n News, err error) {
	err = s.read(ctx, func(c *session) error {
		err := c.row(`SELECT ifnull(max(seq), 0), (SELECT count(*) FROM product),
				(SELECT count(DISTINCT product) FROM history_change WHERE entry > ?1)
			FROM history`, []any{since}, &n.Entry, &n.All, &n.Products)
		if err != nil {
			return err
		}
		kinds, err := c.strings(`SELECT DISTINCT kind FROM history_document WHERE entry > ?`, since)
		for _, kind := range kinds {
			n.Kinds = append(n.Kinds, DocumentKind(kind))
		}
		return err
	})
	return n, explain("read the news", err)
}

// Placed is a product and its place in the order in which products came, which no
// two products ever share. Product is nil where the one that had it is gone.
type Placed struct {
	Place   int64
	Product *catalog.Product
}

// From streams the products that stand behind a place, as they were when the
// stream began.
func (s *Store) From(ctx context.Context, place int64) iter.Seq2[Placed, error] {
	return s.placed(ctx, false, `SELECT p.seq, b.body FROM product AS p LEFT JOIN product_body AS b ON b.product = p.seq WHERE p.seq > ? ORDER BY p.seq`, place)
}

// Touched streams the products that were written to after an entry, among them
// those that are gone, in the order of their places.
func (s *Store) Touched(ctx context.Context, since int64) iter.Seq2[Placed, error] {
	return s.placed(ctx, true, `SELECT h.product, b.body FROM (SELECT DISTINCT product FROM history_change WHERE entry > ?) AS h
		LEFT JOIN product_body AS b ON b.product = h.product ORDER BY h.product`, since)
}

// At streams the products of some places.
func (s *Store) At(ctx context.Context, places []int64) iter.Seq2[Placed, error] {
	list, err := jsonList(places)
	if err != nil {
		return func(yield func(Placed, error) bool) { yield(Placed{}, err) }
	}
	return s.placed(ctx, false, `SELECT product, body FROM product_body WHERE product IN (SELECT value FROM json_each(?)) ORDER BY product`, list)
}

// placed streams the places of a query; without gone only those of products that are
// there and can be read.
func (s *Store) placed(ctx context.Context, gone bool, query string, arg any) iter.Seq2[Placed, error] {
	return func(yield func(Placed, error) bool) {
		err := s.read(ctx, func(c *session) error {
			var bad []int64
			err := each(c.conn.QueryContext(ctx, query, arg))(func(row scanner) error {
				var at Placed
				var body sql.RawBytes
				if err := row.Scan(&at.Place, &body); err != nil {
					return err
				}
				var err error
				at.Product, err = decode(body) // what cannot be read is as good as gone
				if err != nil && (body != nil || !gone) {
					bad = append(bad, at.Place)
				}
				if at.Product == nil && !gone {
					return nil
				}
				if !yield(at, nil) {
					return errStopped
				}
				return nil
			})
			return errors.Join(err, s.leftOut(ctx, c, bad))
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(Placed{}, explain("read the products", err))
		}
	}
}
