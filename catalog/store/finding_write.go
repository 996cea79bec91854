package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"slices"

	"tradewind.app/catalog"
)

// PendingProduct is a product whose findings are out of date.
type PendingProduct struct {
	Place   int64            // in the order in which products came; no two ever share one
	Entry   int64            // of the history, that made it so
	Product *catalog.Product // nil: it is gone, or cannot be read
	Gone    bool
}

// PendingProducts reads products whose findings are out of date, as they are now and
// in the order in which they came; limit bounds how many.
func (s *Store) PendingProducts(ctx context.Context, limit int) (list []PendingProduct, err error) {
	return s.evaluable(ctx, `SELECT q.product, q.entry, p.seq IS NULL, b.body
		FROM (SELECT product, entry FROM finding_pending ORDER BY product LIMIT ?) AS q
		LEFT JOIN product AS p ON p.seq = q.product LEFT JOIN product_body AS b ON b.product = q.product ORDER BY q.product`, limit)
}

// UnreadPictures reads products that have a picture which could not be read, where
// these are not more than limit: the files may be there by now.
func (s *Store) UnreadPictures(ctx context.Context, limit int) ([]PendingProduct, error) {
	var sets []int64
	count := 0
	err := s.read(ctx, func(c *session) error {
		list, err := c.findingSets()
		for _, one := range list {
			if one.flags&flagUnread != 0 {
				sets, count = append(sets, one.id), count+one.products
			}
		}
		return err
	})
	if err != nil || count == 0 || count > limit {
		return nil, explain("read the findings", err)
	}
	list, err := jsonList(sets)
	if err != nil {
		return nil, err
	}
	return s.evaluable(ctx, `SELECT f.product, (SELECT ifnull(max(seq), 0) FROM history), 0, b.body
		FROM finding AS f JOIN product_body AS b USING (product)
		WHERE f.finding_set IN (SELECT value FROM json_each(?)) ORDER BY f.product`, list)
}

// ProductsAt reads products by their places, for what they share with the rest.
func (s *Store) ProductsAt(ctx context.Context, places []int64) ([]PendingProduct, error) {
	list, err := jsonList(places)
	if err != nil {
		return nil, err
	}
	return s.evaluable(ctx, `SELECT product, 0, 0, body FROM product_body WHERE product IN (SELECT value FROM json_each(?)) ORDER BY product`, list)
}

func (s *Store) evaluable(ctx context.Context, query string, arg any) (list []PendingProduct, err error) {
	err = s.read(ctx, func(c *session) error {
		var bad []int64
		err := each(c.conn.QueryContext(ctx, query, arg))(func(row scanner) error {
			var one PendingProduct
			var body sql.RawBytes
			if err := row.Scan(&one.Place, &one.Entry, &one.Gone, &body); err != nil {
				return err
			}
			if !one.Gone {
				var err error
				if one.Product, err = decode(body); err != nil {
					bad = append(bad, one.Place)
				}
			}
			list = append(list, one)
			return nil
		})
		return errors.Join(err, s.leftOut(ctx, c, bad))
	})
	return list, explain("read the products", err)
}

// Sharing lists, by key, the places of products that have it, the first ones first.
// Keys that nobody has are not in the answer.
func (s *Store) Sharing(ctx context.Context, keys []uint32) (map[uint32][]int64, error) {
	places := map[uint32][]int64{}
	list, err := jsonList(keys)
	if err != nil || len(keys) == 0 {
		return places, err
	}
	err = each(s.reader.QueryContext(ctx, `SELECT k.key, k.product FROM json_each(?) AS j
		CROSS JOIN finding_key AS k ON k.key = j.value ORDER BY k.key, k.product`, list),
	)(func(row scanner) error {
		var key uint32
		var place int64
		err := row.Scan(&key, &place)
		places[key] = append(places[key], place)
		return err
	})
	return places, explain("read the findings", err)
}

// ProductFindings are what was found about a pending product.
type ProductFindings struct {
	Place, Entry int64
	Gone         bool // there is no such product any more
	Unreadable   bool // the product cannot be read
	Evaluations  []catalog.Evaluation
	Unfinished   bool     // it has no finished listing in the shop's Chinese
	Unread       bool     // it has a picture that could not be read
	Keys         []uint32 // of values that must be unique
}

