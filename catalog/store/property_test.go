package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind.app/catalog"
)

// shop is a catalogue as plain maps, with its history: what the store is to be
// compared with. It knows nothing of hashes, chains or SQL.
type shop struct {
	products  map[catalog.ID]string // encoded
	documents map[string]string
	entries   []shopEntry
}

type shopEntry struct {
	before, after map[catalog.ID]string // of the products it touched; absent: not there
	docsBefore    map[string]string
	docsAfter     map[string]string
	undoes        int // index of the entry that it undid, or -1
	undone        bool
	undoneBy      int // index of the entry that undid it
}

func newShop() *shop {
	return &shop{products: map[catalog.ID]string{}, documents: map[string]string{}}
}

// record makes an entry of the difference to an earlier state.
func (s *shop) record(products map[catalog.ID]string, documents map[string]string, undoes int) bool {
	e := shopEntry{map[catalog.ID]string{}, map[catalog.ID]string{}, map[string]string{}, map[string]string{}, undoes, false, -1}
	difference(products, s.products, e.before, e.after)
	difference(documents, s.documents, e.docsBefore, e.docsAfter)
	if len(e.before)+len(e.after)+len(e.docsBefore)+len(e.docsAfter) == 0 {
		return false
	}
	s.entries = append(s.entries, e)
	return true
}

func difference[K comparable](old, now, before, after map[K]string) {
	for k, v := range old {
		if now[k] != v {
			before[k] = v
		}
	}
	for k, v := range now {
		if old[k] != v {
			after[k] = v
		}
	}
}

// touched are the keys of both sides.
func touched[K comparable](before, after map[K]string) map[K]bool {
	keys := map[K]bool{}
	for k := range before {
		keys[k] = true
	}
	for k := range after {
		keys[k] = true
	}
	return keys
}

// undo takes an entry back in the way the package promises, and returns what it
// keeps.
func (s *shop) undo(i int) (kept map[catalog.ID]bool) {
	e := &s.entries[i]
	products, documents := maps.Clone(s.products), maps.Clone(s.documents)
	kept = map[catalog.ID]bool{}
	restore := map[catalog.ID]bool{}
	for id := range touched(e.before, e.after) {
		switch s.products[id] {
		case e.before[id]:
		case e.after[id]:
			restore[id] = true
		default:
			kept[id] = true
		}
	}
	s.dropTaken(e, restore, kept)
	for id := range restore {
		put(s.products, id, e.before[id])
	}
	for name := range touched(e.docsBefore, e.docsAfter) {
		if s.documents[name] == e.docsAfter[name] {
			put(s.documents, name, e.docsBefore[name])
		}
	}
	if s.record(products, documents, i) {
		s.mark(i)
	}
	return kept
}

// mark notes that an entry is undone by the last one. What it had undone is in force
// again, what that had undone is not, and so on down; what it held undone besides is.
func (s *shop) mark(i int) {
	for j := range s.entries {
		if e := &s.entries[j]; e.undone && e.undoneBy == i {
			e.undone = false
		}
	}
	s.markUndone(i)
	inForce := true
	for j := s.entries[i].undoes; j >= 0; j = s.entries[j].undoes {
		if s.entries[j].undone = !inForce && s.entries[j].undone; !inForce {
			s.markUndone(j)
		}
		inForce = !inForce
	}
}

// markUndone notes that an entry is undone, and every redo of it.
func (s *shop) markUndone(i int) {
	if e := &s.entries[i]; !e.undone {
		e.undone, e.undoneBy = true, len(s.entries)-1
	}
	for j, undo := range s.entries {
		for k, redo := range s.entries {
			if undo.undoes == i && redo.undoes == j {
				s.markUndone(k)
			}
		}
	}
}

// dropTaken keeps what would bring back a SKU or handle that a product outside has now.
func (s *shop) dropTaken(e *shopEntry, restore, kept map[catalog.ID]bool) {
	for again := true; again; {
		again = false
		owner := map[string]catalog.ID{}
		for id, body := range s.products {
			if !restore[id] {
				for _, sku := range codesOf(body) {
					owner[sku] = id
				}
			}
		}
		var drop []catalog.ID
		for id := range restore {
			for _, sku := range codesOf(e.before[id]) {
				if owner[sku] != "" {
					drop = append(drop, id)
					break
				}
			}
		}
		for _, id := range drop {
			delete(restore, id)
			kept[id] = true
			again = true
		}
	}
}

