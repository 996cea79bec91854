package sheet_test

import (
	"testing"
	"time"

	"tradewind.app/catalog/sheet"
)

// sales are lists with sale prices, read on the 15th of May 2026.
var sales = []struct{ name, csv, want, problems string }{
	{
		"nothing on sale", "SKU,Price,Sale Price\nA,14,0\nB,15,0.00\nC,16,\nD,17,-\nE,18,n/a\nF,19,$0.00\n",
		"price=14 | price=15 | price=16 | price=17 | price=18 | price=19", "",
	},
	{"nothing on sale in Poland", "SKU,Price,Sale Price\nA,14 zł,0.00 zł\n", "price=14 zł", ""},
	{"nothing on sale in India", "SKU,Price,Sale Price\nA,₹14,₹0\n", "price=₹14", ""},
	{"nothing on sale, in small letters", "SKU,Price,Sale Price\nA,14 usd,0.00 usd\nB,15 usd,-0.00 usd\n", "price=14 usd | price=15 usd", ""},
	{"the dash of an accounting format", "SKU,Price,Sale Price\nA,$14.00,$ -\n", "price=$14.00", ""},
	{"in German", "Artikelnummer;Preis;Sonderpreis\nA;14,00;0,00\nB;15,00;12,00\n", "price=14,00 | price=12,00 compare_at=15,00", ""},
	{"on sale", "SKU,Price,Sale Price\nA,16,12\n", "price=12 compare_at=16", ""},
	{"a sale alone", "SKU,Title,Sale Price\nA,Mug,12\n", "price=12", ""},
	{"above and equal", "SKU,Regular Price,Sale Price\nA,20,35\nB,20,20\n", "price=20 | price=20", "2 sale-above-regular"},
	{
		"switched off", "SKU,Price,Sale Price,On Sale\nA,40,32,No\nB,40,32,Yes\nC,40,32,\nD,40,32,FALSE\nE,40,32,1\n",
		"price=40 | price=32 compare_at=40 | price=40 | price=40 | price=32 compare_at=40", "",
	},
	{
		"by its dates", "SKU,Price,Special Price,Special Price From Date,Special Price To Date\nA,40,32,2026-05-01,2026-05-31\nB,40,32,2026-05-01,2026-05-14\nC,40,32,6/1/2026,\nD,40,32,,5/15/2026\nE,40,32,soon,\n",
		"price=32 compare_at=40 | price=40 | price=40 | price=32 compare_at=40 | price=40", "6 sale-date-unreadable",
	},
	{
		"both dates in a cell", "SKU,Price,Sale Price,sale_price_effective_date\nA,40,32,2026-05-01T00:00-0800/2026-05-31T00:00-0800\nB,40,32,2025-05-01T00:00-0800/2025-05-31T00:00-0800\n",
		"price=32 compare_at=40 | price=40", "",
	},
	{
		"beside a list price", "SKU,Price,Retail Price,Sale Price\nA,25,30,20\nB,14,0,0\n",
		"price=20 compare_at=30 | price=14", "",
	},
	{"below zero", "SKU,Price,Sale Price\nA,25,-5\n", "price=25", "2 sale-unreadable"},
	{"in another currency", "SKU,Price,Sale Price\nA,20 EUR,25 USD\n", "price=25 USD compare_at=20 EUR", ""},
	{"unreadable", "SKU,Price,Sale Price\nA,25,see shop\n", "price=25", "2 sale-unreadable"},
}

func TestSales(t *testing.T) {
	now := time.Date(2026, 5, 15, 12, 0, 0, 0, time.Local)
	for _, test := range sales {
		t.Run(test.name, func(t *testing.T) {
			got, _ := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{Defaults: shop, Now: now})
			numbers, problems := numbersOf(got)
			if numbers != test.want || problems != test.problems {
				t.Errorf("got  %q\n     %q\nwant %q\n     %q", numbers, problems, test.want, test.problems)
			}
		})
	}
}

func TestSalesOfWooCommerce(t *testing.T) {
	got, b := importRows(t, writeCSV(t, "list.csv", "ID,Type,SKU,Name,Regular price,Sale price,Date sale price starts,Date sale price ends\n1,simple,A,Mug,40,32,,2026-05-01\n2,simple,B,Cup,40,32,,2026-06-01\n"),
		sheet.Options{Now: time.Date(2026, 5, 15, 12, 0, 0, 0, time.Local)})
	if numbers, _ := numbersOf(got); numbers != "price=40 | price=32 compare_at=40" {
		t.Errorf("got %q", numbers)
	}
	for _, p := range b.Summary().Problems {
		if p.Code == "sale-off" && p.Args["list"] == "2" {
			return
		}
	}
	t.Errorf("the sale that is over is not reported: %v", b.Summary().Problems)
}

func TestOptionNamesNeedNotBeRepeated(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "list.csv", `Title,SKU,Option Name 1,Option Value 1,Option Name 2,Option Value 2,Price
Vase,V-S,Size,Small,Glaze,Blue,40
,V-L,,Large,,Blue,60
,V-M,,Medium,,Green,50
Bowl,B-1,Color,Red,,,9
`), sheet.Options{})
	wantDrafts(t, got, `
option1_name=Size option2_name=Glaze title=Vase
- option1=Small option2=Blue price=40 sku=V-S
- option1=Large option2=Blue price=60 sku=V-L
- option1=Medium option2=Green price=50 sku=V-M
option1_name=Color title=Bowl
- option1=Red price=9 sku=B-1`)
}

func TestSeveralPicturesInACellOfShopify(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "list.csv", `Handle,Title,Option1 Name,Image Src,Variant Price,Weight
mug,Mug,Title,"https://s.example/a.jpg, https://s.example/b.jpg",9,8
cup,Cup,Title,"https://s.example/c.jpg;https://s.example/d,e.jpg",9,12 oz
`), sheet.Options{})
	wantDrafts(t, got, `
handle=mug title=Mug
- price=9 weight=8
* https://s.example/a.jpg
* https://s.example/b.jpg
handle=cup title=Cup
- price=9 weight=12 oz
* https://s.example/c.jpg
* https://s.example/d,e.jpg`)
}
