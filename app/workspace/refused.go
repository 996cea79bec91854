package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// RefusedRow is a row that an import left out, and why.
type RefusedRow struct {
	Place    catalog.Place
	Problems []catalog.Problem
}

// refusedRows lists the rows that a change left out, each with what is wrong in
// it; where nothing is wrong in the row itself, with what is wrong in its product.
func refusedRows(c catalog.Change) []RefusedRow {
	rows := make([]RefusedRow, 0, len(c.RefusedAt))
	for _, place := range c.RefusedAt {
		row := RefusedRow{Place: place}
		for _, p := range c.Problems {
			if p.Severity == catalog.Blocked && rowOf(p.Place) == rowOf(place) {
				row.Problems = append(row.Problems, p)
			}
		}
		if len(row.Problems) == 0 {
			row.Problems = blocking(c.Problems)
		}
		rows = append(rows, row)
	}
	return rows
}

func blocking(problems []catalog.Problem) []catalog.Problem {
	var list []catalog.Problem
	for _, p := range problems {
		if p.Severity == catalog.Blocked {
			list = append(list, p)
		}
	}
	return list
}

// rowOf is the row of a place without its column: "spring.xlsx!Sheet1!7" of
// "spring.xlsx!Sheet1!B7", "products.csv:12" of itself.
func rowOf(place catalog.Place) string {
	s := string(place)
	head := strings.TrimRight(s, "0123456789")
	return strings.TrimRight(head, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + s[len(head):]
}

// RefusedHeads are what the two columns that SaveRefused adds are called.
type RefusedHeads struct{ Place, Reason string }

// SaveRefused writes the refused rows of an import as a workbook: the columns of
// their file, with the place and the reason before them, so that they can be
// mended and imported again. say makes the sentence of a problem. Every cell is
// text: a code keeps its zeros, and nothing is a formula. It returns how many
// rows were written; no file may be at path.
func SaveRefused(ctx context.Context, r ImportRequest, result ImportResult, heads RefusedHeads, say func(catalog.Problem) string, path string) (int, error) {
	f := excelize.NewFile()
	n := 0
	err := r.read(func(book *sheet.Book) (err error) {
		n, err = writeRefused(ctx, f, book, result, heads, say)
		return err
	})
	if err == nil {
		err = saveNew(f, path)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return 0, fmt.Errorf("save the refused rows of %s: %w", filepath.Base(r.File), err)
	}
	return n, nil
}

// refusedSheet is the sheet of the workbook: the first of a new one.
const refusedSheet = "Sheet1"

func writeRefused(ctx context.Context, f *excelize.File, book *sheet.Book, result ImportResult, heads RefusedHeads, say func(catalog.Problem) string) (int, error) {
	left := make(map[string]RefusedRow, len(result.Left))
	for _, row := range result.Left {
		left[rowOf(row.Place)] = row
	}
	if err := errors.Join(writeRow(f, 1, refusedHeader(result.Mapping, heads)), f.SetColWidth(refusedSheet, "A", "B", 40)); err != nil {
		return 0, err
	}
	n := 0
	for row, err := range book.Rows(ctx, result.Mapping) {
		if err != nil {
			return n, err
		}
		refused, ok := left[rowOf(row.Place)]
		if !ok {
			continue
		}
		n++
		if err := writeRow(f, n+1, append([]string{string(refused.Place), reasons(refused, say)}, row.Cells...)); err != nil {
			return n, err
		}
	}
	return n, nil
}

func refusedHeader(m sheet.Mapping, heads RefusedHeads) []string {
	header := []string{heads.Place, heads.Reason}
	for _, c := range m.Columns {
		header = append(header, c.Header)
	}
	return header
}

func reasons(row RefusedRow, say func(catalog.Problem) string) string {
	said := make([]string, 0, len(row.Problems))
	for _, p := range row.Problems {
		said = append(said, say(p))
	}
	return strings.Join(said, "\n")
}

// saveNew writes the workbook to a file that is not there yet, and leaves nothing
// behind when it fails.
func saveNew(f *excelize.File, path string) error {
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err = errors.Join(f.Write(to), to.Sync(), to.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// writeRow writes texts from column A on. What Excel cannot hold in a cell is cut:
// the row is there to be found and mended.
func writeRow(f *excelize.File, number int, texts []string) error {
	for i, text := range texts {
		cell, err := excelize.CoordinatesToCellName(i+1, number)
		if err != nil {
			return err
		}
		if text == "" {
			continue
		}
		if err := f.SetCellStr(refusedSheet, cell, text); err != nil {
			return err
		}
	}
	return nil
}
