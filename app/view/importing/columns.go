package importing

import (
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
	"tradewind.app/catalog/sheet/grid"
)

// Reason says why a column has its field. It is the end of a message's
// code, "import-why-exact".
type Reason string

// Column is one column of a file and what becomes of it.
type Column struct {
	Header  string // "" where the file has none
	Letters string // what a spreadsheet program calls it: "C"
	Samples []string
	Field   catalog.Field
	Unit    string // that the numbers are in, as the header reports: "oz", "USD"
	Option  string // the name of the option, where the column is one
	Reason  Reason
}

// Columns lists the file's columns in their order.
func (m *Model) Columns() []Column {
	columns := make([]Column, 0, len(m.preview.Mapping.Columns))
	for _, c := range m.preview.Mapping.Columns {
		unit := c.Currency
		if c.Unit != "" {
			unit = string(c.Unit)
		}
		columns = append(columns, Column{c.Header, grid.ColumnName(c.Index), c.Samples, c.Field, unit, c.Option, Reason(c.Reason)})
	}
	return columns
}

// AllKnown reports whether every column has its field beyond doubt, so that
// nobody needs to look.
func (m *Model) AllKnown() bool {
	for _, c := range m.preview.Mapping.Columns {
		switch c.Reason {
		case sheet.ByName, sheet.Remembered, sheet.Chosen, sheet.Dropped:
		default:
			return false
		}
	}
	return len(m.preview.Mapping.Columns) > 0
}

// Matched counts the columns that are a field of the catalogue.
func (m *Model) Matched() int {
	n := 0
	for _, c := range m.preview.Mapping.Columns {
		if c.Field != sheet.Ignore && c.Reason != sheet.Kept {
			n++
		}
	}
	return n
}

// Choose gives a column a field.
func (m *Model) Choose(column int, f catalog.Field) {
	if m.preview.Mapping.Columns[column].Field == f {
		return
	}
	m.preview.Mapping = m.preview.Mapping.Choose(column, f)
	m.Plan = nil
	m.tell()
}

// FieldGroup is a part of the list of fields, named by the message
// "import-fields-" and its name.
type FieldGroup struct {
	Name   string
	Fields []catalog.Field
}

// FieldGroups lists what a column can become: what is done with it as it is,
// the product's fields, those of the Chinese, and what only helps to read the rest.
func (m *Model) FieldGroups(column int) []FieldGroup {
	c := m.preview.Mapping.Columns[column]
	as := FieldGroup{Name: "column"}
	if kept := c.KeptAs(); kept != sheet.Ignore {
		as.Fields = append(as.Fields, kept)
	}
	as.Fields = append(as.Fields, sheet.Ignore)
	product, chinese, help := FieldGroup{Name: "product"}, FieldGroup{Name: "chinese"}, FieldGroup{Name: "help"}
	for _, f := range sheet.Fields() {
		switch _, fixed := catalog.LookupField(f); {
		case f == sheet.Ignore:
		case fixed:
			product.Fields = append(product.Fields, f)
		default:
			help.Fields = append(help.Fields, f)
		}
	}
	for _, locale := range []catalog.Locale{catalog.SimplifiedChinese, catalog.TraditionalChinese} {
		for _, info := range catalog.ListingFields(locale) {
			chinese.Fields = append(chinese.Fields, info.Name)
		}
	}
	return []FieldGroup{as, product, chinese, help}
}

// Ignored is the field of a column that is left out.
const Ignored = sheet.Ignore

// SampleText is a column's first values on one line.
func (c Column) SampleText() string {
	return strings.Join(strings.Fields(strings.Join(c.Samples, ", ")), " ")
}
