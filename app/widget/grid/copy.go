package grid

import (
	"strings"

	"fyne.io/fyne/v2"
)

// CopyTo copies the chosen rows, or the current cell where they are one.
func (g *Grid) CopyTo(clipboard fyne.Clipboard) {
	if g.selection.Len() > 1 && g.OnCopy != nil {
		g.OnCopy()
		return
	}
	clipboard.SetContent(g.Copy())
}

// mostCopied is how many rows are copied at most: a spreadsheet has 1,048,576 rows,
// but a clipboard is kept in memory by several programs.
const mostCopied = 20_000

// Copy writes the shown columns of the chosen rows as a spreadsheet pastes them:
// cells divided by tabs, rows by line ends. Of one row alone the current cell is
// copied as it is. Rows that are not at hand are left out.
func (g *Grid) Copy() string {
	if g.selection.Len() <= 1 && g.row >= 0 && hasText(g.currentColumn()) {
		if cells, ok := g.source.Row(g.row); ok {
			return cells[g.columns.order[g.cell]].Value
		}
		return ""
	}
	var b strings.Builder
	copied := 0
	for row := 0; row < g.source.Len() && copied < min(g.selection.Len(), mostCopied); row++ {
		if key, ok := g.source.Key(row); !ok || !g.selection.Has(key) {
			continue
		}
		copied++
		if cells, ok := g.source.Row(row); ok {
			b.WriteString(g.Line(cells))
		}
	}
	return b.String()
}

// Line is a row as Copy writes it.
func (g *Grid) Line(cells []Cell) string {
	var values []string
	for _, i := range g.columns.order {
		if hasText(g.columns.all[i]) {
			values = append(values, quoteTSV(cells[i].Value))
		}
	}
	return strings.Join(values, "\t") + "\r\n"
}

func hasText(c Column) bool { return c.Kind == TextColumn || c.Kind == FigureColumn }

// quoteTSV puts quotes around a text that would otherwise end its cell.
func quoteTSV(s string) string {
	if !strings.ContainsAny(s, "\t\r\n\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// paste hands the cells of a spreadsheet on, with the columns from the current
// cell to the right.
func (g *Grid) paste(text string) {
	if g.OnPaste == nil || g.row < 0 || text == "" {
		return
	}
	var columns []string
	for _, i := range g.columns.order[g.cell:] {
		columns = append(columns, g.columns.all[i].Key)
	}
	g.OnPaste(g.row, columns, ParseTSV(text))
}

// ParseTSV reads what a spreadsheet puts on the clipboard. A cell in quotes may
// have tabs and line ends; a quote inside it is twice.
func ParseTSV(text string) [][]string {
	text = strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	rows, row := [][]string{}, []string{}
	for {
		cell, rest, end := cutTSV(text)
		row = append(row, cell)
		if end != '\t' {
			rows = append(rows, row)
			row = nil
		}
		if end == 0 {
			return rows
		}
		text = rest
	}
}

// cutTSV takes the first cell off and says what ended it; 0 is the end.
func cutTSV(text string) (cell, rest string, end byte) {
	if strings.HasPrefix(text, `"`) {
		if quoted, after, ok := cutQuoted(text[1:]); ok {
			if after == "" {
				return quoted, "", 0
			}
			return quoted, after[1:], after[0]
		}
	}
	i := strings.IndexAny(text, "\t\n")
	if i < 0 {
		return text, "", 0
	}
	return text[:i], text[i+1:], text[i]
}

// cutQuoted reads up to the quote that ends a cell; not ok where a text only
// begins with a quote.
func cutQuoted(s string) (cell, after string, ok bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		switch {
		case strings.HasPrefix(s, `"`):
			b.WriteByte('"')
			s = s[1:]
		case s == "" || s[0] == '\t' || s[0] == '\n':
			return b.String(), s, true
		default:
			return "", "", false
		}
	}
}
