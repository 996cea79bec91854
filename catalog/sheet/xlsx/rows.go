package xlsx

import (
	"bytes"
	"context"
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// Rows streams the filled rows of sheet i in the order of the file, hidden ones
// too. It may be called again. Errors are *grid.FormatError, or the context's;
// they come after rows that were right as far as they went.
func (w *Workbook) Rows(ctx context.Context, i int) grid.Rows {
	return func(yield func(*grid.Row, error) bool) {
		r, err := w.openRows(ctx, i)
		if err != nil {
			yield(nil, err)
			return
		}
		defer r.part.close()
		for {
			row, err := r.next()
			if err != nil {
				yield(nil, grid.Wrap(r.part.name, err))
				return
			}
			if row == nil || !yield(row, nil) {
				return
			}
		}
	}
}

// rows reads one sheet.
type rows struct {
	*Workbook
	ctx   context.Context
	sheet sheet
	part  *part
	scan  *scanner

	inCells bool // between <sheetData> and its end
	inRow   bool
	read    int   // rows
	cells   int   // filled ones
	total   int64 // bytes of text
	row     grid.Row
	column  int    // of the last cell
	text    []byte // of the whole row, so that it costs one allocation
	spans   []span // of row.Cells in text
	value   []byte // of the cell that is being read
}

// span is where a cell's Text and Raw are in the row's text.
type span struct{ text, textEnd, raw, rawEnd int }

func (w *Workbook) openRows(ctx context.Context, i int) (*rows, error) {
	p, err := w.parts.open(w.sheets[i].part, maxPart)
	if err != nil {
		return nil, err
	}
	return &rows{Workbook: w, ctx: ctx, sheet: w.sheets[i], part: p, scan: newScanner(p)}, nil
}

// next returns the next row with something in it, nil behind the last.
func (r *rows) next() (*grid.Row, error) {
	for {
		t, err := r.scan.next()
		if err != nil {
			return nil, err
		}
		switch t {
		case endOfPart:
			return nil, grid.Damaged(r.part.name+" ends before its rows do", nil)
		case startTag:
			if err := r.start(); err != nil {
				return nil, err
			}
		case endTag:
			switch {
			case !r.inCells:
			case string(r.scan.name) == "sheetData":
				return nil, r.finish()
			case string(r.scan.name) == "row":
				if r.inRow = false; len(r.row.Cells)+r.row.Beyond > 0 {
					return &r.row, r.shareText()
				}
			}
		}
	}
}

// finish reads what follows the rows, and the rest of the shared strings,
// for their checksums.
func (r *rows) finish() error {
	if err := r.part.finish(); err != nil {
		return err
	}
	return r.strings.finish(r.ctx)
}

func (r *rows) start() error {
	switch name := r.scan.name; {
	case !r.inCells:
		r.inCells = string(name) == "sheetData"
	case string(name) == "c" && r.inRow:
		return r.cell()
	case string(name) == "c", string(name) == "row" && r.inRow:
		return errMalformed
	case string(name) == "row":
		return r.begin()
	}
	return nil
}

// begin begins a row. One without a number, or with one that no row can have,
// follows the row before it, which is where programs show it.
func (r *rows) begin() error {
	number, hidden := r.row.Number+1, false
	a := attributes{rest: r.scan.attrs}
	for a.next() {
		if string(a.name) == "hidden" {
			hidden = truth(a.value)
		}
		if string(a.name) != "r" {
			continue
		}
		n, err := strconv.Atoi(string(a.value))
		if err != nil || n > grid.MaxRows {
			return grid.Refuse("cell-address", "sheet", r.sheet.Name, "address", string(a.value))
		}
		if n > 0 {
			number = n
		}
	}
	if r.read++; r.read > grid.MaxRows {
		return r.tooLarge(grid.MaxRows, "rows")
	}
	if r.read%256 == 0 && r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	r.inRow = true
	r.row = grid.Row{Number: number, Hidden: hidden, Cells: r.row.Cells[:0]}
	r.column, r.text, r.spans = -1, r.text[:0], r.spans[:0]
	return nil
}

// truth reads an attribute that is yes or no (xsd:boolean).
func truth(value []byte) bool { return string(value) == "1" || string(value) == "true" }

func (r *rows) tooLarge(most int, what string) error {
	return grid.Refuse("sheet-too-large", "sheet", r.sheet.Name, "max", strconv.Itoa(most), "what", what)
}

// shareText turns the row's text into one string that its cells share.
func (r *rows) shareText() error {
	if r.total += int64(len(r.text)); r.total > maxText {
		return grid.Refuse("file-swollen", "part", r.sheet.Name)
	}
	text := string(r.text)
	for i, s := range r.spans {
		r.row.Cells[i].Text = text[s.text:s.textEnd]
		r.row.Cells[i].Raw = text[s.raw:s.rawEnd]
	}
	for i := 1; i < len(r.row.Cells); i++ {
		if r.row.Cells[i].Column <= r.row.Cells[i-1].Column {
			r.sort()
			break
		}
	}
	return nil
}

// sort puts cells in the order of their columns; of two with one address the
// later one counts.
func (r *rows) sort() {
	var sorted []grid.Cell
	for _, c := range r.row.Cells {
		i := len(sorted)
		for i > 0 && sorted[i-1].Column > c.Column {
			i--
		}
		if i > 0 && sorted[i-1].Column == c.Column {
			sorted[i-1] = c
			continue
		}
		sorted = append(sorted, grid.Cell{})
		copy(sorted[i+1:], sorted[i:])
		sorted[i] = c
	}
	r.row.Cells = sorted
}

// address reads a cell's reference. Its row is the row's; its column must be one.
func (r *rows) address(ref []byte) error {
	n := 0
	for n < len(ref) && ref[n] > '9' {
		n++
	}
	column, ok := columnOf(ref[:n])
	if !ok || n == len(ref) || bytes.Trim(ref[n:], "-0123456789") != nil {
		return grid.Refuse("cell-address", "sheet", r.sheet.Name, "address", string(ref))
	}
	r.column = column
	return nil
}

// columnOf reads the letters of a column up to XFD.
func columnOf(letters []byte) (int, bool) {
	if len(letters) == 1 && 'A' <= letters[0] && letters[0] <= 'Z' {
		return int(letters[0] - 'A'), true
	}
	column, ok := grid.ParseColumn(string(letters))
	return column, ok && column < 16384
}
