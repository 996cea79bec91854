package export

import (
	"iter"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Preview is the beginning of a table of a feed, cell by cell as it will be in the
// file; quotes and the character set are the file's business.
type Preview struct {
	File   string // the first that has the table
	Table  string // its name, where the feed has several
	Header [][]string
	Rows   [][]string
}

// Preview makes the first rows of a feed's first table, see [Channel.PreviewTables].
func (c *Channel) Preview(products iter.Seq2[*catalog.Product, error], opts Options, rows int) (Preview, error) {
	views, err := c.PreviewTables(products, opts, rows)
	if err != nil {
		return Preview{}, err
	}
	return views[0], nil
}

// PreviewTables makes the first rows of each table of a feed by the road that Run takes:
// products that Run would leave out are not in it. It stops reading products when the
// first table has rows enough.
func (c *Channel) PreviewTables(products iter.Seq2[*catalog.Product, error], opts Options, rows int) ([]Preview, error) {
	k := c.Checker(opts)
	views := c.emptyPreviews()
	for p, err := range products {
		if err != nil {
			return nil, err
		}
		if len(views[0].Rows) >= rows {
			break
		}
		r := k.render(p)
		if r.leftOut(opts) {
			continue
		}
		for i := range views {
			view := &views[i]
			for _, row := range r.tables[i][:min(len(r.tables[i]), rows-min(rows, len(view.Rows)))] {
				view.Rows = append(view.Rows, c.spec.Tables[i].cells(row))
			}
		}
	}
	return views, nil
}

// emptyPreviews has the header of each table.
func (c *Channel) emptyPreviews() []Preview {
	views := make([]Preview, len(c.spec.Tables))
	for i := range views {
		views[i].Table = c.spec.Tables[i].Name
		if files := c.spec.filesOf(i); len(files) > 0 {
			views[i].File, views[i].Header = files[0].Name, c.spec.Tables[i].head(files[0]).Header
		}
	}
	return views
}

// cells are a row's texts with lists joined.
func (t *TableSpec) cells(row Row) []string {
	cells := row.texts()
	for i := range cells {
		field := encode.Field{List: t.Columns[i].List, Plain: t.Columns[i].ListPlain}
		cells[i] = field.Cell(cells[i])
	}
	return cells
}
