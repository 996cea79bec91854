package xlsx

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// differently are the workbooks that the library reads otherwise, and rightly so
// in nobody's eyes: what is compared needs agreement on what stands in the file.
var differently = map[string]string{
	"row_zero.xlsx":           "the library refuses row 0",
	"row_negative.xlsx":       "the library drops row -5",
	"row_dup.xlsx":            "the library joins rows of one number",
	"wide_xfd_20k_rows.xlsx":  "takes the library more than ten seconds",
	"rows_out_of_order.xlsx":  "the library gives other numbers",
	"poc-shared-strings.xlsx": "has no column letters that count",
}

// TestSameAsLibrary compares every cell of the real workbooks with what the
// library returns as raw values.
func TestSameAsLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT TESTED with -short: that every real workbook reads as excelize reads it")
	}
	root := shared(t, "data", "inputs")
	compared := 0
	for _, pattern := range []string{"*.xlsx", "*.xlsm", "torture/*.xlsx"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if why := differently[filepath.Base(path)]; why != "" {
				t.Logf("%s is left out: %s", filepath.Base(path), why)
				continue
			}
			compared += compareFile(t, path)
		}
	}
	t.Logf("compared %d cells", compared)
	if compared < 50_000 {
		t.Errorf("compared %d cells, want at least 50000: where are the workbooks?", compared)
	}
}

func compareFile(t *testing.T, path string) int {
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return 0 // the refusals have tests of their own
	}
	defer w.Close()
	compared := 0
	for i, info := range w.Sheets() {
		ours, err := cellsOf(w, i)
		if err != nil {
			t.Logf("%s: %v", filepath.Base(path), err)
			return compared
		}
		theirs, err := libraryCells(file, info.Name)
		if err != nil {
			t.Logf("%s: the library: %v", filepath.Base(path), err)
			return compared
		}
		for at, cell := range ours {
			if want, ok := theirs[at]; !same(cell, want) {
				t.Errorf("%s!%s!%s: got %q (%s), the library has %q %v", filepath.Base(path), info.Name, at, cell.Raw, kindNames[cell.Kind], want, ok)
			}
			delete(theirs, at)
		}
		for at, text := range theirs {
			t.Errorf("%s!%s!%s: got nothing, the library has %q", filepath.Base(path), info.Name, at, text)
		}
		compared += len(ours)
	}
	return compared
}

func cellsOf(w *Workbook, i int) (map[string]grid.Cell, error) {
	cells := map[string]grid.Cell{}
	for row, err := range w.Rows(context.Background(), i) {
		if err != nil {
			return nil, err
		}
		for _, c := range row.Cells {
			cells[grid.ColumnName(c.Column)+itoa(row.Number)] = c
		}
	}
	return cells, nil
}

// libraryCells reads a sheet with the library. Blank cells are left out, and
// columns beyond those that are read here.
func libraryCells(file []byte, name string) (map[string]string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true, UnzipSizeLimit: 200 << 20})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	cells := map[string]string{}
	for n := 1; rows.Next(); n++ {
		texts, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for column, text := range texts {
			if strings.TrimSpace(text) != "" && column < grid.MaxColumns {
				cells[grid.ColumnName(column)+itoa(n)] = text
			}
		}
	}
	return cells, rows.Error()
}

// same compares a cell with the library's raw text.
func same(c grid.Cell, text string) bool {
	switch c.Kind {
	case grid.Uncached:
		return text == ""
	case grid.Picture:
		return text == "#VALUE!" || strings.Contains(text, "DISPIMG")
	case grid.Bool:
		return (text == "1" || text == "TRUE") == (c.Text == "TRUE")
	case grid.Number, grid.Date:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return c.Text == text || strings.HasPrefix(text, c.Text)
		}
		g, err := strconv.ParseFloat(c.Raw, 64)
		return err == nil && (catalog.FormatFloat(f) == c.Raw || math.Abs(f-g) <= math.Abs(f)*1e-14)
	}
	return strings.TrimSpace(c.Text) == strings.TrimSpace(text)
}
