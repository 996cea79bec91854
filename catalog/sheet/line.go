package sheet

import (
	"strconv"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// line is one row as texts of fields.
type line struct {
	place    catalog.Place // of its first cell
	number   int           // of the row
	values   []value
	problems []catalog.Problem
	told     bool      // that its currency is not known
	clear    []*column // mapped columns without a value, when these are to be emptied
}

// value is one cell's text in its field's form.
type value struct {
	catalog.Value
	column *column
}

// text returns the text of a field, "" when the line has none.
func (l *line) text(f catalog.Field) string {
	for i := range l.values {
		if l.values[i].Field == f {
			return l.values[i].Text
		}
	}
	return ""
}

// at returns the value of a field.
func (l *line) at(f catalog.Field) (catalog.Value, bool) {
	for i := range l.values {
		if l.values[i].Field == f {
			return l.values[i].Value, true
		}
	}
	return catalog.Value{Field: f, Place: l.place}, false
}

// line decodes a row. The units and the currency that are in columns of their
// own are read first, since they may follow what they belong to.
func (r *run) line(row *grid.Row) *line {
	l := &line{number: row.Number, values: make([]value, 0, len(row.Cells))}
	places := r.places(row)
	l.place = places[0]
	u := r.units(row)
	for i := range row.Cells {
		if c := r.columnOf(row.Cells[i].Column); c != nil {
			r.decode(l, &row.Cells[i], c, places[i], u)
		}
	}
	if u.currency == "" {
		r.lend(l)
		r.mixed(l)
	}
	if r.options.Empty == EmptyClear {
		l.clear = r.blank(row)
	}
	return l
}

func (r *run) columnOf(index int) *column {
	if index < len(r.columns) {
		return r.columns[index]
	}
	return nil
}

// blank lists the mapped columns in which the row has no cell.
func (r *run) blank(row *grid.Row) []*column {
	var blank []*column
	for _, c := range r.columns {
		if c != nil && !c.role && row.Cell(c.Index) == nil {
			blank = append(blank, c)
		}
	}
	return blank
}

// places gives the places of a row's cells. They share one text: twenty-five
// allocations a row would be a third of an import's.
func (r *run) places(row *grid.Row) []catalog.Place {
	places := make([]catalog.Place, max(len(row.Cells), 1))
	if r.book.text != nil || len(row.Cells) == 0 {
		place := r.book.place(r.mapping.Sheet, row.Number, 0)
		for i := range places {
			places[i] = place
		}
		return places
	}
	prefix := r.book.name + "!" + r.mapping.Sheet + "!"
	number := strconv.Itoa(row.Number)
	var b strings.Builder
	b.Grow(len(row.Cells) * (len(prefix) + 2 + len(number)))
	ends := make([]int, len(row.Cells))
	for i := range row.Cells {
		b.WriteString(prefix)
		b.WriteString(grid.ColumnName(row.Cells[i].Column))
		b.WriteString(number)
		ends[i] = b.Len()
	}
	all, from := b.String(), 0
	for i, end := range ends {
		places[i] = catalog.Place(all[from:end])
		from = end
	}
	return places
}

// units are what the row's numbers are counted in, as its own columns say.
type units struct {
	currency       string
	weight, length catalog.Unit
	// The words in these columns that name nothing known.
	noCurrency, noWeight, noLength string
}

func (r *run) units(row *grid.Row) units {
	var u units
	for i := range row.Cells {
		c := r.columnOf(row.Cells[i].Column)
		if c == nil || !c.role {
			continue
		}
		text := strings.TrimSpace(row.Cells[i].Text)
		switch c.Field {
		case Currency:
			u.currency, u.noCurrency = r.currencyOf(text)
		case WeightUnit:
			u.weight, u.noWeight = unitOf(text, catalog.Mass)
		case LengthUnit:
			u.length, u.noLength = unitOf(text, catalog.Length)
		}
	}
	return u
}

// currencyOf reads the text of a currency column: its code, or the text itself when
// it is none that is known.
func (r *run) currencyOf(text string) (code, unknown string) {
	if catalog.IsPlaceholder(text) {
		return "", ""
	}
	if code, ok := catalog.LookupCurrency(beforeSlash(text), r.options.Defaults.Currency); ok {
		return code, ""
	}
	return "", text
}

// unitOf reads the text of a column of units.
func unitOf(text string, dim catalog.Dimension) (unit catalog.Unit, unknown string) {
	if catalog.IsPlaceholder(text) {
		return "", ""
	}
	if unit, ok := catalog.LookupUnit(text); ok && unit.Dimension() == dim {
		return unit, ""
	}
	return "", text
}
