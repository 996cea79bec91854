package cli

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// column is a column of a table for people.
type column struct {
	head  string
	most  int // cells; longer texts are cut, 0: never
	right bool
}

// table lines columns up. It looks at the first rows to learn how wide columns
// are and passes the rest on as it comes, so a list of any length needs no
// memory.
type table struct {
	print  func(line string)
	cols   []column
	rows   [][]string
	widths []int // set once the first rows are out
}

// lookAhead is how many rows decide the widths.
const lookAhead = 200

func (c *program) table(cols ...column) *table { return &table{print: c.print, cols: cols} }

func (t *table) row(cells ...string) {
	for i := range cells {
		cells[i] = cut(oneLine(cells[i]), t.cols[i].most)
	}
	if t.widths != nil {
		t.put(cells)
		return
	}
	if t.rows = append(t.rows, cells); len(t.rows) == lookAhead {
		t.flush()
	}
}

// flush prints what was kept. Call it at the end.
func (t *table) flush() {
	if t.widths != nil || len(t.rows) == 0 {
		return
	}
	head := make([]string, len(t.cols))
	for i, c := range t.cols {
		head[i] = c.head
	}
	t.widths = make([]int, len(t.cols))
	for _, row := range append([][]string{head}, t.rows...) {
		for i, cell := range row {
			t.widths[i] = max(t.widths[i], cells(cell))
		}
	}
	if strings.Join(head, "") != "" {
		t.put(head)
	}
	for _, row := range t.rows {
		t.put(row)
	}
	t.rows = nil
}

func (t *table) put(row []string) {
	var b strings.Builder
	for i, cell := range row {
		if t.widths[i] == 0 {
			continue
		}
		pad := strings.Repeat(" ", max(0, t.widths[i]-cells(cell)))
		if t.cols[i].right {
			cell, pad = pad+cell, ""
		}
		b.WriteString(cell + pad + "  ")
	}
	t.print(strings.TrimRight(b.String(), " "))
}

// cells is how many cells of a terminal a text takes: two for a Chinese
// character (Unicode Standard Annex 11), none for a mark on another one.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// cut shortens a text to at most n cells, the last of them an ellipsis.
func cut(s string, n int) string {
	if n == 0 || cells(s) <= n {
		return s
	}
	room := n - 1
	for i, r := range s {
		if room -= runeCells(r); room < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// oneLine joins the lines of a text: a table's row is one line.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
