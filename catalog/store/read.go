package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tradewind.app/catalog"
)

// read runs use on a connection of the reading pool, in one snapshot.
func (s *Store) read(ctx context.Context, use func(c *session) error) (err error) {
	c, err := newSession(ctx, s.reader)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	if err := c.run("BEGIN"); err != nil {
		return explain("begin to read", err)
	}
	defer func() { err = errors.Join(err, c.run("ROLLBACK")) }()
	return use(c)
}

// Product reads one product, or returns ErrNoProduct.
func (s *Store) Product(ctx context.Context, id catalog.ID) (*catalog.Product, error) {
	return s.one(ctx, fmt.Sprintf("product %s", id),
		`SELECT b.body FROM product AS p JOIN product_body AS b ON b.product = p.seq WHERE p.id = ?`, string(id))
}

// ProductBySKU reads the product that has a variant with this SKU, or returns
// ErrNoProduct.
func (s *Store) ProductBySKU(ctx context.Context, sku string) (*catalog.Product, error) {
	return s.one(ctx, fmt.Sprintf("SKU %q", sku),
		`SELECT b.body FROM variant AS v JOIN product_body AS b USING (product) WHERE v.sku = ? AND v.sku <> ''`, sku)
}

func (s *Store) one(ctx context.Context, what, query string, arg any) (*catalog.Product, error) {
	var body []byte
	err := s.reader.QueryRowContext(ctx, query, arg).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%s: %w", what, ErrNoProduct)
	}
	if err != nil {
		return nil, explain("read "+what, err)
	}
	return catalog.DecodeProduct(body)
}

// Find returns the products that the keys name; it is Batch.Find for a run that
// only looks.
func (s *Store) Find(ctx context.Context, keys []catalog.Key) (found map[catalog.Key]*catalog.Product, err error) {
	err = s.read(ctx, func(c *session) error {
		found, err = c.find(keys)
		return err
	})
	return found, err
}
