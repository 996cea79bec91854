package store

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// sharedHandlesFile is a catalogue that the program before schema 2 made: H1 and H2
// have the handle p9, H3 p9-2, H4 and H5 towel and TOWEL; H7 and H8, deleted by the
// last entry, both had ladle. H6 has the barcode of H1 without its zero.
const sharedHandlesFile = "testdata/schema1-handles.tradewind"

func openSharedHandles(t *testing.T) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	writeFile(t, path, readFile(t, sharedHandlesFile))
	s, err := Open(t.Context(), path, Options{By: "test"})
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

func handlesOf(t *testing.T, s *Store) string {
	t.Helper()
	var list []string
	for _, p := range all(t, s, catalog.Filter{}) {
		list = append(list, p.SKUs()[0]+"="+p.Handle)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestSharedHandlesAreParted(t *testing.T) {
	s := openSharedHandles(t)
	wantSound(t, s)
	const parted = "H1=p9 H2=p9-3 H3=p9-2 H4=towel H5=TOWEL-2 H6=board"
	if got := handlesOf(t, s); got != parted {
		t.Errorf("got %s, want %s", got, parted)
	}
	entries, err := s.History(t.Context(), 2, 0)
	if err != nil {
		t.Fatal(err)
	}
	e := entries[0]
	if e.Kind != KindUpgrade || e.Note != "handle" || e.Counts.Changed != 2 || e.Number != 7 || e.By != "test" || e.At.IsZero() {
		t.Errorf("entry %+v, want one that changed two handles", e)
	}

	// Taking it back is refused by the rule that every write passes.
	r, err := s.Undo(t.Context(), e.ID, nil)
	if err != nil || r.Restored != 0 || len(r.Kept) != 2 {
		t.Fatalf("undo: %+v (%v), want two products kept", r, err)
	}
	for i, owner := range []string{"Stoneware Mug", "Linen Towel"} {
		k := r.Kept[i]
		if k.Reason != KeptRefused || len(k.Problems) != 1 || k.Problems[0].Code != "handle-taken" || k.Problems[0].Args["owner"] != owner {
			t.Errorf("kept %+v, want handle-taken by %s", k, owner)
		}
	}

	// Once the handle is free again it comes back.
	towel, err := s.ProductBySKU(t.Context(), "H4")
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, KindEdit, edited(towel, func(p *catalog.Product) { p.Handle = "linen" }))
	if r, err = s.Undo(t.Context(), e.ID, nil); err != nil || r.Restored != 1 {
		t.Fatalf("undo: %+v (%v), want one product restored", r, err)
	}
	if got, want := handlesOf(t, s), "H1=p9 H2=p9-3 H3=p9-2 H4=linen H5=TOWEL H6=board"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	wantSound(t, s)
}

// Two products of one handle that an entry of before deleted come back one by one.
func TestUndoPartsWhatItBringsBack(t *testing.T) {
	s := openSharedHandles(t)
	entries, err := s.History(t.Context(), 2, 0)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Undo(t.Context(), entries[1].ID, nil)
	if err != nil || r.Restored != 1 || len(r.Kept) != 1 || r.Kept[0].SKUs[0] != "H8" || r.Kept[0].Problems[0].Args["owner"] != "Oak Spoon" {
		t.Fatalf("undo: %+v (%v), want H7 restored and H8 kept for it", r, err)
	}
	wantSound(t, s)
}

func TestOldBarcodesAreFoundInEveryForm(t *testing.T) {
	s := openSharedHandles(t)
	for code, sku := range map[string]string{
		"0036000291452": "H1", "36000291452": "H1", "036000291469": "H2", "04006381333931": "H3", "096385074": "H4", "0000096385074": "H4", "036000291453": "",
	} {
		key := catalog.NewKey(catalog.KeyGTIN, code)
		found, err := s.Find(t.Context(), []catalog.Key{key})
		got := ""
		if p := found[key]; p != nil {
			got = p.SKUs()[0]
		}
		if err != nil || got != sku {
			t.Errorf("%s: found %q (%v), want %q", code, got, err, sku)
		}
		rows := all(t, s, catalog.Filter{Search: code})
		if found := slices.ContainsFunc(rows, func(p *catalog.Product) bool { return p.SKUs()[0] == sku }); found != (sku != "") {
			t.Errorf("search for %s: found %s: %v", code, sku, found)
		}
	}
	if p, err := s.ProductBySKU(t.Context(), "H2"); err != nil || p.Variants[0].GTIN != "0036000291469" {
		t.Errorf("%v (%v): the barcode is not as it was written", p, err)
	}
}
