package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// TestWorkbookCells reads cells whose look and value differ: each field takes the
// one that is right for it.
func TestWorkbookCells(t *testing.T) {
	path := writeBook(t, bookSheet{
		name: "Spring",
		rows: [][]any{
			{"SKU", "Name", "Barcode", "Price", "Cost", "Weight", "Qty", "Launched", "Discount"},
			{123, "Mug", int64(36000291452), 19.989999999999998, 4.166666666666667, 0.34, 12, 42906, 0.155},
			{45, "Bowl", int64(4006381333931), 1299, 88, 2, 3, 42907, 0.1},
		},
		also: func(f *excelize.File) {
			style(t, f, "A2", "00000")
			style(t, f, "A3", "00000")
			style(t, f, "C2", "000000000000")
			style(t, f, "C3", "0.00E+00")
			style(t, f, "D3", `[$€-407] #,##0.00`)
			style(t, f, "E3", `"$"#,##0.00`)
			style(t, f, "F2", `0.00" kg"`)
			style(t, f, "F3", `0" lb"`)
			style(t, f, "H2", "m/d/yy")
			style(t, f, "H3", "m/d/yy")
			style(t, f, "I2", "0%")
		},
	})
	got, _ := importRows(t, path, sheet.Options{})
	wantDrafts(t, got, `
attr.Discount=15.5% attr.Launched=2017-06-20 title=Mug
- cost=4.17 gtin=036000291452 price=19.99 quantity=12 sku=00123 weight=0.34 kg
attr.Discount=0.1 attr.Launched=2017-06-21 title=Bowl
- cost=$88 gtin=4006381333931 price=1299 EUR quantity=3 sku=00045 weight=2 lb`)
	if g, w := place(got[1], catalog.FieldPrice), catalog.Place("book.xlsx!Spring!D3"); g != w {
		t.Errorf("got place %q, want %q", g, w)
	}
}

func style(t *testing.T, f *excelize.File, cell, format string) {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	check(t, err)
	check(t, f.SetCellStyle("Spring", cell, cell, id))
}

func place(d catalog.ImportRow, f catalog.Field) catalog.Place {
	for _, v := range append(d.Values, d.Variants[0].Values...) {
		if v.Field == f {
			return v.Place
		}
	}
	return ""
}

func TestCellProblems(t *testing.T) {
	path := writeBook(t, bookSheet{
		name: "Spring",
		rows: [][]any{{"SKU", "Name", "Price", "Cost"}, {42906, "Mug", nil, nil}, {"B", "Bowl", 5, 4}},
		also: func(f *excelize.File) {
			style(t, f, "A2", "yyyy-mm-dd")
			check(t, f.SetCellFormula("Spring", "C2", "1+2"))
			check(t, f.SetCellDefault("Spring", "D2", "#N/A"))
		},
	})
	got, _ := importRows(t, path, sheet.Options{})
	want := map[string]catalog.Place{"code-as-date": "book.xlsx!Spring!A2", "formula-without-value": "book.xlsx!Spring!C2"}
	for code, at := range want {
		found := false
		for _, p := range got[0].Problems {
			found = found || p.Code == code && p.Place == at && p.Args["column"] != ""
		}
		if !found {
			t.Errorf("no %s at %s in %+v", code, at, got[0].Problems)
		}
	}
	if g := text(got[0], catalog.FieldSKU); g != "" {
		t.Errorf("the code that became a date came in as %q", g)
	}
}

func TestPicturesInCells(t *testing.T) {
	for _, name := range []string{"excel_place_in_cell_image.xlsx", "wps_dispimg_images.xlsx"} {
		path := sharedFile(t, "data", "inputs", name)
		o := sheet.Options{HeaderRow: sheet.NoHeader, Map: map[string]catalog.Field{"B": catalog.FieldTitle}}
		if name[0] == 'w' {
			o.Map = map[string]catalog.Field{"G": catalog.FieldTitle}
		}
		got, _ := importRows(t, path, o)
		if len(got) != 1 || len(got[0].Problems) != 1 || got[0].Problems[0].Code != "picture-in-cell" || len(got[0].Values) != 0 {
			t.Errorf("%s: got %+v, want a picture told and no text", name, got)
		}
	}
}

// TestDamageEndsTheStream cuts the sheet's end off: import rows that came before are
// followed by an error, never by silence.
func TestDamageEndsTheStream(t *testing.T) {
	rows := [][]any{{"SKU", "Name"}}
	for i := range 2000 {
		rows = append(rows, []any{i, "Mug"})
	}
	whole, err := os.ReadFile(writeBook(t, bookSheet{name: "Spring", rows: rows}))
	check(t, err)
	at := bytes.LastIndex(whole, []byte("xl/worksheets/sheet1.xml"))
	broken := bytes.Clone(whole)
	broken[bytes.Index(whole[:at], []byte("xl/worksheets/sheet1.xml"))+20000] ^= 0x10
	b, err := sheet.Open("broken.xlsx", bytes.NewReader(broken), int64(len(broken)), sheet.Options{})
	check(t, err)
	defer b.Close()
	m, _, err := b.Guess(sheet.Options{})
	check(t, err)
	n := 0
	for _, err = range b.ImportRows(context.Background(), m, sheet.Options{}) {
		n++
	}
	var refused *sheet.FormatError
	if !errors.As(err, &refused) || refused.Code != "file-damaged" {
		t.Errorf("after %d importRows: got %v, want file-damaged", n, err)
	}
}

