package storetest

import (
	"errors"
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

func testUndo(t *testing.T, s Store) {
	products := filled(t, s)
	before := dump(t, s)
	entry := apply(t, s, store.KindBulkEdit,
		edited(products[0], func(p *catalog.Product) { p.Title = "Another" }),
		edited(products[1], func(p *catalog.Product) { p.Title = "Another too" }),
		catalog.Change{Outcome: catalog.Deleted, Before: products[2]})
	if c := entry.Counts; c.Changed != 2 || c.Deleted != 1 || entry.Number == 0 {
		t.Errorf("the entry counts %+v", c)
	}
	after := dump(t, s)
	result, err := s.Undo(t.Context(), entry.ID, nil)
	if err != nil || result.Restored != 3 || dump(t, s) != before {
		t.Fatalf("restored %d, %v; want all 3 as they were", result.Restored, err)
	}
	if _, err := s.Undo(t.Context(), entry.ID, nil); !errors.Is(err, store.ErrUndone) {
		t.Errorf("undone twice: %v, want ErrUndone", err)
	}
	again, err := s.Entry(t.Context(), string(entry.ID))
	if err != nil || again.UndoneBy != result.Entry.ID {
		t.Errorf("the entry is undone by %q, %v; want %q", again.UndoneBy, err, result.Entry.ID)
	}
	if _, err := s.Undo(t.Context(), result.Entry.ID, nil); err != nil || dump(t, s) != after {
		t.Errorf("the undo cannot be undone: %v", err)
	}
}

func testChanges(t *testing.T, s Store) {
	products := filled(t, s)
	since, err := s.NewestEntry(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, store.KindEdit, edited(products[1], func(p *catalog.Product) { p.Brand = "Cedar" }))
	apply(t, s, store.KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: products[3]})
	c, err := s.ChangesSince(t.Context(), since)
	if err != nil || c.Products != 2 || !slices.Equal(c.Changed, []catalog.ID{products[1].ID}) ||
		!slices.Equal(c.Deleted, []catalog.ID{products[3].ID}) || !slices.Equal(c.Fields, []catalog.Field{catalog.FieldBrand}) {
		t.Errorf("changes %+v, %v", c, err)
	}
}

func testDocuments(t *testing.T, s Store) {
	entry, err := s.SetDocument(t.Context(), store.Settings, "shop", "Blue Heron")
	if err != nil {
		t.Fatal(err)
	}
	var value string
	read := func() bool {
		t.Helper()
		known, err := s.Document(t.Context(), store.Settings, "shop", &value)
		if err != nil {
			t.Fatal(err)
		}
		return known
	}
	if !read() || value != "Blue Heron" {
		t.Errorf("the document is %q", value)
	}
	if list, err := s.Documents(t.Context(), store.Settings); err != nil || len(list) != 1 || list[0].Name != "shop" {
		t.Errorf("documents %v, %v", list, err)
	}
	if _, err := s.Undo(t.Context(), entry.ID, nil); err != nil || read() {
		t.Errorf("after the undo it is still there, %v", err)
	}
}
