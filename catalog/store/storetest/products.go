package storetest

import (
	"errors"
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

func testProducts(t *testing.T, s Store) {
	want := shop()
	apply(t, s, store.KindEdit, created(want...)...)
	got := all(t, s, catalog.Filter{})
	if len(got) != len(want) {
		t.Fatalf("%d products, want %d", len(got), len(want))
	}
	for i, p := range got {
		if !p.Equal(want[i]) {
			t.Errorf("product %d is %+v, want %+v", i, p, want[i])
		}
		one, err := s.Product(t.Context(), p.ID)
		if err != nil || !one.Equal(p) {
			t.Errorf("by its ID it is %+v, %v", one, err)
		}
	}
	key := catalog.NewKey(catalog.KeySKU, "A-2")
	found, err := s.Find(t.Context(), []catalog.Key{key, catalog.NewKey(catalog.KeySKU, "none")})
	if err != nil || len(found) != 1 || found[key] == nil || found[key].Title != "Maple Syrup" {
		t.Errorf("found by SKU: %v, %v", found, err)
	}
	if products, variants, err := s.Size(t.Context()); err != nil || products != 4 || variants != 4 {
		t.Errorf("%d products and %d variants, %v; want 4 and 4", products, variants, err)
	}
	apply(t, s, store.KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: got[0]})
	if _, err := s.Product(t.Context(), got[0].ID); !errors.Is(err, store.ErrNoProduct) {
		t.Errorf("the deleted product: %v, want ErrNoProduct", err)
	}
}

func testStale(t *testing.T, s Store) {
	p := filled(t, s)[0]
	apply(t, s, store.KindEdit, edited(p, func(p *catalog.Product) { p.Title = "Another" }))
	before := dump(t, s)
	for what, change := range map[string]catalog.Change{
		"an edit of what it was": edited(p, func(p *catalog.Product) { p.Brand = "Cedar" }),
		"deleting what it was":   {Outcome: catalog.Deleted, Before: p},
		"a new one that is here": created(p)[0],
	} {
		_, err := s.Apply(t.Context(), store.Entry{Kind: store.KindEdit}, store.ListOf(change), nil)
		if !errors.Is(err, store.ErrStale) {
			t.Errorf("%s: %v, want ErrStale", what, err)
		}
	}
	if dump(t, s) != before {
		t.Error("a write that failed has left something")
	}
}

func testFilters(t *testing.T, s Store) {
	products := filled(t, s)
	for _, c := range []catalog.Condition{
		{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "alder"},
		{Field: catalog.FieldBrand, Op: catalog.OpBlank},
		{Field: catalog.FieldBrand, Op: catalog.OpNotEqual, Value: "Birch"},
		{Field: catalog.FieldPrice, Op: catalog.OpLess, Value: "20"},
		{Field: catalog.FieldPrice, Op: catalog.OpBlank},
		{Field: catalog.FieldQuantity, Op: catalog.OpMoreEq, Value: "3"},
		{Field: catalog.FieldTitle, Op: catalog.OpContains, Value: "oa"},
		{Field: catalog.FieldImages, Op: catalog.OpPresent},
	} {
		var want []catalog.ID
		for _, p := range products {
			if c.Match(p) {
				want = append(want, p.ID)
			}
		}
		f := catalog.Filter{Where: []catalog.Condition{c}}
		var got []catalog.ID
		for _, p := range all(t, s, f) {
			got = append(got, p.ID)
		}
		if n, err := s.Count(t.Context(), f); err != nil || !slices.Equal(got, want) || n != len(want) {
			t.Errorf("%+v: %d products, %d counted, %v; want %d", c, len(got), n, err, len(want))
		}
	}
	facets, err := s.Facets(t.Context(), catalog.Filter{}, catalog.FieldBrand)
	if want := []store.Facet{{Value: "Alder", Count: 2}, {Value: "", Count: 1}, {Value: "Birch", Count: 1}}; err != nil || !slices.Equal(facets, want) {
		t.Errorf("brands %v, %v; want %v", facets, err, want)
	}
}

func testPages(t *testing.T, s Store) {
	filled(t, s)
	by := catalog.Sort{Field: catalog.FieldTitle, Desc: true}
	var ids []catalog.ID
	for id, err := range s.IDs(t.Context(), catalog.Filter{}, by) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	rows, err := s.Rows(t.Context(), ids)
	if err != nil || len(rows) != 4 || rows[0].Title != "Pine Soap" || rows[3].Title != "Éclair Stand" {
		t.Fatalf("rows %+v, %v", rows, err)
	}
	var paged []catalog.ID
	q := store.PageQuery{Sort: by, Limit: 3}
	for {
		page, err := s.Page(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			paged = append(paged, row.ID)
		}
		if q.From = page.Next; page.Next == "" {
			break
		}
	}
	if !slices.Equal(paged, ids) {
		t.Errorf("by pages %v, at once %v", paged, ids)
	}
}

func testSearch(t *testing.T, s Store) {
	p := filled(t, s)[2]
	apply(t, s, store.KindEdit, edited(p, func(p *catalog.Product) {
		p.Listings = append(p.Listings, catalog.Listing{Locale: catalog.SimplifiedChinese, Title: "松木香皂"})
	}))
	for words, want := range map[string]int{"oak": 1, "a-2": 1, "alder": 2, "eclair": 1, "香皂": 1, "oak alder": 1, "oak birch": 0, "": 4} {
		if n, err := s.Count(t.Context(), catalog.Filter{Search: words}); err != nil || n != want {
			t.Errorf("%q finds %d products, %v; want %d", words, n, err, want)
		}
	}
}
