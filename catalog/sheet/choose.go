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
		f, known := FieldNamed(chosen[key])
		if !known {
			return grid.Refuse("field-unknown", "field", string(chosen[key]))
		}
		i := m.find(key)
		if i < 0 {
			return grid.Refuse("column-unknown", "sheet", m.Sheet, "column", key, "columns", m.headers())
		}
		m.release(f)
		m.Columns[i].choose(f)
	}
	return nil
}

// choose gives the column the field that a person says it has.
func (c *Column) choose(f catalog.Field) {
	c.Field, c.Reason, c.Option = f, Chosen, ""
	if f == catalog.FieldOption1 || f == catalog.FieldOption2 || f == catalog.FieldOption3 {
		c.Option = optionHeader(c.Header)
	}
}

// Choose returns m with a field for the column at an index of Columns, as a person
// chose it. Another column that had the field, and cannot share it, is kept as an
// attribute.
func (m Mapping) Choose(column int, f catalog.Field) Mapping {
	m.Columns = slices.Clone(m.Columns)
	for i := range m.Columns {
		if c := &m.Columns[i]; i != column && c.Field == f && !shared(f) {
			c.keep()
		}
	}
	m.Columns[column].choose(f)
	return m
}

// shared reports whether columns may have the field together: pictures, codes,
// and options, which their headers distinguish.
func shared(f catalog.Field) bool {
	switch f {
	case catalog.FieldTitle, catalog.FieldDescription:
		return false
	case catalog.FieldOption1, catalog.FieldOption2, catalog.FieldOption3:
		return true
	}
	return repeats(f)
}

// keep makes the column an attribute of its own.
func (c *Column) keep() {
	c.Field, c.Reason = c.KeptAs(), Kept
	if c.Field == Ignore {
		c.Reason = Dropped
	}
}

// KeptAs is the attribute that a column becomes when it is no field of its own, or
// Ignore for a column without a header.
func (c Column) KeptAs() catalog.Field {
	if key := attributeKey(c.Header); key != "" {
		return catalog.AttributeField(key)
	}
	return Ignore
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
func (m *Mapping) release(f catalog.Field) {
	for i := range m.Columns {
		if c := &m.Columns[i]; c.Field == f && c.Reason != Chosen && !shared(f) {
			c.keep()
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

// namesakeKey is a header with what it says in brackets: the stock of two places has
// two names.
func namesakeKey(text string) string {
	key := headerKey(text)
	if h := parseHeader(text); key != "" && len(h.notes) > 0 {
		key += "(" + strings.Join(h.notes, " ")
	}
	return key
}

// namesakes reports columns that have one name: which was taken, and which are only
// kept.
func (m *Mapping) namesakes(b *Book) []catalog.Problem {
	var problems []catalog.Problem
	told := map[string]bool{}
	for i := range m.Columns {
		first := &m.Columns[i]
		key := namesakeKey(first.Header)
		if key == "" || told[key] || first.Reason == Dropped {
			continue
		}
		told[key] = true
		taken, others := first, []*Column(nil)
		for j := i + 1; j < len(m.Columns); j++ {
			c := &m.Columns[j]
			switch {
			case namesakeKey(c.Header) != key || c.Unit != first.Unit || c.Currency != first.Currency || c.Field == first.Field && (shared(c.Field) || c.Field == catalog.FieldQuantity):
			case taken.Reason == Kept && c.Reason != Kept:
				taken, others = c, append(others, taken)
			default:
				others = append(others, c)
			}
		}
		if len(others) == 0 {
			continue
		}
		letters := make([]string, len(others))
		for j, c := range others {
			letters[j] = grid.ColumnName(c.Index)
		}
		problems = append(problems, catalog.NewProblem("columns-same-name", catalog.Warning, taken.Field,
			"column", strings.TrimSpace(first.Header), "taken", grid.ColumnName(taken.Index), "others", strings.Join(letters, ", "), "count", itoa(len(others)+1)).
			At(b.place(m.Sheet, max(m.HeaderRow, 1), others[0].Index)))
	}
	return problems
}
