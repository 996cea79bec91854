// Package xlsx reads the rows of .xlsx and .xlsm workbooks (ECMA-376 and its
// strict form) in one pass over the parts, as they are inflated.
//
// It owns the container, its budgets and the meaning of a cell: shared strings,
// number formats, dates. It must not know products, nor what a column is for.
//
// It exists beside the spreadsheet library, which writes workbooks, for two
// reasons that were measured. The library takes seven times the processor and
// loads every string before the first row. And it drops rows of a damaged file
// in silence: a flipped bit in the compressed sheet gave 1,023 of 10,001 rows
// and no error. Here every part that is used is read to its end, so that its
// checksum is seen, and a sheet must end in </sheetData>. Rows that came before
// such an error must not be kept: that is the caller's transaction.
package xlsx

// Budgets. Real files stay far below: 500,000 products with 25 columns are
// 363 MB zipped, 0.9 GB of strings and 12 million cells. Memory does not grow with
// a part, so what a budget guards is time. A compressor shrinks spreadsheets to a
// tenth, and lists that repeat a page of HTML in every row to a three-hundredth;
// bombs are 400 to 1 and go into gigabytes.
const (
	maxFile      = 1 << 30
	maxEntries   = 10_000
	maxDirectory = 8 << 20 // bytes of the zip's central directory
	maxPart      = 4 << 30 // inflated
	maxSmallPart = 64 << 20
	maxRatio     = 200
	freeInflate  = 256 << 20 // what any part may inflate to, whatever its ratio
	maxDepth     = 64
	maxStrings   = 16 << 20
	maxCells     = 64 << 20
	maxText      = 8 << 30 // of all rows: strings that cells share count each time
	maxSheets    = 1_000
	maxFormats   = 1 << 16
)
