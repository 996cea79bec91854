package export_test

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// TestCell reads one column over a product with two variants.
func TestCell(t *testing.T) {
	for _, tt := range []struct {
		name, column string
		change       func(*catalog.Product)
		want         []string
	}{
		{"field of the product", `from = "title"`, nil, []string{"Mug", "Mug"}},
		{"field of a variant", `from = "sku"`, nil, []string{"MUG-R", "MUG-B"}},
		{"fallback", `from = "gtin"` + "\n" + `fallback = ["mpn", "sku"]`, nil, []string{"036000291452", "MUG-B"}},
		{"default", `from = "gtin"` + "\n" + `default = "none"`, nil, []string{"036000291452", "none"}},
		{"constant", `const = "new"`, nil, []string{"new", "new"}},
		{"when it holds", `const = "no"` + "\n" + `when = "gtin blank, mpn blank"`, nil, []string{"", "no"}},
		{"when compared", `const = "low"` + "\n" + `when = "quantity<1"`, nil, []string{"", "low"}},
		{"first row", `from = "title"` + "\n" + `on = "first"`, nil, []string{"Mug", ""}},
		{"enumeration", `from = "attr.condition"` + "\n" + `enum = ["in_stock"]`, func(p *catalog.Product) { p.SetAttribute("condition", "In stock") }, []string{"in_stock", "in_stock"}},
		{"own value", `from = "title"`, func(p *catalog.Product) { p.SetChannelValue("demo", "a", "Own") }, []string{"Own", "Own"}},
		{"own value of a variant", `from = "title"`, func(p *catalog.Product) {
			p.SetChannelValue("demo", "a", "Own")
			p.SetChannelValue("demo", "a.MUG-B", "Blue")
		}, []string{"Own", "Blue"}},
		{"own price", `from = "price"` + "\n" + `transforms = ["money 2"]`, func(p *catalog.Product) { p.SetChannelValue("demo", "a", "9.5") }, []string{"9.50 USD", "9.50 USD"}},
		{"no own value of another channel", `from = "title"`, func(p *catalog.Product) { p.SetChannelValue("other", "a", "Own") }, []string{"Mug", "Mug"}},
		{"list", `from = "tags"` + "\n" + `list = ","`, func(p *catalog.Product) { p.Tags = []string{"a", "b, c", `d"e`, "f:g"} }, []string{`a,"b, c","d""e","f:g"`, `a,"b, c","d""e","f:g"`}},
		{"page by pattern", `from = "page"`, nil, []string{"https://shop.example/p/mug", "https://shop.example/p/mug"}},
		{"page of its own", `from = "page"`, func(p *catalog.Product) { p.URL = "https://own.example" }, []string{"https://own.example", "https://own.example"}},
		{"variant key", `from = "variant-key"`, func(p *catalog.Product) { p.Variants[1].SKU = "" }, []string{"MUG-R", "v2"}},
		{"group", `from = "group"`, nil, []string{"mug", "mug"}},
		{"no group of one", `from = "group"`, func(p *catalog.Product) { p.Variants = p.Variants[:1] }, []string{""}},
		{"availability", `from = "availability"`, nil, []string{"in stock", "out of stock"}},
		{"availability untold", `from = "availability"`, func(p *catalog.Product) { p.Variants[1].Quantity = nil }, []string{"in stock", "in stock"}},
		{"availability said", `from = "availability"`, func(p *catalog.Product) { p.SetAttribute("availability", "preorder") }, []string{"preorder", "preorder"}},
		{"regular price", `from = "regular-price"`, func(p *catalog.Product) { p.Variants[0].Compare = usd("20") }, []string{"20 USD", "13 USD"}},
		{"sale price", `from = "sale-price"`, func(p *catalog.Product) { p.Variants[0].Compare = usd("20") }, []string{"12.5 USD", ""}},
		{"compare-at below the price", `from = "sale-price"`, func(p *catalog.Product) { p.Variants[0].Compare = usd("2") }, []string{"", ""}},
		{"colour by option", `from = "color"`, nil, []string{"Red", "Blue"}},
		{"colour by attribute", `from = "color"`, func(p *catalog.Product) { p.Options = []string{"Size"}; p.SetAttribute("Color", "Green") }, []string{"Green", "Green"}},
		{"option name", `from = "option1-name"`, nil, []string{"Color", "Color"}},
		{"no options", `from = "option1-value"`, func(p *catalog.Product) { p.Options = nil }, []string{"", ""}},
		{"no options, with a default", `from = "option1-value"` + "\n" + `default = "One"` + "\n" + `default_when = "option1_name blank"`, func(p *catalog.Product) { p.Options = nil }, []string{"One", "One"}},
		{"options, with a default for none", `from = "option1-value"` + "\n" + `default = "One"` + "\n" + `default_when = "option1_name blank"`, func(p *catalog.Product) { p.Variants[1].Options = nil }, []string{"Red", ""}},
		{"weight's unit", `from = "weight-unit"`, func(p *catalog.Product) { p.Variants[1].Weight = grams("1 t") }, []string{"g", "g"}},
		{"handle made", `from = "handle-or-slug"`, func(p *catalog.Product) { p.Handle = "" }, []string{"mug", "mug"}},
		{"stock", `from = "stock"`, nil, []string{"3", "3"}},
		{"web pictures", `from = "web-image"`, func(p *catalog.Product) {
			p.Images = []catalog.Image{{Source: "local.jpg"}, {Source: "https://i.example/1"}, {Source: "https://i.example/2", Variants: []catalog.ID{"v2"}}}
		}, []string{"https://i.example/1", "https://i.example/2"}},
		{"more pictures", `from = "more-images"` + "\n" + `list = ","`, func(p *catalog.Product) {
			p.Images = []catalog.Image{{Source: "https://i.example/1"}, {Source: "https://i.example/2"}, {Source: "https://i.example/3", Variants: []catalog.ID{"v2"}}}
		}, []string{"https://i.example/2", "https://i.example/1,https://i.example/2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := product()
			if tt.change != nil {
				tt.change(p)
			}
			c := demo(t, "[[columns]]\nname = \"a\"\n"+tt.column+"\n")
			if got := cells(t, c, export.Options{PageURL: "https://shop.example/p/{handle}"}, p); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestConditions holds each comparison, with numbers as numbers.
func TestConditions(t *testing.T) {
	for condition, want := range map[string]bool{
		"brand=FERNHOLLOW": true, "brand!=Oak": true, "brand~hollow": true, "brand~oak": false, "brand blank": false, "brand present": true,
		"price>12": true, "price>12.5": false, "price>=12.5": true, "price<100": true, "price<=12": false, "weight>50": true,
		"quantity>2": true, "title>2": false, "attr.x blank": true, "attr.x present": false, "brand=Fernhollow, price>100": false,
	} {
		c := demo(t, "[[columns]]\nname = \"a\"\nconst = \"yes\"\nwhen = \""+condition+"\"\n")
		if got := cells(t, c, export.Options{}, product())[0] == "yes"; got != want {
			t.Errorf("%s: got %v, want %v", condition, got, want)
		}
	}
}
