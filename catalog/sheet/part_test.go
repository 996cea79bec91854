package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog/sheet"
)

// sheetsOf writes a summary's sheets as "name rows/products", or "(name)" for one
// that was not read.
func sheetsOf(s sheet.Summary) string {
	var all []string
	for _, one := range s.Sheets {
		if one.Read {
			all = append(all, fmt.Sprintf("%s %d/%d", one.Name, one.Rows, one.Products))
		} else {
			all = append(all, "("+one.Name+")")
		}
	}
	return strings.Join(all, " ")
}

// TestSheetsAlike reads workbooks with several sheets: those with the same columns
// together, and the others named.
func TestSheetsAlike(t *testing.T) {
	header := []any{"SKU", "Title", "Price", "Case pack"}
	mugs := bookSheet{name: "Mugs", rows: [][]any{header, {"M-1", "Mug", 5, 6}, {"M-2", "Cup", 6, 6}, {"M-3", "Jug", 9, 2}}}
	for _, test := range []struct {
		name   string
		sheets []bookSheet
		want   string // the products
		read   string
		unread string // sheets that are warned of
	}{
		{"the same header", []bookSheet{mugs, {name: "Bowls", rows: [][]any{header, {"B-1", "Bowl", 7, 1}}}}, `
/Mug M-1=5
/Cup M-2=6
/Jug M-3=9
/Bowl B-1=7`, "Mugs 3/3 Bowls 1/1", ""},
		{"another order, lines above it, sections of its own, no column that is only kept", []bookSheet{mugs, {name: "碗", rows: [][]any{{"Spring 2026"}, {}, {"Price", "Title", "SKU"}, {nil, "SMALL"}, {7, "Bowl", "B-1"}, {"* net"}}}}, `
/Mug M-1=5
/Cup M-2=6
/Jug M-3=9
SMALL/Bowl B-1=7`, "Mugs 3/3 碗 3/1", ""},
		{"other columns", []bookSheet{mugs, {name: "Bowls", rows: [][]any{{"SKU", "Title", "Price", "Glaze"}, {"B-1", "Bowl", 7, "red"}}}}, `
/Mug M-1=5
/Cup M-2=6
/Jug M-3=9`, "Mugs 3/3 (Bowls)", "Bowls"},
		{"another currency", []bookSheet{
			{name: "US", rows: [][]any{{"SKU", "Title", "Price (USD)"}, {"M-1", "Mug", 5}, {"M-2", "Cup", 6}}},
			{name: "EU", rows: [][]any{{"SKU", "Title", "Price (EUR)"}, {"B-1", "Bowl", 7}}},
		}, `
/Mug M-1=5 USD
/Cup M-2=6 USD`, "US 2/2 (EU)", "EU"},
		{"hidden, outdated and explaining ones", []bookSheet{
			mugs,
			{name: "2024 old", rows: [][]any{header, {"B-1", "Bowl", 7, 1}}},
			{name: "Example", rows: [][]any{header, {"B-2", "Bowl", 7, 1}}},
			{name: "Bowls", rows: [][]any{header, {"B-3", "Bowl", 7, 1}}, also: func(f *excelize.File) { check(t, f.SetSheetVisible("Bowls", false)) }},
			{name: "Terms", rows: [][]any{{"All prices are net."}}},
		}, `
/Mug M-1=5
/Cup M-2=6
/Jug M-3=9`, "Mugs 3/3 (2024 old) (Example) (Bowls) (Terms)", "2024 old, Example, Bowls"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := writeBook(t, test.sheets...)
			got, b := importRows(t, path, sheet.Options{})
			if g, w := rowsAsProducts(got), strings.TrimSpace(test.want); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
			if g := sheetsOf(b.Summary()); g != test.read {
				t.Errorf("got sheets %s, want %s", g, test.read)
			}
			_, problems, err := b.Guess(sheet.Options{})
			check(t, err)
			var unread []string
			for _, p := range problems {
				if p.Code == "sheet-unread" {
					unread = append(unread, p.Args["sheet"])
				}
			}
			if g := strings.Join(unread, ", "); g != test.unread {
				t.Errorf("warned of %s, want %s", g, test.unread)
			}
			first := test.sheets[0]
			one, _ := importRows(t, path, sheet.Options{Sheet: first.name})
			if len(one) != len(first.rows)-1 {
				t.Errorf("the sheet named alone gives %d products, want %d", len(one), len(first.rows)-1)
			}
		})
	}
}

// TestSheetsAlikeTellWhere holds places, rows that are told and the rows themselves
// to their sheets.
func TestSheetsAlikeTellWhere(t *testing.T) {
	header := []any{"SKU", "Title", "Price"}
	path := writeBook(t, bookSheet{name: "A", rows: [][]any{header, {"M-1", "Mug", 5}, {"M-2", "Cup", 6}}},
		bookSheet{name: "B", rows: [][]any{{"Title", "SKU", "Price"}, {"Bowl", "B-1", 7}, {"* net"}}})
	got, b := importRows(t, path, sheet.Options{})
	if g, w := string(got[2].Place), "book.xlsx!B!A2"; g != w {
		t.Errorf("got place %s, want %s", g, w)
	}
	s := b.Summary()
	if len(s.Problems) != 1 || s.Problems[0].Code != "rows-note" || s.Problems[0].Place != "book.xlsx!B" {
		t.Errorf("got problems %+v, want the note of sheet B", s.Problems)
	}
	for _, a := range s.Assumptions {
		if a.Kind == sheet.AssumedSheet && (a.Value != "A, B" || len(a.Others) > 0) {
			t.Errorf("got %+v, want both sheets read", a)
		}
	}
	m, err := guess(t, path, sheet.Options{})
	check(t, err)
	var rows []string
	for row, err := range b.Rows(t.Context(), m) {
		check(t, err)
		rows = append(rows, string(row.Place)+" "+strings.Join(row.Cells, "|"))
	}
	want := "book.xlsx!A!A1 SKU|Title|Price book.xlsx!A!A2 M-1|Mug|5 book.xlsx!A!A3 M-2|Cup|6 book.xlsx!B!A1 SKU|Title|Price book.xlsx!B!A2 B-1|Bowl|7 book.xlsx!B!A3 |* net|"
	if g := strings.Join(rows, " "); g != want {
		t.Errorf("got %s\nwant %s", g, want)
	}
}
