package encode

import (
	"bytes"
	"io"
)

// Delimited writes a table of delimited cells, such as CSV. The file has one table.
type Delimited struct {
	dialect Dialect
	fields  []Field
	cells   []string
	bytes   bytes.Buffer
}

// NewDelimited returns a writer of a dialect. The writer knows from the fields which
// columns are quoted.
func NewDelimited(d Dialect) *Delimited { return &Delimited{dialect: d} }

// Begin writes the header rows: bare where only listed columns are quoted, as the
// programs that such files come from do.
func (d *Delimited) Begin(w io.Writer, head Head) error {
	table := &head.Tables[0]
	d.fields, d.cells = table.Fields, make([]string, len(table.Fields))
	d.dialect.Quoted = make([]bool, len(table.Fields))
	for i, f := range table.Fields {
		d.dialect.Quoted[i] = f.Quoted
	}
	appendRow := d.dialect.AppendRow
	if d.dialect.Quoting == QuoteListed {
		appendRow = d.dialect.AppendPlain
	}
	d.bytes.Reset()
	for _, row := range table.Header {
		if err := appendRow(&d.bytes, row); err != nil {
			return err
		}
	}
	_, err := w.Write(d.bytes.Bytes())
	return err
}

// Product writes the rows of a product.
func (d *Delimited) Product(w io.Writer, p Product) error {
	d.bytes.Reset()
	for _, row := range p[0] {
		for i := range row {
			d.cells[i] = d.fields[i].Cell(row[i])
		}
		if err := d.dialect.AppendRow(&d.bytes, d.cells); err != nil {
			return err
		}
	}
	_, err := w.Write(d.bytes.Bytes())
	return err
}

// End writes nothing: a table just ends.
func (d *Delimited) End(io.Writer) error { return nil }

// Close implements [Writer].
func (d *Delimited) Close() error { return nil }
