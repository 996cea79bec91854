package store

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"tradewind.app/catalog"
)

// RescueReport says what Rescue saved and what it did not.
type RescueReport struct {
	Products  int          `json:"products"`  // saved
	Variants  int          `json:"variants"`  // of them
	Unsure    int          `json:"unsure"`    // of the products: what they were could not be compared with a checksum
	Documents int          `json:"documents"` // settings, profiles, mappings and terms saved
	NotSaved  []Unreadable `json:"not_saved"` // products that are known of and could not be read
	Double    int          `json:"double"`    // left out, since another product that was saved has their SKU, handle or ID
	Entries   int          `json:"entries"`   // of history that were seen; the history is not saved
	Damage    []string     `json:"damage"`    // what SQLite says of the file, at most 20 lines
}

// Rescue saves what can be read of a damaged catalogue into a new one. It goes
// through the tables as far as they can be followed, and after that through every
// page of the file. The damaged file is only read; a log or journal of its own
// beside it counts. The products keep their IDs and their order; the history
// stays behind. progress may be nil.
func Rescue(ctx context.Context, from, to string, o Options, progress func(done, total int)) (r RescueReport, err error) {
	if from, err = realPath(from); err != nil {
		return r, err
	}
	if to, err = filepath.Abs(to); err != nil {
		return r, fmt.Errorf("rescue: %w", err)
	}
	if isThere(to) {
		return r, &FileError{Path: to, Err: ErrExists}
	}
	lock, err := takeLock(from)
	if err != nil && cannotWrite(err) == nil { // it is open; a medium that cannot be written is no obstacle
		return r, err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	temp := temporaryName(to)
	temporaries.Store(temp, true)
	defer func() { err = errors.Join(err, dropTemporary(temp)) }()
	if err := copyDamaged(ctx, from, temp); err != nil {
		return r, fmt.Errorf("rescue %s: %w", filepath.Base(from), err)
	}
	found, err := gather(ctx, temp, &r)
	if err != nil {
		return r, fmt.Errorf("rescue %s: %w", filepath.Base(from), err)
	}
	return r, found.save(ctx, to, o, &r, progress)
}

// copyDamaged copies a file with the log or journal that is its own, and folds
// these into the copy where SQLite can.
func copyDamaged(ctx context.Context, from, to string) error {
	if err := copyBytes(from, to); err != nil {
		return err
	}
	own := map[string]bool{"-wal": true}
	if b, err := firstBytes(from); err == nil && len(b) > writeVersionOffset && bytes.HasPrefix(b, []byte(magic)) {
		own["-wal"] = b[writeVersionOffset] == 2
	}
	if hasJournal(from) && !isLink(from+"-journal") {
		own["-journal"], _ = ownsJournal(from) // of one that cannot be read nothing is played back
	}
	for suffix, own := range own {
		if !own || sizeOf(from+suffix) == 0 || isLink(from+suffix) {
			continue
		}
		if err := copyBytes(from+suffix, to+suffix); err != nil {
			return err
		}
	}
	if db, err := openPool(ctx, to, accessWrite, 1, nil); err == nil {
		_ = rest(db) // what cannot be folded in is damaged too
		_ = db.Close()
	}
	return removeSideFiles(to)
}

// remains are what was found of a damaged catalogue.
type remains struct {
	rows      map[int64]listed  // what lists knew of products
	bodies    map[int64]content // products that were read
	documents map[DocumentName]json.RawMessage
	wholeRows bool // every row of the list was read: what is not in it was deleted
}

// listed is what the list knew of a product.
type listed struct {
	Unreadable
	hash []byte
}

// content is a product that was read.
type content struct {
	product *catalog.Product
	sure    bool // it is what the list's checksum says
}

// take keeps a body when it is a product's, and the better one of two: one that
// is what the checksum says.
func (m *remains) take(seq int64, body []byte) {
	p, err := decode(body)
	if err != nil || p.ID == "" {
		return
	}
	row, isListed := m.rows[seq]
	if !isListed && m.wholeRows { // it was deleted
		return
	}
	sure := isListed && bytes.Equal(hashOf(body), row.hash)
	if old, ok := m.bodies[seq]; ok && (old.sure || !sure) {
		return
	}
	m.bodies[seq] = content{p, sure}
}

// missing lists the products that lists knew of and that were not read.
func (m *remains) missing() []Unreadable {
	list := []Unreadable{}
	for _, seq := range sortedKeys(m.rows) {
		if _, ok := m.bodies[seq]; !ok {
			list = append(list, m.rows[seq].Unreadable)
		}
	}
	return list
}

func sortedKeys[V any](m map[int64]V) []int64 {
	keys := make([]int64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// save writes what was found into a new catalogue.
func (m *remains) save(ctx context.Context, to string, o Options, r *RescueReport, progress func(done, total int)) (err error) {
	r.NotSaved = m.missing()
	s, err := Create(ctx, to, o)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, s.Close())
		if err != nil {
			err = errors.Join(err, os.Remove(to))
		}
	}()
	b, err := s.Begin(ctx, Entry{Kind: KindImport, Note: "doctor --rescue"})
	if err != nil {
		return err
	}
	if err := m.saveIn(ctx, b, r, progress); err != nil {
		return errors.Join(err, b.Rollback())
	}
	_, err = b.Commit(ctx)
	return err
}

func (m *remains) saveIn(ctx context.Context, b *Batch, r *RescueReport, progress func(done, total int)) error {
	taken := map[catalog.Key]bool{}
	for done, seq := range m.inOrder() {
		if err := ctx.Err(); err != nil {
			return err
		}
		c := m.bodies[seq]
		if isDouble(taken, c.product) {
			r.Double++
			continue
		}
		if err := b.create(c.product); err != nil {
			return err
		}
		r.Products++
		r.Variants += len(c.product.Variants)
		if !c.sure {
			r.Unsure++
		}
		if progress != nil && done%progressEvery == 0 {
			progress(done, len(m.bodies))
		}
	}
	for name, body := range m.documents {
		if err := b.SetDocument(ctx, name.Kind, name.Name, body); err != nil {
			return err
		}
		r.Documents++
	}
	return nil
}

// inOrder are the numbers of the products, those first that are surely what they
// were: of two that claim one SKU the other is the older state.
func (m *remains) inOrder() []int64 {
	keys := sortedKeys(m.bodies)
	slices.SortStableFunc(keys, func(a, b int64) int {
		switch x, y := m.bodies[a].sure, m.bodies[b].sure; {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	})
	return keys
}

// isDouble reports whether another product has one of a product's codes already;
// if not, they are taken now.
func isDouble(taken map[catalog.Key]bool, p *catalog.Product) bool {
	keys := []catalog.Key{{Kind: "id", Value: string(p.ID)}}
	if key := catalog.HandleKey(p.Handle); key != "" {
		keys = append(keys, catalog.Key{Kind: catalog.KeyHandle, Value: key})
	}
	for _, sku := range p.SKUs() {
		keys = append(keys, catalog.Key{Kind: catalog.KeySKU, Value: sku})
	}
	slices.SortFunc(keys, func(a, b catalog.Key) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value)) })
	for i, key := range keys {
		if taken[key] || i > 0 && key == keys[i-1] {
			return true
		}
	}
	for _, key := range keys {
		taken[key] = true
	}
	return false
}
