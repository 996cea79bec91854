package sheet_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// amounts are lists with numbers that could be read in several ways: what becomes
// of the first three products, and the problems with the row they stand in.
var amounts = []struct{ name, csv, want, problems string }{
	{
		"a point groups thousands where commas are decimal", "SKU;Title;Price\nA;Pot;12,50\nB;Urn;1.299,00\nC;Tray;1.299\n",
		"price=12,50 | price=1.299,00 | price=1299", "",
	},
	{
		"the evidence may stand in another column, behind the number", "SKU;Price;Cost\nA;2.450;1,10\nB;1.299;0,95\nC;899;1,00\n",
		"price=2450 cost=1,10 | price=1299 cost=0,95 | price=899 cost=1,00", "",
	},
	{
		"nothing tells", "SKU,Title,Price\nA,Pot,1.299\nB,Urn,899\nC,Tray,2.499\n",
		" | price=899 | ", "2 number-ambiguous, 4 number-ambiguous",
	},
	{
		"points are decimal", "SKU,Title,Price\nA,Pot,1.299\nB,Urn,8.99\nC,Tray,\"1,299\"\n",
		"price=1.299 | price=8.99 | price=1299", "",
	},
	{
		"both are met", "SKU,Title,Price\nA,Pot,\"12,50\"\nB,Urn,8.99\nC,Tray,1.299\n",
		"price=12,50 | price=8.99 | ", "3 decimal-sign-differs, 4 number-ambiguous",
	},
	{
		"three decimals of more than 999", "SKU,Title,Price\nA,Pot,1299.125\nB,Urn,\"1,299\"\n",
		"price=1299.125 | price=1299", "",
	},
	{"a comma alone groups thousands where commas part the cells", "SKU,Title,Price\nA,Pot,\"1,299\"\n", "price=1299", ""},
	{"a comma that may be either, where semicolons part the cells", "SKU;Title;Price\nA;Pot;1,299\n", "", "2 number-ambiguous"},
	{
		"a program writes points", "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\npot,Pot,Title,Default Title,A,1.299\n",
		"price=1.299", "",
	},
	{"less than 1", "SKU,Title,Price\nA,Clip,0.125\nB,Pin,0.250\n", "price=0.125 | price=0.250", ""},
	{
		"a comma in a file of semicolons", "SKU;Title;Price\nA;Pot;1,299\nB;Urn;899\n",
		" | price=899", "2 number-ambiguous",
	},
	{
		"a sign mistyped in one column puts no other in doubt", "SKU,Price,Weight (lb)\nA,12.50,1.250\nB,\"13,50\",2.125\n",
		"price=12.50 weight=1.25 lb | price=13,50 weight=2.125 lb", "3 decimal-sign-differs",
	},
	{
		"a digit is missing", "SKU,Title,Price\nA,Pot,$ 12.00\nB,Urn,\"$1,20\"\nC,Tray,\"$1,200.00\"\n",
		"price=$ 12.00 | price=$1,20 | price=$1,200.00", "3 decimal-sign-differs",
	},
	{
		"a column that nobody knows tells", "SKU;Weight (g);Mystery\nA;85;4,90\nB;1.450;1.149,00\nC;12.800;610,00\n",
		"weight=85 g | weight=1450 g | weight=12800 g", "",
	},
	{
		"dates and versions tell nothing", "SKU,Weight (kg),Added,Version\nA,1.250,12.05.2026,1.2.34\nB,2.125,13.05.2026,1.2.35\n",
		"weight=1.25 kg | weight=2.125 kg", "",
	},
	{
		"grams in a file of semicolons", "SKU;Weight (g)\nA;85\nB;1.450\n",
		"weight=85 g | ", "3 number-ambiguous",
	},
	{
		"a stock of thousands", "SKU;Stock;Price\nA;1.000;3,50\nB;25;4,00\n",
		"quantity=1000 price=3,50 | quantity=25 price=4,00", "",
	},
	{
		"a weight with three decimals", "SKU,Weight (kg)\nA,1.250\nB,2.125\n",
		"weight=1.25 kg | weight=2.125 kg", "",
	},
	{
		"a weight among decimal commas", "SKU;Weight (kg)\nA;1,250\nB;0,5\n",
		"weight=1.25 kg | weight=0.5 kg", "",
	},
	{
		"a currency that is not known", "SKU,Price,Cost,Currency\nA,10,5,XYZ\nB,10,5,Peso\nC,€10,5,Peso\n",
		" |  | price=€10", "2 currency-unknown, 3 currency-unknown, 4 currency-unknown",
	},
	{
		"currencies by name and sign", "SKU,Price,Currency\nA,10,Euros\nB,10,US Dollars\nC,$10,CAD\n",
		"price=10 EUR | price=10 USD | price=10 CAD", "",
	},
	{
		"a sign in the header is the row's currency", "SKU,Price ($),Currency\nA,10,CAD\nB,12,AUD\nC,9,\n",
		"price=10 CAD | price=12 AUD | price=9 USD", "",
	},
	{
		"the header's code and the row's differ", "SKU,Price (USD),Currency\nA,10,EUR\nB,12,EUR\n",
		"price=10 USD | price=12 USD", "2 currency-differs",
	},
	{
		"the header names a currency that is not known", "SKU,Price (XYZ),Stock\nA,10,1\nB,$12,2\n",
		"quantity=1 | quantity=2", "2 currency-unknown, 3 currency-unknown",
	},
	{
		"the header says peso", "SKU,Price (pesos)\nA,10\nB,12 USD\n",
		" | price=12 USD", "2 currency-unknown",
	},
	{
		"terms and taxes are no currency", "SKU,Price (FOB),Cost (VAT)\nA,10,5\n",
		"price=10 cost=5", "",
	},
	{
		"the currency stands before the name", "SKU,USD Unit Retail Price\nA,10\n",
		"price=10 USD", "",
	},
	{"the currency stands before a name of one word", "SKU,EUR Price,EUR Cost\nA,10,4\n", "price=10 EUR cost=4 EUR", ""},
	{
		"units of the row", "SKU,Weight,Weight Unit\nA,3,kg\nB,4,furlong\nC,5 oz,kg\n",
		"weight=3 kg |  | weight=5 oz", "3 unit-unknown",
	},
	{"a column called grams", "SKU,Grams\nA,300\n", "weight=300 g", ""},
	{
		"stock of at least", "SKU,Stock\nA,10+\nB,>50\nC,In stock\n",
		"quantity=10 | quantity=50 | quantity=In stock", "2 quantity-at-least, 3 quantity-at-least",
	},
	{
		"pieces, boxes and parts of a piece", "SKU,Stock\nA,12 ea\nB,7 cs\nC,12.5\nD,1e3\nE,\"1,200 pcs\"\nF,3 件\nG,8.0\n",
		"quantity=12 |  |  |  | quantity=1200 | quantity=3 | quantity=8.0", "3 quantity-unreadable, 4 quantity-unreadable, 5 quantity-unreadable",
	},
	{
		"the currency of the price is that of the row", "SKU,Price EUR,Compare at,Cost\nA,\"89,00\",\"99,00\",\"40,50\"\nB,10,,£5\n",
		"price=89 EUR compare_at=99 EUR cost=40.5 EUR | price=10 EUR cost=£5", "3 currencies-mixed",
	},
	{
		"the currency of a price in its cell", "SKU,Price,MSRP,Cost\nA,€89.00,99.00,\nB,10,€12,5\nC,8,9,€4\n",
		"price=€89.00 compare_at=99 EUR | price=10 EUR compare_at=€12 cost=5 EUR | price=8 compare_at=9 cost=€4", "4 currencies-mixed, 4 currencies-mixed",
	},
	{
		"what is no amount is in no currency", "SKU,Price (EUR)\nA,12\nB,Not found\n", "price=12 EUR | price=Not found", "",
	},
	{
		"a slip of a currency is told once", "SKU,Price\nA,$12.00\nB,£9\nC,£8\nD,US$7\n",
		"price=$12.00 | price=£9 | price=£8 | price=US$7", "3 currencies-mixed",
	},
	{
		"currencies in headers, beside other words", "SKU,Price CAD $,Cost (€/Stk),Compare at (USD/EA)\nA,10,4,12\n",
		"price=10 CAD cost=4 EUR compare_at=12 USD", "",
	},
	{"a sign that is not known", "SKU,Price ₱\nA,10\n", "", "2 currency-unknown"},
	{"a word that may be a currency", "SKU,Price (Doubloons)\nA,10\nB,12\n", "price=10 | price=12", "2 currency-unclear"},
	{"a word that is a place", "SKU,Price [Boston],Stock [Boston],Cost (net)\nA,10,3,5\n", "price=10 quantity=3 cost=5", ""},
	{"a column of currencies by its short name", "SKU,Price,Curr\nA,10,Crowns\nB,12,EUR\n", " | price=12 EUR", "2 currency-unknown"},
	{"codes that were made dates", "SKU\n1-Mar\nMar-24\nMAR-24\n3-MAR\nM-24\n", " |  |  |  | ", "2 code-like-date, 3 code-like-date"},
	{"a blank text is no code", "SKU,Barcode\nA,\"=\"\"\"\"\"\nB,4006381333931\n", " | gtin=4006381333931", ""},
	{"placeholders are no codes", "SKU,Barcode\nA,Does not apply\nB,0000000000000\nC,N/A\n", " |  | ", ""},
}

