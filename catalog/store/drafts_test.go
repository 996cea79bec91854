package store

import (
	"path/filepath"
	"testing"

	"tradewind.app/catalog"
)

// oldDrafts is a catalogue of schema 1, from when texts that the program wrote were
// called translated: A-1 was suggested whole and A-2 with words missing, A-3 has a
// person's title. The last entry of its history edits A-1.
const oldDrafts = "testdata/drafts1.tradewind"

func openOldDrafts(t *testing.T) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	writeFile(t, path, readFile(t, oldDrafts))
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// A text of the program is a draft also in a catalogue that calls it translated; a
// person's stays translated. Lists and filters say the same as the products.
func TestOldTranslatedIsReadAsDraft(t *testing.T) {
	s := openOldDrafts(t)
	wantSound(t, s)
	state := catalog.ListingState.At(catalog.SimplifiedChinese)
	for sku, want := range map[string]catalog.State{"A-1": catalog.StateDraft, "A-2": catalog.StateDraft, "A-3": catalog.StateTranslated} {
		p, err := s.ProductBySKU(t.Context(), sku)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.State(catalog.SimplifiedChinese); got != want {
			t.Errorf("%s is %q, want %q", sku, got, want)
		}
	}
	for value, want := range map[string]int{"draft": 2, "translated": 1, "reviewed": 0} {
		f := catalog.Filter{Where: []catalog.Condition{{Field: state, Op: catalog.OpEqual, Value: value}}}
		if n, err := s.Count(t.Context(), f); n != want || err != nil {
			t.Errorf("%d products are %s (%v), want %d", n, value, err, want)
		}
	}
	if n, err := s.Count(t.Context(), catalog.Filter{Unfinished: catalog.SimplifiedChinese}); n != 2 || err != nil {
		t.Errorf("%d products are unfinished (%v), want 2", n, err)
	}
}

// A product that is stored in the old words can be changed, and an undo gives back the
// very bytes that were there.
func TestOldTranslatedIsChangedAndUndone(t *testing.T) {
	s := openOldDrafts(t)
	was := dump(t, s)
	before, err := s.ProductBySKU(t.Context(), "A-1")
	if err != nil {
		t.Fatal(err)
	}
	if e := apply(t, s, KindEdit, catalog.Change{Outcome: catalog.Changed, Before: before, After: before.Clone()}); e.Counts.Same != 1 || e.Counts.Changed != 0 {
		t.Errorf("the same product in today's words counts as %+v", e.Counts)
	}
	entry := apply(t, s, KindEdit, edited(before, func(p *catalog.Product) { p.Brand = "Alder Creek" }))
	if entry.Counts.Changed != 1 {
		t.Fatalf("the edit counts as %+v", entry.Counts)
	}
	wantSound(t, s)
	if r, err := s.Undo(t.Context(), entry.ID, nil); err != nil || r.Restored != 1 {
		t.Fatalf("undo restored %d (%v)", r.Restored, err)
	}
	if got := dump(t, s); got != was {
		t.Errorf("after the undo\n%s\nwant\n%s", got, was)
	}
	wantSound(t, s)
	entries, err := s.History(t.Context(), 10, 0)
	if err != nil {
		t.Fatal(err)
	}
	oldEdit := entries[len(entries)-4]
	if r, err := s.Undo(t.Context(), oldEdit.ID, nil); err != nil || r.Restored != 1 {
		t.Errorf("undo of the old edit (%s) restored %d (%v)", oldEdit.Kind, r.Restored, err)
	}
	if p, err := s.ProductBySKU(t.Context(), "A-1"); err != nil || p.Title != "Wool Sweater" || p.State(catalog.SimplifiedChinese) != catalog.StateDraft {
		t.Errorf("after it: %+v, %v", p, err)
	}
	wantSound(t, s)
}
