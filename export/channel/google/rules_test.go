package google

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export/exporttest"
)

func attribute(key, value string) func(*catalog.Product) {
	return func(p *catalog.Product) { p.SetAttribute(key, value) }
}

func long(n int) string { return strings.Repeat("x", n) }

// ruleTests break one rule each.
var ruleTests = []struct {
	name   string
	change func(*catalog.Product)
	column string
	code   string
}{
	{"id of 51", func(p *catalog.Product) { p.Variants[0].SKU = long(51) }, "id", "value-too-long"},
	{"id twice", func(p *catalog.Product) { p.Variants[1].SKU = p.Variants[0].SKU }, "id", "value-duplicate"},
	{"title of 151", func(p *catalog.Product) { p.Title = long(151) }, "title", "title-too-long"},
	{"no title", func(p *catalog.Product) { p.Title = "" }, "title", "value-missing"},
	{"no description", func(p *catalog.Product) { p.Description = "<p> </p>" }, "description", "value-missing"},
	{"description of 5001", func(p *catalog.Product) { p.Description = strings.Repeat("word ", 1001) }, "description", "text-shortened"},
	{"link that is none", func(p *catalog.Product) { p.URL = "shop.example/x" }, "link", "address-form"},
	{"link to a file", func(p *catalog.Product) { p.URL = "ftp://shop.example/x" }, "link", "address-form"},
	{"link of 2001", func(p *catalog.Product) { p.URL = "https://shop.example/" + long(1980) }, "link", "value-too-long"},
	{"no picture on the web", func(p *catalog.Product) { p.Images = []catalog.Image{{Source: "local/a.jpg"}} }, "image_link", "picture-address-missing"},
	{"no picture", func(p *catalog.Product) { p.Images = nil }, "image_link", "value-missing"},
	{"availability", attribute("availability", "soon"), "availability", "value-not-allowed"},
	{"preorder without a date", attribute("availability", "preorder"), "availability_date", "value-missing"},
	{"date", attribute("availability_date", "next week"), "availability_date", "value-form"},
	{"no price", func(p *catalog.Product) { p.Variants[0].Price = catalog.Money{} }, "price", "value-missing"},
	{"sale dates", attribute("sale_price_effective_date", "2026-11-01"), "sale_price_effective_date", "value-form"},
	{"condition", attribute("condition", "shiny"), "condition", "value-not-allowed"},
	{"brand of 71", func(p *catalog.Product) { p.Brand = long(71) }, "brand", "value-too-long"},
	{"mpn of 71", func(p *catalog.Product) { p.Variants[0].MPN = long(71) }, "mpn", "value-too-long"},
	{"gtin by Excel", func(p *catalog.Product) { p.Variants[0].GTIN = "1.23E+12" }, "gtin", "gtin-not-digits"},
	{"gtin with a wrong digit", func(p *catalog.Product) { p.Variants[0].GTIN = "850001234008" }, "gtin", "gtin-check-digit"},
	{"no gtin", func(p *catalog.Product) { p.Variants[0].GTIN = "" }, "gtin", "value-recommended"},
	{"category of 751", attribute("google_product_category", long(751)), "google_product_category", "value-too-long"},
	{"product type of 751", func(p *catalog.Product) { p.Category = long(751) }, "product_type", "value-too-long"},
	{"clothes without gender", attribute("google_product_category", "Apparel & Accessories > Clothing"), "gender", "value-missing"},
	{"clothes without age", attribute("google_product_category", "Apparel & Accessories > Clothing"), "age_group", "value-missing"},
	{"clothes without colour", attribute("google_product_category", "Apparel & Accessories > Clothing"), "color", "value-missing"},
	{"gender", attribute("gender", "everybody"), "gender", "value-not-allowed"},
	{"age", attribute("age_group", "old"), "age_group", "value-not-allowed"},
	{"colour of 41", attribute("color", long(41)), "color", "value-form"},
	{"size of 101", func(p *catalog.Product) { p.Variants[0].Options[0] = long(101) }, "size", "value-too-long"},
	{"material of 201", func(p *catalog.Product) { p.Material = long(201) }, "material", "value-too-long"},
	{"size type", attribute("size_type", "giant"), "size_type", "value-not-allowed"},
	{"size system", attribute("size_system", "XX"), "size_system", "value-not-allowed"},
	{"adult", attribute("adult", "maybe"), "adult", "value-not-allowed"},
	{"one highlight", attribute("product_highlight", "only one"), "product_highlight", "list-length"},
	{"highlight of 151", attribute("product_highlight", "a\n"+long(151)), "product_highlight", "value-too-long"},
	{"label of 101", attribute("custom_label_3", long(101)), "custom_label_3", "value-too-long"},
	{"energy", attribute("energy_efficiency_class", "A++++"), "energy_efficiency_class", "value-not-allowed"},
	{"ships from", attribute("ships_from_country", "USA"), "ships_from_country", "value-form"},
	{"promotion of 51", attribute("promotion_id", long(51)), "promotion_id", "value-too-long"},
}

