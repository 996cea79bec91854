package sheet_test

import (
	"slices"
	"testing"

	"tradewind.app/catalog/sheet"
)

// units are lists whose units stand in other places than the cells.
var units = []struct{ name, csv, want, assumed string }{
	{"a row of units", "SKU,Price,Weight,Length\n,CAD,g,cm\nA,20,300,30\n", "price=20 CAD weight=300 g length=30 cm", "unit g unit-row 1: Weight"},
	{"a row of units wins over the header", "SKU,Title,Weight (lb)\n,,(kg)\nA,Rug,3\n", "weight=3 kg", "unit kg unit-row 1: Weight (lb)"},
	{"a cell wins over the row of units", "SKU,Price,Weight\n,EUR,kg\nA,$5,12 oz\n", "price=5 USD weight=12 oz", "header 1"},
	{"a line above the table", "Spring list,,\nAll prices in CAD. Weights in grams.,,\nSKU,Price,Weight\nA,20,300\n", "price=20 CAD weight=300 g", "currency CAD settings 1: Price"},
	{"a label above the table", "Currency:,EUR,\nWeight unit,kg,\nSKU,Price,Weight\nA,20,3\n", "price=20 EUR weight=3 kg", "unit kg settings 1: Weight"},
	{"the header is nearer", "Prices in CAD,,\nSKU,Price (EUR),Cost\nA,20,5\n", "price=20 EUR cost=5 CAD", "currency EUR header 1: Price (EUR)"},
	{"the row is nearer", "Prices in CAD,,\nSKU,Price,Currency\nA,20,EUR\nB,21,\n", "price=20 EUR | price=21 CAD", "currency CAD settings 2: Price"},
	{"a label with an unknown currency", "Currency:,Doubloon,\nSKU,Title,Price\nA,Mug,20\n", "", "header 2"},
	{"a first product is no row of units", "SKU,Title,Weight\nA,Mug,g\nB,Cup,300 g\n", "weight=g | weight=300 g", "header 1"},
	{"dimensions in inches", "Dimensions in inches,,\nSKU,Length,Width\nA,20,5\n", "length=20 in width=5 in", "unit in settings 2: Length, Width"},
}

func TestUnitsBesideTheCells(t *testing.T) {
	metric := shop
	metric.LengthUnit = "cm"
	for _, test := range units {
		t.Run(test.name, func(t *testing.T) {
			got, b := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{Defaults: metric})
			if numbers, _ := numbersOf(got); numbers != test.want {
				t.Errorf("got %q, want %q", numbers, test.want)
			}
			if all := lines(b.Summary().Assumptions); !slices.Contains(all, test.assumed) {
				t.Errorf("%q is not among %q", test.assumed, all)
			}
		})
	}
}

func TestRowOfUnitsInAWorkbook(t *testing.T) {
	path := writeBook(t, bookSheet{name: "List", rows: [][]any{{"Weights in kg"}, {"SKU", "Name", "Price", "Weight", "Height"}, {nil, nil, "EUR", "g", "mm"}, {"A", "Mug", 12.5, 300, 95}}})
	got, _ := importRows(t, path, sheet.Options{Defaults: shop})
	if numbers, _ := numbersOf(got); numbers != "price=12.5 EUR weight=300 g height=95 mm" {
		t.Errorf("got %q", numbers)
	}
}

// TestRemarkSaysAnotherCurrency warns where a footnote contradicts what was assumed.
func TestRemarkSaysAnotherCurrency(t *testing.T) {
	_, b := importRows(t, writeCSV(t, "list.csv", "SKU,Title,Price\nA,Bowl,3.50\nB,Cup,4.50\n\"Note: all prices in CAD, subject to change\",,\n"), sheet.Options{Defaults: shop})
	for _, p := range b.Summary().Problems {
		if p.Code == "note-currency" && p.Place == "list.csv:4" && p.Args["value"] == "CAD" {
			return
		}
	}
	t.Errorf("not reported: %v", b.Summary().Problems)
}
