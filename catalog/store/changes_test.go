package store

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
)

func TestChanges(t *testing.T) {
	s := emptyStore(t)
	if c, err := s.ChangesSince(t.Context(), 0); err != nil || c.Entry != 0 || c.Products != 0 {
		t.Fatalf("an empty catalogue has the changes %+v, %v", c, err)
	}
	products := samples(4)
	first := apply(t, s, KindImport, news(products...)...)
	c, err := s.ChangesSince(t.Context(), 0)
	if err != nil || c.Products != 4 || len(c.Created) != 4 || len(c.Changed)+len(c.Deleted) > 0 {
		t.Errorf("after an import %+v, %v", c, err)
	}
	apply(t, s, KindEdit, edited(products[2], func(p *catalog.Product) { p.Title = "another" }))
	third := all(t, s, catalog.Filter{IDs: []catalog.ID{products[2].ID}})[0]
	apply(t, s, KindEdit, edited(third, func(p *catalog.Product) { p.Brand = "another" }))
	deleted := apply(t, s, KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: products[0]})
	if _, err := s.SetDocument(t.Context(), Settings, "shop", "Blue Heron"); err != nil {
		t.Fatal(err)
	}
	c, err = s.ChangesSince(t.Context(), first.Number)
	if err != nil || c.Entry != deleted.Number+1 || c.Products != 2 || !slices.Equal(c.Kinds, []DocumentKind{Settings}) {
		t.Errorf("changes %+v, %v", c, err)
	}
	if !slices.Equal(c.Changed, []catalog.ID{products[2].ID}) || !slices.Equal(c.Deleted, []catalog.ID{products[0].ID}) || c.Created != nil {
		t.Errorf("changed are %v, deleted %v, created %v", c.Changed, c.Deleted, c.Created)
	}
	slices.Sort(c.Fields)
	if !slices.Equal(c.Fields, []catalog.Field{catalog.FieldBrand, catalog.FieldTitle}) {
		t.Errorf("fields %v", c.Fields)
	}
	if _, err := s.Undo(t.Context(), deleted.ID, nil); err != nil {
		t.Fatal(err)
	}
	if c, err = s.ChangesSince(t.Context(), deleted.Number+1); err != nil || !slices.Equal(c.Created, []catalog.ID{products[0].ID}) {
		t.Errorf("after the undo %+v, %v", c, err)
	}
	var many []*catalog.Product
	for i := range mostListed + 1 {
		many = append(many, sample(1000+i))
	}
	apply(t, s, KindImport, news(many...)...)
	if c, err = s.ChangesSince(t.Context(), c.Entry); err != nil || c.Products != mostListed+1 || c.Created != nil {
		t.Errorf("of many products: %d, %d listed, %v", c.Products, len(c.Created), err)
	}
}