// TestRules breaks one rule of the product data specification at a time.
func TestRules(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range ruleTests {
		t.Run(tt.name, func(t *testing.T) {
			p := exporttest.Sound()[0]
			tt.change(p)
			problems := c.Check(p, exporttest.Options())
			for _, problem := range problems {
				if problem.Code == tt.code && problem.Args["column"] == tt.column {
					return
				}
			}
			t.Errorf("got %+v, want %s of %s", problems, tt.code, tt.column)
		})
	}
}

// TestAccepted writes what the specification tolerates in its own spelling.
func TestAccepted(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		change func(*catalog.Product)
		column string
		want   string
	}{
		{"availability with a space", func(p *catalog.Product) { p.SetAttribute("availability", "Out of stock") }, "availability", "out_of_stock"},
		{"gender", func(p *catalog.Product) { p.SetAttribute("gender", "Female") }, "gender", "female"},
		{"energy", func(p *catalog.Product) { p.SetAttribute("energy_efficiency_class", "a++") }, "energy_efficiency_class", "A++"},
		{"gtin with spaces", func(p *catalog.Product) { p.Variants[0].GTIN = "8 50001 23400 9" }, "gtin", "850001234009"},
		{"no codes", func(p *catalog.Product) { p.Variants[0].GTIN, p.Variants[0].MPN = "", "" }, "identifier_exists", ""},
		{"no codes, says the shop", attribute("identifier_exists", "No"), "identifier_exists", "no"},
		{"an age of the template", attribute("age_group", "Adult (13+ years old)"), "age_group", "adult"},
		{"an age in another word", attribute("age_group", "Children"), "age_group", "kids"},
		{"a gender in another word", attribute("gender", "Women's"), "gender", "female"},
		{"a condition of the template", attribute("condition", "New (with tags)"), "condition", "new"},
		{"a weight in tonnes", func(p *catalog.Product) { p.Variants[0].Weight.Unit = "t" }, "shipping_weight", "600000 g"},
		{"only one side told", func(p *catalog.Product) { p.Variants[0].Length = exporttest.Sound()[1].Variants[0].Length }, "shipping_length", ""},
		{"a long handle", func(p *catalog.Product) { p.Handle = strings.Repeat("maple-", 20) }, "item_group_id", "maple-maple-maple-maple-maple-maple-maple-b0fef384"},
		{"no SKU", func(p *catalog.Product) { p.Variants[0].SKU = "" }, "id", "01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := exporttest.Sound()[0]
			tt.change(p)
			view, err := c.Preview(exporttest.Stream(p), exporttest.Options(), 1)
			if err != nil || len(view.Rows) != 1 {
				t.Fatalf("%v, %+v", err, c.Check(p, exporttest.Options()))
			}
			for i, name := range view.Header[0] {
				if name == tt.column && view.Rows[0][i] != tt.want {
					t.Errorf("got %q, want %q", view.Rows[0][i], tt.want)
				}
			}
		})
	}
}

// TestPricesOfNothing: a price of 0, and one that is 0 once it is rounded, is blocked; the
// least one that can be paid is not.
func TestPricesOfNothing(t *testing.T) {
	for amount, want := range map[string]bool{"0": true, "0.00": true, "0.004": true, "0.01": false, "9.99": false} {
		p := group([]string{"Size"}, []string{"S"}, []string{"M"})
		p.Variants[1].Price = catalog.Money{Amount: decimal.RequireFromString(amount), Currency: "USD"}
		if got := told(t, exporttest.Options(), "price-zero", catalog.Blocked, p); got != want {
			t.Errorf("%s: got blocked %v, want %v", amount, got, want)
		}
	}
}
