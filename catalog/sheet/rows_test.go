package sheet_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// rowsAsProducts writes the import rows as lines of their titles and SKUs, with the
// category before them; a refused one is "refused" with its place.
func rowsAsProducts(got []catalog.ImportRow) string {
	var lines []string
	for _, d := range got {
		if d.Refused {
			lines = append(lines, "refused "+string(d.Place)+" "+d.Problems[0].Code)
			continue
		}
		line := strings.TrimSpace(catalog.Text(d.Values, catalog.FieldCategory) + "/" + catalog.Text(d.Values, catalog.FieldTitle))
		for _, v := range d.Variants {
			line += " " + catalog.Text(v.Values, catalog.FieldSKU) + "=" + catalog.Text(v.Values, catalog.FieldPrice)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// told writes the problems of a summary as "code list", but for the columns'.
func told(s sheet.Summary) string {
	var lines []string
	for _, p := range s.Problems {
		if !strings.HasPrefix(p.Code, "columns-") {
			lines = append(lines, p.Code+" "+p.Args["list"])
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestRowsBesideProducts reads lists with rows that are no products.
func TestRowsBesideProducts(t *testing.T) {
	for _, test := range []struct{ name, csv, want, told string }{
		{"sections where the table begins in the second column", ",SKU,Title,Price\n,KITCHEN,,\n,A-1,Pot,5\n,BATH,,\n,B-1,Soap,2\n", `
KITCHEN/Pot A-1=5
BATH/Soap B-1=2`, "rows-section 2, 4"},
		{"sections in a later column, repeated over merged cells", "SKU;Title;Price\n;Pots and pans;\nA-1;Pot;5\nLids;Lids;Lids\nB-1;Lid;2\n", `
Pots and pans/Pot A-1=5
Lids/Lid B-1=2`, "rows-section 2, 4"},
		{"as many sections and remarks as products", "SKU,Title,Price\nPots,,\nA-1,Pot,5\nLids,,\nB-1,Lid,2\n* net prices,,\nPage 1 of 1,,\n", `
Pots/Pot A-1=5
Lids/Lid B-1=2`, "rows-note 6 (* net prices), 7 (Page 1 of 1)\nrows-section 2, 4"},
		{"titles alone, more than the fuller rows", "SKU,Title\n,Tray\n,Bowl\n,Cup\nA-1,Pot\n", `
/Tray =
/Bowl =
/Cup =
/Pot A-1=`, ""},
		{"sections of two columns, one above another", "SKU,Title\n,Kitchen\n,Pots\nA-1,Pot\nA-2,Pan\n,Bath\nB-1,Soap\n", `
Pots/Pot A-1=
Pots/Pan A-2=
Bath/Soap B-1=`, "rows-section 2, 3, 6"},
		{"terms in the title's column of a short table", "Title,Price\nPot,5\nPan,6\nLid,\nAll prices are net,\n", `
/Pot =5
/Pan =6
/Lid =`, "rows-note 5 (All prices are net)"},
		{"terms as label and text, and an address", "SKU,Title,Brand,Price\nA-1,Pot,Alder,5\nTerms:,Net 30,,\nwww.alder.example,,,\n3,,,\n", `
/Pot A-1=5
/ 3=`, "rows-note 3 (Terms:), 4 (www.alder.example)"},
		{"a name at the end is no section", "SKU,Title,Price\nA-1,Pot,5\nSpring list\n,,\n", `
/Pot A-1=5`, "rows-note 3 (Spring list)"},
		{"sections with long names", "SKU,Title,Price\nCups of two sizes for 4 to 6 persons (under $10),,\nA-1,Pot,5\nPrices of these goods may be changed by us at any time,,\n", `
Cups of two sizes for 4 to 6 persons (under $10)/Pot A-1=5`, "rows-note 4 (Prices of these goods may be changed by …)\nrows-section 2"},
		{"boxes and zeros below the products", "SKU,Title,Price,Active,Total\nA-1,Pot,5,TRUE,5\n,,,FALSE,0\n,,,false,0.00\n,,,☐,#N/A\n", `
/Pot A-1=5`, "rows-blank 3, 4, 5"},
		{"a size of 0 is a variant", "Title,Size,SKU,Price\nTee,1,,5\n,0,,\n", `
/Tee =5 =`, ""},
		{"a comma in a text", "SKU,Title,Price,Quantity\nA-1,Pot,5,1\nA-2,Pan, red,6,2\nA-3,Cup,12,50,3\nA-4,Lid,7,4,\n", `
/Pot A-1=5
refused list.csv:3 cells-shifted
refused list.csv:4 cells-shifted
/Lid A-4=7`, ""},
		{"a comma in a text, the last cell blank", "SKU\tTitle\tPrice\tQuantity\nA-1\tPot\t5\t1\nA-2\tPan\tred\t6\t\nA-3\tCup\t7\t1\n", `
/Pot A-1=5
refused list.csv:3 cells-shifted
/Cup A-3=7`, ""},
		{"a text far right of the names", "SKU,Title,Price\nA-1,Pot,5\nA-2,Pan,6" + strings.Repeat(",", 600) + "x\nA-3,Cup,7\n", `
/Pot A-1=5
refused list.csv:3 cells-shifted
/Cup A-3=7`, ""},
		{"a cell too few, and a line that was broken", "SKU,Title,Description,Price,Quantity\nA-1,Pot,x,5,1\nA-2,Pan,6,2\nA-3,Cup,y,6,2\nA-4,Lid,Nice\nlid,7,3\nA-5,Jug,z\n", `
/Pot A-1=5
refused list.csv:3 cells-missing
/Cup A-3=6
/Lid A-4=
refused list.csv:6 cells-missing
/Jug A-5=`, "rows-short 3, 5, 6, 7"},
		{"all rows have a cell less than the names", "SKU,Title,Description,Colour,Price\nA-1,Pot,,5\nA-2,Pan,,6\n", `
/Pot A-1=
/Pan A-2=`, "rows-short 2, 3"},
		{"rows without their last blank cells, and names with a blank one", "SKU,Title,Price,Colour,\nA-1,Pot,5\nA-2,Pan,6,red\nA-3,Cup,7\n", `
/Pot A-1=5
/Pan A-2=6
/Cup A-3=7`, ""},
		{"a cell that has pushed a picture's address into the category", "Title,Price,Image,Category,Size\nPot,5,https://s.example/a.jpg,Pots,S\nJam,6,16 oz,https://s.example/b.jpg,\nPan,7,,Pans,M\n", `
Pots/Pot =5
refused list.csv:3 cells-displaced
Pans/Pan =7`, ""},
		{"words for a price, in rows that a program pads", "SKU,Title,Price\nA-1,Pot,5,\nA-2,Pan,ask us,\nA-3,Lid,7,\n", `
/Pot A-1=5
/Pan A-2=ask us
/Lid A-3=7`, ""},
		{"the foot of each page, and a note by its sign", "SKU,Title,Brand,Price\nPots:,,,\nA-1,Pot,Alder,5\nPage 1 of 2,,,\ncontinued on the next page,,,\nA-2,Pan,Alder,6\n*,net prices,,\n", `
Pots/Pot A-1=5
Pots/Pan A-2=6`, "rows-note 4 (Page 1 of 2), 5 (continued on the next page), 7 (*)\nrows-section 2"},
		{"rows below a refused one are not the product's above", "Title,Size,SKU,Price\nPot,S,A-1,5\nPan, red,S,B-1,6\n,M,B-2,7\n", `
/Pot A-1=5
refused list.csv:3 cells-shifted
/ B-2=7`, ""},
		{"a mark that opens a text and is not closed", "SKU,Title,Price\nA-1,Pot,5\nA-2,\"Pan 5\" wide,6\nA-3,\"Lid\",7\n", `
/Pot A-1=5
/"Pan 5" wide A-2=6
/Lid A-3=7`, "quotes-split 3"},
		{"a mark closed by that of another row", "SKU,Title,Price\nA-1,\"Pot,5\nA-2,Pan\",6\nA-3,Lid,7\n", "\n/Pot,5\nA-2,Pan A-1=6\n/Lid A-3=7", "quotes-joined 2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, b := importRows(t, writeCSV(t, "list.csv", test.csv), sheet.Options{})
			if g, w := rowsAsProducts(got), strings.TrimPrefix(test.want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
			if g := told(b.Summary()); g != test.told {
				t.Errorf("told\n%s\nwant\n%s", g, test.told)
			}
		})
	}
}

// TestRowsOfAWorkbook reads what only a workbook has: hidden rows, and cells beside
// the table.
func TestRowsOfAWorkbook(t *testing.T) {
	path := writeBook(t, bookSheet{
		name: "List",
		rows: [][]any{
			{"SKU", "Title", "Note", "Price", "Quantity"},
			{"A-1", "Pot", "x", 5, 1},
			{"A-2", "Pan", "a pan", "red", 6, 2}, // one column too far
			{"A-3", "Cup", "y", 7, 3, "sold out soon"},
			{"A-4", "Lid", "z", "on request", 3, "ask"},
			{nil, nil, "Spoons"},
			{"'00-A", "Spoon", "w", "'8", 3},
			{nil, nil, nil, false, false},
		},
		also: func(f *excelize.File) {
			check(t, f.SetRowVisible("List", 2, false))
			check(t, f.SetRowVisible("List", 4, false))
		},
	})
	got, b := importRows(t, path, sheet.Options{})
	if g, w := rowsAsProducts(got), "/Pot A-1=5\nrefused book.xlsx!List!A3 cells-shifted\n/Cup A-3=7\n/Lid A-4=on request\nSpoons/Spoon 00-A=8"; g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
	if g, w := told(b.Summary()), "rows-blank 8\nrows-hidden 2, 4\nrows-section 6"; g != w {
		t.Errorf("told\n%s\nwant\n%s", g, w)
	}
}

// TestTextMark: an apostrophe by which a program keeps a code as it is, is none of
// it; one of a text is.
func TestTextMark(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "list.csv", "SKU,Title,Barcode,Price\n'00101,'90s Tee,'012345678905,'12.50\n'AB-1,O'Hara's,,5\n=“00123”,z,,5\n'x',y,,5\n"), sheet.Options{})
	wantDrafts(t, got, `
title='90s Tee
- gtin=012345678905 price=12.50 sku=00101
title=O'Hara's
- price=5 sku=AB-1
title=z
- price=5 sku=00123
title=y
- price=5 sku='x'`)
}
