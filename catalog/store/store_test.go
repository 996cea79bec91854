package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// emptyStore makes an empty catalogue that is closed when the test ends.
func emptyStore(t testing.TB) *Store {
	t.Helper()
	return createAt(t, filepath.Join(t.TempDir(), "shop.tradewind"))
}

func createAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Create(t.Context(), path, Options{By: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// sample is a product with everything the store draws out.
func sample(n int) *catalog.Product {
	quantity := int64(n)
	p := &catalog.Product{
		ID: catalog.NewID(), Handle: fmt.Sprintf("bamboo-bowl-%d", n), Title: fmt.Sprintf("Bamboo Bowl No. %d", n),
		Brand: "Alder Creek", Category: "Kitchen > Bowls", Status: catalog.StatusActive, Material: "bamboo",
		Variants: []catalog.Variant{{
			ID: catalog.NewID(), SKU: fmt.Sprintf("BB-%05d", n), GTIN: fmt.Sprintf("%013d", n),
			Price: catalog.Money{Amount: decimal.New(int64(1000+n), -2), Currency: "USD"}, Quantity: &quantity,
		}},
		Images: []catalog.Image{{Source: "bowl.jpg", Position: 1}},
	}
	l := p.EnsureListing(catalog.SimplifiedChinese)
	l.Title = fmt.Sprintf("竹碗 %d 号", n)
	l.SetMark("title", catalog.Mark{State: catalog.StateTranslated})
	return p
}

func samples(n int) []*catalog.Product {
	products := make([]*catalog.Product, n)
	for i := range products {
		products[i] = sample(i + 1)
	}
	return products
}

func news(products ...*catalog.Product) []catalog.Change {
	var changes []catalog.Change
	for _, p := range products {
		changes = append(changes, catalog.Change{Outcome: catalog.New, After: p})
	}
	return changes
}

// edited is a change of a product by a function.
func edited(p *catalog.Product, edit func(*catalog.Product)) catalog.Change {
	after := p.Clone()
	edit(after)
	return catalog.Change{Outcome: catalog.Changed, Before: p, After: after}
}

func apply(t testing.TB, s *Store, kind Kind, changes ...catalog.Change) Entry {
	t.Helper()
	e, err := s.Apply(t.Context(), Entry{Kind: kind, Note: "test"}, ListOf(changes...), nil)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func dump(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func all(t testing.TB, s *Store, f catalog.Filter) []*catalog.Product {
	t.Helper()
	var list []*catalog.Product
	for p, err := range s.Products(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

func TestStoreKeepsProducts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	want := samples(3)
	entry := apply(t, s, KindImport, news(want...)...)
	if entry.Number != 1 || entry.Counts.New != 3 {
		t.Errorf("got entry %d with %d new, want entry 1 with 3", entry.Number, entry.Counts.New)
	}
	before := dump(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkAlone(t, path)

	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := dump(t, s); got != before {
		t.Errorf("after opening again got\n%s\nwant\n%s", got, before)
	}
	got, err := s.ProductBySKU(t.Context(), "BB-00002")
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != want[1].ID {
		t.Errorf("got product %s by SKU, want %s", got.ID, want[1].ID)
	}
	if _, err := s.Product(t.Context(), "nobody"); !errors.Is(err, ErrNoProduct) {
		t.Errorf("got %v, want ErrNoProduct", err)
	}
}

// checkAlone makes sure that a closed catalogue is one plain file.
func checkAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) && e.Name() != filepath.Base(BackupFolder(path)) {
			t.Errorf("%s lies beside the closed catalogue", e.Name())
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b[writeVersionOffset] != 1 {
		t.Errorf("got write version %d at rest, want 1", b[writeVersionOffset])
	}
}

func TestBatchFindSeesWhatItWrote(t *testing.T) {
	s := emptyStore(t)
	b, err := s.Begin(t.Context(), Entry{Kind: KindImport})
	if err != nil {
		t.Fatal(err)
	}
	p := sample(17)
	if err := b.Put(t.Context(), news(p)[0]); err != nil {
		t.Fatal(err)
	}
	keys := []catalog.Key{
		{Kind: catalog.KeySKU, Value: "BB-00017"},
		{Kind: catalog.KeyGTIN, Value: "00000000000017"}, // it was written with 13 digits
		{Kind: catalog.KeyHandle, Value: "Bamboo-Bowl-17"},
		{Kind: catalog.KeySKU, Value: "BB-00002"},
	}
	found, err := b.Find(t.Context(), keys)
	if err != nil {
		t.Fatal(err)
	}
	for i, key := range keys {
		if got, want := found[key] != nil, i < 3; got != want {
			t.Errorf("found %v: got %v, want %v", key, got, want)
		}
	}
	if err := b.Rollback(); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Count(t.Context(), catalog.Filter{}); n != 0 || err != nil {
		t.Errorf("after Rollback got %d products (%v), want 0", n, err)
	}
	if err := b.Put(t.Context(), news(p)[0]); !errors.Is(err, ErrOver) {
		t.Errorf("Put after Rollback: got %v, want ErrOver", err)
	}
}

func TestUnchangedWritesNothing(t *testing.T) {
	s := emptyStore(t)
	p := sample(1)
	apply(t, s, KindImport, news(p)...)
	same := catalog.Change{Outcome: catalog.Same, Before: p, After: p}
	again := catalog.Change{Outcome: catalog.Changed, Before: p, After: p.Clone()}
	e := apply(t, s, KindImport, same, again, catalog.Change{Outcome: catalog.Refused})
	if want := (Counts{Same: 2, Refused: 1}); e.Counts != want || e.Number != 0 || e.ID != "" {
		t.Errorf("got entry %+v, want %+v and no number", e, want)
	}
	entries, err := s.History(t.Context(), 10, 0)
	if err != nil || len(entries) != 1 {
		t.Errorf("got %d entries (%v), want 1", len(entries), err)
	}
	if list, err := s.Backups(); len(list) != 0 || err != nil {
		t.Errorf("got %d backups (%v), want none for imports that wrote nothing or had nothing to lose", len(list), err)
	}
}

func TestUndo(t *testing.T) {
	s := emptyStore(t)
	p, q, r := sample(1), sample(2), sample(3)
	apply(t, s, KindImport, news(p, q)...)
	before := dump(t, s)
	entry := apply(t, s, KindImport, append(news(r),
		edited(p, func(p *catalog.Product) { p.Title = "Other" }),
		catalog.Change{Outcome: catalog.Deleted, Before: q})...)
	after := dump(t, s)
	if want := (Counts{New: 1, Changed: 1, Deleted: 1}); entry.Counts != want {
		t.Errorf("got counts %+v, want %+v", entry.Counts, want)
	}
	result, err := s.Undo(t.Context(), entry.ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(t, s); got != before {
		t.Errorf("after undo got\n%s\nwant\n%s", got, before)
	}
	if _, err := s.Undo(t.Context(), entry.ID, nil); !errors.Is(err, ErrUndone) {
		t.Errorf("second undo: got %v, want ErrUndone", err)
	}
	if _, err := s.Undo(t.Context(), result.Entry.ID, nil); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, s); got != after {
		t.Errorf("after undo of the undo got\n%s\nwant\n%s", got, after)
	}
	if e, err := s.LastUndoable(t.Context()); err != nil || e.ID != entry.ID {
		t.Errorf("last undoable: got %v (%v), want the entry that is in force again", e.ID, err)
	}
}

func TestBackupBeforeImport(t *testing.T) {
	s := emptyStore(t)
	s.options.Now = func() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }
	apply(t, s, KindImport, news(sample(1))...)
	before := dump(t, s)
	apply(t, s, KindImport, news(sample(2))...)
	list, err := s.Backups()
	if err != nil || len(list) != 1 {
		t.Fatalf("got %d backups (%v), want 1", len(list), err)
	}
	if got, want := filepath.Base(list[0].Path), "000001-20260301-120000-import.tradewind.zst"; got != want {
		t.Errorf("got name %s, want %s", got, want)
	}
	old, err := Open(t.Context(), unpacked(t, list[0].Path), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if got := dump(t, old); got != before {
		t.Errorf("the backup holds\n%s\nwant\n%s", got, before)
	}
}

func TestSearchAndPage(t *testing.T) {
	s := emptyStore(t)
	products := samples(25)
	apply(t, s, KindImport, news(products...)...)
	for _, search := range []string{"竹碗", "碗", "bamboo", "amb", "BB-00007", "b", "ba 竹", "alder 7 号"} {
		list := all(t, s, catalog.Filter{Search: search})
		if len(list) == 0 {
			t.Errorf("search %q found nothing", search)
		}
	}
	for _, search := range []string{"mboo-bowl-100", "碗竹", "oo", `"`, "%", "*", "_"} {
		if list := all(t, s, catalog.Filter{Search: search}); len(list) != 0 {
			t.Errorf("search %q found %d, want none", search, len(list))
		}
	}
	for field := range orders {
		checkPaging(t, s, PageQuery{Sort: catalog.Sort{Field: field}, Limit: 4}, 25)
		checkPaging(t, s, PageQuery{Sort: catalog.Sort{Field: field, Desc: true}, Limit: 4, Filter: catalog.Filter{Search: "bamboo"}}, 25)
	}
}

// checkPaging pages through a list in both ways and compares it with IDs.
func checkPaging(t *testing.T, s *Store, q PageQuery, total int) {
	t.Helper()
	var want, forth, back []catalog.ID
	for id, err := range s.IDs(context.Background(), q.Filter, q.Sort) {
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, id)
	}
	if len(want) != total {
		t.Errorf("%v: got %d IDs, want %d", q.Sort, len(want), total)
	}
	for more := true; more; more = q.From != "" {
		page, err := s.Page(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		forth = append(forth, rowIDs(page)...)
		q.From = page.Next
	}
	q.Backwards = true
	for more := true; more; more = q.From != "" {
		page, err := s.Page(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		back = append(rowIDs(page), back...)
		q.From = page.Prev
	}
	if !slices.Equal(forth, want) || !slices.Equal(back, want) {
		t.Errorf("%v: got\n%v forwards,\n%v backwards, want\n%v", q.Sort, forth, back, want)
	}
}

func rowIDs(page Page) []catalog.ID {
	var ids []catalog.ID
	for _, r := range page.Rows {
		ids = append(ids, r.ID)
	}
	return ids
}
