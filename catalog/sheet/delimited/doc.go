// Package delimited reads the rows of CSV and TSV files as shops and their
// programs write them: in any encoding, with any of four delimiters, with or
// without quotation marks where they belong.
//
// It owns encodings, delimiters and quoting. It must not know products, nor what
// a column is for.
package delimited

// Budgets. 500,000 products with 25 columns are 810 MB.
const (
	maxFile  = 4 << 30
	maxCells = 64 << 20
	// openQuote is how long a quoted field may get before its closing mark is
	// taken to be missing. Twice the longest page of HTML that was met is 100 kB.
	openQuote = 4 << 20
)
