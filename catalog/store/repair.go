package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"tradewind.app/catalog"
)

// Everything about a product but its body can be made again from the body. Check
// compares, Repair makes it again.

// productChunk is how many products are looked at between two reports of progress.
const productChunk = 500

// derived is a product as it is stored: its body and what was drawn out of it.
type derived struct {
	seq      int64
	id       string
	hash     []byte
	body     []byte
	columns  []any
	variants []variantRow
}

// eachProduct hands every product on with what is stored of it. next is called
// after each chunk.
func (s *session) eachProduct(use func(derived) error, next func(done int) error) error {
	last, done := int64(-1<<63), 0
	for {
		chunk, err := s.derivedAfter(last)
		if err != nil || len(chunk) == 0 {
			return err
		}
		for _, d := range chunk {
			if err := use(d); err != nil {
				return fmt.Errorf("product %s: %w", d.id, err)
			}
			last = d.seq
		}
		done += len(chunk)
		if err := next(done); err != nil {
			return err
		}
	}
}

// name is what a person knows the product by, and its ID.
func (d derived) name() string {
	for _, i := range []int{2, 0, 3} { // sku, handle, title: see columnNames
		if s, ok := d.columns[i].(string); ok && s != "" {
			return fmt.Sprintf("product %s (%s)", s, d.id)
		}
	}
	return "product " + d.id
}

func (s *session) derivedAfter(seq int64) (chunk []derived, err error) {
	err = each(s.query(`SELECT p.seq, p.id, p.hash, b.body, `+columnNames+`
		FROM product AS p LEFT JOIN product_body AS b ON b.product = p.seq WHERE p.seq > ? ORDER BY p.seq LIMIT ?`, seq, productChunk),
	)(func(row scanner) error {
		d := derived{columns: make([]any, columnCount)}
		dest := []any{&d.seq, &d.id, &d.hash, &d.body}
		for i := range d.columns {
			dest = append(dest, &d.columns[i])
		}
		err := row.Scan(dest...)
		chunk = append(chunk, d)
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range chunk {
		if chunk[i].variants, err = s.variantsOf(chunk[i].seq); err != nil {
			return nil, err
		}
	}
	return chunk, nil
}

func (s *session) variantsOf(seq int64) (list []variantRow, err error) {
	err = each(s.query(`SELECT sku, gtin, gtin_key, price_key, currency, quantity FROM variant WHERE product = ? ORDER BY pos`, seq))(func(row scanner) error {
		var v variantRow
		var key []byte
		err := row.Scan(&v.sku, &v.gtin, &v.gtinKey, &key, &v.currency, &v.quantity)
		v.priceKey = string(key)
		list = append(list, v)
		return err
	})
	return list, err
}

// checkProducts compares every product with what is drawn out of its body.
func (s *session) checkProducts(ctx context.Context, r *Report, progress func(done, total int)) error {
	k := keyers.Get().(*keyer)
	defer keyers.Put(k)
	return s.eachProduct(func(d derived) error {
		p, err := decode(d.body)
		if err != nil {
			r.Note(FlawUnreadable, fmt.Sprintf("%s: %v", d.name(), err))
			return nil
		}
		if !bytes.Equal(hashOf(d.body), d.hash) || string(p.ID) != d.id {
			r.Note(FlawBody, d.name())
			return nil
		}
		if name := k.difference(p, d); name != "" {
			r.Note(FlawColumn, fmt.Sprintf("product %s: %s", d.id, name))
		}
		return nil
	}, func(done int) error {
		if progress != nil {
			progress(done, r.Products)
		}
		return ctx.Err()
	})
}

// difference names the first column that is not what the body says.
func (k *keyer) difference(p *catalog.Product, d derived) string {
	for i, c := range k.columns(p) {
		if !sameValue(c.value, d.columns[i]) {
			return c.name
		}
	}
	if !slices.Equal(variantRows(p), d.variants) {
		return "variants"
	}
	return ""
}

// Repair makes again what lists and search know of the products. It changes no
// product and is no entry of the history. progress may be nil.
func (s *Store) Repair(ctx context.Context, progress func(done, total int)) error {
	b, err := s.Begin(ctx, Entry{})
	if err != nil {
		return err
	}
	if err := b.commit(b.repair(ctx, progress), "repair the catalogue"); err != nil {
		return err
	}
	return errors.Join(s.committed(b.c, true), b.finish())
}

func (b *Batch) repair(ctx context.Context, progress func(done, total int)) error {
	var total int
	if err := b.c.row(`SELECT count(*) FROM product`, nil, &total); err != nil {
		return err
	}
	for _, statement := range []string{
		`INSERT INTO search (search) VALUES ('delete-all')`,
		`CREATE TEMP TABLE IF NOT EXISTS old_variant AS SELECT * FROM variant WHERE false`,
		`DELETE FROM temp.old_variant`,
		`INSERT INTO temp.old_variant SELECT * FROM variant`,
		`DELETE FROM variant`,
	} {
		if err := b.c.run(statement); err != nil {
			return err
		}
	}
	err := b.c.eachProduct(b.redraw, func(done int) error {
		if progress != nil {
			progress(done, total)
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return b.index(ctx)
}

// redraw writes what is drawn out of a product again.
func (b *Batch) redraw(d derived) error {
	p, err := decode(d.body)
	if err != nil { // it stays as it is, and is found by its SKUs where nobody besides has them now
		b.indexed = append(b.indexed, d.seq)
		return b.c.run(`INSERT OR IGNORE INTO variant SELECT * FROM temp.old_variant WHERE product = ?`, d.seq)
	}
	args := []any{}
	for _, c := range b.keys.columns(p) {
		args = append(args, c.value)
	}
	if err := b.c.run(`UPDATE product SET (`+columnNames+`) = (`+places(columnCount)+`) WHERE seq = ?`, append(args, d.seq)...); err != nil {
		return err
	}
	b.indexed = append(b.indexed, d.seq)
	return b.insertVariants(d.seq, p, variantRows(p))
}
