package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// A row that makes no product is skipped for one of these reasons, the codes of
// the problems that report it.
const (
	skippedTotal       = "rows-total"
	skippedSection     = "rows-section"
	skippedInstruction = "rows-instruction"
	skippedHeader      = "rows-header"
	skippedNote        = "rows-note"
	skippedBlank       = "rows-blank"
	skippedUnusable    = "rows-unusable"
)

// skipReasons in the order in which they are reported.
var skipReasons = []string{skippedSection, skippedTotal, skippedHeader, skippedInstruction, skippedNote, skippedBlank, skippedUnusable}

// listed is how many rows or columns are named in a problem.
const listed = 10

// tally counts what becomes of rows and columns.
type tally struct {
	rows, products int
	skipped        map[string]*count
	columns        map[int]Column // of the mapping, until a value of theirs is met
	kept, dropped  named
	apart          named             // prices for resellers
	saleOff        count             // sale prices that are not in force
	notes          []catalog.Problem // with what remarks say
	placeholders   []placeholder
	far            count
	unreadable     int
	problems       int // with single cells
	lacks          catalog.Lacks
}

// count is how many there were, and which the first ones were.
type count struct {
	n     int
	first []string
}

func (c *count) add(what string) {
	if c.n++; len(c.first) < listed {
		c.first = append(c.first, what)
	}
}

func (c *count) list() string {
	list := strings.Join(c.first, ", ")
	if c.n > len(c.first) {
		list += " …"
	}
	return list
}

// named counts columns and knows all of them: there are few.
type named struct {
	count
	names []string
}

func (n *named) add(what string) {
	n.count.add(what)
	n.names = append(n.names, what)
}

// placeholder counts the texts of a column that are where there is no code.
type placeholder struct {
	column, text string
	n            int
}

// nothing counts a text that is where there is no code.
func (t *tally) nothing(column, text string) {
	i := slices.IndexFunc(t.placeholders, func(p placeholder) bool { return p.column == column })
	if i < 0 {
		i = len(t.placeholders)
		t.placeholders = append(t.placeholders, placeholder{column: column, text: text})
	}
	t.placeholders[i].n++
}

func newTally(columns []Column) tally {
	t := tally{skipped: map[string]*count{}, columns: make(map[int]Column, len(columns))}
	for _, c := range columns {
		t.columns[c.Index] = c
	}
	return t
}

// maxProblems is how many cells are reported one by one. A column of formulas that
// were never computed is one mistake, however many rows it has.
const maxProblems = 10_000

// tell counts a problem with a cell and reports whether it is still reported.
func (t *tally) tell() bool {
	t.problems++
	return t.problems <= maxProblems
}

func (t *tally) skip(why, row string) {
	if t.skipped[why] == nil {
		t.skipped[why] = &count{}
	}
	t.skipped[why].add(row)
}

// row notes the columns that a person may miss in the catalogue, and cells that
// are beyond the last one.
func (t *tally) row(row *grid.Row, seen []bool) {
	if row.Beyond > 0 {
		t.far.add(itoa(row.Number))
	}
	for i := range row.Cells {
		if column := row.Cells[i].Column; !seen[column] {
			seen[column] = true
			t.met(column)
		}
	}
}

// met notes the first value of a column. One without a header of which no value
// was in the sample is not in the mapping.
func (t *tally) met(column int) {
	c, mapped := t.columns[column]
	c.Index = column
	name := c.name()
	switch {
	case !mapped, c.Field == Ignore && c.Reason != Chosen:
		t.dropped.add(name)
	case c.Apart && c.Reason == Kept:
		t.apart.add(name)
	case c.Reason == Kept:
		t.kept.add(name)
	}
}

// summary reports everything once; place is the file.
func (t *tally) summary(place catalog.Place, encoding string) Summary {
	s := Summary{Rows: t.rows, Products: t.products}
	tell := func(code string, severity catalog.Severity, c *count, args ...string) {
		if c != nil && c.n > 0 {
			args = append(args, "count", itoa(c.n), "list", c.list())
			s.Problems = append(s.Problems, catalog.NewProblem(code, severity, "", args...).At(place))
		}
	}
	for _, why := range skipReasons {
		severity := catalog.Info
		if why == skippedUnusable {
			severity = catalog.Warning
		}
		tell(why, severity, t.skipped[why])
		if c := t.skipped[why]; c != nil {
			s.Skipped += c.n
		}
	}
	tell("columns-kept", catalog.Info, &t.kept.count)
	tell("columns-ignored", catalog.Info, &t.dropped.count)
	tell("cells-beyond", catalog.Warning, &t.far, "max", itoa(grid.MaxColumns))
	tell("sale-off", catalog.Info, &t.saleOff)
	s.Problems = append(s.Problems, t.notes...)
	for _, p := range t.placeholders {
		s.Problems = append(s.Problems, catalog.NewProblem("code-placeholder", catalog.Info, "", "count", itoa(p.n), "column", p.column, "value", p.text).At(place))
	}
	if t.unreadable > 0 {
		s.Problems = append(s.Problems, catalog.NewProblem("text-unreadable", catalog.Warning, "", "count", itoa(t.unreadable), "encoding", encoding).At(place))
	}
	if t.problems > maxProblems {
		s.Problems = append(s.Problems, catalog.NewProblem("problems-more", catalog.Warning, "", "count", itoa(t.problems-maxProblems)).At(place))
	}
	if t.products == 0 {
		s.Problems = append(s.Problems, catalog.NewProblem("no-products", catalog.Warning, "").At(place))
	}
	return s
}