func TestCancelEndsTheStream(t *testing.T) {
	content := "SKU,Name\n" + string(bytes.Repeat([]byte("A,Mug\n"), 5000))
	b, err := openBook(t, writeCSV(t, "long.csv", content), sheet.Options{})
	check(t, err)
	m, _, err := b.Guess(sheet.Options{})
	check(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err = range b.ImportRows(ctx, m, sheet.Options{}) {
		if n++; n == 10 {
			cancel()
		}
	}
	if !errors.Is(err, context.Canceled) || n > 1000 {
		t.Errorf("after %d importRows: got %v, want the context's error", n, err)
	}
}

func TestNoFileIsMistaken(t *testing.T) {
	for _, test := range []struct{ name, content, code string }{
		{"~$spring.xlsx", "xxx", "file-lock"},
		{"a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "format-xls"},
		{"a.xls", "<html><body><table><tr><td>SKU", "format-html"},
		{"a.xls", "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00", "format-html"},
		{"a.xls", "  \n<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "format-xml2003"},
		{"a.xml", "<?xml version=\"1.0\"?><products/>", "format-xml"},
		{"a.pdf", "%PDF-1.4", "format-binary"},
		{"a.csv", "\x89PNG\r\n\x1a\n", "format-binary"},
		{"a.xlsx", "PK\x03\x04 and no more", "file-damaged"},
		{"a.csv", "", "file-empty"},
	} {
		_, err := sheet.Open(test.name, bytes.NewReader([]byte(test.content)), int64(len(test.content)), sheet.Options{})
		var refused *sheet.FormatError
		if !errors.As(err, &refused) || refused.Code != test.code {
			t.Errorf("%s %.20q: got %v, want %s", test.name, test.content, err, test.code)
		}
	}
}

// TestOtherFormatsSayWhatToDo opens the real files that are not read.
func TestOtherFormatsSayWhatToDo(t *testing.T) {
	for name, code := range map[string]string{
		"cn_products_biff.xls": "format-xls", "spree_products_biff_formula.xls": "format-xls", "thai_product_template_biff.xls": "format-xls",
		"dips_products.ods": "format-ods", "derived_html_gb2312_named.xls": "format-html", "spreadsheetml2003_named.xls": "format-xml2003",
	} {
		_, err := openBook(t, sharedFile(t, "data", "inputs", name), sheet.Options{})
		var refused *sheet.FormatError
		if !errors.As(err, &refused) || refused.Code != code {
			t.Errorf("%s: got %v, want %s", name, err, code)
		}
	}
}

// TestFormulasNeverComputed: each formula without a value is reported at its cell, with
// <v></v> and without, and what the cell would have said is not made up.
func TestFormulasNeverComputed(t *testing.T) {
	path := writeBook(t, bookSheet{
		name: "Spring",
		rows: [][]any{
			{"SKU", "Name", "Price", "Qty", "Weight (g)"},
			{"A", "Mug", nil, nil, 300},
			{"B", "Bowl", 5, nil, nil},
			{"C", "Cup", 6, 2, 250},
		},
		also: func(f *excelize.File) {
			for _, cell := range []string{"C2", "D2", "D3", "E3"} {
				check(t, f.SetCellFormula("Spring", cell, "1+2"))
			}
		},
	})
	for name, file := range map[string]string{"no v": path, "an empty v": withEmptyValues(t, path)} {
		got, _ := importRows(t, file, sheet.Options{Defaults: shop})
		numbers, problems := numbersOf(got)
		wantNumbers, wantProblems := "weight=300 g | price=5 | price=6 quantity=2 weight=250 g", "formula-without-value"
		if numbers != wantNumbers {
			t.Errorf("%s: got %q, want %q", name, numbers, wantNumbers)
		}
		if n := strings.Count(problems, wantProblems); n != 4 {
			t.Errorf("%s: got %q, want four %s", name, problems, wantProblems)
		}
		for i, cells := range [][]string{{"C2", "D2"}, {"D3", "E3"}, nil} {
			var at []string
			for _, p := range got[i].Problems {
				at = append(at, string(p.Place[strings.LastIndex(string(p.Place), "!")+1:]))
			}
			if !slices.Equal(at, cells) {
				t.Errorf("%s: row %d: got problems at %v, want %v", name, i+2, at, cells)
			}
		}
	}
}

// withEmptyValues writes a workbook anew with <v></v> behind each formula, as programs do
// that compute nothing.
func withEmptyValues(t *testing.T, path string) string {
	t.Helper()
	r, err := zip.OpenReader(path)
	check(t, err)
	defer r.Close()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range r.File {
		in, err := part.Open()
		check(t, err)
		content, err := io.ReadAll(in)
		check(t, err)
		out, err := w.Create(part.Name)
		check(t, err)
		content = bytes.ReplaceAll(content, []byte(` t="str"><f>`), []byte("><f>")) // which says that a text was computed
		_, err = out.Write(bytes.ReplaceAll(content, []byte("</f>"), []byte("</f><v></v>")))
		check(t, err)
	}
	check(t, w.Close())
	to := filepath.Join(t.TempDir(), "book.xlsx")
	check(t, os.WriteFile(to, b.Bytes(), 0o600))
	return to
}
