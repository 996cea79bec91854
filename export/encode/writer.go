package encode

import (
	"cmp"
	"io"
	"strings"
)

// Writer writes one file in one format. It writes to the w of each call what is
// ready then: a workbook writes everything at its end.
type Writer interface {
	// Begin writes what precedes the first product.
	Begin(w io.Writer, head Head) error
	// Product writes one product.
	Product(w io.Writer, p Product) error
	// End writes what follows the last product.
	End(w io.Writer) error
	// Close releases what the writer has open. It is called once, also after an error.
	Close() error
}

// Head is what a file says before its products.
type Head struct {
	Title, Link, Description string // of an RSS feed
	Tables                   []Table
}

// Table is one table of a file; in a workbook it is a sheet.
type Table struct {
	Name   string
	Header [][]string // rows above the first product
	Fields []Field
}

// Field is what one cell of each row is called and how it is written.
type Field struct {
	Name   string // where a format nests, the path of the value, see [ParsePath]
	Kind   Kind
	Quoted bool   // by the quoting listed
	List   string // joins the parts of a list in a table; empty: no list
	Plain  bool   // parts are joined as they are
}

// Row is the texts of one row in the order of the table's fields. A text of a list
// has one part a line.
type Row []string

// Product is what a product has in each table of a file: its rows.
type Product [][]Row

// Kind says what a text is where a format distinguishes.
type Kind uint8

// The kinds of values.
const (
	Text Kind = iota
	Number
	Boolean
)

// Parts splits a list in its text form: one part a line.
func Parts(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Cell is the text that a field has in a table. Unless the list is plain, a part that
// contains the separator, a colon or a quote is quoted, since readers of lists split
// there; addresses have these escaped and never need it.
func (f *Field) Cell(text string) string {
	if f.List == "" || text == "" {
		return text
	}
	parts := Parts(text)
	signs := cmp.Or(strings.TrimSpace(f.List), f.List) + `:"`
	for i, part := range parts {
		if !f.Plain && !isAddress(part) && strings.ContainsAny(part, signs) {
			parts[i] = `"` + strings.ReplaceAll(part, `"`, `""`) + `"`
		}
	}
	return strings.Join(parts, f.List)
}

func isAddress(text string) bool {
	return strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")
}

// Cells returns the texts of a row as a table shows them, with lists joined.
func (t *Table) Cells(row Row) []string {
	cells := make([]string, len(row))
	for i := range row {
		cells[i] = t.Fields[i].Cell(row[i])
	}
	return cells
}
