package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
	"tradewind.app/catalog/store"
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

// writeRow writes texts from column A on. What Excel cannot keep in a cell is cut:
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

// UnknownFieldsError says that a request maps columns to something that columns
// cannot be.
type UnknownFieldsError struct{ Columns []string }

func (e *UnknownFieldsError) Error() string {
	return fmt.Sprintf("no column can be imported as %s", strings.Join(e.Columns, ", "))
}

// IsImportField reports whether a column can be mapped to f.
func IsImportField(f catalog.Field) bool { return sheet.KnownField(f) }

// mapping finds out how the file is read: by the profile asked for, otherwise by the
// profile saved for files with these headers, otherwise by guessing. What the request
// maps by hand wins over all three.
func (w *Workspace) mapping(ctx context.Context, book *sheet.Book, r ImportRequest) (sheet.Mapping, []catalog.Problem, error) {
	m, problems, err := w.guessed(ctx, book, r)
	if err == nil {
		m, err = w.named(m)
	}
	return m, problems, err
}

// named is a mapping with each field by the name that it has here. A channel's value
// that nothing reads is refused.
func (w *Workspace) named(m sheet.Mapping) (sheet.Mapping, error) {
	m.Columns = slices.Clone(m.Columns)
	for i := range m.Columns {
		c := &m.Columns[i]
		f, known := sheet.FieldNamed(c.Field)
		if known && strings.HasPrefix(string(f), "channel.") {
			info, err := w.field(f)
			if err != nil {
				return m, err
			}
			f = info.Name
		}
		if known {
			c.Field = f
		}
	}
	return m, nil
}

func (w *Workspace) guessed(ctx context.Context, book *sheet.Book, r ImportRequest) (sheet.Mapping, []catalog.Problem, error) {
	if r.Mapping != nil {
		return *r.Mapping, nil, nil
	}
	if bad := unknownFields(r.Map); len(bad) > 0 {
		return sheet.Mapping{}, nil, &UnknownFieldsError{bad}
	}
	guess, problems, err := book.Guess(r.sheetOptions())
	if err != nil {
		return guess, problems, err
	}
	saved, found, err := w.profile(ctx, r.Profile, guess.Fingerprint)
	if err != nil || !found {
		return guess, problems, err
	}
	mapping := guess.Remember(saved)
	for i, c := range guess.Columns {
		if c.Reason == sheet.Chosen {
			mapping.Columns[i] = c
		}
	}
	return mapping, problems, nil
}

func unknownFields(columns map[string]catalog.Field) []string {
	var bad []string
	for _, f := range slices.Sorted(maps.Values(columns)) {
		if !sheet.KnownField(f) {
			bad = append(bad, string(f))
		}
	}
	return bad
}

// profile finds a saved mapping by its name, or without one by the file's headers.
func (w *Workspace) profile(ctx context.Context, name, fingerprint string) (saved sheet.Mapping, found bool, err error) {
	if name != "" {
		found, err = w.store.Document(ctx, store.Profiles, name, &saved)
		return saved, found, err
	}
	profiles, err := w.store.Documents(ctx, store.Profiles)
	if err != nil {
		return saved, false, err
	}
	for _, d := range profiles {
		var m sheet.Mapping
		if err := json.Unmarshal(d.Body, &m); err != nil {
			return saved, false, fmt.Errorf("profile %q: %w", d.Name, err)
		}
		if m.Fingerprint == fingerprint {
			return m, true, nil
		}
	}
	return saved, false, nil
}

// remember saves the mapping under the name asked for, or, where a person settled it
// and it is not plain from the headers, under the file's headers: what was mapped
// once, or looked at and left as it was, need not be again. It is part of the
// import's entry.
func (w *Workspace) remember(ctx context.Context, batch *store.Batch, r ImportRequest, m sheet.Mapping) error {
	name := r.Profile
	if name == "" && (len(r.Map) > 0 || r.Mapping != nil && !m.IsConfirmed()) {
		name = "auto-" + m.Fingerprint
	}
	if name == "" {
		return nil
	}
	m = withoutSamples(m)
	return batch.SetDocument(ctx, store.Profiles, name, m)
}

// withoutSamples leaves the merchant's values out of what is kept.
func withoutSamples(m sheet.Mapping) sheet.Mapping {
	m.Columns = slices.Clone(m.Columns)
	for i := range m.Columns {
		m.Columns[i].Samples = nil
	}
	return m
}
