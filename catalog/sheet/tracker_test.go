package sheet_test

import (
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// TestShopifyTracker reads what counts the stock, under both headers of Shopify.
func TestShopifyTracker(t *testing.T) {
	const old = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n"
	const recent = "Title,URL handle,SKU,Option1 name,Option1 value,Price,Inventory tracker,Inventory quantity\n"
	tests := map[string]struct {
		file string
		want map[string]string // by SKU
	}{
		"nobody counts":     {old + "pdf,Pattern,Title,Default Title,P-1,,0,5\n", map[string]string{"P-1": catalog.NoTracker}},
		"the shop counts":   {old + "bag,Bag,Title,Default Title,B-1,shopify,7,5\n", map[string]string{"B-1": ""}},
		"counted, none yet": {old + "bag,Bag,Title,Default Title,B-1,shopify,,5\n", map[string]string{"B-1": "shopify"}},
		"another counts":    {recent + "Bag,bag,B-1,Title,Default Title,5,acme-warehouse,3\n", map[string]string{"B-1": "acme-warehouse"}},
		"nothing told":      {recent + "Bag,bag,B-1,Title,Default Title,5,,\n", map[string]string{"B-1": ""}},
		"by variant":        {recent + "Bag,bag,B-1,Size,S,5,,0\n,bag,B-2,,M,5,shopify,4\n,bag,B-3,,L,5,,12\n", map[string]string{"B-1": catalog.NoTracker, "B-2": "", "B-3": catalog.NoTracker}},
		"no such column":    {strings.Replace(old, "Variant Inventory Tracker,", "", 1) + "bag,Bag,Title,Default Title,B-1,7,5\n", map[string]string{"B-1": ""}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := map[string]string{}
			all, _ := importRows(t, writeCSV(t, "products.csv", tt.file), sheet.Options{})
			for _, d := range all {
				for _, v := range d.Variants {
					got[catalog.Text(v.Values, catalog.FieldSKU)] = catalog.Text(v.Values, catalog.FieldTracker)
				}
			}
			for sku, want := range tt.want {
				if tracker, ok := got[sku]; !ok || tracker != want {
					t.Errorf("%s: %q (%v), want %q", sku, tracker, ok, want)
				}
			}
		})
	}
}
