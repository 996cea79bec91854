package store

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"

	"tradewind.app/catalog"
)

// create writes a product that is not there.
func (b *Batch) create(p *catalog.Product) error {
	entry, err := b.number()
	if err != nil {
		return err
	}
	body := p.Encode()
	hash := hashOf(body)
	seq, err := b.insert(0, p, body, hash)
	if err != nil {
		return err
	}
	return b.named(p, b.c.run(historyTable.insertion(1), entry, seq, hash))
}

// columnNames are what keyer.columns gives, in its order.
const (
	columnNames = `handle, handle_key, sku, title, title_key, locale_zh, title_zh, title_zh_key, state, stale, brand, brand_key,
	category, category_key, status, price, price_max, price_key, quantity, variants, images, image, search`
	columnCount = 23
)

// places is "?, ?, ?".
func places(n int) string { return strings.Repeat("?, ", n-1) + "?" }

// insert writes a product's rows. seq is 0 for a product that never was, or the
// one that it had.
func (b *Batch) insert(seq int64, p *catalog.Product, body, hash []byte) (int64, error) {
	args := b.productRow(&loaded{change: catalog.Change{After: p}, seq: seq, hash: hash})
	if seq == 0 {
		args[0] = nil
	}
	r, err := b.c.exec(productTable.insertion(1), args...)
	if err != nil {
		return 0, b.named(p, err)
	}
	if seq, err = r.LastInsertId(); err != nil {
		return 0, b.named(p, err)
	}
	if err := b.c.run(bodyTable.insertion(1), seq, string(body)); err != nil {
		return 0, b.named(p, err)
	}
	b.indexed = append(b.indexed, seq)
	return seq, b.insertVariants(seq, p, variantRows(p))
}

func (b *Batch) insertVariants(seq int64, p *catalog.Product, rows []variantRow) error {
	for i := range rows {
		if err := b.c.run(variantTable.insertion(1), variantArgs(seq, i, &rows[i])...); err != nil {
			return b.named(p, err)
		}
	}
	return nil
}

// variantArgs are the values of a variant's row.
func variantArgs(product int64, pos int, v *variantRow) []any {
	return []any{product, pos, v.sku, v.gtin, v.gtinKey, []byte(v.priceKey), v.currency, v.quantity}
}

// stored is what is needed of a product that is there.
type stored struct {
	seq  int64
	hash []byte // of the body as it is stored
	now  []byte // of the body as it would be stored today, see sameToday
}

// current finds a product and makes sure that it is what the caller believes.
func (b *Batch) current(p *catalog.Product) (stored, error) {
	var have stored
	if p == nil {
		return have, errors.New("write a product: a change must say what was before")
	}
	err := b.c.row(`SELECT seq, hash FROM product WHERE id = ?`, []any{string(p.ID)}, &have.seq, &have.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return have, fmt.Errorf("write product %s: it was deleted: %w", name(p), ErrStale)
	}
	if err != nil {
		return have, b.named(p, err)
	}
	have.now = hashOf(p.Encode())
	if bytes.Equal(have.now, have.hash) {
		return have, nil
	}
	same, err := b.sameToday(have)
	if err == nil && !same {
		err = fmt.Errorf("write product %s: %w", name(p), ErrStale)
	}
	return have, err
}

// sameToday reports whether a stored body means what the caller has at hand: an
// earlier Tradewind wrote the same in another way, see [catalog.DecodeProduct].
func (b *Batch) sameToday(have stored) (bool, error) {
	var body []byte
	if err := b.c.row(`SELECT body FROM product_body WHERE product = ?`, []any{have.seq}, &body); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	p, err := decode(body)
	if err != nil { // then the caller has not read it here
		return false, nil
	}
	return bytes.Equal(hashOf(p.Encode()), have.now), nil
}

// change writes a product over what it was.
func (b *Batch) change(before, after *catalog.Product) error {
	have, err := b.current(before)
	if err != nil {
		return err
	}
	body := after.Encode()
	hash := hashOf(body)
	if bytes.Equal(hash, have.now) {
		b.entry.Counts.Same++
		return nil
	}
	if err := b.keep(have, hash); err != nil {
		return b.named(after, err)
	}
	if err := b.update(have.seq, before, after, body, hash); err != nil {
		return err
	}
	rows := variantRows(after)
	if slices.Equal(rows, variantRows(before)) {
		return nil
	}
	if err := b.c.run(`DELETE FROM variant WHERE product = ?`, have.seq); err != nil {
		return b.named(after, err)
	}
	return b.insertVariants(have.seq, after, rows)
}

// keep moves what a product is into the history. A product that this entry has
// touched before keeps what it was at first.
func (b *Batch) keep(have stored, after []byte) error {
	entry, err := b.number()
	if err != nil {
		return err
	}
	b.again = true
	return b.c.run(`INSERT INTO history_change (entry, product, before, before_hash, after_hash)
		SELECT ?1, product, body, ?3, ?4 FROM product_body WHERE product = ?2
		ON CONFLICT (product, entry) DO UPDATE SET after_hash = excluded.after_hash`,
		entry, have.seq, have.hash, asNull(after))
}

// asNull is NULL for no bytes.
func asNull(b []byte) any {
	if b == nil {
		return nil
	}
	return b
}

// update writes a product over what it was, its variants aside. Only columns
// that differ are touched: each indexed one costs two writes.
func (b *Batch) update(seq int64, before, after *catalog.Product, body, hash []byte) error {
	set := []string{"hash = ?", "row_version = row_version + 1", "changed_at = ?", "changed_by = ?"}
	args := []any{hash, b.now, b.entry.By}
	old := b.keys.columns(before)
	for i, c := range b.keys.columns(after) {
		if sameValue(c.value, old[i].value) {
			continue
		}
		set, args = append(set, c.name+" = ?"), append(args, c.value)
		if c.name == "search" {
			b.unindexed, b.indexed = append(b.unindexed, seq), append(b.indexed, seq)
		}
	}
	if err := b.c.run(`UPDATE product SET `+strings.Join(set, ", ")+` WHERE seq = ?`, append(args, seq)...); err != nil {
		return b.named(after, err)
	}
	return b.named(after, b.c.run(`UPDATE product_body SET body = ? WHERE product = ?`, string(body), seq))
}

func sameValue(a, b any) bool {
	if x, ok := a.([]byte); ok {
		y, ok := b.([]byte)
		return ok && bytes.Equal(x, y)
	}
	return a == b
}

// remove deletes a product.
func (b *Batch) remove(p *catalog.Product) error {
	have, err := b.current(p)
	if err != nil {
		return err
	}
	if err := b.keep(have, nil); err != nil {
		return b.named(p, err)
	}
	return b.named(p, b.erase(have.seq))
}

// erase removes a product's rows; the rest of them goes with the first.
func (b *Batch) erase(seq int64) error {
	b.unindexed = append(b.unindexed, seq)
	return b.c.run(`DELETE FROM product WHERE seq = ?`, seq)
}

// named says which product an error is about.
func (b *Batch) named(p *catalog.Product, err error) error {
	if err == nil {
		return nil
	}
	if isCode(err, sqlite3.SQLITE_CONSTRAINT_UNIQUE) {
		err = fmt.Errorf("it is there already: %w: %w", ErrStale, err)
	}
	return explain("write product "+name(p), err)
}

// name is what a person knows a product by.
func name(p *catalog.Product) string {
	for _, s := range []string{firstSKU(p), p.Handle, p.Title} {
		if s != "" {
			return s
		}
	}
	return string(p.ID)
}