// numbersOf lists the numbers of the import rows, one beside the next, and the
// lines of their problems.
func numbersOf(all []catalog.ImportRow) (numbers, problems string) {
	var ns, ps []string
	for _, d := range all {
		var texts []string
		for _, v := range d.Variants {
			for _, value := range v.Values {
				if value.Field != catalog.FieldSKU {
					texts = append(texts, string(value.Field)+"="+value.Text)
				}
			}
		}
		ns = append(ns, strings.Join(texts, " "))
		for _, p := range d.Problems {
			_, line, _ := strings.Cut(string(p.Place), ":")
			ps = append(ps, line+" "+p.Code)
		}
	}
	return strings.Join(ns, " | "), strings.Join(ps, ", ")
}

func TestAmounts(t *testing.T) {
	for _, test := range amounts {
		t.Run(test.name, func(t *testing.T) {
			got, _ := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{Defaults: shop})
			numbers, problems := numbersOf(got)
			if numbers != test.want || problems != test.problems {
				t.Errorf("got  %q\n     %q\nwant %q\n     %q", numbers, problems, test.want, test.problems)
			}
		})
	}
}

// TestDollarsOfTheShop reads a $ as the shop's own, where that is written with one.
func TestDollarsOfTheShop(t *testing.T) {
	canada := shop
	canada.Currency = "CAD"
	got, b := importRows(t, writeCSV(t, "list.csv", "SKU,Price ($),Cost\nA,10,$5\n"), sheet.Options{Defaults: canada})
	if numbers, _ := numbersOf(got); numbers != "price=10 CAD cost=$5" {
		t.Errorf("got %q", numbers)
	}
	if got := lines(b.Summary().Assumptions); !slices.Contains(got, "currency CAD sign 1: Price ($)") {
		t.Errorf("the sign is not among the assumptions: %q", got)
	}
}

func TestPlaceholdersAreReported(t *testing.T) {
	_, b := importRows(t, writeCSV(t, "list.csv", "SKU,Title,UPC\nA,Boot,Does not apply\nB,Lace,n/a\n"), sheet.Options{})
	for _, p := range b.Summary().Problems {
		if p.Code == "code-placeholder" && p.Args["count"] == "2" && p.Args["column"] == "UPC" {
			return
		}
	}
	t.Errorf("not reported: %v", b.Summary().Problems)
}

// TestNumbersOfCells reads numbers of a workbook, whose formats name units: the
// cell's own is nearer than the header's.
func TestNumbersOfCells(t *testing.T) {
	path := writeBook(t, bookSheet{name: "List", rows: [][]any{{"SKU", "Price (USD)", "Weight (lb)"}, {"A", 10, 3}, {"B", 12, 4}}, also: nil})
	got, _ := importRows(t, path, sheet.Options{Defaults: shop})
	if numbers, _ := numbersOf(got); numbers != "price=10 USD weight=3 lb | price=12 USD weight=4 lb" {
		t.Errorf("got %q", numbers)
	}
}
