package delimited

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"tradewind.app/catalog/sheet/grid"
)

// reader cuts text into rows. It is lenient where shops' files are: a quotation
// mark inside a field is a character, rows may be ragged, lines may end in \r,
// \n or both. Only a field whose quotation mark is never closed is an error, for
// it has swallowed the rows behind it. A mark that swallows a row and is closed by
// the mark of another is dealt with in quote.go.
type reader struct {
	src      io.Reader
	buf      []byte
	pos, end int
	srcErr   error

	delimiter byte
	width     int  // fields that a record has as a rule, 0 when not known
	line      int  // the one that is being read, from 1
	returns   bool // lines end in \r alone
	records   int
	cells     int

	row        grid.Row
	fields     int    // of the row, the blank ones too
	stray      bool   // a quotation mark is within a field of the row
	text       []byte // of the whole row, so that it costs one allocation
	ends       []int  // of row.Cells in text
	dropped    bool   // the field is too long and was let go
	literal    bool   // the mark that opens the field is a character
	unreadable int
	quotes     quotes
}

func newReader(src io.Reader, delimiter byte) *reader {
	return &reader{src: src, buf: make([]byte, window), delimiter: delimiter, line: 1}
}

// window is how much of the text is looked at.
const window = 64 << 10

// fill reads more; it reports false at the end.
func (r *reader) fill() bool {
	if r.pos < r.end {
		return true
	}
	r.saveKept()
	r.pos, r.end = 0, 0
	if cap(r.buf) > window {
		r.buf = make([]byte, window) // it kept a record that was read again
	}
	for r.srcErr == nil {
		r.end, r.srcErr = r.src.Read(r.buf)
		if r.end > 0 {
			return true
		}
	}
	return false
}

// widen reads more behind the end of the window; it reports false at the end.
func (r *reader) widen() bool {
	if r.end == len(r.buf) {
		r.buf = append(r.buf, make([]byte, window)...)
	}
	for r.srcErr == nil {
		var n int
		n, r.srcErr = r.src.Read(r.buf[r.end:])
		if r.end += n; n > 0 {
			return true
		}
	}
	return false
}

// peek returns the next byte, 0 and false at the end.
func (r *reader) peek() (byte, bool) {
	if !r.fill() {
		return 0, false
	}
	return r.buf[r.pos], true
}

// next returns the next row with something in it, nil behind the last.
func (r *reader) next(ctx context.Context) (*grid.Row, error) {
	for {
		if _, more := r.peek(); !more {
			if r.srcErr != io.EOF {
				return nil, fmt.Errorf("read the file: %w", r.srcErr)
			}
			return nil, nil
		}
		if r.records++; r.records > grid.MaxRows {
			return nil, r.tooLarge(grid.MaxRows, "rows")
		}
		if r.records%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := r.record(); err != nil {
			return nil, err
		}
		if len(r.row.Cells)+r.row.Beyond > 0 {
			r.shareText()
			return &r.row, nil
		}
	}
}

func (r *reader) tooLarge(most int, what string) error {
	return grid.Refuse("sheet-too-large", "sheet", "CSV", "max", strconv.Itoa(most), "what", what)
}

// record reads one record.
func (r *reader) record() error {
	r.row = grid.Row{Number: r.line, Cells: r.row.Cells[:0]}
	r.text, r.ends, r.fields, r.stray = r.text[:0], r.ends[:0], 0, false
	r.quotes.begin()
	for {
		from := len(r.text)
		err := r.field()
		if err == errSwallows {
			r.split()
			continue
		}
		if err != nil {
			return err
		}
		if err := r.add(from); err != nil {
			return err
		}
		c, more := r.peek()
		if more {
			r.pos++
		}
		if more && c == r.delimiter {
			continue
		}
		if more {
			r.endLine(c)
		}
		if r.whole() {
			r.row.Fields = r.fields
			return nil
		}
	}
}

// endLine takes the \n of \r\n.
func (r *reader) endLine(c byte) {
	r.line++
	if c != '\r' {
		return
	}
	if next, more := r.peek(); more && next == '\n' {
		r.pos++
		return
	}
	r.returns = true
}

// field appends one field to the text and stops before what ends it.
func (r *reader) field() error {
	c, more := r.peek()
	quoted := more && c == '"'
	r.dropped, r.literal = false, quoted && r.quotes.taken()
	if quoted && !r.literal {
		r.keepFrom()
		opened := r.line
		r.pos++
		if err := r.quotedField(); err != nil {
			return err
		}
		r.quotes.closed(r.line > opened)
	}
	from := len(r.text)
	for r.fill() {
		window := r.buf[r.pos:r.end]
		n := 0
		for n < len(window) && window[n] != r.delimiter && window[n] != '\n' && window[n] != '\r' {
			n++
		}
		r.stray = r.stray || bytes.IndexByte(window[:n], '"') >= 0
		r.keep(from, window[:n])
		r.pos += n
		if n < len(window) {
			return nil
		}
	}
	return nil
}

