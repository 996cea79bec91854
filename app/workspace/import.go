package workspace

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"time"

	"tradewind.app/catalog"
	"tradewind.app/catalog/regular"
	"tradewind.app/catalog/sheet"
	"tradewind.app/catalog/sheet/delimited"
	"tradewind.app/catalog/store"
)

// EmptyCells says what an empty cell means.
type EmptyCells string

// The two meanings of an empty cell.
const (
	KeepEmpty  EmptyCells = "keep"  // it says nothing: what the catalogue has stays
	ClearEmpty EmptyCells = "clear" // it says "nothing": the field is cleared
)

// ImportRequest is one spreadsheet to bring in, and how to read it. Everything
// but File may be left out: then it is found out from the file.
type ImportRequest struct {
	File      string      // path; with Content only the name, for places
	Content   io.ReaderAt // the file's bytes where it is not on disk, with Size
	Size      int64
	Sheet     string
	HeaderRow int                      // counted from 1; sheet.NoHeader when there is none
	Map       map[string]catalog.Field // column header or letter to field
	Profile   string                   // name of a saved mapping; this file's is saved under it when there is none
	Encoding  string
	Empty     EmptyCells
	DryRun    bool
	NoBackup  bool // go on when the backup before the import cannot be made

	// Mapping is the mapping that a person has seen and settled; it leaves nothing
	// to be found out. Map and Profile then say nothing.
	Mapping *sheet.Mapping
	// Seen is called with every change as it is made, on the goroutine of the import.
	Seen func(catalog.Change)

	defaults catalog.Defaults // the shop's, for numbers that name no unit
	now      time.Time        // says which sales are on
}

// ImportResult says what an import did, or would do. New, Changed and Same
// count products, Refused counts rows.
type ImportResult struct {
	Entry    catalog.ID
	New      int
	Changed  int
	Same     int
	Refused  int
	Rows     int
	Problems []catalog.Problem
	Left     []RefusedRow // the rows that were refused, in the order of the file
	Mapping  sheet.Mapping
	Summary  sheet.Summary
}

// Import brings a spreadsheet in: all of it in one transaction, under one entry
// of history. A dry run is the same run, undone at its end.
func (w *Workspace) Import(ctx context.Context, r ImportRequest, progress Progress) (ImportResult, error) {
	var result ImportResult
	var err error
	r.now = time.Now()
	if r.defaults, err = w.defaults(ctx); err != nil {
		return result, err
	}
	err = r.read(func(book *sheet.Book) (err error) {
		result, err = w.importBook(ctx, book, r, progress)
		return err
	})
	if err != nil {
		return ImportResult{}, fmt.Errorf("import %s: %w", filepath.Base(r.File), err)
	}
	return result, nil
}

// read opens the spreadsheet for as long as use takes.
func (r ImportRequest) read(use func(*sheet.Book) error) (err error) {
	content, err := r.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	book, err := sheet.Open(filepath.Base(r.File), content, content.size, r.sheetOptions())
	if err != nil {
		return err
	}
	return errors.Join(use(book), book.Close())
}

// maxImport is the largest file that is brought in, in bytes. What is in it has
// budgets of its own, see catalog/sheet.
const maxImport = 2 << 30

// content is a file, or bytes that need no closing.
type content struct {
	io.ReaderAt
	io.Closer
	size int64
}

func (r ImportRequest) open() (content, error) {
	if r.Content != nil {
		return content{r.Content, io.NopCloser(nil), r.Size}, nil
	}
	f, err := regular.Open(r.File, maxImport)
	if err != nil {
		return content{}, err
	}
	info, err := f.Stat()
	if err != nil {
		return content{}, errors.Join(err, f.Close())
	}
	return content{f, f, info.Size()}, nil
}

