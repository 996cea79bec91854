package sheet

import (
	"testing"

	"tradewind.app/catalog"
)

// TestAmountsOfMany: what is a price or a stock of more than a piece is neither.
func TestAmountsOfMany(t *testing.T) {
	for header, want := range map[string]catalog.Field{
		"Price":               catalog.FieldPrice,
		"Price ea.":           catalog.FieldPrice,
		"Unit Price":          catalog.FieldPrice,
		"Retail Price (USD)":  catalog.FieldPrice,
		"Price (incl. VAT)":   catalog.FieldPrice,
		"Cost":                catalog.FieldCost,
		"Stock (pcs)":         catalog.FieldQuantity,
		"库存（件）":               catalog.FieldQuantity,
		"Price/dz":            "",
		"Price (per dozen)":   "",
		"Dozen Price":         "",
		"price_cents":         "",
		"Price (cents)":       "",
		"价格（分）":               "",
		"Price per case":      "",
		"Selling price / lb":  "",
		"Price (kg)":          "",
		"售价（整箱）":              "",
		"Cost/carton":         "",
		"Inventory (cases)":   "",
		"Stock, boxes":        "",
		"On hand (lb)":        "",
		"Quantity in cartons": "",
	} {
		h := parseHeader(header)
		c, _ := lookup(&h)
		if c.field != want {
			t.Errorf("%s: field %q, want %q", header, c.field, want)
		}
		if want == "" && c.apart && isSupplierPrice(&h) {
			t.Errorf("%s may become the cost", header)
		}
	}
}
