package sheet

import (
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// filter knows the rows of a price list that are no products: section names,
// totals, headers repeated on every printed page, instructions below the header,
// terms and footnotes.
type filter struct {
	run      *run
	headers  map[int]string // by column
	first    bool           // no product was met yet
	typical  int            // mapped cells that a product's row has, as a rule
	sections bool           // a lone text is the category of what follows
	section  string         // the one that is open
	waiting  []lonely       // rows with a lone text that no product has followed yet
}

// lonely is a row with one text, by its number, and with the text.
type lonely struct{ row, remark string }

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

// median is the number of mapped cells that half of the rows have, or more. Rows with one
// do not count, where there are other ones: sections and footnotes may be as many as
// the products. Nor do rows without anything in them.
func (f *filter) median(rows []grid.Row) int {
	counts := map[int]int{}
	all := 0
	for i := range rows {
		if n := f.mapped(&rows[i]); n > 1 && !f.nothing(&rows[i]) {
			counts[n]++
			all++
		}
	}
	if all == 0 {
		return 1
	}
	seen := 0
	for n := 0; ; n++ {
		if seen += counts[n]; seen*2 > all {
			return n
		}
	}
}

// divided reports whether lone texts divide fuller rows into sections. Where they are
// more than the fuller rows they are products of which only the title is known.
func (f *filter) divided(rows []grid.Row) bool {
	lones, fuller, above := 0, 0, false
	for i := range rows {
		switch {
		case f.lone(&rows[i]) != nil:
			lones++
		case f.mapped(&rows[i]) > 1:
			fuller++
			above = above || i > 0 && f.lone(&rows[i-1]) != nil
		}
	}
	return above && lones <= fuller
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

// lone returns the only filled cell of a row, in whichever column, or the first of
// those that all say the same, as merged cells do in some files. A code in a column
// of codes is a product, if a poor one.
func (f *filter) lone(row *grid.Row) *grid.Cell {
	if len(row.Cells) == 0 {
		return nil
	}
	c := &row.Cells[0]
	for i := range row.Cells {
		if row.Cells[i].Text != c.Text || len(row.Cells) > 1 && c.Kind != grid.Text {
			return nil
		}
	}
	col := f.run.columnOf(c.Column)
	code := col != nil && isCodeField(col.Field)
	switch {
	case col != nil && col.isOption():
		return nil // a variant, where merged cells have the rest
	case c.Kind == grid.Text && code:
		return unless(isCode(c.Text), c)
	case c.Kind == grid.Text:
		return c
	case c.Kind == grid.Number || c.Kind == grid.Date:
		return unless(code, c) // a page's number, a date
	}
	return nil
}

func unless(no bool, c *grid.Cell) *grid.Cell {
	if no {
		return nil
	}
	return c
}

// skip says why a row is no product, "" when it may be one.
func (f *filter) skip(row *grid.Row) string {
	mapped := f.mapped(row)
	lone := f.lone(row)
	plain := f.run.mapping.Layout == Plain
	switch {
	case plain && f.total(row):
		return skippedTotal
	case f.repeated(row):
		return skippedHeader
	case f.first && (f.instruction(row) || note(row)):
		return skippedInstruction
	case f.nothing(row):
		return skippedBlank
	case plain && f.remark(row, lone):
		return skippedNote
	case lone != nil && f.sections && lone.Kind == grid.Text:
		f.section = strings.TrimRight(strings.TrimSpace(lone.Text), ":：")
		return skippedSection
	case lone != nil && f.typical > 2 && plain:
		return skippedNote
	case mapped == 0:
		return skippedUnusable
	}
	f.first = false
	return ""
}

// followed notes that a product follows: the lone texts before it are sections.
func (f *filter) followed() {
	for _, w := range f.waiting {
		f.run.tally.skip(skippedSection, w.row)
	}
	f.waiting = f.waiting[:0]
}

// totals are the words that begin a row that adds up the rest.
var totals = map[string]bool{
	"total": true, "totals": true, "grand total": true, "subtotal": true, "sub total": true, "sub-total": true, "sum": true, "totale": true,
	"合计": true, "总计": true, "小计": true, "总额": true, "总数": true, "итого": true, "всего": true,
}

func isTotal(text string) bool {
	return len(text) <= 40 && totals[strings.ToLower(strings.Trim(text, " :：*-"))]
}

// total reports whether a row adds up the rest: its first text says so, and it
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
		var v profile
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
