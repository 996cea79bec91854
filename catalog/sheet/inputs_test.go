package sheet_test

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// inputs are the real files that hold products. Those with options could not be
// read as they are: the options say what a person would.
var inputs = []struct {
	file               string
	options            sheet.Options
	products, variants int
	layout             sheet.Layout
}{
	{"shopify_apparel.csv", sheet.Options{}, 20, 22, sheet.Shopify},
	{"shopify_jewelery.csv", sheet.Options{}, 20, 23, sheet.Shopify},
	{"shopify_packt_products.csv", sheet.Options{}, 20, 21, sheet.Shopify},
	{"woocommerce_sample_products.csv", sheet.Options{}, 15, 22, sheet.WooCommerce},
	{"woocommerce_unit_sample.csv", sheet.Options{}, 5, 6, sheet.WooCommerce},
	{"etsy_makermetrics_listings.csv", sheet.Options{}, 93, 93, sheet.Plain},
	{"magento2_gear_bags.csv", sheet.Options{}, 14, 14, sheet.Plain},
	{"prestashop_products_import.csv", sheet.Options{}, 7, 7, sheet.Plain},
	{"prom_ua_export_cosmetics.xlsx", sheet.Options{}, 982, 982, sheet.Plain},
	{"cn_product_import_template.xlsx", sheet.Options{}, 5, 5, sheet.Plain},
	{"cn_pos_products_barcodes.xlsx", sheet.Options{}, 211, 211, sheet.Plain},
	{"derived_cn_pos_products_gbk.csv", sheet.Options{}, 211, 211, sheet.Plain},
	{"cn_goods_table.xlsx", sheet.Options{}, 25, 25, sheet.Plain},
	{"cn_wine_price_table.xlsx", sheet.Options{}, 6181, 6181, sheet.Plain},
	{"cn_mall_bulk_upload_3_headers.xlsx", sheet.Options{}, 3, 3, sheet.Plain},
	{"odoo_export_xlsx_named.xls", sheet.Options{}, 1, 1, sheet.Plain},
	{"shopelectro_pricelist_2016.xlsx", sheet.Options{}, 3494, 3494, sheet.Plain},
	{"taobao_assistant_utf16le.csv", sheet.Options{}, 5, 5, sheet.Taobao},
	{"taobao_assistant_mojibake.csv", sheet.Options{}, 4, 16, sheet.Taobao},
	// One product that is sold in two sizes stands in two rows: 84 rows, 79 products.
	{"pantry_catalogue_sections.csv", sheet.Options{}, 79, 84, sheet.Plain},
	// The part's name is its number, and the description its title.
	{"vendor_pricelist_header_row6.xlsx", sheet.Options{Map: map[string]catalog.Field{"Part Name": catalog.FieldSKU, "Description": catalog.FieldTitle}}, 19, 19, sheet.Plain},
	{"amazon_handmade_flatfile.xlsm", sheet.Options{}, 0, 0, sheet.Plain},
}

// expected is what an independent reader found in a file (openpyxl, Python's csv).
type expected struct {
	DataRows int            `json:"data_rows"`
	First    map[string]any `json:"first"`
	Middle   map[string]any `json:"middle"`
	Named    map[string]any `json:"named_row"`
	Last     map[string]any `json:"last"`
}

func TestInputs(t *testing.T) {
	want := readExpected(t)
	for _, in := range inputs {
		t.Run(in.file, func(t *testing.T) {
			path := sharedFile(t, "data", "inputs", in.file)
			got, b := importRows(t, path, in.options)
			variants, rows := 0, 0
			for _, d := range got {
				variants += len(d.Variants)
				rows += d.Rows
			}
			if len(got) != in.products || variants != in.variants {
				t.Errorf("got %d products with %d variants, want %d with %d", len(got), variants, in.products, in.variants)
			}
			if s := b.Summary(); s.Rows != rows+s.Skipped {
				t.Errorf("%d rows were read, but %d are in products and %d skipped", s.Rows, rows, s.Skipped)
			}
			m, _, err := b.Guess(in.options)
			if err != nil || m.Layout != in.layout {
				t.Errorf("got layout %s (%v), want %s", m.Layout, err, in.layout)
			}
			if e, ok := want[in.file]; ok {
				e.check(t, got, rows)
			}
		})
	}
}

func readExpected(t *testing.T) map[string]expected {
	t.Helper()
	b, err := os.ReadFile(sharedFile(t, "data", "inputs", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]expected
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

// check compares the number of rows and the rows that are named.
func (e expected) check(t *testing.T, got []catalog.ImportRow, rows int) {
	if rows != e.DataRows {
		t.Errorf("got %d rows, want %d", rows, e.DataRows)
	}
	for name, row := range map[string]map[string]any{"first": e.First, "middle": e.Middle, "named": e.Named, "last": e.Last} {
		if row == nil {
			continue
		}
		d, v := find(got, row, name == "first", name == "last")
		switch {
		case d == nil:
			t.Errorf("the %s row is not there: %v", name, row)
		case v != nil:
			checkPrice(t, name, row, v)
		}
	}
}

// find looks for the variant of a row: by its SKU, else by the product's title and
// place in the file.
func find(got []catalog.ImportRow, row map[string]any, first, last bool) (*catalog.ImportRow, *catalog.ImportVariant) {
	sku, title := plain(row["sku"]), plain(row["title"])
	at := 0
	for i := range got {
		d := &got[i]
		from := at
		at += d.Rows
		for j := range d.Variants {
			if v := &d.Variants[j]; sku != "" && catalog.Text(v.Values, catalog.FieldSKU) == sku {
				return d, v
			}
		}
		if sku != "" {
			if catalog.Text(d.Values, "attr.parent_sku") == sku {
				return d, nil
			}
			continue
		}
		position, positioned := row["position"].(float64)
		here := first && i == 0 || last && i == len(got)-1 || positioned && from < int(position) && int(position) <= at || !first && !last && !positioned
		if here && (title == "" || strings.TrimSpace(title) == strings.TrimSpace(catalog.Text(d.Values, catalog.FieldTitle))) {
			return d, variantAt(d, last)
		}
	}
	return nil, nil
}

func variantAt(d *catalog.ImportRow, last bool) *catalog.ImportVariant {
	switch n := len(d.Variants); {
	case n == 0:
		return nil
	case last:
		return &d.Variants[n-1]
	}
	return &d.Variants[0]
}

func checkPrice(t *testing.T, name string, row map[string]any, v *catalog.ImportVariant) {
	want := plain(row["price"])
	if want == "" {
		want = plain(row["retail"])
	}
	if want == "" {
		return
	}
	amount, _, _ := strings.Cut(catalog.Text(v.Values, catalog.FieldPrice), " ")
	got, err := strconv.ParseFloat(amount, 64)
	if w, _ := strconv.ParseFloat(want, 64); err != nil || got != w {
		t.Errorf("the %s row: got price %q, want %s", name, amount, want)
	}
}

// plain is a JSON value as text.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}
