package sheet_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// meanings are lists whose columns mean something else than their names say at
// first sight: the fields of the columns that are no attributes.
var meanings = []struct{ name, csv, want string }{
	{
		"of two descriptions the short one", "Item Number,Long Description,Short Description,Your Cost,Suggested Retail\n10-100,A tray of walnut,Walnut Tray,11.25,24.99\n10-101,A tray of maple,Maple Tray,10.25,22.99\n",
		"Item Number=sku Long Description=description Short Description=title Your Cost=cost Suggested Retail=price",
	},
	{"a special is a flag, a price or a text", "SKU,Price,Sale,Special,Promo\nA,12,10,Summer edition,Yes\nB,13,11,,No\n", "SKU=sku Price=price Sale=sale_price Promo=on_sale"},
	{"dates and flags of a sale, in other words", "SKU,Price,Special Price,Special From,Special To,Discount Enabled\nA,12,10,2026-01-01,2026-02-01,enabled\n", "SKU=sku Price=price Special Price=sale_price Special From=sale_from Special To=sale_until Discount Enabled=on_sale"},
	{"for sale is not on sale", "SKU,Price,Available for sale [Main],For sale until sold\nA,12,Y,Y\n", "SKU=sku Price=price"},
	{"variations of a till, and a price each", "Item Name,Variation Name,SKU,Each\nMug,Red,A,9\nMug,Blue,B,9\n", "Item Name=title Variation Name=option1 SKU=sku Each=price"},
	{"an export in Russian", "Артикул,Имя,Короткое описание,Описание,Базовая цена,Категории\nA,Кружка,,Кружка из глины,9.50,Посуда\n", "Артикул=sku Имя=title Описание=description Базовая цена=price Категории=category"},
	{"an item that is a number", "Item,Desc,Price/ea,Case Price,Qty/Case\n1001,Brass hook,4,48,12\n1002,Iron hook,3,36,12\n", "Item=sku Desc=title Price/ea=price"},
	{"numbers alone are no names", "Product,Price\n1001,4\n1002,3\n", "Product=sku Price=price"},
	{
		"a point of sale with outlets", "id,handle,sku,name,supply_price,retail_price,track_inventory,inventory_Main_Outlet,inventory_Depot\n1,soap,S-1,Soap,2.00,6.50,1,12,30\n2,soap,S-2,Soap,2.00,6.75,1,3,0\n",
		"handle=handle sku=sku name=title supply_price=cost retail_price=price inventory_Main_Outlet=quantity inventory_Depot=quantity",
	},
	{
		"stock by warehouse, dashes", "SKU,Item,Price,Stock - Boston,Stock - Reno,Stock Alert\nA,Mug,5,3,4,2\n",
		"SKU=sku Item=title Price=price Stock - Boston=quantity Stock - Reno=quantity",
	},
	{"a total beside the warehouses", "SKU,Price,Qty East,Qty West,Total Qty\nA,5,3,4,7\n", "SKU=sku Price=price Total Qty=quantity"},
	{"yes and no is no stock", "SKU,Price,Stock,In Stock Qty\nA,5,Yes,12\nB,6,No,0\n", "SKU=sku Price=price In Stock Qty=quantity"},
	{"case packs are no stock", "SKU,Description,Case Qty,Pack Quantity,Price\nA,Felt hat,6,12,9.00\n", "SKU=sku Description=title Price=price"},
	{"price breaks", "Item #,Item Name,Qty 1-9,Qty 10-49,Qty 50+\n101,Brass Hook,4.00,3.50,3.00\n102,Iron Hook,3,2.75,2.50\n", "Item #=sku Item Name=title Qty 1-9=price"},
	{"price breaks beside a price", "SKU,Price,10+ pcs,50+ pcs\nA,4.00,3.50,3.00\n", "SKU=sku Price=price"},
	{"places in brackets", "SKU,Price,Stock (Boston),Stock (Reno),Stock (pcs)\nA,4.00,3,5,8\n", "SKU=sku Price=price Stock (Boston)=quantity Stock (Reno)=quantity"},
	{"quantities of price breaks", "SKU,Break Qty 1,Break Price 1,Break Qty 2,Break Price 2\nA,1,4.00,10,3.50\nB,1,5,12,4\n", "SKU=sku Break Price 1=price"},
	{"numbered quantities are no price breaks", "SKU,Title,Price,Qty 1,Qty 2\nA,Mug,4.00,3,5\n", "SKU=sku Title=title Price=price Qty 1=quantity"},
	{"price breaks in words", "SKU,Price for 1,Price for 100,Price for 500\nA,4,3,2\n", "SKU=sku Price for 1=price"},
	{"years are no price breaks", "SKU,Price 2025,Price 2026\nA,4.00,3.50\n", "SKU=sku Price 2025=price"},
	{"sizes are no price breaks", "SKU,Title,Price,2-4,5-6,7-8\nA,Tee,9.00,3,5,0\n", "SKU=sku Title=title Price=price"},
	{"wholesale beside retail", "SKU,Name,Wholesale,MSRP\nA,Hat,12.50,28\n", "SKU=sku Name=title Wholesale=cost MSRP=price"},
	{"wholesale alone", "SKU,Name,Wholesale\nA,Hat,12.50\n", "SKU=sku Name=title"},
	{
		"wholesale of a shop that sells to shops", "Product Name (English),Product Token,SKU,USD Unit Wholesale Price,USD Unit Retail Price,CAD Unit Retail Price\nHat,p_1,A,12.50,28,38\n",
		"Product Name (English)=title SKU=sku USD Unit Retail Price=price",
	},
	{"prices to others", "SKU,VIP Price,Dealer Price,Distributor Price,Price,Cost\nA,9,7,6,10,5\n", "SKU=sku Price=price Cost=cost"},
	{"short descriptions are the names", "Item #,Description,Case Pack,Wholesale\nFW-1,Felt Slipper,6,12.50\nFW-2,Felt Hat,12,9.00\n", "Item #=sku Description=title"},
	{"long descriptions are none", "SKU,Description\nA,\"A slipper of felt. It is warm, it is grey, and it is made by hand from the wool of sheep.\"\n", "SKU=sku Description=description"},
	{"an item that is a code", "Item,Description,Price\nAB-100,Brass hook,4\nAB-101,Iron hook,3\n", "Item=sku Description=title Price=price"},
	{
		"books of account", "Product/Service Name,Sales Description,Sales Price / Rate,Purchase Cost,Quantity On Hand,Preferred Vendor,Income Account\nMug,A mug,5,2,7,Kilnmoor,Sales\n",
		"Product/Service Name=title Sales Description=description Sales Price / Rate=price Purchase Cost=cost Quantity On Hand=quantity",
	},
	{
		"an auction house", "*Title,Custom label (SKU),*StartPrice,*Quantity,PicURL,P:UPC\nMug,A,5,7,https://s.example/a.jpg,Does not apply\n",
		"*Title=title Custom label (SKU)=sku *StartPrice=price *Quantity=quantity PicURL=images P:UPC=gtin",
	},
	{
		"German", "Artikelnummer;Bezeichnung;Beschreibung;Verkaufspreis;EK;Lagerbestand;Farbe;Gewicht (kg)\nA;Tasse;Eine Tasse;12,50;5,10;7;Rot;0,3\n",
		"Artikelnummer=sku Bezeichnung=title Beschreibung=description Verkaufspreis=price EK=cost Lagerbestand=quantity Farbe=option1 Gewicht (kg)=weight",
	},
	{
		"French", "Référence;Désignation;Prix de vente;Prix d'achat;Quantité;Taille;Poids (g)\nA;Tasse;12,50;5,10;7;M;300\n",
		"Référence=sku Désignation=title Prix de vente=price Prix d'achat=cost Quantité=quantity Taille=option1 Poids (g)=weight",
	},
	{
		"Spanish", "Código,Artículo,Descripción,Precio,Precio Costo,Existencias,Talla\nA,Taza,Una taza,12.50,5,7,M\n",
		"Código=sku Artículo=title Descripción=description Precio=price Precio Costo=cost Existencias=quantity Talla=option1",
	},
	{"a blank column of the field's own name", "SKU,Title,Price,Unit price\nA,Mug,,5\nB,Cup,,6\n", "SKU=sku Title=title Unit price=price"},
	{"the vendor's code is no brand", "SKU,Title,Vendor code,Vendor email\nA,Mug,KM-1,a@kilnmoor.example\n", "SKU=sku Title=title"},
	{"a link called title", "SKU,Product title,Title\nA,Mug,https://s.example/p/a\n", "SKU=sku Product title=title"},
	{"a date is no price", "SKU,Price,New price from\nA,5,2026-05-01\n", "SKU=sku Price=price"},
	{"descriptions of a distributor, some long", "Code,Description,Price\nP-1,Alder Box 20 / 16 GB,19.00\nP-2,\"Mini workstation, 14 cores, 32 GB of memory, 1 TB disk, graphics on board, wireless card, keyboard and mouse, no system A\",29.00\nP-3,Alder Cart 24 slots,39.00\nP-4,\"Mini workstation, 14 cores, 32 GB of memory, 1 TB disk, graphics on board, wireless card, keyboard and mouse, no system B\",49.00\nP-5,Alder Dock,59.00\n", "Code=sku Description=title Price=price"},
	{"the same in German", "Artikelnr;Beschreibung;Preis\nB-1;Bohrer 6 mm;19,00\nB-2;Mini workstation, 14 cores, 32 GB of memory, 1 TB disk, graphics on board, wireless card, keyboard and mouse, no system C;29,00\nB-3;Bohrer 8 mm;39,00\n", "Artikelnr=sku Beschreibung=title Preis=price"},
	{"descriptions that are mostly prose", "Code,Description,Price\nC-1,\"Mini workstation, 14 cores, 32 GB of memory, 1 TB disk, graphics on board, wireless card, keyboard and mouse, no system. It is quiet and small.\",1.00\nC-2,\"Mini workstation, 14 cores, 32 GB of memory, 1 TB disk, graphics on board, wireless card, keyboard and mouse, no system. It is loud.\",2.00\nC-3,\"Bowl\",3.00\nC-4,\"Mini workstation, 14 cores, 32 GB of memory, 1 TB disk, graphics on board, wireless card, keyboard and mouse, no system. It is blue.\",4.00\n", "Code=sku Description=description Price=price"},
}

