package store

import (
	"context"
	"database/sql"
	"iter"
	"slices"

	"tradewind.app/catalog"
)

// A write reads within its own transaction: what it sees is what it changes, its own
// changes included, and no other connection is asked.

// Find is catalog.Find over the catalogue as this batch has made it so far.
func (b *Batch) Find(ctx context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
	if err := b.ready(ctx); err != nil {
		return nil, err
	}
	if b.loader == nil {
		return b.c.find(keys)
	}
	found, err := b.loader.find(keys)
	if failed := b.loader.failure(); failed != nil {
		b.failed = b.store.becauseReplaced(failed)
		err = b.failed
	}
	return found, err
}

// Product is Store.Product within the batch.
func (b *Batch) Product(ctx context.Context, id catalog.ID) (*catalog.Product, error) {
	if err := b.written(ctx); err != nil {
		return nil, err
	}
	return b.c.productByID(id)
}

// readAtOnce is how many products a batch reads at once while it may write between them.
const readAtOnce = 256

// Products is Store.Products within the batch. Which products there are is settled when
// the stream begins; each is as it is when its turn comes, and one that the batch has
// deleted meanwhile is left out.
func (b *Batch) Products(ctx context.Context, f catalog.Filter) iter.Seq2[*catalog.Product, error] {
	return func(yield func(*catalog.Product, error) bool) {
		q, seqs, err := b.selected(ctx, f)
		if err != nil {
			yield(nil, explain("read the products", err))
			return
		}
		for chunk := range slices.Chunk(seqs, readAtOnce) {
			products, err := b.productsAt(ctx, chunk)
			if err != nil {
				yield(nil, explain("read the products", err))
				return
			}
			for _, p := range products {
				if matchesAll(p, q.rest) && !yield(p, nil) {
					return
				}
			}
		}
	}
}

// selected lists what SQL can tell of the products of a filter; the query has the rest.
func (b *Batch) selected(ctx context.Context, f catalog.Filter) (q listing, seqs []int64, err error) {
	if err := b.written(ctx); err != nil {
		return q, nil, err
	}
	if q, err = b.c.list(f, catalog.Sort{}); err != nil {
		return q, nil, err
	}
	err = each(q.query(ctx, b.c, "p.seq", ""))(func(row scanner) error {
		var seq int64
		err := row.Scan(&seq)
		seqs = append(seqs, seq)
		return err
	})
	return q, seqs, err
}

// productsAt reads products that can be read, in the order of seq.
func (b *Batch) productsAt(ctx context.Context, seqs []int64) (products []*catalog.Product, err error) {
	if err := b.written(ctx); err != nil {
		return nil, err
	}
	list, err := jsonList(seqs)
	if err != nil {
		return nil, err
	}
	var bad []int64
	err = each(b.c.query(`SELECT p.seq, b.body FROM json_each(?) AS j CROSS JOIN product AS p ON p.seq = j.value
		LEFT JOIN product_body AS b ON b.product = p.seq ORDER BY j.id`, list))(func(row scanner) error {
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
		products = append(products, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return products, b.store.leftOut(ctx, b.c, bad)
}
