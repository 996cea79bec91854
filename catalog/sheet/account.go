package sheet

import (
	"context"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// Account says what a reading of the book under the mapping takes for granted and
// what it would leave out, by the rows that were sampled: the same run as that of
// [Book.ImportRows], over fewer rows.
func (b *Book) Account(m Mapping, o Options) (Summary, error) {
	var all []*run
	for _, part := range m.parts() {
		r, err := b.newRun(part, o)
		if err != nil {
			return Summary{}, err
		}
		sample, err := b.sample(context.Background(), r.sheet, part.HeaderRow)
		if err != nil {
			return Summary{}, err
		}
		for i := range sample {
			r.row(&sample[i])
			r.ready = r.ready[:0]
		}
		r.layout.flush()
		all = append(all, r)
	}
	return b.summarize(all), nil
}

// assumptions lists what the run took for granted.
func (r *run) assumptions() []Assumption {
	all := r.assumedTable()
	all = append(all, r.assumedFields()...)
	all = append(all, r.assumedAmounts()...)
	return append(all, r.assumedRest()...)
}

// assumedTable says which sheet, which header and whose columns.
func (r *run) assumedTable() []Assumption {
	var all []Assumption
	if r.book.text == nil {
		read := r.mapping.Sheets()
		a := Assumption{Kind: AssumedSheet, Value: strings.Join(read, ", "), Count: len(read)}
		for _, s := range r.book.src.Sheets() {
			if !slices.Contains(read, s.Name) {
				a.Others = append(a.Others, s.Name)
			}
		}
		all = append(all, a)
	}
	header := Assumption{Kind: AssumedHeader}
	if row := r.mapping.HeaderRow; row != NoHeader {
		header.Value = itoa(row)
		header.Place = r.book.place(r.mapping.Sheet, row, 0)
	}
	all = append(all, header)
	if name := layoutNames[r.mapping.Layout]; name != "" {
		all = append(all, Assumption{Kind: AssumedLayout, Value: name})
	}
	return all
}

var layoutNames = map[Layout]string{Shopify: "Shopify", WooCommerce: "WooCommerce", Taobao: "Taobao"}

// assumedFields reports columns that have their field by likeness or content.
func (r *run) assumedFields() []Assumption {
	var all []Assumption
	for _, c := range r.columns {
		if c == nil || c.values == 0 {
			continue
		}
		from := FromLikeness
		switch {
		case c.Reason == ByContent:
			from = FromContent
		case c.Reason == ByName && c.onlyPrice():
			from = FromLack
		case c.Reason != ByLikeness:
			continue
		}
		all = append(all, Assumption{Kind: AssumedField, Columns: []string{c.name()}, Value: string(c.Field), From: from})
	}
	return append(all, r.assumedSums()...)
}

// onlyPrice reports whether the column is the price because no other is: a list
// price, which is what resellers may ask.
func (c *column) onlyPrice() bool {
	h := parseHeader(c.Header)
	return c.Field == catalog.FieldPrice && listPrices[h.name()]
}

var listPrices = set(`list price, msrp, rrp, srp, recommended retail price, suggested retail price, uvp, pvp`)

// assumedSums reports the stocks of several places.
func (r *run) assumedSums() []Assumption {
	a := Assumption{Kind: AssumedSum, Value: string(catalog.FieldQuantity), From: FromHeader}
	for _, c := range r.columns {
		if c != nil && c.Field == catalog.FieldQuantity {
			a.Columns = append(a.Columns, c.name())
		}
	}
	if len(a.Columns) < 2 {
		return nil
	}
	return []Assumption{a}
}

// assumedAmounts says what the amounts and measures are counted in: those of one
// kind, unit and evidence together.
func (r *run) assumedAmounts() []Assumption {
	var all []Assumption
	add := func(a Assumption, c *column) {
		for i := range all {
			if b := &all[i]; b.Kind == a.Kind && b.Value == a.Value && b.From == a.From {
				b.Columns = append(b.Columns, c.name())
				b.Count += a.Count
				return
			}
		}
		a.Columns = []string{c.name()}
		all = append(all, a)
	}
	for _, c := range r.columns {
		if c == nil || c.values == 0 {
			continue
		}
		if c.settled > 0 {
			add(Assumption{Kind: AssumedDecimal, Value: c.sign.String(), From: FromContent, Count: c.settled}, c)
		}
		if c.measures() == "" {
			continue
		}
		if c.given > 0 {
			add(Assumption{Kind: c.measures(), Value: c.counted(), From: c.evidence(), Count: c.given}, c)
		}
		if c.bare > 0 {
			add(Assumption{Kind: c.measures(), Value: r.shopUnit(c), From: FromShop, Count: c.bare, Place: c.barePlace}, c)
		}
		if c.lent > 0 {
			add(Assumption{Kind: AssumedCurrency, From: FromPrice, Count: c.lent}, c)
		}
		if c.besides > 0 {
			add(Assumption{Kind: c.measures(), From: FromColumn, Count: c.besides}, c)
		}
	}
	return all
}

// assumedRest reports columns that have no field.
func (r *run) assumedRest() []Assumption {
	var all []Assumption
	for _, a := range []Assumption{
		{Kind: AssumedApart, Columns: r.tally.apart.names}, {Kind: AssumedKept, Columns: r.tally.kept.names}, {Kind: AssumedIgnored, Columns: r.tally.dropped.names},
	} {
		if len(a.Columns) > 0 {
			a.Count = len(a.Columns)
			all = append(all, a)
		}
	}
	return all
}

// name is what a person finds the column by.
func (c *Column) name() string {
	if key := attributeKey(c.Header); key != "" {
		return key
	}
	return grid.ColumnName(c.Index)
}

// measures is the kind of assumption that a column's numbers need, "" for none.
func (c *column) measures() AssumptionKind {
	switch {
	case c.isMoney():
		return AssumedCurrency
	case c.info.Kind == catalog.KindWeight, c.info.Kind == catalog.KindLength:
		return AssumedUnit
	}
	return ""
}

func (c *column) isMoney() bool { return c.Field == SalePrice || c.info.Kind == catalog.KindMoney }

// counted is what the column says its numbers are in.
func (c *column) counted() string {
	if c.isMoney() {
		return c.Currency
	}
	return string(c.Unit)
}

// evidence is where the column has its unit or currency from.
func (c *column) evidence() Evidence {
	if c.UnitFrom == "" {
		return FromHeader
	}
	return c.UnitFrom
}

// shopUnit is the shop's own currency or unit for a column.
func (r *run) shopUnit(c *column) string {
	d := r.options.Defaults
	switch {
	case c.isMoney():
		return d.Currency
	case c.info.Kind == catalog.KindWeight:
		return string(d.WeightUnit)
	}
	return string(d.LengthUnit)
}

// note counts a value of the column and what gives it its unit: nothing that the
// file says (bare), the column, or another column of the row.
func (c *column) note(text string, place catalog.Place, beside string) {
	switch {
	case !isBare(text):
	case c.counted() != "":
		c.given++
	case beside != "":
		c.besides++
	default:
		if c.bare++; c.bare == 1 {
			c.barePlace = place
		}
	}
}

// isBare reports whether a text is a number alone, that names no unit and no
// currency.
func isBare(text string) bool {
	digits := false
	for i := range len(text) {
		switch b := text[i]; {
		case '0' <= b && b <= '9':
			digits = true
		case strings.IndexByte(" .,'-+()", b) < 0:
			return false
		}
	}
	return digits
}
