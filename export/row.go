package export

import "tradewind.app/catalog"

// Row is one row of a feed while it is made: a cell for each column.
type Row struct {
	subject *subject
	cells   []cell
}

// cell is a text in the form of the catalogue: a list has one part a line.
type cell struct {
	text   string
	failed bool // a problem says why it is empty; its rules are not told on top
}

// Get returns the text of a column; a name that is no column has none.
func (r Row) Get(column string) string {
	if i, ok := r.subject.channel.index[column]; ok {
		return r.cells[i].text
	}
	return ""
}

// Set puts text into a column. A name that is no column is a mistake in a hook
// and panics, as an index out of range does.
func (r Row) Set(column, text string) {
	i, ok := r.subject.channel.index[column]
	if !ok {
		panic("export: no column " + column + " in the spec of " + r.subject.channel.Name())
	}
	r.cells[i] = cell{text: text}
}

// Blank empties a column whose trouble the hook has told as a problem.
func (r Row) Blank(column string) {
	r.Set(column, "")
	r.cells[r.subject.channel.index[column]].failed = true
}

// column returns the column of a name that the spec has.
func (r Row) column(name string) *Column {
	return &r.subject.channel.spec.Columns[r.subject.channel.index[name]]
}

// Variant returns the variant the row stands for, or nil.
func (r Row) Variant() *catalog.Variant { return r.subject.variant }

// texts returns the cells' texts.
func (r Row) texts() []string {
	texts := make([]string, len(r.cells))
	for i, c := range r.cells {
		texts[i] = c.text
	}
	return texts
}