func TestMeanings(t *testing.T) {
	for _, test := range meanings {
		t.Run(test.name, func(t *testing.T) {
			m, err := guess(t, writeCSV(t, "list.csv", test.csv), sheet.Options{Defaults: shop})
			check(t, err)
			var got []string
			for _, c := range m.Columns {
				if c.Reason != sheet.Kept && c.Field != sheet.Ignore {
					got = append(got, c.Header+"="+string(c.Field))
				}
			}
			if g := strings.Join(got, " "); g != test.want {
				t.Errorf("got  %s\nwant %s", g, test.want)
			}
		})
	}
}

func TestStockOfSeveralPlacesIsSummed(t *testing.T) {
	got, b := importRows(t, writeCSV(t, "list.csv", "SKU,Qty East,Qty West\nA,12,30\nB,3,\nC,5,ask us\nD,1,1\nE,2,2\nF,3,3\nG,4,4\n"), sheet.Options{})
	if numbers, problems := numbersOf(got); numbers != "quantity=42 | quantity=3 | quantity=5 | quantity=2 | quantity=4 | quantity=6 | quantity=8" || problems != "4 quantity-partial" {
		t.Errorf("got %q, %q", numbers, problems)
	}
	if got := lines(b.Summary().Assumptions); !slices.Contains(got, "sum quantity header: Qty East, Qty West") {
		t.Errorf("the sum is not among the assumptions: %q", got)
	}
}

