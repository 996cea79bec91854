package store

import (
	"context"
	"encoding/json"
	"strconv"

	"tradewind.app/catalog"
)

// A catalogue of schema 1 may have products of one handle: the product that came
// first keeps it, each later one gets a number behind it. That changes products, so
// it is an entry of the history like any other.

// partHandles makes handles unique and files them.
func partHandles(ctx context.Context, s *session, by stamp) error {
	b := &Batch{c: s, keys: keyers.Get().(*keyer), now: by.at.UnixMilli()}
	b.entry = Entry{ID: catalog.NewID(), Kind: KindUpgrade, Note: string(catalog.FieldHandle), At: by.at.UTC(), By: by.who}
	defer keyers.Put(b.keys)
	shared, taken, err := sharedHandles(s)
	if err != nil {
		return err
	}
	next, unreadable := map[string]int{}, []int64{}
	for _, one := range shared {
		if err := ctx.Err(); err != nil {
			return err
		}
		before, err := s.product(one.seq)
		if err != nil { // doctor reports it; nothing is known of the product but its row
			unreadable = append(unreadable, one.seq)
			continue
		}
		if err := b.change(before, parted(before, taken, next)); err != nil {
			return err
		}
	}
	if err := b.finishEntry(ctx); err != nil {
		return err
	}
	list, err := json.Marshal(unreadable)
	if err != nil {
		return err
	}
	return s.run(`UPDATE product SET handle_key = key_of_handle(handle)
		WHERE handle_key = '' AND handle <> '' AND seq NOT IN (SELECT value FROM json_each(?))`, string(list))
}

// sharedHandle is a product whose handle one that came before it has.
type sharedHandle struct {
	seq    int64
	handle string
}

// sharedHandles lists the products to part in the order in which they came, and the
// keys of all handles that there are.
func sharedHandles(s *session) (shared []sharedHandle, taken map[string]bool, err error) {
	taken = map[string]bool{}
	err = each(s.query(`SELECT seq, handle FROM product WHERE handle <> '' ORDER BY seq`))(func(row scanner) error {
		var one sharedHandle
		if err := row.Scan(&one.seq, &one.handle); err != nil {
			return err
		}
		key := catalog.HandleKey(one.handle)
		if taken[key] {
			shared = append(shared, one)
		}
		taken[key] = true
		return nil
	})
	return shared, taken, err
}

// parted is a product with the first handle of its series that nobody has; next is
// where to look for it, by the series' first handle.
func parted(p *catalog.Product, taken map[string]bool, next map[string]int) *catalog.Product {
	after := p.Clone()
	base := catalog.HandleKey(p.Handle)
	for n := max(next[base], 2); taken[catalog.HandleKey(after.Handle)]; n++ {
		after.Handle = p.Handle + "-" + strconv.Itoa(n)
		next[base] = n + 1
	}
	taken[catalog.HandleKey(after.Handle)] = true
	return after
}
