package encode

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// ErrBare says that a cell of a column that is never quoted has a character
// that would need quotes.
var ErrBare = errors.New("needs quotes in a column that has none")

// Quoting says which cells are in double quotes.
type Quoting string

// The ways of quoting.
const (
	// QuoteMinimal quotes the cells that need it: those with the delimiter, a
	// quote, a line end, or a space at either end (RFC 4180 and what its readers trim).
	QuoteMinimal Quoting = "minimal"
	// QuoteAlways quotes every cell, empty ones too.
	QuoteAlways Quoting = "always"
	// QuoteListed quotes the columns of Dialect.Quoted always and the rest never.
	QuoteListed Quoting = "listed"
)

// Dialect says how a table is written.
type Dialect struct {
	Delimiter byte
	Newline   string // "\n" or "\r\n"
	Quoting   Quoting
	Quoted    []bool // by column, for QuoteListed
}

// AppendRow appends one row with its line end. A quote inside quotes is doubled.
// On an error nothing is appended.
func (d Dialect) AppendRow(b *bytes.Buffer, cells []string) error {
	start := b.Len()
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(d.Delimiter)
		}
		if err := d.appendCell(b, i, cell); err != nil {
			b.Truncate(start)
			return err
		}
	}
	b.WriteString(d.Newline)
	return nil
}

// AppendPlain appends one row in which no cell is quoted, as header rows are in
// files whose data rows are.
func (d Dialect) AppendPlain(b *bytes.Buffer, cells []string) error {
	plain := d
	plain.Quoting, plain.Quoted = QuoteListed, nil
	return plain.AppendRow(b, cells)
}

func (d Dialect) appendCell(b *bytes.Buffer, i int, cell string) error {
	switch d.Quoting {
	case QuoteAlways:
		appendQuoted(b, cell)
	case QuoteListed:
		if i < len(d.Quoted) && d.Quoted[i] {
			appendQuoted(b, cell)
			break
		}
		if d.special(cell) {
			return fmt.Errorf("column %d: %q %w", i+1, cell, ErrBare)
		}
		b.WriteString(cell)
	default:
		if d.special(cell) || strings.TrimSpace(cell) != cell {
			appendQuoted(b, cell)
			break
		}
		b.WriteString(cell)
	}
	return nil
}

func (d Dialect) special(cell string) bool {
	return strings.IndexByte(cell, d.Delimiter) >= 0 || strings.ContainsAny(cell, "\"\r\n")
}

func appendQuoted(b *bytes.Buffer, cell string) {
	b.WriteByte('"')
	for {
		before, after, found := strings.Cut(cell, `"`)
		b.WriteString(before)
		if !found {
			break
		}
		b.WriteString(`""`)
		cell = after
	}
	b.WriteByte('"')
}
