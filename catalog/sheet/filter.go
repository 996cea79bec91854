package sheet

import (
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// filter knows the rows of a price list that are no products: section names,
// totals, headers repeated on every printed page, instructions below the header.
type filter struct {
	run      *run
	headers  map[int]string // by column
	first    bool           // no product was met yet
	typical  int            // mapped cells that a row has, as a rule
	sections bool           // a lone text is the category of what follows
	section  string         // the one that is open
}

func newFilter(r *run, sample []grid.Row) filter {
	f := filter{run: r, headers: map[int]string{}, first: true}
	for _, c := range r.mapping.Columns {
		if header := strings.TrimSpace(c.Header); header != "" {
			f.headers[c.Index] = header
		}
	}
	below := sample
	for i := range sample {
		if sample[i].Number == r.mapping.HeaderRow {
			below = sample[i+1:]
			break
		}
	}
	f.typical = f.median(below)
	if r.mapping.Layout == Plain && r.mapping.Column(catalog.FieldCategory) == nil {
		f.sections = f.typical > 2 || f.typical == 2 && f.divided(below)
	}
	return f
}

// median is the number of mapped cells that half of the rows have.
func (f *filter) median(rows []grid.Row) int {
	counts := map[int]int{}
	for i := range rows {
		counts[f.mapped(&rows[i])]++
	}
	seen := 0
	for n := 0; ; n++ {
		if seen += counts[n]; seen*2 >= len(rows) {
			return n
		}
	}
}

// divided reports whether lone texts stand above fuller rows.
func (f *filter) divided(rows []grid.Row) bool {
	for i := 0; i+1 < len(rows); i++ {
		if f.lone(&rows[i]) != nil && f.mapped(&rows[i+1]) > 1 {
			return true
		}
	}
	return false
}

// mapped counts the cells of a row in columns that go somewhere.
func (f *filter) mapped(row *grid.Row) int {
	n := 0
	for i := range row.Cells {
		if f.run.columnOf(row.Cells[i].Column) != nil {
			n++
		}
	}
	return n
}

// lone returns the only filled cell of a row, when it is a text that could be a
// section's name: in the title's column, or in the first.
func (f *filter) lone(row *grid.Row) *grid.Cell {
	if len(row.Cells) != 1 || row.Cells[0].Kind != grid.Text {
		return nil
	}
	c := &row.Cells[0]
	col := f.run.columnOf(c.Column)
	if c.Column == 0 || col != nil && col.Field == catalog.FieldTitle {
		return c
	}
	return nil
}

// skip tells why a row is no product, "" when it may be one.
func (f *filter) skip(row *grid.Row) string {
	mapped := f.mapped(row)
	switch lone := f.lone(row); {
	case f.run.mapping.Layout == Plain && f.total(row):
		return skippedTotal
	case f.repeated(row):
		return skippedHeader
	case f.first && (f.instruction(row) || note(row)):
		return skippedInstruction
	case lone != nil && f.sections:
		f.section = lone.Text
		return skippedSection
	case lone != nil && f.typical > 2 && f.run.mapping.Layout == Plain:
		return skippedNote
	case mapped == 0:
		return skippedUnusable
	}
	f.first = false
	return ""
}

// totals are the words that begin a row that adds up the others.
var totals = map[string]bool{
	"total": true, "totals": true, "grand total": true, "subtotal": true, "sub total": true, "sub-total": true, "sum": true, "totale": true,
	"合计": true, "总计": true, "小计": true, "总额": true, "总数": true, "итого": true, "всего": true,
}

func isTotal(text string) bool {
	return len(text) <= 40 && totals[strings.ToLower(strings.Trim(text, " :：*-"))]
}

// total reports whether a row adds up the others: its first text says so, and it
// has no code that a product of that name would have.
func (f *filter) total(row *grid.Row) bool {
	texts, says := 0, false
	for i := range row.Cells {
		c := &row.Cells[i]
		if col := f.run.columnOf(c.Column); col != nil && isCodeField(col.Field) && !isTotal(c.Text) {
			return false
		}
		if c.Kind == grid.Text && strings.Trim(c.Text, "0123456789.,- $€£¥") != "" {
			says = says || texts == 0 && isTotal(c.Text)
			texts++
		}
	}
	return says && texts < 3
}

// repeated reports whether a row is the header again.
func (f *filter) repeated(row *grid.Row) bool {
	same := 0
	for i := range row.Cells {
		header, ok := f.headers[row.Cells[i].Column]
		if !ok || !strings.EqualFold(strings.TrimSpace(row.Cells[i].Text), header) {
			return false
		}
		same++
	}
	return same > 1
}

// instruction reports whether a row below the header explains the columns: where
// numbers belong, there are words, in two columns at least. A second header row,
// in the program's own words or another language, is such a row too.
func (f *filter) instruction(row *grid.Row) bool {
	words, numbers := 0, 0
	for i := range row.Cells {
		c := f.run.columnOf(row.Cells[i].Column)
		if c == nil || !numeric(c.Field) {
			continue
		}
		var v values
		switch v.count(&row.Cells[i]); {
		case v.numbers > 0:
			numbers++
		case row.Cells[i].Kind == grid.Text:
			words++
		}
	}
	return words > 1 && numbers == 0
}

// note recognises the line that official templates carry below their header.
func note(row *grid.Row) bool {
	for i := range row.Cells {
		if strings.Contains(strings.ToLower(row.Cells[i].Text), "column is required") {
			return true
		}
	}
	return false
}
