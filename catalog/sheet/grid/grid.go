// Package grid is what every kind of spreadsheet comes down to: rows of cells
// with their addresses, and the ways in which a file can refuse to be read.
//
// It owns the shape that the readers (xlsx, delimited) produce and that package
// sheet makes products of. It must not know any file format, nor what a column
// means.
package grid

import "iter"

// Kind says what is in a cell.
type Kind uint8

// The kinds of cells. Blank cells are never part of a Row.
const (
	Blank    Kind = iota
	Text          // as typed
	Number        // Raw has the digits, Text what a code column should take
	Bool          // Text is TRUE or FALSE
	Date          // Text is ISO 8601
	Error         // #N/A and its like, in Text
	Picture       // a picture placed in the cell; Text is empty
	Uncached      // a formula whose result the file does not have
	TooLong       // longer than MaxCell; Text is empty
)

// errorValues are what spreadsheet programs show, and write to a text file, for a
// formula that failed (ECMA-376 part 1, 18.17.3; the last three are newer).
var errorValues = map[string]bool{
	"#N/A": true, "#REF!": true, "#VALUE!": true, "#DIV/0!": true, "#NAME?": true, "#NULL!": true, "#NUM!": true,
	"#GETTING_DATA": true, "#SPILL!": true, "#CALC!": true, "#FIELD!": true,
}

// IsError reports whether a text is the error of a formula.
func IsError(text string) bool { return len(text) > 3 && text[0] == '#' && errorValues[text] }

// MaxCell is the longest text taken from a cell, in bytes. Excel has 32,767
// UTF-16 units (Microsoft, Excel specifications and limits), at most 98 kB as
// UTF-8; CSV files of shops have whole pages of HTML. The catalogue keeps no more.
const MaxCell = 256 << 10

// MaxColumns is how many columns are read. The widest real list that was met has
// 330 (a marketplace's flat file); a cell in column XFD is a slip or an attack.
const MaxColumns = 512

// MaxRows is how many rows a sheet has (ECMA-376: 1,048,576). A CSV may have more
// than Excel shows, and is limited to the same.
const MaxRows = 1 << 20

// MaxRowText is how much text a row may have, in bytes. Rows of real lists have a
// description or two; a string that many cells share could fill the memory.
const MaxRowText = 4 << 20

// Format is what a number's format says beyond its digits.
type Format struct {
	Currency string // ISO code that the format names beyond doubt
	Prefix   string // literal text before the digits: "$"
	Suffix   string // literal text behind them: " pcs"
	Percent  bool
	Decimals int // fixed decimals shown, -1 when the format has none
}

// Cell is one filled cell.
type Cell struct {
	Column int // from 0
	Kind   Kind
	Text   string  // as a person reads it, codes with their leading zeros
	Raw    string  // a number's digits, no grouping and no exponent; otherwise Text
	Format *Format // of numbers, nil for General
}

// Row is one row with something in it.
type Row struct {
	Number int    // as the merchant's program counts it: the sheet's row, the file's line
	Cells  []Cell // the filled ones, in the order of their columns
	Beyond int    // filled cells right of MaxColumns, which are left out
	Fields int    // of a text file: how many the line has, the blank ones too; 0 in a workbook
	Hidden bool   // in a workbook, by a filter or by hand
	Quotes Quotes
}

// Quotes reports the quotation marks of a text file's row, where they contradict
// each other.
type Quotes uint8

// How such a row was read.
const (
	QuotesPlain  Quotes = iota // nothing is wrong
	QuotesSplit                // a mark was taken as a character, since the line is a row without it
	QuotesJoined               // as the marks say, although a cell may then have what belongs to other cells
)

// Anchor is the cell over which a floating picture begins.
type Anchor struct {
	Row    int // from 1; 0 when the picture is anchored to no cell
	Column int // from 0
}

// SheetInfo describes a sheet before it is read.
type SheetInfo struct {
	Name   string
	Hidden bool
}

// Cell returns the cell in a column, nil when it is blank.
func (r *Row) Cell(column int) *Cell {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return &r.Cells[i]
		}
	}
	return nil
}

// Text returns the text in a column.
func (r *Row) Text(column int) string {
	if c := r.Cell(column); c != nil {
		return c.Text
	}
	return ""
}

// Rows is a stream of filled rows. A Row and its Cells are valid only until the next
// is asked for; the texts in them stay. An error ends the stream: what came
// before it must not be kept.
type Rows = iter.Seq2[*Row, error]

// ColumnName returns the letters of a column: 0 is A, 26 is AA.
func ColumnName(column int) string {
	var b [8]byte
	i := len(b)
	for column++; column > 0 && i > 0; column = (column - 1) / 26 {
		i--
		b[i] = byte('A' + (column-1)%26)
	}
	return string(b[i:])
}

// ParseColumn reads the letters of a column, of any case.
func ParseColumn(letters string) (int, bool) {
	column := 0
	for i := range len(letters) {
		c := letters[i] &^ 0x20
		if c < 'A' || c > 'Z' || i > 2 {
			return 0, false
		}
		column = column*26 + int(c-'A') + 1
	}
	return column - 1, column > 0
}