func TestPriceBreaksAreKept(t *testing.T) {
	path := writeBook(t, bookSheet{name: "List", rows: [][]any{{"SKU", "Name", "1-11", "12-47", "48+"}, {"A", "Hook", 4.5, 4.25, 3.95}, {"B", "Rail", 9.5, 9, 8.75}}})
	got, b := importRows(t, path, sheet.Options{})
	wantDrafts(t, got, `
attr.12-47=4.25 attr.48+=3.95 title=Hook
- price=4.5 sku=A
attr.12-47=9 attr.48+=8.75 title=Rail
- price=9.5 sku=B`)
	if got := lines(b.Summary().Assumptions); !slices.Contains(got, "apart 2: 12-47, 48+") {
		t.Errorf("the other tiers are not among the assumptions: %q", got)
	}
}

// TestDoubtsComeFirst holds what a person is told before the import.
func TestDoubtsComeFirst(t *testing.T) {
	for _, test := range []struct{ name, csv, want string }{
		{"wholesale", "SKU,Name,Wholesale,Retail\nA,Hat,12,28\n", "wholesale-as-cost"},
		{"a price that comes of the price", "SKU,Title,Base Price,Charge,Total Price\nA,Belt,11,4,15\n", "price-beside"},
		{"a price before and after", "SKU,Title,Price,Discount,Final Price\nA,Lamp,100,20%,80\n", "price-beside"},
		{"stocks of two places", "SKU,Title,Low stock [Main],Low stock [Hill]\nA,One,1,2\n", ""},
		{"one name twice", "SKU,Title,Title,Price,Price\nA,One,Two,10,8\n", "columns-same-name columns-same-name"},
		{"stocks of places in brackets are summed", "SKU,Title,Stock (East),Stock (West)\nA,One,10,8\n", ""},
		{"the layout has a cost of its own", "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Wholesale Price\na,A,Size,S,A-1,9,4\n", ""},
		{"nothing odd", "SKU,Title,Cost,Price\nA,Hat,12,28\n", ""},
	} {
		b, err := openBook(t, writeCSV(t, "list.csv", test.csv), sheet.Options{})
		check(t, err)
		_, problems, err := b.Guess(sheet.Options{})
		check(t, err)
		var got []string
		for _, p := range problems {
			got = append(got, p.Code)
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %q, want %q", test.name, g, test.want)
		}
	}
}

