package export

import (
	"iter"

	"tradewind.app/catalog"
)

// Preview is the beginning of a feed's table, cell by cell as it will be in the
// file; quotes and the character set are the file's business.
type Preview struct {
	File   string // whose rows these are
	Header [][]string
	Rows   [][]string
}

// Preview makes the first rows of a feed by the road that Run takes: products
// that Run would leave out are not in it. It stops reading products when it has
// rows enough.
func (c *Channel) Preview(products iter.Seq2[*catalog.Product, error], opts Options, rows int) (Preview, error) {
	k := c.Checker(opts)
	file := &c.spec.Files[0]
	view := Preview{File: file.Name, Header: file.headerRows(c.spec.Columns)}
	for p, err := range products {
		if err != nil {
			return Preview{}, err
		}
		if len(view.Rows) >= rows {
			break
		}
		m := k.product(p)
		if m.leftOut(opts) {
			continue
		}
		for _, row := range m.rows[:min(len(m.rows), rows-len(view.Rows))] {
			view.Rows = append(view.Rows, tableCells(c.spec.Columns, row))
		}
	}
	return view, nil
}
