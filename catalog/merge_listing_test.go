package catalog

import (
	"fmt"
	"slices"
	"testing"
)

// TestListingIsOfTheTextsOfItsImport: a listing that an import writes was made from the
// product as that import leaves it, with the variants that come below; one that it does
// not write was not.
func TestListingIsOfTheTextsOfItsImport(t *testing.T) {
	s := &shelf{}
	tee := func(place Place, zh string, colors ...string) ImportRow {
		d := row(place, "handle", "tee", "title", "Tee", "option1_name", "Color", "title@zh-Hans", zh)
		d.Variants = nil
		for _, color := range colors {
			d.Variants = append(d.Variants, row(place, "sku", "T-"+color, "option1", color).Variants...)
		}
		return d
	}
	product := func() *Product { return s.products[0] }

	s.run(t, tee("a!2", "T恤", "Red"))
	l := product().Listing(SimplifiedChinese)
	if got := l.Mark("title"); got.Source == "" || product().SourceChanged(l) {
		t.Errorf("a new listing: got mark %+v, want one of the product's title", got)
	}

	s.run(t, tee("b!2", "棉T恤", "Red", "Blue"))
	if l = product().Listing(SimplifiedChinese); l.Title != "棉T恤" || product().SourceChanged(l) {
		t.Errorf("a listing that came with another color: got title %q, source changed %v", l.Title, product().SourceChanged(l))
	}

	s.run(t, row("c!2", "handle", "tee", "title", "Cotton Tee", "sku", "T-Red"))
	if l = product().Listing(SimplifiedChinese); !product().SourceChanged(l) {
		t.Error("an import without a Chinese text made the listing one of the new title")
	}
}

// TestPlanRenamesNoSKU: a barcode leads to a product only where its variant has the SKU
// of the row, or one of the two has none. Otherwise the row is about another variant.
func TestPlanRenamesNoSKU(t *testing.T) {
	const red, blue = "4006381333931", "036000291452"
	tees := row("a!2", "handle", "tee", "title", "Tee", "option1_name", "Color", "sku", "T-R", "gtin", red, "option1", "Red")
	tees.Variants = append(tees.Variants, row("a!3", "sku", "T-B", "gtin", blue, "option1", "Blue").Variants[0])
	nameless := row("a!2", "title", "Mug", "gtin", blue)
	half := row("a!2", "handle", "cap", "title", "Cap", "option1_name", "Color", "sku", "C-R", "gtin", red, "option1", "Red")
	half.Variants = append(half.Variants, row("a!3", "gtin", blue, "option1", "Blue").Variants[0])
	for _, tt := range []struct {
		name        string
		first, then ImportRow
		want        string
		skus        string // of the first product, afterwards
	}{
		{"the SKU it has", tees, row("b!2", "sku", "T-B", "gtin", blue, "price", "5"), "changed", "[T-R T-B]"},
		{"none", tees, row("b!2", "gtin", blue, "price", "5"), "changed", "[T-R T-B]"},
		{"another", tees, row("b!2", "sku", "X-B", "gtin", blue, "title", "Bag"), "new", "[T-R T-B]"},
		{"that of the variant beside it", tees, row("b!2", "sku", "T-R", "gtin", blue, "price", "5"), "changed", "[T-R T-B]"},
		{"another, of a variant without one", nameless, row("b!2", "sku", "M-1", "gtin", blue, "price", "5"), "changed", "[M-1]"},
		{"another, of one without beside one with a SKU", half, row("b!2", "sku", "C-B", "gtin", blue, "price", "5"), "changed", "[C-R C-B]"},
		{"another, by the handle", tees, row("b!2", "handle", "tee", "sku", "T-G", "option1", "Green"), "changed", "[T-R T-B T-G]"},
	} {
		s := &shelf{}
		s.run(t, tt.first)
		id := s.products[0].ID
		if got := outcomes(s.run(t, tt.then)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		i := slices.IndexFunc(s.products, func(p *Product) bool { return p.ID == id })
		if got := fmt.Sprint(s.products[i].SKUs()); got != tt.skus {
			t.Errorf("%s: got SKUs %s, want %s", tt.name, got, tt.skus)
		}
	}
}

// TestPlanCountsAgain: a product that comes once more in the run is marked.
func TestPlanCountsAgain(t *testing.T) {
	s := &shelf{}
	var got []bool
	for _, c := range s.run(t,
		row("a!2", "handle", "tee", "title", "Tee", "sku", "T-S"),
		row("a!3", "handle", "mug", "title", "Mug", "sku", "M-1"),
		row("a!4", "handle", "tee", "title", "Tee", "sku", "T-M")) {
		got = append(got, c.Again)
	}
	if want := []bool{false, false, true}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
