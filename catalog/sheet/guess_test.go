package sheet_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// writeBook writes a workbook: sheets by name in order, rows of values, nil for a
// blank cell.
func writeBook(t testing.TB, sheets ...bookSheet) string {
	t.Helper()
	f := excelize.NewFile()
	for i, s := range sheets {
		if i == 0 {
			check(t, f.SetSheetName("Sheet1", s.name))
		} else {
			_, err := f.NewSheet(s.name)
			check(t, err)
		}
		for r, row := range s.rows {
			cell, err := excelize.CoordinatesToCellName(1, r+1)
			check(t, err)
			check(t, f.SetSheetRow(s.name, cell, &row))
		}
		if s.also != nil {
			s.also(f)
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	check(t, f.SaveAs(path))
	return path
}

type bookSheet struct {
	name string
	rows [][]any
	also func(*excelize.File)
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func guess(t testing.TB, path string, o sheet.Options) (sheet.Mapping, error) {
	t.Helper()
	b, err := openBook(t, path, o)
	check(t, err)
	m, _, err := b.Guess(o)
	return m, err
}

var products = [][]any{
	{"Supplier list, autumn"},
	{},
	{"SKU", "Name", "Price", "Notes"},
	{"A-1", "Mug", 12.5, "blue"},
	{"A-2", "Bowl", 30, nil},
}

func TestGuessChoosesSheet(t *testing.T) {
	path := writeBook(t,
		bookSheet{name: "Read me", rows: [][]any{{"How to fill in this list"}, {"Price", "in dollars"}}},
		bookSheet{name: "Example", rows: products},
		bookSheet{name: "Autumn", rows: products},
	)
	m, err := guess(t, path, sheet.Options{})
	check(t, err)
	if m.Sheet != "Autumn" || m.HeaderRow != 3 || m.FirstRow != 4 {
		t.Errorf("got sheet %q header %d first %d, want Autumn 3 4", m.Sheet, m.HeaderRow, m.FirstRow)
	}
	for _, wanted := range []string{"example", "2"} {
		if m, err = guess(t, path, sheet.Options{Sheet: wanted}); err != nil || m.Sheet != "Example" {
			t.Errorf("--sheet %s: got %q (%v), want Example", wanted, m.Sheet, err)
		}
	}
}

func TestGuessTellsWhy(t *testing.T) {
	path := writeCSV(t, "list.csv", "Article,Descripton,Aufnahme,Codes\nA-1,A mug,https://shop.example/a.jpg,4006381333931\nA-2,A bowl,https://shop.example/b.png?x=1,4006381333948\n")
	m, err := guess(t, path, sheet.Options{Map: map[string]catalog.Field{"b": catalog.FieldTitle}})
	check(t, err)
	for i, want := range []struct {
		field  catalog.Field
		reason sheet.Reason
	}{{catalog.FieldSKU, sheet.ByName}, {catalog.FieldTitle, sheet.Chosen}, {catalog.FieldImages, sheet.ByContent}, {catalog.FieldGTIN, sheet.ByContent}} {
		c := m.Columns[i]
		if c.Field != want.field || c.Reason != want.reason {
			t.Errorf("%s: got %s (%s), want %s (%s)", c.Header, c.Field, c.Reason, want.field, want.reason)
		}
	}
	if got, want := m.Columns[0].Samples, []string{"A-1", "A-2"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got samples %q, want %q", got, want)
	}
}

func TestGuessRefuses(t *testing.T) {
	path := writeBook(t, bookSheet{name: "Autumn", rows: products})
	for _, test := range []struct {
		options sheet.Options
		code    string
	}{
		{sheet.Options{Sheet: "Spring"}, "sheet-missing"},
		{sheet.Options{HeaderRow: 77}, "header-row-absent"},
		{sheet.Options{Map: map[string]catalog.Field{"Colour": catalog.FieldTitle}}, "column-unknown"},
		{sheet.Options{Map: map[string]catalog.Field{"SKU": "articel"}}, "field-unknown"},
	} {
		_, err := guess(t, path, test.options)
		var refused *sheet.FormatError
		if !errors.As(err, &refused) || refused.Code != test.code {
			t.Errorf("%+v: got %v, want %s", test.options, err, test.code)
		}
	}
}

func TestChosenColumnsReplaceGuessed(t *testing.T) {
	path := writeBook(t, bookSheet{name: "Autumn", rows: products})
	m, err := guess(t, path, sheet.Options{Map: map[string]catalog.Field{"Notes": catalog.FieldTitle, "name": sheet.Ignore, "C": "attr.Cost"}})
	check(t, err)
	want := []catalog.Field{catalog.FieldSKU, sheet.Ignore, "attr.Cost", catalog.FieldTitle}
	for i, w := range want {
		if m.Columns[i].Field != w {
			t.Errorf("column %s: got %s, want %s", m.Columns[i].Header, m.Columns[i].Field, w)
		}
	}
}

func TestNoHeader(t *testing.T) {
	path := writeCSV(t, "bare.csv", "A-1,Mug,12.5\nA-2,Bowl,30\n")
	o := sheet.Options{HeaderRow: sheet.NoHeader, Map: map[string]catalog.Field{"A": catalog.FieldSKU, "B": catalog.FieldTitle, "C": catalog.FieldPrice}}
	got, _ := importRows(t, path, o)
	if len(got) != 2 || text(got[0], catalog.FieldSKU) != "A-1" || text(got[1], catalog.FieldPrice) != "30" {
		t.Errorf("got %+v", got)
	}
}

// TestMappingIsRemembered maps a column once and reads the next file of the
// supplier, in which columns have moved.
func TestMappingIsRemembered(t *testing.T) {
	first := writeCSV(t, "may.csv", "Artikel,Bezeichnung,Preis\nA-1,Mug,12.5\n")
	m, err := guess(t, first, sheet.Options{Map: map[string]catalog.Field{"Artikel": catalog.FieldSKU, "Bezeichnung": catalog.FieldTitle, "Preis": catalog.FieldPrice}})
	check(t, err)
	kept, err := json.Marshal(m)
	check(t, err)
	var saved sheet.Mapping
	check(t, json.Unmarshal(kept, &saved))

	next, err := guess(t, writeCSV(t, "june.csv", "June list,,\nartikel , Bezeichnung,PREIS\nA-9,Bowl,7\n"), sheet.Options{HeaderRow: 2})
	check(t, err)
	if next.Fingerprint != saved.Fingerprint {
		t.Fatal("the layout is the same, but not the fingerprint")
	}
	next = next.Remember(saved)
	for i, want := range []catalog.Field{catalog.FieldSKU, catalog.FieldTitle, catalog.FieldPrice} {
		if c := next.Columns[i]; c.Field != want || c.Reason != sheet.Remembered {
			t.Errorf("%s: got %s (%s), want %s", c.Header, c.Field, c.Reason, want)
		}
	}
	if next.HeaderRow != 2 {
		t.Errorf("got header row %d, want 2", next.HeaderRow)
	}
}

func TestPreviewShowsTexts(t *testing.T) {
	path := writeBook(t, bookSheet{name: "Autumn", rows: products})
	b, err := openBook(t, path, sheet.Options{})
	check(t, err)
	m, _, err := b.Guess(sheet.Options{})
	check(t, err)
	rows, err := b.Preview(m, 2)
	check(t, err)
	want := []sheet.PreviewRow{{Number: 3, Place: "book.xlsx!Autumn!A3", Cells: []string{"SKU", "Name", "Price", "Notes"}}, {Number: 4, Place: "book.xlsx!Autumn!A4", Cells: []string{"A-1", "Mug", "12.5", "blue"}}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("got %+v, want %+v", rows, want)
	}
	if s := b.Sheets(); len(s) != 1 || s[0].Name != "Autumn" || s[0].Rows != 4 || s[0].More {
		t.Errorf("got sheets %+v", s)
	}
}

// FuzzGuess imports any bytes as a text file. Nothing may panic, and every row
// must be in a product or be told as skipped.
func FuzzGuess(f *testing.F) {
	f.Add([]byte("SKU,Title,Color\nA,Mug,Red\n,Mug,Blue\nTotal,,3\n"))
	f.Add([]byte("RICE,,\nName,Pack size,Price\nRICE,,\nBasmati,1 kg,$3\n"))
	f.Add([]byte("Handle,Title,Variant SKU,Option1 Name,Option1 Value,Image Src\nmug,Mug,,Size,S,a.jpg\nmug,,,,L,\n,,,,,b.jpg\n"))
	f.Add([]byte("ID,Type,SKU,Name,Parent,Attribute 1 name,Attribute 1 value(s)\n1,variable,T,Tee,,Color,\"Red, Blue\"\n2,variation,T-R,,id:1,Color,Red\n3,variation,,,X,Color,Red\n"))
	f.Add([]byte("title\tcid\tnum\tprice\tskuProps\tpicture\tpropAlias\tsku_barcode\nMug\t1\t2\t3\t9:1:A:20509:28381;1627207:-1;8:1::20509:1;\ta:1:0:|;b:2:0:20509:1|u;\t20509:1:L;\t;1\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := sheet.Open("fuzz.csv", bytes.NewReader(content), int64(len(content)), sheet.Options{})
		if err != nil {
			return
		}
		defer b.Close()
		m, _, err := b.Guess(sheet.Options{})
		if err != nil {
			return
		}
		rows := 0
		for d, err := range b.ImportRows(context.Background(), m, sheet.Options{Empty: sheet.EmptyRule(len(content) % 2)}) {
			if err != nil {
				return
			}
			rows += d.Rows
		}
		if s := b.Summary(); s.Rows != rows+s.Skipped {
			t.Fatalf("of %d rows %d are in products and %d skipped", s.Rows, rows, s.Skipped)
		}
	})
}

func TestHeaderFarDown(t *testing.T) {
	var rows [][]any
	for i := range 150 {
		rows = append(rows, []any{"Terms of delivery, paragraph", i})
	}
	rows = append(rows, []any{"SKU", "Name"}, []any{"A-1", "Mug"})
	path := writeBook(t, bookSheet{name: "Autumn", rows: rows}, bookSheet{name: "Empty"})
	got, _ := importRows(t, path, sheet.Options{HeaderRow: 151})
	if len(got) != 1 || text(got[0], catalog.FieldSKU) != "A-1" {
		t.Errorf("got %+v, want A-1", got)
	}
}

func TestFingerprint(t *testing.T) {
	same := sheet.Fingerprint([]string{"SKU", " Product  Name*", "", "Price"})
	for _, headers := range [][]string{{"sku", "Product name", "PRICE"}, {"ＳＫＵ", "product_name", "price "}} {
		if sheet.Fingerprint(headers) != same {
			t.Errorf("%q: another fingerprint", headers)
		}
	}
	for _, headers := range [][]string{{"SKU", "Price", "Product name"}, {"SKU", "Product name"}, {}, {"", "", "", ""}, {"", ""}} {
		if sheet.Fingerprint(headers) == same {
			t.Errorf("%q: the same fingerprint", headers)
		}
	}
}

// TestHiddenSheet: of two sheets alike the one that is shown is read, wherever it is and
// however long the hidden one; a hidden sheet is read where no shown one is a list.
func TestHiddenSheet(t *testing.T) {
	header := []any{"SKU", "Title", "Price"}
	short := [][]any{header, {"A", "Mug", 5}, {"B", "Cup", 6}, {"C", "Pot", 7}}
	long := [][]any{header}
	for i := range 15 {
		long = append(long, []any{fmt.Sprint("H-", i), fmt.Sprint("Old mug ", i), 4 + i})
	}
	hide := func(name string) func(*excelize.File) {
		return func(f *excelize.File) {
			f.SetActiveSheet(1)
			check(t, f.SetSheetVisible(name, false))
		}
	}
	for _, test := range []struct {
		name   string
		sheets []bookSheet
		want   string
	}{
		{"the shown one of two", []bookSheet{{name: "Archive", rows: long, also: func(*excelize.File) {}}, {name: "List", rows: short, also: hide("Archive")}}, "List"},
		{"the longer one, both shown", []bookSheet{{name: "Archive", rows: long}, {name: "List", rows: short}}, "Archive"},
		{"the only list", []bookSheet{{name: "Data", rows: long}, {name: "Read me", rows: [][]any{{"Ask for the list"}}, also: hide("Data")}}, "Data"},
	} {
		b, err := openBook(t, writeBook(t, test.sheets...), sheet.Options{})
		check(t, err)
		m, _, err := b.Guess(sheet.Options{})
		check(t, err)
		if m.Sheet != test.want {
			t.Errorf("%s: got sheet %q, want %q", test.name, m.Sheet, test.want)
		}
		for _, info := range b.Sheets() {
			if want := test.sheets[1].also != nil && info.Name == test.sheets[0].name; info.Hidden != want {
				t.Errorf("%s: %s hidden: got %v, want %v", test.name, info.Name, info.Hidden, want)
			}
		}
	}
}
