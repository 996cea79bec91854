package workspace_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
)

// headsIn are the heads that the window gives, in a language.
func headsIn(l text.Language) workspace.RefusedHeads {
	say := text.For(l)
	return workspace.RefusedHeads{Place: say.Say("refused-place"), Reason: say.Say("refused-reason")}
}

var heads = headsIn(text.English)

// refusedFile imports a list and returns the workbook of its refused rows.
func refusedFile(t *testing.T, name, content string) [][]string {
	t.Helper()
	w := shop(t)
	r := workspace.ImportRequest{File: file(t, name, content)}
	result := importFile(t, w, r)
	path := filepath.Join(t.TempDir(), "refused.xlsx")
	n, err := workspace.SaveRefused(t.Context(), r, result, heads, text.For(text.English).Problem, path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	if n != len(rows)-1 || n != result.Refused {
		t.Errorf("told %d rows, wrote %d, refused %d", n, len(rows)-1, result.Refused)
	}
	for row := range rows {
		for column := range rows[row] {
			cell, _ := excelize.CoordinatesToCellName(column+1, row+1)
			kind, err := f.GetCellType("Sheet1", cell)
			if err != nil || kind != excelize.CellTypeSharedString && rows[row][column] != "" {
				t.Errorf("%s is of type %v (%v), want text", cell, kind, err)
			}
		}
	}
	return rows
}

func TestRefusedRowsHaveTheirPlaceReasonAndValues(t *testing.T) {
	rows := refusedFile(t, "list.csv", "SKU,Title,Price,Lot\nA-1,Soap,9.50,007\nA-2,Balm,12.3.4,=1+1\nA-1,Soap again,9.50,009\n,,5.00,010\n")
	if want := []string{"Refused at", "Refused because", "SKU", "Title", "Price", "Lot"}; !slices.Equal(rows[0], want) {
		t.Errorf("header %q, want %q", rows[0], want)
	}
	if len(rows) != 4 {
		t.Fatalf("%d rows, want three below the header: %q", len(rows)-1, rows)
	}
	if got, want := rows[1][2:], []string{"A-2", "Balm", "12.3.4", "=1+1"}; !slices.Equal(got, want) {
		t.Errorf("values %q, want %q", got, want)
	}
	if rows[2][0] != "list.csv:4" || rows[2][1] == "" || rows[2][5] != "009" {
		t.Errorf("the second refused row is %q, want list.csv:4 with a reason and 009", rows[2])
	}
}

func TestRefusedProductLeavesAllItsRows(t *testing.T) {
	rows := refusedFile(t, "list.csv", "Handle,SKU,Title,Status,Color,Price\nsoap,B-1,Soap,active,Red,x1y\nsoap,B-2,Soap,active,Blue,x2y\nbalm,B-3,Balm,active,Red,3\n")
	if len(rows) != 3 || rows[1][3] != "B-1" || rows[2][3] != "B-2" {
		t.Errorf("rows %q, want B-1 and B-2", rows)
	}
}

func TestRefusedRowsReplaceNoFile(t *testing.T) {
	w := shop(t)
	r := workspace.ImportRequest{File: file(t, "list.csv", "SKU,Title,Price\nA-2,Balm,12.3.4\n")}
	result := importFile(t, w, r)
	there := file(t, "refused.xlsx", "mine")
	_, err := workspace.SaveRefused(t.Context(), r, result, heads, text.For(text.English).Problem, there)
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want that the file exists", err)
	}
}

func TestRefusedRowsComeInAgainWithoutTheirReasons(t *testing.T) {
	for _, language := range []text.Language{text.English, text.Chinese} {
		w := shop(t)
		r := workspace.ImportRequest{File: file(t, "list.csv", "SKU,Title,Price\nA-2,Balm,12.3.4\n")}
		path := filepath.Join(t.TempDir(), "refused.xlsx")
		if _, err := workspace.SaveRefused(t.Context(), r, importFile(t, w, r), headsIn(language), text.For(language).Problem, path); err != nil {
			t.Fatal(err)
		}
		mend(t, path, "E2", "12.34")
		importFile(t, w, workspace.ImportRequest{File: path})
		if p := product(t, w, "A-2"); len(p.Attributes) != 0 || p.Variants[0].Price.String() != "12.34 USD" {
			t.Errorf("%s: price %s and attributes %v; want 12.34 USD and none", language, p.Variants[0].Price, p.Attributes)
		}
	}
}

// mend puts a text into a cell, as a person would in Excel.
func mend(t *testing.T, path, cell, value string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.SetCellStr("Sheet1", cell, value), f.Save(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestRefusedRowsOfSeveralSheets: a row of the second sheet is not that of the
// first with the same number, and its cells stand under the first one's columns.
func TestRefusedRowsOfSeveralSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for name, rows := range map[string][][]any{
		"Sheet1": {{"SKU", "Title", "Price"}, {"A-1", "Mug", 5}, {"A-2", "Cup", 6}},
		"Sheet2": {{"Title", "Price", "SKU"}, {"Bowl", 7, "B-1"}, {"Cup again", 8, "A-2"}},
	} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			if err := f.SetSheetRow(name, "A"+strconv.Itoa(i+1), &rows[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	content, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	rows := refusedFile(t, "list.xlsx", content.String())
	if len(rows) != 2 || rows[1][0] != "list.xlsx!Sheet2!A3" || !slices.Equal(rows[1][2:], []string{"A-2", "Cup again", "8"}) {
		t.Errorf("got rows %q, want A-2 of Sheet2", rows)
	}
}
