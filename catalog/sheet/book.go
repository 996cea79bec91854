package sheet

import (
	"context"
	"io"
	"path/filepath"
	"strconv"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/delimited"
	"tradewind.app/catalog/sheet/grid"
	"tradewind.app/catalog/sheet/xlsx"
)

// FormatError says in one sentence why a file is not read and what to do; its Code
// is stable.
type FormatError = grid.FormatError

// ErrorCodes lists the codes of all FormatErrors.
func ErrorCodes() []string { return grid.Codes() }

// SheetInfo describes a sheet.
type SheetInfo struct {
	Name   string
	Hidden bool
	Rows   int  // filled ones seen so far
	More   bool // there may be more than were seen
}

// source is a file as its format's reader has it.
type source interface {
	Sheets() []grid.SheetInfo
	Rows(ctx context.Context, sheet int) grid.Rows
	Pictures(sheet int) ([]grid.Anchor, error) // that float over a sheet
	Close() error
}

// Book is an open spreadsheet. It is not safe for use by several goroutines.
type Book struct {
	name    string // the file's, without its folder
	src     source
	text    *delimited.File // of a CSV, nil otherwise
	samples map[sampleKey][]grid.Row
	summary Summary
}

// Open detects the format by the content, whatever the name says. r must stay open
// until Close. What is no spreadsheet that can be read is a *FormatError.
func Open(name string, r io.ReaderAt, size int64, o Options) (*Book, error) {
	b := &Book{name: filepath.Base(name), samples: map[sampleKey][]grid.Row{}}
	kind, err := sniff(b.name, r, size)
	if err != nil {
		return nil, err
	}
	if kind == workbook {
		w, err := xlsx.Open(r, size)
		if err != nil {
			return nil, err
		}
		b.src = w
		return b, nil
	}
	b.text, err = delimited.Open(r, size, delimited.Options{Encoding: o.Encoding, Delimiter: o.Delimiter})
	if err != nil {
		return nil, err
	}
	b.src = csv{b.text, b.name}
	return b, nil
}

// Close releases what Open took. The file itself is the caller's.
func (b *Book) Close() error { return b.src.Close() }

// Encoding is the encoding a CSV is read in, "" for a workbook.
func (b *Book) Encoding() string {
	if b.text == nil {
		return ""
	}
	return b.text.Encoding()
}

// Delimiter is what is between a CSV's fields, 0 for a workbook.
func (b *Book) Delimiter() byte {
	if b.text == nil {
		return 0
	}
	return b.text.Delimiter()
}

// Sheets lists the sheets; a CSV is one.
func (b *Book) Sheets() []SheetInfo {
	var infos []SheetInfo
	for i, s := range b.src.Sheets() {
		rows := b.samples[sampleKey{i, 0}]
		infos = append(infos, SheetInfo{Name: s.Name, Hidden: s.Hidden, Rows: len(rows), More: len(rows) == 0 || len(rows) == sampleRows})
	}
	return infos
}

// place returns the place of a cell: "spring.xlsx!Sheet1!B7", "products.csv:12".
func (b *Book) place(sheet string, row, column int) catalog.Place {
	if b.text != nil {
		return catalog.Place(b.name + ":" + strconv.Itoa(row))
	}
	return catalog.Place(b.name + "!" + sheet + "!" + grid.ColumnName(column) + strconv.Itoa(row))
}

// csv makes a source of a text file.
type csv struct {
	*delimited.File
	name string
}

func (c csv) Sheets() []grid.SheetInfo { return []grid.SheetInfo{{Name: c.name}} }

func (c csv) Rows(ctx context.Context, _ int) grid.Rows { return c.File.Rows(ctx) }

func (csv) Pictures(int) ([]grid.Anchor, error) { return nil, nil }

func (csv) Close() error { return nil }

func itoa(n int) string { return strconv.Itoa(n) }
