package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"tradewind.app/catalog"
)

// errStopped ends a stream whose reader wants no more.
var errStopped = errors.New("stopped")

// withBody joins the body of product p; one that is missing is NULL.
const withBody = " LEFT JOIN product_body AS b ON b.product = p.seq"

// Products streams the products that a filter chooses, in the order in which they
// came, as they were when the stream began. A product that cannot be read is left
// out and noted, see [Store.Unreadable].
func (s *Store) Products(ctx context.Context, f catalog.Filter) iter.Seq2[*catalog.Product, error] {
	return func(yield func(*catalog.Product, error) bool) {
		err := s.read(ctx, func(c *session) error {
			q, err := c.list(f, catalog.Sort{})
			if err != nil {
				return err
			}
			return s.products(ctx, c, q, func(p *catalog.Product) bool { return yield(p, nil) })
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(nil, explain("read the products", err))
		}
	}
}

// IDs streams the IDs of all products of a filter in the order of a list: a
// list that is shown piece by piece asks once for these and then for Rows.
func (s *Store) IDs(ctx context.Context, f catalog.Filter, by catalog.Sort) iter.Seq2[catalog.ID, error] {
	return func(yield func(catalog.ID, error) bool) {
		err := s.read(ctx, func(c *session) error {
			q, err := c.list(f, by)
			if err != nil {
				return err
			}
			return s.ids(ctx, c, q, func(id catalog.ID) bool { return yield(id, nil) })
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield("", explain("read the list", err))
		}
	}
}

// Count counts the products that a filter chooses.
func (s *Store) Count(ctx context.Context, f catalog.Filter) (n int, err error) {
	err = s.read(ctx, func(c *session) error {
		q, err := c.list(f, catalog.Sort{})
		if err != nil {
			return err
		}
		if len(q.rest) > 0 {
			return s.ids(ctx, c, q, func(catalog.ID) bool { n++; return true })
		}
		return c.conn.QueryRowContext(ctx, "SELECT count(*)"+q.from+q.clause(), q.args...).Scan(&n)
	})
	return n, explain("count products", err)
}

// Size counts the products and variants of the catalogue.
func (s *Store) Size(ctx context.Context) (products, variants int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM product), (SELECT count(*) FROM variant)`).Scan(&products, &variants)
	return products, variants, explain("count products", err)
}

// Rows reads the rows of products in the order of ids. Products that are gone
// are left out.
func (s *Store) Rows(ctx context.Context, ids []catalog.ID) (list []Row, err error) {
	wanted, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	err = each(s.reader.QueryContext(ctx, `SELECT `+rowColumns+`
		FROM json_each(?) AS j CROSS JOIN product AS p ON p.id = j.value ORDER BY j.id`, string(wanted)),
	)(func(row scanner) error {
		r, _, err := scanRow(row)
		list = append(list, r)
		return err
	})
	return list, explain("read rows", err)
}

// Unpriced counts the variants without a price of products that have any. It is no
// column of a Row: a list in any order would have it counted of all its products.
func (s *Store) Unpriced(ctx context.Context, ids []catalog.ID) (map[catalog.ID]int, error) {
	wanted, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("count prices: %w", err)
	}
	counts := map[catalog.ID]int{}
	err = each(s.reader.QueryContext(ctx, `SELECT p.id, count(*)
		FROM json_each(?) AS j CROSS JOIN product AS p ON p.id = j.value CROSS JOIN variant AS v ON v.product = p.seq
		WHERE v.price_key = x'' GROUP BY p.id`, string(wanted)),
	)(func(row scanner) error {
		var id catalog.ID
		var n int
		if err := row.Scan(&id, &n); err != nil {
			return err
		}
		counts[id] = n
		return nil
	})
	return counts, explain("count prices", err)
}

// listing is a whole list: a planned selection and its order.
type listing struct {
	selection
	by order
}

// list plans a list of all products of a filter.
func (c *session) list(f catalog.Filter, by catalog.Sort) (q listing, err error) {
	if q.by, err = orderOf(by); err != nil {
		return q, err
	}
	if q.selection, err = newSelection(f); err != nil {
		return q, err
	}
	err = c.plan(&q.selection, &q.by, 0)
	return q, err
}

func (q *listing) query(ctx context.Context, c *session, columns, join string) (*sql.Rows, error) {
	return c.conn.QueryContext(ctx, "SELECT "+columns+q.from+join+q.clause()+q.by.clause(), q.args...)
}

// products hands the products on until use wants no more.
func (s *Store) products(ctx context.Context, c *session, q listing, use func(*catalog.Product) bool) (err error) {
	var bad []int64
	err = each(q.query(ctx, c, "p.seq, b.body", withBody))(func(row scanner) error {
		var seq int64
		var body sql.RawBytes
		if err := row.Scan(&seq, &body); err != nil {
			return err
		}
		p, err := decode(body)
		if err != nil {
			bad = append(bad, seq)
			return nil
		}
		if matchesAll(p, q.rest) && !use(p) {
			return errStopped
		}
		return nil
	})
	return errors.Join(err, s.leftOut(ctx, c, bad))
}

// ids hands the IDs on until use wants no more. Bodies are read only where SQL
// does not decide the whole filter.
func (s *Store) ids(ctx context.Context, c *session, q listing, use func(catalog.ID) bool) error {
	if len(q.rest) > 0 {
		return s.products(ctx, c, q, func(p *catalog.Product) bool { return use(p.ID) })
	}
	return each(q.query(ctx, c, "p.id", ""))(func(row scanner) error {
		var id catalog.ID
		err := row.Scan(&id)
		if err == nil && !use(id) {
			err = errStopped
		}
		return err
	})
}
