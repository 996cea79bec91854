package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"tradewind.app/catalog"
)

// Unreadable is a product whose content is missing or damaged. What lists know
// of it is still there and names it.
type Unreadable struct {
	ID      catalog.ID `json:"id"`
	Handle  string     `json:"handle"`
	SKU     string     `json:"sku"`
	Title   string     `json:"title"`
	Missing bool       `json:"missing"` // there is no content at all
}

// Name is what a person knows the product by.
func (u Unreadable) Name() string {
	for _, s := range []string{u.SKU, u.Handle, u.Title} {
		if s != "" {
			return s
		}
	}
	return string(u.ID)
}

// UnreadableError says that the product which is asked for cannot be read.
type UnreadableError struct {
	Product Unreadable
	Err     error // what is wrong with the content
}

func (e *UnreadableError) Error() string {
	return fmt.Sprintf("product %s cannot be read: %v", e.Product.Name(), e.Err)
}

func (e *UnreadableError) Unwrap() error { return e.Err }

// Message names the sentence for a person (app/text).
func (e *UnreadableError) Message() (code string, args []any) {
	return "error-product-unreadable", []any{"name", e.Product.Name()}
}

var errNoBody = errors.New("its content is missing")

// decode reads a product's content; one without is an error too.
func decode(body []byte) (*catalog.Product, error) {
	if body == nil {
		return nil, errNoBody
	}
	return catalog.DecodeProduct(body)
}

// Unreadable lists the products whose content was found to be damaged since the
// catalogue was opened: every list and stream goes on without them, and a backup
// has them as they are.
func (s *Store) Unreadable() []Unreadable {
	s.damage.Lock()
	defer s.damage.Unlock()
	return slices.Clone(s.unreadable)
}

// forgetUnreadable takes products off the list that are deleted. Where that is undone
// the next read finds them again.
func (s *Store) forgetUnreadable(ids []catalog.ID) {
	if len(ids) == 0 {
		return
	}
	s.damage.Lock()
	defer s.damage.Unlock()
	s.unreadable = slices.DeleteFunc(s.unreadable, func(u Unreadable) bool { return slices.Contains(ids, u.ID) })
}

// leftOut notes products that a stream left out.
func (s *Store) leftOut(ctx context.Context, c *session, seqs []int64) error {
	for _, seq := range seqs {
		u, err := c.unreadable(ctx, seq)
		if err != nil {
			return err
		}
		s.damage.Lock()
		if !slices.ContainsFunc(s.unreadable, func(o Unreadable) bool { return o.ID == u.ID }) {
			s.unreadable = append(s.unreadable, u)
		}
		s.damage.Unlock()
	}
	return nil
}

// unreadable reads what lists know of a product.
func (c *session) unreadable(ctx context.Context, seq int64) (u Unreadable, err error) {
	err = c.conn.QueryRowContext(ctx, `SELECT p.id, p.handle, p.sku, p.title, b.body IS NULL
		FROM product AS p LEFT JOIN product_body AS b ON b.product = p.seq WHERE p.seq = ?`, seq).
		Scan(&u.ID, &u.Handle, &u.SKU, &u.Title, &u.Missing)
	return u, explain("name a product that cannot be read", err)
}

// unreadableError is the error about one product that cannot be read.
func (c *session) unreadableError(seq int64, why error) error {
	u, err := c.unreadable(context.Background(), seq)
	if err != nil {
		return errors.Join(why, err)
	}
	return &UnreadableError{u, why}
}

// Discard deletes a product that cannot be read. What is there of its content is
// kept in the history as it is. A product that can be read is deleted with Put.
func (b *Batch) Discard(ctx context.Context, id catalog.ID) error {
	if err := b.written(ctx); err != nil {
		return err
	}
	b.failed = explain(fmt.Sprintf("delete product %s", id), b.discard(id))
	b.discarded = append(b.discarded, id)
	return b.failed
}

func (b *Batch) discard(id catalog.ID) error {
	var have stored
	err := b.c.row(`SELECT seq, hash FROM product WHERE id = ?`, []any{string(id)}, &have.seq, &have.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNoProduct
	}
	if err != nil {
		return err
	}
	entry, err := b.number()
	if err != nil {
		return err
	}
	b.again = true
	err = b.c.run(`INSERT INTO history_change (entry, product, before, before_hash)
		SELECT ?, p.seq, ifnull(b.body, ''), p.hash FROM product AS p LEFT JOIN product_body AS b ON b.product = p.seq WHERE p.seq = ?
		ON CONFLICT (product, entry) DO UPDATE SET after_hash = NULL`, entry, have.seq)
	if err != nil {
		return err
	}
	return b.erase(have.seq)
}
