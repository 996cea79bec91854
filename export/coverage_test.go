package export_test

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// TestCoverage changes one thing of a product with two variants, or of a column.
func TestCoverage(t *testing.T) {
	const brand = "[[columns]]\nname = \"a\"\nfrom = \"brand\"\ntier = \"required\"\n"
	for _, tt := range []struct {
		name, columns string
		change        func(*catalog.Product)
		want          export.Coverage
	}{
		{"filled", brand, nil, export.Coverage{{Filled: 1, Of: 1}}},
		{"empty", brand, func(p *catalog.Product) { p.Brand = "" }, export.Coverage{{Filled: 0, Of: 1}}},
		{"unlawful", brand + "max = \"2 characters\"\n", nil, export.Coverage{{Filled: 0, Of: 1}}},
		{"a warning is lawful", brand, func(p *catalog.Product) { p.Brand = "=1+1" }, export.Coverage{{Filled: 1, Of: 1}}},
		{"not to be converted", "[[columns]]\nname = \"a\"\nfrom = \"price\"\ntier = \"required\"\n", func(p *catalog.Product) { p.Variants[0].Price = money("5 EUR") }, export.Coverage{{Filled: 0, Of: 1}}},
		{"one variant lacks it", "[[columns]]\nname = \"a\"\nfrom = \"sku\"\ntier = \"recommended\"\n", func(p *catalog.Product) { p.Variants[1].SKU = "" }, export.Coverage{1: {Filled: 0, Of: 1}}},
		{"by tier", brand + "[[columns]]\nname = \"b\"\nfrom = \"material\"\ntier = \"recommended\"\n[[columns]]\nname = \"c\"\nfrom = \"title\"\n", nil, export.Coverage{{Filled: 1, Of: 1}, {Filled: 0, Of: 1}, {Filled: 1, Of: 1}}},
		{"its condition does not hold", brand + "[[columns]]\nname = \"b\"\nfrom = \"material\"\nwhen = \"brand=Oak\"\n", nil, export.Coverage{{Filled: 1, Of: 1}}},
		{"its condition makes it required", "[[columns]]\nname = \"a\"\nfrom = \"material\"\nrequired_when = \"brand=fernhollow\"\n", nil, export.Coverage{{Filled: 0, Of: 1}}},
		{"said of every product", brand + "[[columns]]\nname = \"b\"\nconst = \"1\"\n", nil, export.Coverage{{Filled: 1, Of: 1}}},
		{"without variants", brand, func(p *catalog.Product) { p.Variants = nil }, export.Coverage{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := product()
			if tt.change != nil {
				tt.change(p)
			}
			k := demo(t, tt.columns).Checker(export.Options{})
			for range 2 { // the second product starts from nothing
				if got := k.Find(p).Coverage; got != tt.want {
					t.Errorf("got %v, want %v", got, tt.want)
				}
			}
		})
	}
}

func TestCoverageAddsUp(t *testing.T) {
	c := export.Coverage{{Filled: 1, Of: 2}, {Filled: 0, Of: 1}}
	c.AddTimes(export.Coverage{{Filled: 1, Of: 1}, {Filled: 1, Of: 1}}, 3)
	if want := (export.Coverage{{Filled: 4, Of: 5}, {Filled: 3, Of: 4}}); c != want || c[0].Share() != 0.8 || c[2].Share() != 1 {
		t.Errorf("got %v, want %v", c, want)
	}
}

// TestFindingTellsUniqueValues: the same text is the same value whoever checks it,
// and one that was expected is told as there already.
func TestFindingTellsUniqueValues(t *testing.T) {
	c := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"sku\"\nunique = true\n")
	first, second := c.Checker(export.Options{}).Find(product()), c.Checker(export.Options{}).Find(product())
	if len(first.Values) != 2 || !slices.Equal(first.Values, second.Values) || len(second.Problems) != 0 {
		t.Fatalf("values %v and %v, problems %v", first.Values, second.Values, second.Problems)
	}
	k := c.Checker(export.Options{})
	k.Expect(first.Values[1:])
	if got := k.Find(product()).Problems; len(got) != 1 || got[0].Code != "value-duplicate" {
		t.Errorf("got %v, want the one that was expected", got)
	}
}

func TestFindingTellsUnreadPictures(t *testing.T) {
	c := demo(t, "[[columns]]\nname = \"a\"\nfrom = \"title\"\n")
	if c.Checker(export.Options{}).Find(product()).Unread {
		t.Error("a product whose pictures nobody looks at has one that cannot be read")
	}
}