// WriteFindings stores what was found about products. They are pending no more, unless
// they were written to since. Products that share a value with one that has it newly,
// or has it no longer, become pending, unless they are among the list.
//
// sources are those that the products were evaluated for; where different ones are in use by
// now nothing is written, and the error is ErrStale.
func (s *Store) WriteFindings(ctx context.Context, sources []SourceVersions, list []ProductFindings) error {
	return s.deriving(ctx, func(c *session) error {
		used, err := c.sources()
		if err != nil {
			return err
		}
		if !SameSources(used, sources) {
			return ErrStale
		}
		w := &findingWriter{c: c, interned: s.interned.Load(), touched: map[int64]int{}, moved: [][2]int64{}}
		if w.interned == nil {
			w.interned = newInterned()
		}
		for _, f := range list {
			if err := errors.Join(ctx.Err(), w.write(f)); err != nil {
				return err
			}
		}
		if err := w.finish(list); err != nil {
			return err
		}
		s.interned.Store(w.interned)
		return nil
	})
}

// findingWriter writes findings within a transaction.
type findingWriter struct {
	*interned

	c       *session
	touched map[int64]int // sets, by how many products more have them
	moved   [][2]int64    // keys that a product has newly or no longer, and its place
}

func (w *findingWriter) write(f ProductFindings) error {
	var was findingRow
	err := w.c.row(`SELECT finding_set, texts, keys FROM finding WHERE product = ?`, []any{f.Place}, &was.set, &was.texts, &was.keys)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	is := findingRow{keys: packKeys(f.Keys)}
	if !f.Gone {
		var texts []string
		if is.set, texts, err = w.set(w.c, f); err != nil {
			return err
		}
		is.texts = packTexts(texts)
	}
	if err = w.replace(f.Place, was, is); err == nil {
		err = w.moveKeys(f.Place, was.keys, is.keys)
	}
	if err == nil {
		err = w.c.run(`DELETE FROM finding_pending WHERE product = ? AND entry <= ?`, f.Place, f.Entry)
	}
	return err
}

// findingRow is what the table has of a product; without a set it has nothing.
type findingRow struct {
	set         int64
	texts, keys []byte
}

// replace writes one row over another where they differ.
func (w *findingWriter) replace(place int64, was, is findingRow) error {
	if was.set == is.set && bytes.Equal(was.texts, is.texts) && bytes.Equal(was.keys, is.keys) {
		return nil
	}
	if was.set != 0 {
		w.touched[was.set]--
	}
	if is.set == 0 {
		return w.c.run(`DELETE FROM finding WHERE product = ?`, place)
	}
	w.touched[is.set]++
	return w.c.run(`INSERT INTO finding (product, finding_set, texts, keys) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET finding_set = excluded.finding_set, texts = excluded.texts, keys = excluded.keys`,
		place, is.set, is.texts, is.keys)
}

// moveKeys brings a product's keys up to date and notes those that differ.
func (w *findingWriter) moveKeys(place int64, before, now []byte) error {
	if bytes.Equal(before, now) {
		return nil
	}
	was, is := unpackKeys(before), unpackKeys(now)
	for _, key := range was {
		if _, kept := slices.BinarySearch(is, key); kept {
			continue
		}
		w.moved = append(w.moved, [2]int64{int64(key), place})
		if err := w.c.run(`DELETE FROM finding_key WHERE key = ? AND product = ?`, int64(key), place); err != nil {
			return err
		}
	}
	for _, key := range is {
		if _, had := slices.BinarySearch(was, key); had {
			continue
		}
		w.moved = append(w.moved, [2]int64{int64(key), place})
		if err := w.c.run(`INSERT OR IGNORE INTO finding_key (key, product) VALUES (?, ?)`, int64(key), place); err != nil {
			return err
		}
	}
	return nil
}

// finish counts the products of each set again, and makes those pending whose findings
// depend on what has moved: of products that share a value the first is not at fault.
func (w *findingWriter) finish(list []ProductFindings) error {
	for set, more := range w.touched {
		err := w.c.run(`UPDATE finding_set SET products = products + ?2,
			first = ifnull((SELECT min(product) FROM finding WHERE finding_set = ?1), 0) WHERE id = ?1`, set, more)
		if err != nil {
			return err
		}
	}
	if len(w.moved) == 0 {
		return nil
	}
	written := make([]int64, len(list))
	for i, f := range list {
		written[i] = f.Place
	}
	moved, err := jsonList(w.moved)
	if err != nil {
		return err
	}
	except, err := jsonList(written)
	if err != nil {
		return err
	}
	return w.c.run(`INSERT INTO finding_pending (product, entry)
		SELECT DISTINCT k.product, (SELECT ifnull(max(seq), 0) FROM history) FROM json_each(?1) AS j
		CROSS JOIN finding_key AS k ON k.key = j.value ->> 0 AND k.product > j.value ->> 1
		WHERE k.product NOT IN (SELECT value FROM json_each(?2))
		ON CONFLICT DO UPDATE SET entry = max(entry, excluded.entry)`, moved, except)
}
