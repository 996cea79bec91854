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
	c.found = &s.found
	defer func() { err = errors.Join(err, c.close()) }()
	if err := c.run("BEGIN"); err != nil {
		return explain("begin to read", err)
	}
	defer func() { err = errors.Join(err, c.run("ROLLBACK")) }()
	return use(c)
}

// Product reads one product, or returns ErrNoProduct, or an UnreadableError.
func (s *Store) Product(ctx context.Context, id catalog.ID) (p *catalog.Product, err error) {
	err = s.read(ctx, func(c *session) error {
		p, err = c.productByID(id)
		return err
	})
	return p, err
}

func (s *session) productByID(id catalog.ID) (*catalog.Product, error) {
	return s.one(fmt.Sprintf("product %s", id), `SELECT seq FROM product WHERE id = ?`, string(id))
}

// ProductBySKU reads the product that has a variant with this SKU, or returns
// ErrNoProduct, or an UnreadableError.
func (s *Store) ProductBySKU(ctx context.Context, sku string) (p *catalog.Product, err error) {
	err = s.read(ctx, func(c *session) error {
		p, err = c.one(fmt.Sprintf("SKU %q", sku), `SELECT product FROM variant WHERE sku = ? AND sku <> ''`, sku)
		return err
	})
	return p, err
}

// one reads the product that a query names, or returns ErrNoProduct.
func (s *session) one(what, query string, arg any) (*catalog.Product, error) {
	var seq int64
	err := s.row(query, []any{arg}, &seq)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("%s: %w", what, ErrNoProduct)
	}
	if err != nil {
		return nil, explain("read "+what, err)
	}
	p, err := s.product(seq)
	return p, explain("read "+what, err)
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