// keep appends to a field that began at from, unless it has grown too long.
func (r *reader) keep(from int, text []byte) {
	if len(r.text)-from+len(text) > grid.MaxCell {
		r.dropped = true
	}
	if !r.dropped {
		r.text = append(r.text, text...)
	}
}

// quotedField reads up to the closing mark.
func (r *reader) quotedField() error {
	opened, from, length := r.line, len(r.text), 0
	for r.fill() {
		window := r.buf[r.pos:r.end]
		n := bytes.IndexByte(window, '"')
		if n < 0 {
			n = len(window)
		}
		r.countLines(window[:n])
		r.keep(from, window[:n])
		r.pos += n
		if length += n; length > openQuote {
			break
		}
		if n == len(window) {
			continue
		}
		r.pos++
		switch r.mark() {
		case closing:
			return nil
		case inside:
			r.quotes.odd = true
			if r.line > opened+1 && r.swallows() {
				return errSwallows
			}
		}
		r.keep(from, []byte{'"'})
	}
	if r.srcErr != nil && r.srcErr != io.EOF {
		return fmt.Errorf("read the file: %w", r.srcErr)
	}
	return r.unclosed(opened)
}

// What a quotation mark within a quoted field is.
type markKind uint8

const (
	doubled markKind = iota // one mark of the text
	closing
	inside // against the rules it is in the middle of a text
)

// mark says what the mark before pos is, and takes the second of a doubled one.
func (r *reader) mark() markKind {
	c, more := r.peek()
	if more && c == '"' {
		r.pos++
		return doubled
	}
	if !more {
		return closing
	}
	rest := bytes.TrimLeft(r.buf[r.pos:r.end], " ")
	for len(rest) == 0 && r.end-r.pos < window && r.widen() {
		rest = bytes.TrimLeft(r.buf[r.pos:r.end], " ")
	}
	if len(rest) == 0 || rest[0] == r.delimiter || rest[0] == '\n' || rest[0] == '\r' {
		return closing
	}
	return inside
}

func (r *reader) countLines(text []byte) {
	end := byte('\n')
	if r.returns {
		end = '\r'
	}
	r.line += bytes.Count(text, []byte{end})
}

// add makes a cell of the field that began at from, unless it is blank.
func (r *reader) add(from int) error {
	column := r.fields
	r.fields++
	kind := grid.Text
	if r.dropped {
		kind, r.text = grid.TooLong, r.text[:from]
	} else if len(bytes.TrimSpace(r.text[from:])) == 0 {
		r.text = r.text[:from]
		return nil
	}
	if column >= grid.MaxColumns {
		r.row.Beyond++
		r.text = r.text[:from]
		return nil
	}
	if r.cells++; r.cells > maxCells {
		return r.tooLarge(maxCells, "cells")
	}
	if len(r.text) > grid.MaxRowText {
		return grid.Refuse("file-swollen", "part", "line "+strconv.Itoa(r.row.Number))
	}
	if field := r.text[from:]; !utf8.Valid(field) || bytes.Contains(field, []byte("\ufffd")) {
		r.unreadable++
	}
	if r.literal {
		r.text = append(r.text[:from], unwrapped(r.text[from:])...)
	}
	r.text = append(r.text[:from], bare(r.text[from:])...)
	if field := r.text[from:]; kind == grid.Text && len(field) > 0 && field[0] == '#' && grid.IsError(string(field)) {
		kind = grid.Error
	}
	r.row.Cells = append(r.row.Cells, grid.Cell{Column: column, Kind: kind})
	r.ends = append(r.ends, len(r.text))
	return nil
}

// bare undoes what programs do to a text so that Excel leaves it alone:
// ="00123" is 00123, and a ' before = + - @ or a number is taken off.
func bare(field []byte) []byte {
	if inner, ok := bytes.CutPrefix(field, []byte(`="`)); ok && len(inner) > 0 && inner[len(inner)-1] == '"' {
		return inner[:len(inner)-1]
	}
	if len(field) < 2 || field[0] != '\'' {
		return field
	}
	if bytes.IndexByte([]byte("=+-@"), field[1]) >= 0 || len(bytes.Trim(field[1:], "0123456789.,")) == 0 {
		return field[1:]
	}
	return field
}

// shareText turns the row's text into one string that its cells share.
func (r *reader) shareText() {
	text := string(r.text)
	from := 0
	for i, end := range r.ends {
		r.row.Cells[i].Text = text[from:end]
		r.row.Cells[i].Raw = text[from:end]
		from = end
	}
}
