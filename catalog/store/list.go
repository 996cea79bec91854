package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// rowColumns are what scanRow reads.
const rowColumns = `p.seq, p.id, p.handle, p.sku, p.title, p.locale_zh, p.title_zh, p.state, p.brand, p.category, p.status,
	p.price, p.price_max, p.quantity, p.variants, p.images, p.image, p.changed_at`

func scanRow(rows scanner, more ...any) (row Row, seq int64, err error) {
	var low, high string
	var changed int64
	dest := append([]any{
		&seq, &row.ID, &row.Handle, &row.SKU, &row.Title, &row.LocaleZH, &row.TitleZH, &row.State,
		&row.Brand, &row.Category, &row.Status, &low, &high, &row.Quantity, &row.Variants, &row.Images, &row.Image, &changed,
	}, more...)
	if err := rows.Scan(dest...); err != nil {
		return row, seq, err
	}
	row.ChangedAt = time.UnixMilli(changed).UTC()
	if row.Price, err = parsePrice(low); err != nil {
		return row, seq, err
	}
	row.PriceMax, err = parsePrice(high)
	return row, seq, err
}

// parsePrice reads what Money.String wrote.
func parsePrice(s string) (catalog.Money, error) {
	amount, code, ok := strings.Cut(s, " ")
	if !ok {
		return catalog.Money{}, nil
	}
	d, err := decimal.NewFromString(amount)
	return catalog.Money{Amount: d, Currency: code}, err
}

// Products streams the products that a filter chooses, in the order in which they
// came, as they were when the stream began.
func (s *Store) Products(ctx context.Context, f catalog.Filter) iter.Seq2[*catalog.Product, error] {
	return func(yield func(*catalog.Product, error) bool) {
		err := s.read(ctx, func(c *session) error {
			rows, rest, err := c.list(ctx, f, catalog.Sort{}, "b.body", " JOIN product_body AS b ON b.product = p.seq")
			if err != nil {
				return err
			}
			defer rows.Close() //nolint:errcheck // Err tells
			for rows.Next() {
				p, err := scanProduct(rows)
				if err != nil {
					return err
				}
				if matchesAll(p, rest) && !yield(p, nil) {
					return errStopped
				}
			}
			return rows.Err()
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(nil, explain("read the products", err))
		}
	}
}

// errStopped ends a stream whose reader wants no more.
var errStopped = errors.New("stopped")

func scanProduct(rows *sql.Rows) (*catalog.Product, error) {
	var body sql.RawBytes
	if err := rows.Scan(&body); err != nil {
		return nil, err
	}
	return catalog.DecodeProduct(body)
}

// list runs a query over all products of a filter. The caller closes the rows and
// asks the rest of the filter.
func (c *session) list(ctx context.Context, f catalog.Filter, by catalog.Sort, columns, join string) (*sql.Rows, []catalog.Condition, error) {
	o, err := orderOf(by)
	if err != nil {
		return nil, nil, err
	}
	sel, err := newSelection(f)
	if err != nil {
		return nil, nil, err
	}
	if err := c.plan(&sel, &o, 0); err != nil {
		return nil, nil, err
	}
	rows, err := c.conn.QueryContext(ctx, "SELECT "+columns+sel.from+join+sel.clause()+o.clause(), sel.args...)
	return rows, sel.rest, err
}

// IDs streams the IDs of all products of a filter in the order of a list: a
// list that is shown piece by piece asks once for these and then for Rows.
func (s *Store) IDs(ctx context.Context, f catalog.Filter, by catalog.Sort) iter.Seq2[catalog.ID, error] {
	return func(yield func(catalog.ID, error) bool) {
		err := s.read(ctx, func(c *session) error {
			return c.ids(ctx, f, by, func(id catalog.ID) bool { return yield(id, nil) })
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield("", explain("read the list", err))
		}
	}
}

func (c *session) ids(ctx context.Context, f catalog.Filter, by catalog.Sort, use func(catalog.ID) bool) (err error) {
	columns, join := "p.id, NULL", ""
	if sel, err := newSelection(f); err == nil && len(sel.rest) > 0 {
		columns, join = "p.id, b.body", " JOIN product_body AS b ON b.product = p.seq"
	}
	rows, rest, err := c.list(ctx, f, by, columns, join)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var id catalog.ID
		var body []byte
		if err := rows.Scan(&id, &body); err != nil {
			return err
		}
		ok, err := restMatches(body, rest)
		if err != nil {
			return err
		}
		if ok && !use(id) {
			return errStopped
		}
	}
	return rows.Err()
}

func restMatches(body []byte, rest []catalog.Condition) (bool, error) {
	if len(rest) == 0 {
		return true, nil
	}
	p, err := catalog.DecodeProduct(body)
	if err != nil {
		return false, err
	}
	return matchesAll(p, rest), nil
}

// Rows reads the rows of products in the order of ids. Products that are gone
// are left out.
func (s *Store) Rows(ctx context.Context, ids []catalog.ID) (list []Row, err error) {
	wanted, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	rows, err := s.reader.QueryContext(ctx, `SELECT `+rowColumns+` FROM json_each(?) AS j CROSS JOIN product AS p ON p.id = j.value ORDER BY j.id`, string(wanted))
	if err != nil {
		return nil, explain("read rows", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		row, _, err := scanRow(rows)
		if err != nil {
			return nil, explain("read rows", err)
		}
		list = append(list, row)
	}
	return list, explain("read rows", rows.Err())
}

// Count counts the products that a filter chooses.
func (s *Store) Count(ctx context.Context, f catalog.Filter) (n int, err error) {
	err = s.read(ctx, func(c *session) error {
		sel, err := newSelection(f)
		if err != nil {
			return err
		}
		if len(sel.rest) > 0 {
			return c.ids(ctx, f, catalog.Sort{}, func(catalog.ID) bool { n++; return true })
		}
		if err := c.plan(&sel, &order{}, 0); err != nil {
			return err
		}
		return c.conn.QueryRowContext(ctx, "SELECT count(*)"+sel.from+sel.clause(), sel.args...).Scan(&n)
	})
	return n, explain("count products", err)
}
