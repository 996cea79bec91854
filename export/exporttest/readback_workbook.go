package exporttest

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"tradewind.app/export"
)

// checkWorkbook reads a workbook with excelize, and with Python's openpyxl where that
// is installed.
func checkWorkbook(t *testing.T, paths []string, file *export.FileSpec, tables []table) {
	for _, path := range paths {
		sheets := map[string][][]string{}
		book := open(t, path)
		for _, name := range book.GetSheetList() {
			rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			sheets[name] = rows
		}
		sameSheets(t, "excelize", sheets, tables)
		python(t, path, func(t *testing.T) {
			var found map[string][][]string
			runPython(t, &found, pythonWorkbook, path)
			if found == nil {
				t.Skip("NOT TESTED: python3 has no openpyxl here; only excelize has read the file")
			}
			sameSheets(t, "openpyxl", found, tables)
		})
	}
}

func open(t *testing.T, path string) *excelize.File {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// pythonWorkbook prints the sheets of a workbook; null where there is no openpyxl.
const pythonWorkbook = `
import json, sys
try:
    import openpyxl
except ImportError:
    print("null")
    sys.exit()
def text(v):
    return "" if v is None else str(v).upper() if isinstance(v, bool) else str(v)
book = openpyxl.load_workbook(sys.argv[1])
json.dump({s.title: [[text(v) for v in row] for row in s.iter_rows(values_only=True)] for s in book}, sys.stdout)
`

// sameSheets compares sheets with the preview of their tables.
func sameSheets(t *testing.T, reader string, got map[string][][]string, tables []table) {
	t.Helper()
	if len(got) != len(tables) {
		t.Errorf("%s finds %d sheets, want %d", reader, len(got), len(tables))
	}
	for _, table := range tables {
		name := table.Name
		if name == "" {
			name = "Sheet1"
		}
		want := append(slices.Clone(table.view.Header), table.view.Rows...)
		rows := padded(got[name], want)
		for r := range rows {
			for c := range rows[r] {
				if r >= len(table.view.Header) && c < len(want[r]) {
					rows[r][c] = asWritten(&table.Columns[c], rows[r][c], want[r][c])
				}
			}
		}
		if !reflect.DeepEqual(rows, want) {
			t.Errorf("%s reads other rows in the sheet %s: %s", reader, name, firstDifference(rows, want))
		}
	}
}

// padded gives rows the empty cells at the end that readers leave out.
func padded(rows, like [][]string) [][]string {
	for r := range min(len(rows), len(like)) {
		for len(rows[r]) < len(like[r]) {
			rows[r] = append(rows[r], "")
		}
		for len(rows[r]) > len(like[r]) && rows[r][len(rows[r])-1] == "" {
			rows[r] = rows[r][:len(rows[r])-1]
		}
	}
	return rows
}

// asWritten is the text that was written where a cell means the same: 12.5 is 12.50,
// TRUE is yes.
func asWritten(column *export.Column, got, want string) string {
	switch column.Type.String() {
	case "number":
		a, err1 := decimal.NewFromString(got)
		b, err2 := decimal.NewFromString(want)
		if err1 == nil && err2 == nil && a.Equal(b) {
			return want
		}
	case "boolean":
		is := map[string]string{"TRUE": "true", "1": "true", "FALSE": "false", "0": "false"}[got]
		if is != "" && is == written(column, want) {
			return want
		}
	}
	return got
}

// workbookText has a line for each cell: its address, its type and its value.
func workbookText(t *testing.T, path string, _ *export.FileSpec) []byte {
	t.Helper()
	var b strings.Builder
	book := open(t, path)
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, value := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				kind, err := book.GetCellType(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if value != "" {
					fmt.Fprintf(&b, "%s!%s %s %q\n", sheet, cell, cellTypes[kind], value)
				}
			}
		}
	}
	return []byte(b.String())
}

var cellTypes = map[excelize.CellType]string{excelize.CellTypeUnset: "n", excelize.CellTypeBool: "b", excelize.CellTypeInlineString: "s"}
