package delimited

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// Quotation marks that contradict each other. An inch mark in a quoted text ("A 5"
// pot") leaves the field open, and the mark of the next row's text closes it: the
// row between is gone, and nothing is malformed. What shows it is the number of
// fields: where the line alone has as many as records have, and the line behind it
// too, each is a row, and the mark that opened the field is a character.
//
// Only marks that are in the middle of a text, and one that is never closed, have
// a record read again. One
// whose marks are all doubled or closing is read as they say, whatever its lines
// look like, and reported when they look like rows.

// quotes is what a reader keeps of the record it is in, from the first quoted
// field on that may have swallowed something.
type quotes struct {
	keeping  bool
	from     int    // where in the reader's window what is kept goes on
	raw      []byte // what of it was in windows before this one
	at       state  // at the beginning of that field
	doubtful bool   // what is kept is of a field in doubt
	odd      bool   // a mark was in the middle of a text
	split    bool   // the next field's mark is a character
	looked   bool   // what it swallowed was looked at before it closed
	reread   int    // bytes read again so far
}

// state is where a reader was in a record.
type state struct{ line, fields, cells, text, all, beyond, unreadable int }

// maxReread is how much of a file may be read again, in bytes: rows that swallow
// each other without end would cost the square of the file's size.
const maxReread = 64 << 20

// errSwallows says that the open field has swallowed rows.
var errSwallows = errors.New("the field has swallowed rows")

func (q *quotes) begin() {
	q.keeping, q.doubtful, q.odd, q.looked, q.raw = false, false, false, false, q.raw[:0]
}

// taken reports whether the mark that opens the field is a character.
func (q *quotes) taken() bool {
	split := q.split
	q.split = false
	return split
}

// closed notes the end of a quoted field. One that is beyond doubt is forgotten.
func (q *quotes) closed(lines bool) {
	q.doubtful = q.doubtful || q.odd || lines
	if !q.doubtful {
		q.keeping, q.raw = false, q.raw[:0]
	}
}

// keepFrom notes where a quoted field begins.
func (r *reader) keepFrom() {
	if r.quotes.keeping || r.width < 2 {
		return
	}
	r.quotes.keeping, r.quotes.from = true, r.pos
	r.quotes.at = state{r.line, r.fields, len(r.row.Cells), len(r.text), r.cells, r.row.Beyond, r.unreadable}
}

// kept is what was read since the field began.
func (r *reader) kept() []byte {
	q := &r.quotes
	if len(q.raw) == 0 {
		return r.buf[q.from:r.pos]
	}
	q.raw = append(q.raw, r.buf[q.from:r.pos]...)
	q.from = r.pos
	return q.raw
}

// saveKept copies what is kept before the window goes on.
func (r *reader) saveKept() {
	if q := &r.quotes; q.keeping {
		q.raw = append(q.raw, r.buf[q.from:r.pos]...)
		q.from = 0
	}
}

// whole decides at the end of a record whether it is one; if not, the first field
// in doubt is read again.
func (r *reader) whole() bool {
	q := &r.quotes
	if !q.doubtful || r.width < 2 {
		return true
	}
	lines, fit := r.lines(r.kept())
	switch fits := r.fields == r.width; {
	case q.odd && fit && (lines > 1 || !fits) && q.reread < maxReread:
		r.split()
		return false
	case q.odd && (lines > 1 || !fits), lines > 1 && fit:
		r.row.Quotes = max(r.row.Quotes, grid.QuotesJoined)
	}
	return true
}

// swallows reports whether what was taken of an open field are rows. Its first
// lines say, so it is asked once.
func (r *reader) swallows() bool {
	if r.quotes.looked {
		return false
	}
	r.quotes.looked = true
	lines, fit := r.lines(r.kept())
	return lines > 2 && fit && r.quotes.reread < maxReread
}

// unclosed is the error of a field that is open at the end of the file, or longer
// than any: that it has swallowed rows, where its lines are some.
func (r *reader) unclosed(opened int) error {
	r.quotes.odd = true
	if r.quotes.keeping && r.quotes.reread < maxReread {
		if _, fit := r.lines(r.kept()); fit {
			return errSwallows
		}
	}
	return grid.Refuse("csv-open-quote", "line", strconv.Itoa(opened))
}

// lines counts the lines of what was kept, and reports whether those that are
// complete are rows: the first with the fields before it. All of them when no mark
// is odd, since then the marks speak for one field; two of them otherwise.
func (r *reader) lines(raw []byte) (lines int, fit bool) {
	end := byte('\n')
	if r.returns {
		end = '\r'
	}
	fit = r.width > 1
	before, open := r.quotes.at.fields, true
	for len(raw) > 0 {
		line, rest, _ := bytes.Cut(raw, []byte{end})
		raw = rest
		if line = bytes.TrimRight(line, "\r"); len(line) == 0 && !open {
			continue
		}
		if lines++; lines <= 2 || !r.quotes.odd {
			fit = fit && before+r.countFields(line, open) == r.width
		}
		before, open = 0, false
		if !fit && lines > 1 {
			break
		}
	}
	return lines, fit
}

// countFields counts the fields of a line by itself. open says that its first
// begins with a mark that is a character.
func (r *reader) countFields(line []byte, open bool) int {
	n := 1
	for len(line) > 0 {
		at := bytes.IndexByte(line, r.delimiter)
		if line[0] == '"' && !open {
			at = r.quotedEnd(line)
		}
		if open = false; at < 0 {
			break
		}
		line = line[at+1:]
		n++
	}
	return n
}

// quotedEnd returns the index of the delimiter behind the quoted field that begins
// the line, -1 for none. A field that the line leaves open ends at the first.
func (r *reader) quotedEnd(line []byte) int {
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			continue
		}
		rest := bytes.TrimLeft(line[i+1:], " ")
		switch {
		case len(rest) == 0:
			return -1
		case rest[0] == r.delimiter:
			return len(line) - len(rest)
		case rest[0] == '"' && len(rest) == len(line)-i-1:
			i++
		}
	}
	return bytes.IndexByte(line, r.delimiter)
}

// unwrapped takes the marks off around a text that was quoted without doubling the
// one within it: "Pot 5"". Where their number is even, they are a text's own:
// "Big" and "small".
func unwrapped(field []byte) []byte {
	n := len(field)
	if n < 3 || field[n-1] != '"' || bytes.Count(field, []byte{'"'})%2 == 0 {
		return field
	}
	return field[1 : n-1]
}

// split goes back to the field in doubt and takes its mark as a character.
func (r *reader) split() {
	q := &r.quotes
	kept := r.kept()
	if r.pos >= len(kept) {
		r.pos -= len(kept) // it is there still
	} else {
		r.buf = slices.Concat(kept, r.buf[r.pos:r.end], make([]byte, window))
		r.pos, r.end = 0, len(kept)+r.end-r.pos
	}
	q.reread += len(kept)
	at := q.at
	r.line, r.fields, r.cells, r.unreadable = at.line, at.fields, at.all, at.unreadable
	r.row.Cells, r.row.Beyond, r.row.Quotes = r.row.Cells[:at.cells], at.beyond, grid.QuotesSplit
	r.text, r.ends, r.stray = r.text[:at.text], r.ends[:at.cells], true
	q.begin()
	q.split = true
}
