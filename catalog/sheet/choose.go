package sheet

import (
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// choose lays what a person said over a guessed mapping. A column is named by its
// header, or by its letters where no header is that.
func choose(m *Mapping, chosen map[string]catalog.Field) error {
	for _, key := range slices.Sorted(maps.Keys(chosen)) {
		f := chosen[key]
		if !KnownField(f) {
			return grid.Refuse("field-unknown", "field", string(f))
		}
		i := m.find(key)
		if i < 0 {
			return grid.Refuse("column-unknown", "sheet", m.Sheet, "column", key, "columns", m.headers())
		}
		m.release(f, chosen)
		c := &m.Columns[i]
		c.Field, c.Reason, c.Option = f, Chosen, ""
		if f == catalog.FieldOption1 || f == catalog.FieldOption2 || f == catalog.FieldOption3 {
			c.Option = optionHeader(c.Header)
		}
	}
	return nil
}

// find returns the index of the column that key names, -1 for none.
func (m *Mapping) find(key string) int {
	if i := slices.IndexFunc(m.Columns, func(c Column) bool { return c.Header == key }); i >= 0 {
		return i
	}
	wanted := headerKey(key)
	if i := slices.IndexFunc(m.Columns, func(c Column) bool { return wanted != "" && headerKey(c.Header) == wanted }); i >= 0 {
		return i
	}
	if index, ok := grid.ParseColumn(key); ok {
		return slices.IndexFunc(m.Columns, func(c Column) bool { return c.Index == index })
	}
	return -1
}

// release takes a field from the column that was guessed to have it, since a
// person gives it to another.
func (m *Mapping) release(f catalog.Field, chosen map[string]catalog.Field) {
	if repeats(f) && f != catalog.FieldTitle && f != catalog.FieldDescription {
		return
	}
	for i := range m.Columns {
		if c := &m.Columns[i]; c.Field == f && c.Reason != Chosen {
			c.Field, c.Reason = catalog.AttributeField(attributeKey(c.Header)), Kept
			if attributeKey(c.Header) == "" {
				c.Field, c.Reason = Ignore, Dropped
			}
		}
	}
}

func (m *Mapping) headers() string {
	var all []string
	for _, c := range m.Columns {
		name := c.Header
		if name == "" {
			name = grid.ColumnName(c.Index)
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}
