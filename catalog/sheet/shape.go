package sheet

import (
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// shape compares the rows with the header they are under. A delimiter too many, a
// quotation mark that is not closed: what is in a column then belongs to another.
type shape struct {
	run     *run
	width   int   // fields of the header of a text file, 0 for a workbook
	usual   int   // fields of most rows of a text file
	last    int   // the last column with a header
	numbers []int // columns of numbers
	texts   []int // columns of texts, in which no number was met
	images  []int // columns of pictures
	full    bool  // most rows have as many fields as the header
	narrow  bool  // all rows have fewer, and the same number

	split, joined, short, hidden count
	pictures                     count // by their cells
}

func newShape(r *run, sample []grid.Row) shape {
	s := shape{run: r, last: -1}
	for _, c := range r.mapping.Columns {
		if c.Header != "" {
			s.last = max(s.last, c.Index)
		}
		switch {
		case numeric(c.Field):
			s.numbers = append(s.numbers, c.Index)
		case c.Field == catalog.FieldImages || c.Field == VariantImage:
			s.images = append(s.images, c.Index)
		}
	}
	for i := range sample {
		n := sample[i].Number
		if n >= r.mapping.HeaderRow && n < max(r.mapping.FirstRow, r.mapping.HeaderRow+1) {
			s.width = max(s.width, sample[i].Fields)
		}
	}
	counts := map[int]int{}
	for i := range sample {
		if n := sample[i].Fields; n > 0 {
			if counts[n]++; counts[n] > counts[s.usual] {
				s.usual = n
			}
		}
	}
	s.full = s.width > 0 && s.usual == s.width
	s.narrow = s.usual > 1 && s.usual <= s.last && !slices.ContainsFunc(sample, func(row grid.Row) bool {
		return row.Number >= r.mapping.FirstRow && row.Fields != s.usual
	})
	s.texts = s.textColumns(sample)
	return s
}

// textColumns lists the columns of names and descriptions that have words alone in
// the rows that are whole.
func (s *shape) textColumns(sample []grid.Row) []int {
	var columns []int
	for _, c := range s.run.mapping.Columns {
		switch c.Field {
		case catalog.FieldTitle, catalog.FieldDescription, catalog.FieldBrand, catalog.FieldCategory, catalog.FieldType:
		default:
			continue
		}
		words := 0
		for i := range sample {
			cell := sample[i].Cell(c.Index)
			if cell == nil || sample[i].Number < s.run.mapping.FirstRow || sample[i].Fields < s.width {
				continue
			}
			if words++; isBare(cell.Text) {
				words = -len(sample)
			}
		}
		if words > 0 {
			columns = append(columns, c.Index)
		}
	}
	return columns
}

// look notes what is odd about a row, and says why its cells cannot be where they
// belong, "" when they can.
func (s *shape) look(row *grid.Row) (why string) {
	switch row.Quotes {
	case grid.QuotesSplit:
		s.split.add(itoa(row.Number))
	case grid.QuotesJoined:
		s.joined.add(itoa(row.Number))
	}
	if row.Hidden {
		s.hidden.add(itoa(row.Number))
	}
	for i := range row.Cells {
		if c := &row.Cells[i]; c.Kind == grid.Picture && s.run.columnOf(c.Column) == nil {
			s.pictures.add(grid.ColumnName(c.Column) + itoa(row.Number))
		}
	}
	if s.full && row.Fields < s.width || s.narrow && row.Fields <= s.last {
		s.short.add(itoa(row.Number))
	}
	switch {
	case s.shifted(row):
		return "cells-shifted"
	case s.full && row.Fields < s.width && s.missing(row):
		return "cells-missing"
	case s.displaced(row):
		return "cells-displaced"
	}
	return ""
}

// displaced reports whether the address of a picture is where words or numbers
// belong, while the columns of pictures have something different: the cells have moved,
// though the row has as many as other ones.
func (s *shape) displaced(row *grid.Row) bool {
	other := false
	for _, column := range s.images {
		if c := row.Cell(column); c != nil {
			if c.Kind != grid.Text || strings.ContainsAny(c.Text, "./\\") || catalog.IsPlaceholder(c.Text) {
				return false
			}
			other = true
		}
	}
	return other && slices.ContainsFunc(row.Cells, func(c grid.Cell) bool {
		col := s.run.columnOf(c.Column)
		return col != nil && !col.role && col.plainWords() && isPicture(c.Text)
	})
}

// plainWords reports whether no address belongs into the column.
func (c *column) plainWords() bool {
	switch c.Field {
	case catalog.FieldTitle, catalog.FieldBrand, catalog.FieldCategory, catalog.FieldType, catalog.FieldMaterial, catalog.FieldTags:
		return true
	}
	return c.numbers || isCodeField(c.Field) || c.isOption()
}

// missing reports whether a number is where there are words in all other rows:
// a cell before it is not there, and the rest has moved.
func (s *shape) missing(row *grid.Row) bool {
	return slices.ContainsFunc(s.texts, func(column int) bool { return isBare(row.Text(column)) })
}

// shifted reports whether a row has more cells than the header has names. In a text
// file that says enough: a mark that divides fields is within one. Programs that
// pad rows leave the rest blank, and in a workbook people write beside the table;
// there the numbers must be one column too far, too.
func (s *shape) shifted(row *grid.Row) bool {
	switch beyond := row.Cell(s.last + 1); {
	case s.last < 0:
		return false
	case s.width > 0:
		surplus := slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return c.Column >= s.width })
		return surplus || row.Beyond > 0 && s.width < grid.MaxColumns || row.Fields > max(s.width, s.usual) && s.misfit(row)
	default:
		return beyond != nil && beyond.Kind != grid.Picture && s.misfit(row)
	}
}

// misfit reports whether a column of numbers has words, and each number is
// right of a column of numbers.
func (s *shape) misfit(row *grid.Row) bool {
	words := false
	for _, column := range s.numbers {
		if c := row.Cell(column); c != nil && c.Kind == grid.Text && !strings.ContainsFunc(c.Text, unicode.IsDigit) {
			words = true
		}
		if next := row.Cell(column + 1); next != nil && next.Kind == grid.Text && !strings.ContainsFunc(next.Text, unicode.IsDigit) && !slices.Contains(s.numbers, column+1) {
			return false
		}
	}
	return words
}

// float counts the pictures that lie over the rows of the products. One above them
// is a logo. A drawing that is damaged says nothing: no picture of it is read anyhow,
// and the cells are whole.
func (s *shape) float() {
	anchors, err := s.run.book.src.Pictures(s.run.sheet)
	if err != nil {
		return
	}
	for _, a := range anchors {
		switch {
		case a.Row == 0:
			s.pictures.add("?")
		case a.Row >= s.run.mapping.FirstRow:
			s.pictures.add(grid.ColumnName(a.Column) + itoa(a.Row))
		}
	}
}

// problems says what was odd about rows, each kind once.
func (s *shape) problems(place catalog.Place) []catalog.Problem {
	s.float()
	var problems []catalog.Problem
	for _, p := range []struct {
		code string
		rows *count
	}{{"quotes-split", &s.split}, {"quotes-joined", &s.joined}, {"rows-short", &s.short}, {"rows-hidden", &s.hidden}, {"pictures-unread", &s.pictures}} {
		if p.rows.n > 0 {
			problems = append(problems, catalog.NewProblem(p.code, catalog.Warning, "", "count", itoa(p.rows.n), "list", p.rows.list()).At(place))
		}
	}
	return problems
}
