package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind.app/catalog"
)

func begin(t *testing.T, s *Store, kind Kind) *Batch {
	t.Helper()
	b, err := s.Begin(t.Context(), Entry{Kind: kind})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Rollback(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// refusal is the rule that a write is refused by.
type refusal string

func (r refusal) Error() string { return string(r) }

func isRefusal(err, want error) bool {
	var refused *catalog.RefusedError
	return errors.As(err, &refused) && len(refused.Problems) == 1 && refused.Problems[0].Code == want.Error()
}

func TestPutRefuses(t *testing.T) {
	p, q := sample(1), sample(2)
	other := sample(3)
	other.Variants[0].SKU = "BB-00001"
	address := sample(5)
	address.Handle = strings.ToUpper(p.Handle)
	twice := sample(4)
	twice.Variants = append(twice.Variants, twice.Variants[0])
	stale := edited(p, func(p *catalog.Product) { p.Title = "Never so" }).After
	tests := []struct {
		name   string
		change catalog.Change
		want   error
	}{
		{"SKU of another", news(other)[0], refusal("sku-taken")},
		{"SKU twice", news(twice)[0], refusal("sku-taken")},
		{"SKU of another by edit", edited(q, func(p *catalog.Product) { p.Variants[0].SKU = "BB-00001" }), refusal("sku-taken")},
		{"handle of another", news(address)[0], refusal("handle-taken")},
		{"handle of another by edit", edited(q, func(q *catalog.Product) { q.Handle = p.Handle }), refusal("handle-taken")},
		{"new that is there", news(p)[0], ErrStale},
		{"before that is not so", edited(stale, func(p *catalog.Product) { p.Title = "x" }), ErrStale},
		{"deleting what is not so", catalog.Change{Outcome: catalog.Deleted, Before: stale}, ErrStale},
		{"changing what is gone", edited(sample(9), func(p *catalog.Product) { p.Title = "x" }), ErrStale},
		{"no before", catalog.Change{Outcome: catalog.Changed, After: p}, nil},
		{"no outcome", catalog.Change{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := emptyStore(t)
			apply(t, s, KindEdit, news(p, q)...)
			before := dump(t, s)
			b := begin(t, s, KindEdit)
			if err := b.Put(t.Context(), news(sample(50))[0]); err != nil {
				t.Fatal(err)
			}
			err := b.Put(t.Context(), tt.change)
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) && !isRefusal(err, tt.want) {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			// Half of the product may be written: nothing more goes through.
			if again := b.Put(t.Context(), news(sample(51))[0]); !errors.Is(again, err) {
				t.Errorf("the next Put: got %v, want the same error", again)
			}
			if _, err := b.Find(t.Context(), nil); err == nil {
				t.Error("Find went through")
			}
			if _, err := b.Commit(t.Context()); err == nil {
				t.Error("Commit went through")
			}
			if got := dump(t, s); got != before {
				t.Error("the failed batch left something")
			}
			wantSound(t, s)
		})
	}
}

// A product that one batch makes, changes and deletes was never there; one that
// it changes and changes back was not changed.
func TestBatchThatComesToNothing(t *testing.T) {
	s := emptyStore(t)
	p, q := sample(1), sample(2)
	apply(t, s, KindEdit, news(p)...)
	there := edited(p, func(p *catalog.Product) { p.Title = "Other" })
	back := catalog.Change{Outcome: catalog.Changed, Before: there.After, After: p}
	change := edited(q, func(p *catalog.Product) { p.Title = "Other" })
	e := apply(t, s, KindEdit, there, back, news(q)[0], change, catalog.Change{Outcome: catalog.Deleted, Before: change.After})
	if e.Number != 0 || e.Counts.Written() != 0 {
		t.Errorf("got %+v, want nothing written", e)
	}
	wantSound(t, s)
}

func TestCancelledImportLeavesNothing(t *testing.T) {
	s := emptyStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	changes := func(yield func(catalog.Change, error) bool) {
		for i := range 50 {
			if i == 30 {
				cancel()
			}
			if !yield(news(sample(i))[0], nil) {
				return
			}
		}
	}
	if _, err := s.Apply(ctx, Entry{Kind: KindImport}, changes, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was cancelled", err)
	}
	if got := dump(t, s); got != "" {
		t.Errorf("got %s left", got)
	}
}

func TestSourceErrorLeavesNothing(t *testing.T) {
	s := emptyStore(t)
	broken := errors.New("the sheet is damaged")
	changes := func(yield func(catalog.Change, error) bool) {
		if yield(news(sample(1))[0], nil) {
			yield(catalog.Change{}, broken)
		}
	}
	if _, err := s.Apply(t.Context(), Entry{Kind: KindImport}, changes, nil); !errors.Is(err, broken) {
		t.Errorf("got %v, want the source's error", err)
	}
	if got := dump(t, s); got != "" {
		t.Errorf("got %s left", got)
	}
}

func TestApplyTellsProgress(t *testing.T) {
	s := emptyStore(t)
	var told []int
	_, err := s.Apply(t.Context(), Entry{Kind: KindEdit}, ListOf(news(samples(250)...)...), func(done int) { told = append(told, done) })
	if err != nil {
		t.Fatal(err)
	}
	if len(told) != 3 || told[2] != 250 {
		t.Errorf("got progress %v, want 100, 200, 250", told)
	}
}

// While one writes, others read what was there before, and another write waits
// until it is cancelled.
func TestReadWhileWriting(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindEdit, news(sample(1))...)
	b := begin(t, s, KindEdit)
	if err := b.Put(t.Context(), news(sample(2))[0]); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Count(t.Context(), catalog.Filter{}); n != 1 || err != nil {
		t.Errorf("meanwhile got %d products (%v), want 1", n, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := s.Begin(ctx, Entry{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a second write: got %v, want that it waited in vain", err)
	}
	if _, err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Count(t.Context(), catalog.Filter{}); n != 2 || err != nil {
		t.Errorf("afterwards got %d products (%v), want 2", n, err)
	}
}

// A stream of products is one snapshot: what is written while it is read does
// not show in it, and reading it while writing works.
func TestProductsWhileWriting(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindEdit, news(samples(20)...)...)
	n := 0
	for p, err := range s.Products(t.Context(), catalog.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n < 5 {
			apply(t, s, KindEdit, news(sample(100 + n))[0], edited(p, func(p *catalog.Product) { p.Brand += "!" }))
		}
		if _, err := s.Product(t.Context(), p.ID); err != nil {
			t.Fatal(err)
		}
	}
	if n != 20 {
		t.Errorf("got %d products, want the 20 of when the stream began", n)
	}
	for range s.Products(t.Context(), catalog.Filter{}) {
		break // and a stream may be left
	}
}

func TestStreamsEndWithErrors(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindEdit, news(samples(3)...)...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.Products(ctx, catalog.Filter{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want that it was cancelled", err)
		}
	}
	for _, err := range s.IDs(t.Context(), catalog.Filter{}, catalog.Sort{Field: "notes"}) {
		if !errors.Is(err, ErrSort) {
			t.Errorf("got %v, want ErrSort", err)
		}
	}
}

func TestHistoryListsAndFinds(t *testing.T) {
	s := emptyStore(t)
	at := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	s.options.Now = func() time.Time { return at }
	for i := range 5 {
		apply(t, s, KindEdit, news(sample(i))...)
	}
	entries, err := s.History(t.Context(), 2, 0)
	if err != nil || len(entries) != 2 || entries[0].Number != 5 {
		t.Fatalf("got %v (%v), want entries 5 and 4", entries, err)
	}
	if e := entries[0]; e.Kind != KindEdit || !e.At.Equal(at) || e.By != "test" || e.Note != "test" {
		t.Errorf("got %+v", e)
	}
	if entries, err = s.History(t.Context(), 10, 4); err != nil || len(entries) != 3 || entries[0].Number != 3 {
		t.Errorf("before 4: got %v (%v), want entries 3 to 1", entries, err)
	}
	byNumber, err := s.Entry(t.Context(), "2")
	if err != nil {
		t.Fatal(err)
	}
	if byID, err := s.Entry(t.Context(), string(byNumber.ID)); err != nil || byID.Number != 2 {
		t.Errorf("by ID: got %+v (%v), want entry 2", byID, err)
	}
	for _, ref := range []string{"99", "", "x", "-1"} {
		if _, err := s.Entry(t.Context(), ref); !errors.Is(err, ErrNoEntry) {
			t.Errorf("entry %q: got %v, want ErrNoEntry", ref, err)
		}
	}
	if _, err := s.Undo(t.Context(), "x", nil); !errors.Is(err, ErrNoEntry) {
		t.Errorf("undo of nothing: got %v, want ErrNoEntry", err)
	}
}

func TestCloseTwice(t *testing.T) {
	s := emptyStore(t)
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Error(err)
	}
	if _, err := s.Product(t.Context(), "x"); err == nil || strings.Contains(err.Error(), "no such product") {
		t.Errorf("reading after Close: got %v, want an error", err)
	}
}

func TestProductHistory(t *testing.T) {
	s := emptyStore(t)
	one, other := sample(1), sample(2)
	apply(t, s, KindImport, news(one)...)
	apply(t, s, KindImport, news(other)...)
	edited := one.Clone()
	edited.Title = "Bamboo Bowl, Large"
	apply(t, s, KindEdit, catalog.Change{Outcome: catalog.Changed, Before: one, After: edited})
	again := edited.Clone()
	again.Brand = "Birch"
	apply(t, s, KindBulkEdit, catalog.Change{Outcome: catalog.Changed, Before: edited, After: again})
	got, err := s.ProductHistory(t.Context(), one.ID, 10, 0)
	if err != nil || len(got) != 3 {
		t.Fatalf("got %v (%v), want three entries", got, err)
	}
	for i, want := range []struct {
		kind  Kind
		cells []catalog.CellChange
	}{
		{KindBulkEdit, []catalog.CellChange{{Field: catalog.FieldBrand, Before: "Alder Creek", After: "Birch"}}},
		{KindEdit, []catalog.CellChange{{Field: catalog.FieldTitle, Before: "Bamboo Bowl No. 1", After: "Bamboo Bowl, Large"}}},
	} {
		if cells := catalog.Diff(got[i].Change.Before, got[i].Change.After); got[i].Entry.Kind != want.kind || !slices.Equal(cells, want.cells) {
			t.Errorf("entry %d: %s %v, want %s %v", i, got[i].Entry.Kind, cells, want.kind, want.cells)
		}
	}
	if first := got[2]; first.Change.Outcome != catalog.New || first.Change.After.Title != one.Title {
		t.Errorf("the first entry is %+v, want the import", first)
	}
	if older, err := s.ProductHistory(t.Context(), one.ID, 1, got[1].Entry.Number); err != nil || len(older) != 1 || older[0].Entry.Kind != KindImport {
		t.Errorf("older: %v (%v), want the import", older, err)
	}
	if none, err := s.ProductHistory(t.Context(), "none", 10, 0); err != nil || len(none) != 0 {
		t.Errorf("of no product: %v (%v)", none, err)
	}
}
