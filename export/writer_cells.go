package export

import (
	"bytes"
	"strings"

	"tradewind.app/export/encode"
)

// tableCells gives a row's cells the form that they have in a table.
func tableCells(columns []Column, row Row) []string {
	cells := row.texts()
	for i := range cells {
		if columns[i].List != "" {
			cells[i] = joinList(cells[i], columns[i].List)
		}
	}
	return cells
}

// joinList joins a list's parts. A part that holds the separator or a colon
// stands in quotes, as Google asks for product_highlight (answer 9216100, read
// 2026-11); addresses have both escaped and never need them.
func joinList(text, separator string) string {
	parts := listParts(text)
	for i, part := range parts {
		if !isWeb(part) && strings.ContainsAny(part, separator+`:"`) {
			parts[i] = `"` + strings.ReplaceAll(part, `"`, `""`) + `"`
		}
	}
	return strings.Join(parts, separator)
}

// elements gives a row the form that it has in RSS: a list's parts are elements
// of their own.
func elements(columns []Column, row Row) []encode.Element {
	list := make([]encode.Element, 0, len(columns))
	for i, c := range columns {
		text := row.cells[i].text
		if c.List == "" {
			list = append(list, encode.Element{Name: c.Name, Text: text})
			continue
		}
		for _, part := range listParts(text) {
			list = append(list, encode.Element{Name: c.Name, Text: part})
		}
	}
	return list
}

// headerRows are the rows above the first product.
func (f *FileSpec) headerRows(columns []Column) [][]string {
	var rows [][]string
	for _, line := range f.Header {
		var row []string
		for _, c := range columns {
			switch line {
			case "{name}":
				row = append(row, c.Name)
			case "{title_zh}":
				row = append(row, c.TitleZH)
			}
		}
		if row == nil {
			row = []string{line}
		}
		rows = append(rows, row)
	}
	return rows
}

// appendHeader writes a header row: bare where only listed columns are quoted,
// as the program that such files come from does.
func (f *FileSpec) appendHeader(b *bytes.Buffer, row []string) error {
	if f.dialect.Quoting == encode.QuoteListed {
		return f.dialect.AppendPlain(b, row)
	}
	return f.dialect.AppendRow(b, row)
}
