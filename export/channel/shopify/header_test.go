package shopify

import (
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
	"tradewind.app/export/exporttest"
)

// header is that of Shopify's newer template, read in November 2026.
const header = `Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,
Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option2 Linked To,Option3 name,Option3 value,Option3 Linked To,
Price,Compare-at price,Cost per item,Charge tax,Tax code,Unit price total measure,Unit price total measure unit,Unit price base measure,Unit price base measure unit,
Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping,Fulfillment service,
Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,SEO description,Color (product.metafields.shopify.color-pattern),
Google Shopping / Google product category,Google Shopping / Gender,Google Shopping / Age group,Google Shopping / Manufacturer part number (MPN),
Google Shopping / Ad group name,Google Shopping / Ads labels,Google Shopping / Condition,Google Shopping / Custom product,
Google Shopping / Custom label 0,Google Shopping / Custom label 1,Google Shopping / Custom label 2,Google Shopping / Custom label 3,Google Shopping / Custom label 4`

func TestHeader(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.ReplaceAll(header, "\n", ""), ",")
	if len(want) != 57 {
		t.Fatalf("the header of this test has %d columns", len(want))
	}
	columns := c.Spec().Columns
	for i := range max(len(want), len(columns)) {
		if i >= len(want) || i >= len(columns) || columns[i].Name != want[i] {
			t.Fatalf("column %d: %d columns, want %d; got %+v", i+1, len(columns), len(want), columns[min(i, len(columns)-1)].Name)
		}
	}
}

// TestRows: the first row has the product and its first variant, the next the
// other variants, the last the pictures that are left; the handle ties them.
func TestRows(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	p := exporttest.Sound()[0]
	for _, source := range []string{"https://img.example/4.jpg", "local/5.jpg", "https://img.example/6.jpg"} {
		p.Images = append(p.Images, catalog.Image{Source: source})
	}
	view, err := c.Preview(exporttest.Stream(p), exporttest.Options(), 100)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range view.Header[0] {
		at[name] = i
	}
	want := []struct{ title, sku, option, price, position, picture string }{
		{p.Title, "MS-08", "8 oz", "12.90", "1", p.Images[0].Source},
		{"", "MS-16", "16 oz", "21.50", "2", p.Images[1].Source},
		{"", "", "", "", "3", p.Images[2].Source},
		{"", "", "", "", "4", p.Images[3].Source},
		{"", "", "", "", "5", p.Images[5].Source},
	}
	if len(view.Rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(view.Rows), len(want))
	}
	for i, w := range want {
		row := view.Rows[i]
		got := w
		got.title, got.sku, got.option = row[at["Title"]], row[at["SKU"]], row[at["Option1 value"]]
		got.price, got.position, got.picture = row[at["Price"]], row[at["Image position"]], row[at["Product image URL"]]
		if got != w || row[at["URL handle"]] != "dark-maple-syrup" {
			t.Errorf("row %d: got %+v, handle %s, want %+v", i+1, got, row[at["URL handle"]], w)
		}
	}
	if problems := c.Check(p, exporttest.Options()); export.ReadinessOf(problems) == export.NotReady {
		t.Errorf("blocked: %+v", problems)
	}
}