func TestMostLackIsSaid(t *testing.T) {
	for _, test := range []struct{ name, csv, want string }{
		{"titles", "SKU,Price\nA,5\nB,6\n", "most-without-title"},
		{"prices", "SKU,Title,Preis netto\nA,Mug,5\nB,Cup,6\nC,Pot,7\n", "most-without-price"},
		{"codes", "Title,Price\nMug,5\nCup,6\n", "most-without-code"},
		{"a few", "SKU,Title,Price\nA,Mug,5\nB,Cup,\nC,,7\n", ""},
	} {
		_, b := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{})
		var got []string
		for _, p := range b.Summary().Lacks {
			if !p.Leads() || p.Severity != catalog.Warning {
				t.Errorf("%s does not lead", p.Code)
			}
			got = append(got, p.Code)
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %q, want %q", test.name, g, test.want)
		}
	}
}

func TestColumnsUnderGroups(t *testing.T) {
	for _, test := range []struct {
		name string
		rows [][]any
		want string
	}{
		{
			"dimensions",
			[][]any{{"Item", nil, "Price", nil, "Dimensions", nil, nil}, {"SKU", "Name", "Wholesale", "Retail", "L", "W", "H"}, {"A", "Crate", 10, 22, 12, 10, 8}, {"B", "Box", 5, 12, 6, 5, 4}},
			"sku title cost price length width height",
		},
		{
			"weights",
			[][]any{{"Item", nil, nil, "Weight (g)"}, {"SKU", "Name", "Price", "Net", "Gross"}, {"A", "Tea", 10, 100, 120}, {"B", "Salt", 5, 500, 520}},
			"sku title price weight attr.Gross Weight (g)",
		},
		{
			"a title is no group",
			[][]any{{"Spring list"}, {"SKU", "Name", "L", "Price"}, {"A", "Tee", 3, 9}, {"B", "Cap", 1, 5}},
			"sku title attr.L price",
		},
	} {
		m, err := guess(t, writeBook(t, bookSheet{name: "List", rows: test.rows}), sheet.Options{Defaults: shop})
		check(t, err)
		var got []string
		for _, c := range m.Columns {
			got = append(got, string(c.Field))
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %s, want %s", test.name, g, test.want)
		}
	}
}

func TestSeveralPicturesOfAVariant(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "list.csv", `Title,SKU,Color,Variant Image,Images
Mug,A,Red,https://s.example/r.jpg https://s.example/s.jpg,https://s.example/a b.jpg
Mug,B,Blue,"https://s.example/b.jpg, https://s.example/c.jpg",
`), sheet.Options{})
	wantDrafts(t, got, `
option1_name=Color title=Mug
- option1=Red sku=A image=https://s.example/r.jpg
- option1=Blue sku=B image=https://s.example/b.jpg
* https://s.example/a b.jpg
* https://s.example/s.jpg
* https://s.example/c.jpg`)
}
