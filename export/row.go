package export

import (
	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Row is one row of a table while it is rendered: a cell for each column.
type Row struct {
	subject *subject
	table   *TableSpec
	cells   []cell
}

// cell is a text in the form of the catalogue: a list has one part a line.
type cell struct {
	text   string
	failed bool // a problem says why it is empty; its rules are not checked on top
	// unready says that the text is a draft or out of date, as a problem says too.
	unready bool
}

// Get returns the text of a column; a name that is no column has none.
func (r Row) Get(column string) string {
	if i, ok := r.table.index[column]; ok {
		return r.cells[i].text
	}
	return ""
}

// Set puts text into a column. That the table has no column of the name is a problem
// of the product: columns may come from a document that was read at run time.
func (r Row) Set(column, text string) {
	if i, ok := r.table.index[column]; ok {
		r.cells[i] = cell{text: text}
		return
	}
	r.subject.reportNoColumn(r.table, column)
}

// Blank empties a column whose trouble the hook has reported as a problem.
func (r Row) Blank(column string) {
	r.Set(column, "")
	if i, ok := r.table.index[column]; ok {
		r.cells[i].failed = true
	}
}

// column returns the column of a name that the table has.
func (r Row) column(name string) *Column { return &r.table.Columns[r.table.index[name]] }

// Variant returns the variant that the row is of, or nil.
func (r Row) Variant() *catalog.Variant { return r.subject.variant }

// texts returns the cells' texts.
func (r Row) texts() encode.Row {
	texts := make(encode.Row, len(r.cells))
	for i, c := range r.cells {
		texts[i] = c.text
	}
	return texts
}
