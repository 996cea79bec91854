package store

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
)

func TestFacets(t *testing.T) {
	s := emptyStore(t)
	products := samples(6)
	for i, brand := range []string{"Birch", "Alder", "Birch", "", "Birch", "Alder"} {
		products[i].Brand = brand
		products[i].Material = brand
	}
	apply(t, s, KindEdit, news(products...)...)
	want := []Facet{{"Birch", 3}, {"Alder", 2}, {"", 1}}
	for _, field := range []catalog.Field{catalog.FieldBrand, catalog.FieldMaterial} { // by SQL and not
		if got, err := s.Facets(t.Context(), catalog.Filter{}, field); !slices.Equal(got, want) || err != nil {
			t.Errorf("%s: got %v (%v), want %v", field, got, err, want)
		}
	}
	some := catalog.Filter{Search: "bowl", Where: []catalog.Condition{{Field: catalog.FieldQuantity, Op: catalog.OpLess, Value: "3"}}}
	if got, err := s.Facets(t.Context(), some, catalog.FieldBrand); !slices.Equal(got, []Facet{{"Alder", 1}, {"Birch", 1}}) || err != nil {
		t.Errorf("of some: got %v (%v), want one each", got, err)
	}
	for _, field := range []catalog.Field{catalog.FieldSKU, "nonsense"} {
		if _, err := s.Facets(t.Context(), catalog.Filter{}, field); err == nil {
			t.Errorf("values of %s were counted", field)
		}
	}
}
