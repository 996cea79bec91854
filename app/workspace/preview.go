package workspace

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
	"tradewind.app/catalog/sheet/delimited"
)

// Preview is a spreadsheet as it would be read, before anything is planned.
type Preview struct {
	Sheets   []sheet.SheetInfo
	Encoding string // of a CSV; "" for a workbook
	Mapping  sheet.Mapping
	Rows     []sheet.PreviewRow // the first ones, whatever stands above the header included
	Problems []catalog.Problem  // what is doubtful about the mapping
	// Assumptions is what the file does not say and the import would take for
	// granted, by the rows at its beginning.
	Assumptions []sheet.Assumption
}

// Preview reads the beginning of a spreadsheet: at most so many rows, and how the
// request would read them. A file that cannot be read is a *sheet.FormatError.
func (w *Workspace) Preview(ctx context.Context, r ImportRequest, rows int) (Preview, error) {
	var p Preview
	var err error
	r.now = time.Now()
	if r.defaults, err = w.defaults(ctx); err != nil {
		return p, err
	}
	err = r.read(func(book *sheet.Book) (err error) {
		if p.Mapping, p.Problems, err = w.mapping(ctx, book, r); err != nil {
			return err
		}
		p.Sheets, p.Encoding = book.Sheets(), book.Encoding()
		account, err := book.Account(p.Mapping, r.sheetOptions())
		if err != nil {
			return err
		}
		p.Assumptions = account.Assumptions
		if !remembered(p.Mapping) {
			p.Problems = append(account.Lacks, p.Problems...)
		}
		all := p.Mapping
		all.HeaderRow = sheet.NoHeader
		p.Rows, err = book.Preview(all, rows)
		return err
	})
	if err != nil {
		return Preview{}, fmt.Errorf("look into %s: %w", filepath.Base(r.File), err)
	}
	return p, nil
}

// remembered reports whether a file of this layout was imported before: what it
// lacks the person knows, as a list of prices has no titles.
func remembered(m sheet.Mapping) bool {
	return slices.ContainsFunc(m.Columns, func(c sheet.Column) bool { return c.Reason == sheet.Remembered })
}

// Encodings lists the encodings that a CSV may be read in.
func Encodings() []string { return delimited.Encodings() }
