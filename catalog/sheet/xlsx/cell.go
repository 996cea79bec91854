package xlsx

import (
	"bytes"
	"strconv"

	"tradewind.app/catalog/sheet/grid"
)

// rawCell is a cell as the file has it: its value is in rows.value.
type rawCell struct {
	kind    byte // of its type: n, s, S (str), i (inlineStr), b, e, d
	style   int
	rich    bool // a rich value follows it: Excel's picture in a cell
	formula bool
	dispimg bool // WPS's picture in a cell
	valued  bool // has a <v> or <is>
	tooLong bool
}

// cell reads one <c>.
func (r *rows) cell() error {
	c, err := r.cellAttributes()
	if err != nil {
		return err
	}
	r.value = r.value[:0]
	if err := r.cellContent(&c); err != nil {
		return err
	}
	if c.kind == 'S' || c.kind == 'i' {
		r.value = unescape(r.value)
	}
	if r.column >= grid.MaxColumns {
		if len(r.value) > 0 {
			r.row.Beyond++
		}
		return nil
	}
	return r.add(&c)
}

func (r *rows) cellAttributes() (rawCell, error) {
	c := rawCell{kind: 'n', style: -1}
	r.column++
	a := attributes{rest: r.scan.attrs}
	for a.next() {
		switch string(a.name) {
		case "r":
			if err := r.address(a.value); err != nil {
				return c, err
			}
		case "t":
			c.kind = cellKind(a.value)
		case "s":
			c.style = index(a.value)
		case "vm":
			c.rich = true
		}
	}
	return c, nil
}

// cellKind is the first letter of a cell's type (ECMA-376 part 1, 18.18.11).
func cellKind(t []byte) byte {
	switch string(t) {
	case "s", "b", "e", "d", "n":
		return t[0]
	case "str":
		return 'S'
	case "inlineStr":
		return 'i'
	}
	return 'n'
}

// index reads a small number quickly; -1 is none.
func index(digits []byte) int {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > 1<<26 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	if len(digits) == 0 {
		return -1
	}
	return n
}

// cellContent reads up to </c>.
func (r *rows) cellContent(c *rawCell) error {
	s := r.scan
	inValue, inFormula := false, false
	for {
		t, err := s.next()
		if err != nil {
			return err
		}
		switch t {
		case startTag:
			inValue, inFormula = string(s.name) == "v", string(s.name) == "f"
			c.valued, c.formula = c.valued || inValue, c.formula || inFormula
			if string(s.name) == "is" {
				if err := r.inline(c); err != nil {
					return err
				}
			}
		case endTag:
			if string(s.name) == "c" {
				return nil
			}
			inValue, inFormula = false, false
		case charData:
			if inFormula {
				c.dispimg = c.dispimg || bytes.Contains(s.text, []byte("DISPIMG("))
			}
			if !inValue || c.tooLong {
				continue
			}
			if r.value, err = s.appendTo(r.value); err != nil {
				return err
			}
			c.tooLong = len(r.value) > grid.MaxCell
		case endOfPart:
			return errMalformed
		}
	}
}

func (r *rows) inline(c *rawCell) error {
	text, whole, err := richText(r.scan, r.value, "is")
	r.value = text
	c.valued, c.tooLong = true, c.tooLong || !whole
	return err
}

// add makes a cell of what was read, unless it is blank.
func (r *rows) add(c *rawCell) error {
	cell := grid.Cell{Column: r.column}
	n := len(r.text)
	s := span{n, n, n, n}
	var err error
	switch {
	case c.tooLong:
		cell.Kind = grid.TooLong
	case c.dispimg || bytes.HasPrefix(r.value, []byte("=DISPIMG(")) || c.kind == 'e' && c.rich:
		cell.Kind = grid.Picture
	case c.formula && len(r.value) == 0 && (c.kind != 'S' || !c.valued):
		// A writer that does not compute leaves the value out, or leaves it empty;
		// a text that was computed and is empty has a type that says so.
		cell.Kind = grid.Uncached
	case len(r.value) == 0:
		return nil
	default:
		err = r.content(c, &cell, &s)
	}
	if err != nil || cell.Kind == grid.Blank {
		return err
	}
	if r.cells++; r.cells > maxCells {
		return r.tooLarge(maxCells, "cells")
	}
	if len(r.text) > grid.MaxRowText || len(r.row.Cells) > 2*grid.MaxColumns {
		return grid.Refuse("file-swollen", "part", r.sheet.Name+", row "+strconv.Itoa(r.row.Number))
	}
	r.row.Cells, r.spans = append(r.row.Cells, cell), append(r.spans, s)
	return nil
}

// content gives the cell its kind and text, by its type.
func (r *rows) content(c *rawCell, cell *grid.Cell, s *span) error {
	switch c.kind {
	case 's':
		n := index(bytes.TrimSpace(r.value))
		var err error
		if r.text, err = r.strings.appendString(r.ctx, r.text, n); err != nil {
			return err
		}
		if cell.Kind = grid.Text; r.strings.long[n] {
			cell.Kind = grid.TooLong
		}
	case 'b':
		text := "FALSE"
		if v := r.value[0]; v == '1' || v == 't' || v == 'T' {
			text = "TRUE"
		}
		cell.Kind, r.text = grid.Bool, append(r.text, text...)
	case 'e':
		cell.Kind, r.text = grid.Error, append(r.text, r.value...)
	case 'd':
		cell.Kind, r.text = grid.Date, append(r.text, trimMidnight(string(r.value))...)
	case 'n':
		r.number(c, cell, s)
		return nil
	default:
		cell.Kind, r.text = grid.Text, append(r.text, r.value...)
	}
	s.textEnd, s.rawEnd = len(r.text), len(r.text)
	switch text := r.text[s.text:]; {
	case cell.Kind != grid.Text:
	case len(bytes.TrimSpace(text)) == 0:
		cell.Kind, r.text = grid.Blank, r.text[:s.text]
	case text[0] == '#' && grid.IsError(string(text)):
		cell.Kind = grid.Error // pasted as a value
	}
	return nil
}

// number gives a number its digits and, where its format makes it one, its look
// as a code, a date or a percentage. What is no number stays as it is written.
func (r *rows) number(c *rawCell, cell *grid.Cell, s *span) {
	var ok bool
	value := bytes.TrimSpace(r.value)
	r.text, ok = appendNumber(r.text, value)
	cell.Kind = grid.Number
	if !ok {
		cell.Kind, r.text = grid.Text, append(r.text, value...)
	}
	s.rawEnd = len(r.text)
	s.textEnd = s.rawEnd
	if !ok || c.style < 0 || c.style >= len(r.styles) {
		return
	}
	shown := ""
	switch st := &r.styles[c.style]; {
	case st.date:
		if shown, ok = isoDate(value, r.date1904); ok {
			cell.Kind = grid.Date
		}
	case st.pad != "":
		shown, _ = padNumber(r.text[s.raw:s.rawEnd], st.pad)
	case st.format != nil:
		cell.Format = st.format
		if st.format.Percent {
			shown = percent(value)
		}
	}
	if shown != "" {
		s.text, r.text = len(r.text), append(r.text, shown...)
		s.textEnd = len(r.text)
	}
}