// codesOf are the codes that no other product may have.
func codesOf(body string) []string {
	if body == "" {
		return nil
	}
	p, err := catalog.DecodeProduct([]byte(body))
	if err != nil {
		panic(err)
	}
	codes := p.SKUs()
	if p.Handle != "" {
		codes = append(codes, "handle "+strings.ToLower(p.Handle))
	}
	return codes
}

func put[K comparable](m map[K]string, k K, v string) {
	if v == "" {
		delete(m, k)
	} else {
		m[k] = v
	}
}

// dump is what Store.Dump gives.
func (s *shop) dump() string {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(s.products)) {
		fmt.Fprintln(&b, s.products[id])
	}
	for _, name := range slices.Sorted(maps.Keys(s.documents)) {
		fmt.Fprintf(&b, "[%q,%q,%s]\n", "setting", name, s.documents[name])
	}
	return b.String()
}

// player makes the same random moves in a shop and in a store.
type player struct {
	*rand.Rand
	t       *testing.T
	shop    *shop
	store   *Store
	entries []catalog.ID // of the store, by index in shop.entries
	reasons map[KeptReason]int
}

func (p *player) move() {
	switch n := p.IntN(10); {
	case n < 5:
		p.write()
	case n < 6:
		p.setDocument()
	case len(p.shop.entries) > 0:
		p.undo(p.choose())
	}
}

// choose picks an entry that can be undone, rather a late one; -1 if there is none.
func (p *player) choose() int {
	var open []int
	for i, e := range p.shop.entries {
		if !e.undone {
			open = append(open, i)
		}
	}
	if len(open) == 0 {
		return -1
	}
	return open[max(len(open)-1-p.IntN(4), 0)]
}

// write makes a batch of random changes. SKUs and handles come from few, so that undoing
// meets those that are taken.
func (p *player) write() {
	before := maps.Clone(p.shop.products)
	var changes []catalog.Change
	for range 1 + p.IntN(6) {
		if c, ok := p.change(); ok {
			changes = append(changes, c)
		}
	}
	entry, err := p.store.Apply(context.Background(), Entry{Kind: KindEdit}, ListOf(changes...), nil)
	if err != nil {
		p.t.Fatal(err)
	}
	p.recorded(p.shop.record(before, p.shop.documents, -1), entry)
}

// recorded compares whether both have made an entry.
func (p *player) recorded(want bool, e Entry) {
	if got := e.Number != 0; got != want {
		p.t.Fatalf("an entry was written: got %v, want %v", got, want)
	}
	if want {
		p.entries = append(p.entries, e.ID)
	}
}

// change makes one change in the shop and returns it for the store.
func (p *player) change() (catalog.Change, bool) {
	ids := slices.Sorted(maps.Keys(p.shop.products))
	if len(ids) == 0 || p.IntN(3) == 0 {
		product := &catalog.Product{ID: catalog.NewID()}
		p.edit(product)
		p.shop.products[product.ID] = encode(product)
		return news(product)[0], true
	}
	id := ids[p.IntN(len(ids))]
	before, err := catalog.DecodeProduct([]byte(p.shop.products[id]))
	if err != nil {
		p.t.Fatal(err)
	}
	if p.IntN(4) == 0 {
		delete(p.shop.products, id)
		return catalog.Change{Outcome: catalog.Deleted, Before: before}, true
	}
	after := before.Clone()
	p.edit(after)
	p.shop.products[id] = encode(after)
	return catalog.Change{Outcome: catalog.Changed, Before: before, After: after}, true
}

func (p *player) edit(product *catalog.Product) {
	product.Title = fmt.Sprintf("Title %d", p.IntN(5))
	if handle := []string{"p%d", "P%d"}[p.IntN(2)]; p.IntN(2) == 0 {
		if handle = fmt.Sprintf(handle, p.IntN(12)); !p.isTaken(product.ID, "handle "+strings.ToLower(handle)) {
			product.Handle = handle
		}
	}
	product.Variants = nil
	for range p.IntN(3) {
		sku := fmt.Sprintf("S-%d", p.IntN(12))
		if !p.isTaken(product.ID, sku) && product.Variant(sku) == nil {
			product.Variants = append(product.Variants, catalog.Variant{ID: catalog.ID(sku), SKU: sku})
		}
	}
	product.EnsureListing(catalog.SimplifiedChinese).Title = fmt.Sprintf("标题 %d", p.IntN(5))
}