func (r ImportRequest) sheetOptions() sheet.Options {
	o := sheet.Options{Encoding: r.Encoding, Sheet: r.Sheet, HeaderRow: r.HeaderRow, Map: r.Map, Defaults: r.defaults, Now: r.now}
	if r.Empty == ClearEmpty {
		o.Empty = sheet.EmptyClear
	}
	return o
}

func (w *Workspace) importBook(ctx context.Context, book *sheet.Book, r ImportRequest, progress Progress) (ImportResult, error) {
	var result ImportResult
	mapping, problems, err := w.mapping(ctx, book, r)
	if err != nil {
		return result, err
	}
	result.Mapping, result.Problems = mapping, problems
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindImport, Note: filepath.Base(r.File)})
	if err != nil {
		return result, err
	}
	batch.NoBackup = r.NoBackup
	err = w.importInto(ctx, batch, book, r, &result, progress)
	if err == nil && r.DryRun {
		err = batch.Flush(ctx)
	}
	if err != nil || r.DryRun {
		return result, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	if err != nil {
		return result, errors.Join(err, batch.Rollback())
	}
	result.Entry = written(entry)
	return result, nil
}

// importInto plans and writes the book's import rows.
func (w *Workspace) importInto(ctx context.Context, batch *store.Batch, book *sheet.Book, r ImportRequest, result *ImportResult, progress Progress) error {
	folders, err := w.foldersFor(ctx, r)
	if err != nil {
		return err
	}
	local := false
	var lacks catalog.Lacks // of the products that the import makes
	rows := withoutOutside(book.ImportRows(ctx, result.Mapping, r.sheetOptions()), folders)
	for change, err := range catalog.Plan(ctx, rows, batch.Find, r.defaults) {
		if err != nil {
			return err
		}
		if err := batch.Put(ctx, change); err != nil {
			return err
		}
		local = local || namesFiles(change.After)
		result.count(change)
		lacks.Add(change)
		if r.Seen != nil {
			r.Seen(change)
		}
		if progress != nil {
			progress(result.Rows, 0)
		}
	}
	result.Summary = book.Summary()
	result.Problems = append(result.Problems, result.Summary.Problems...)
	if lacks.Titles() {
		result.Problems = slices.DeleteFunc(result.Problems, func(p catalog.Problem) bool { return p.Code == "title-missing" })
	}
	result.Problems = append(lacks.Problems(catalog.Place(filepath.Base(r.File))), result.Problems...)
	if err := w.remember(ctx, batch, r, result.Mapping); err != nil || !local || r.Content != nil {
		return err
	}
	return w.noteFolders(ctx, batch, folders[0])
}

// count adds one change to the result.
func (r *ImportResult) count(c catalog.Change) {
	r.Rows += c.Rows
	r.Refused += c.RefusedRows
	r.Problems = append(r.Problems, c.Problems...)
	r.Left = append(r.Left, refusedRows(c)...)
	if c.Again {
		return
	}
	switch c.Outcome {
	case catalog.New:
		r.New++
	case catalog.Changed:
		r.Changed++
	case catalog.Same:
		r.Same++
	}
}

// sampleBook is the workbook of the sample shop among the assets.
const sampleBook = "samples/shop.xlsx"

// ImportSample brings the shipped sample shop in.
func (w *Workspace) ImportSample(ctx context.Context, progress Progress) (ImportResult, error) {
	book, err := fs.ReadFile(w.options.Assets, sampleBook)
	if err != nil {
		return ImportResult{}, fmt.Errorf("read the sample: %w", err)
	}
	r := ImportRequest{File: path.Base(sampleBook), Content: bytes.NewReader(book), Size: int64(len(book))}
	return w.Import(ctx, r, progress)
}

// Preview is a spreadsheet as it would be read, before anything is planned.
type Preview struct {
	Sheets   []sheet.SheetInfo
	Encoding string // of a CSV; "" for a workbook
	Mapping  sheet.Mapping
	Rows     []sheet.PreviewRow // the first ones, whatever is above the header included
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