func (p *player) isTaken(by catalog.ID, sku string) bool {
	for id, body := range p.shop.products {
		if id != by && slices.Contains(codesOf(body), sku) {
			return true
		}
	}
	return false
}

func encode(p *catalog.Product) string {
	return string(p.Encode())
}

func (p *player) setDocument() {
	before := maps.Clone(p.shop.documents)
	name := fmt.Sprintf("d%d", p.IntN(3))
	var value any
	if p.IntN(3) > 0 {
		value = p.IntN(3)
	}
	entry, err := p.store.SetDocument(context.Background(), Settings, name, value)
	if err != nil {
		p.t.Fatal(err)
	}
	text := ""
	if value != nil {
		b, err := json.Marshal(value)
		if err != nil {
			p.t.Fatal(err)
		}
		text = string(b)
	}
	put(p.shop.documents, name, text)
	p.recorded(p.shop.record(p.shop.products, before, -1), entry)
}

func (p *player) undo(i int) {
	if i < 0 {
		return
	}
	entries := len(p.shop.entries)
	want := p.shop.undo(i)
	result, err := p.store.Undo(context.Background(), p.entries[i], nil)
	if err != nil {
		p.t.Fatal(err)
	}
	got := map[catalog.ID]bool{}
	for _, k := range result.Kept {
		p.reasons[k.Reason]++
		if k.Product != "" {
			got[k.Product] = true
		}
	}
	if !maps.Equal(got, want) {
		p.t.Fatalf("undo of entry %d: got %v kept, want %v", i, got, want)
	}
	p.recorded(len(p.shop.entries) > entries, result.Entry)
}

// Random writes, deletions and undos, undos of undos among them, leave in the
// store what they leave in the shop.
func TestHistoryAgainstPlainMaps(t *testing.T) {
	games := rounds(25)
	reasons := map[KeptReason]int{}
	for seed := range games {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			p := &player{Rand: rand.New(rand.NewPCG(uint64(seed), 9)), t: t, shop: newShop(), store: emptyStore(t), reasons: reasons}
			p.store.options.Now = p.clock()
			for i := range 60 {
				p.move()
				var got bytes.Buffer
				if err := p.store.Dump(t.Context(), &got); err != nil {
					t.Fatal(err)
				}
				if want := p.shop.dump(); got.String() != want {
					t.Fatalf("move %d: got\n%s\nwant\n%s", i, got.String(), want)
				}
			}
			wantSound(t, p.store)
			p.compareHistory()
		})
	}
	t.Logf("kept: %v", reasons)
	if games >= 10 && (reasons[KeptEdited] == 0 || reasons[KeptRefused] == 0) {
		t.Error("the games never met what an undo keeps, so they test too little")
	}
}

// compareHistory compares what the store says of each entry.
func (p *player) compareHistory() {
	for i, e := range p.shop.entries {
		before, after := map[catalog.ID]string{}, map[catalog.ID]string{}
		for c, err := range p.store.Changes(p.t.Context(), p.entries[i]) {
			if err != nil {
				p.t.Fatal(err)
			}
			if c.Before != nil {
				before[c.Before.ID] = encode(c.Before)
			}
			if c.After != nil {
				after[c.After.ID] = encode(c.After)
			}
		}
		if !maps.Equal(before, e.before) || !maps.Equal(after, e.after) {
			p.t.Errorf("entry %d: got\n%v\n%v\nwant\n%v\n%v", i, before, after, e.before, e.after)
		}
		entry, err := p.store.Entry(p.t.Context(), string(p.entries[i]))
		if err != nil {
			p.t.Fatal(err)
		}
		if got := entry.UndoneBy != ""; got != e.undone {
			p.t.Errorf("entry %d undone: got %v, want %v", i, got, e.undone)
		}
	}
}

// clock runs forwards, backwards and stands still.
func (p *player) clock() func() time.Time {
	now := time.Date(2026, 3, 29, 1, 59, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Duration(p.IntN(7)-3) * 24 * time.Hour)
		return now
	}
}
