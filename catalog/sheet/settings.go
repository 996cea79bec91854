package sheet

import (
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// settings are what a line beside the table says of all its numbers: "All prices in
// CAD", "Weights in kg", "Currency: EUR".
type settings struct {
	currency       string // its code
	foreign        string // or the word for one that is not known
	weight, length catalog.Unit
}

// What such a line is about.
var (
	priceNouns  = set(`currency, price, prices, pricing, amounts, valuta, währung, preise, precios, moneda, prix, devise, цены, валюта, 币种, 货币, 价格, 报价`)
	weightNouns = set(`weight, weights, gewicht, gewichte, peso, pesos, poids, вес, 重量`)
	lengthNouns = set(`dimension, dimensions, length, lengths, measure, measures, measurement, measurements, size, sizes, abmessungen, maße, medidas, dimensiones, 尺寸, 长度`)
)

// settingsOf reads the rows above a header. Of two that differ neither counts.
func settingsOf(rows []grid.Row, own string) settings {
	var all settings
	doubt := map[string]bool{}
	merge := func(name string, was, is string) string {
		if was != "" && is != "" && was != is {
			doubt[name] = true
		}
		if doubt[name] {
			return ""
		}
		if is != "" {
			return is
		}
		return was
	}
	for i := range rows {
		s := settingsIn(&rows[i], own)
		all.currency = merge("currency", all.currency, s.currency)
		all.foreign = merge("foreign", all.foreign, s.foreign)
		all.weight = catalog.Unit(merge("weight", string(all.weight), string(s.weight)))
		all.length = catalog.Unit(merge("length", string(all.length), string(s.length)))
	}
	return all
}

// settingsIn reads one row: a sentence in a cell, or a label with its value beside it.
func settingsIn(row *grid.Row, own string) settings {
	var s settings
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Kind != grid.Text || len(c.Text) > 200 {
			continue
		}
		about := words(strings.ToLower(c.Text))
		text := c.Text
		if label := isLabelOf(about); label && i+1 < len(row.Cells) {
			text = row.Cells[i+1].Text
			if has(about, priceNouns) && !catalog.IsPlaceholder(text) {
				if code, ok := catalog.LookupCurrency(text, own); ok {
					s.currency = code
				} else if len([]rune(text)) <= 20 && currencyLabel(about) {
					s.foreign = text
				}
			}
		} else if has(about, priceNouns) {
			s.currency = currencyIn(text, own)
		}
		if has(about, weightNouns) {
			s.weight = unitIn(text, catalog.Mass)
		}
		if has(about, lengthNouns) {
			s.length = unitIn(text, catalog.Length)
		}
	}
	return s
}

func has(words []string, among map[string]bool) bool {
	for _, w := range words {
		if among[w] {
			return true
		}
	}
	return false
}

// isLabelOf reports whether a cell only names a setting: "Currency:", "Weight unit".
func isLabelOf(about []string) bool {
	for _, w := range about {
		if !priceNouns[w] && !weightNouns[w] && !lengthNouns[w] && w != "unit" && w != "units" && w != "of" && w != "all" && w != "list" {
			return false
		}
	}
	return len(about) > 0
}

func currencyLabel(about []string) bool {
	return has(about, map[string]bool{"currency": true, "valuta": true, "währung": true, "moneda": true, "devise": true, "валюта": true, "币种": true, "货币": true})
}

// currencyIn finds the currency that a sentence about prices names: a code in
// capitals, a sign that is alone, or a name of one or two words.
func currencyIn(text, own string) string {
	fields := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n,;:.()[]/|*", r) })
	for i, f := range fields {
		if i+1 < len(fields) {
			if code, ok := catalog.LookupCurrency(f+" "+fields[i+1], own); ok {
				return code
			}
		}
		lower := strings.ToLower(f)
		capitals := f == strings.ToUpper(f)
		if code, ok := catalog.LookupCurrency(f, own); ok && !wordCodes[lower] && (capitals || len(lower) > 3) && strings.Trim(f, "0123456789") != "" {
			return code
		}
	}
	return ""
}

// unitIn finds the unit that a sentence names. "in" is a word there.
func unitIn(text string, dim catalog.Dimension) catalog.Unit {
	var found catalog.Unit
	for _, w := range words(text) {
		lower := strings.ToLower(w)
		if lower == "in" || len(lower) == 1 && lower != "g" {
			continue
		}
		if unit, ok := catalog.LookupUnit(lower); ok && unit.Dimension() == dim {
			if found != "" && found != unit {
				return ""
			}
			found = unit
		}
	}
	return found
}

// apply gives the columns whose headers name no unit that of the settings.
func (s settings) apply(columns []Column) {
	for i := range columns {
		c := &columns[i]
		info, _ := catalog.LookupField(c.Field)
		switch {
		case isMoneyField(c.Field):
			if c.Currency == "" && c.NoCurrency == "" && (s.currency != "" || s.foreign != "") {
				c.Currency, c.NoCurrency, c.UnitFrom = s.currency, s.foreign, FromSettings
			}
		case info.Kind == catalog.KindWeight:
			c.unitFrom(s.weight, catalog.Mass)
		case info.Kind == catalog.KindLength:
			c.unitFrom(s.length, catalog.Length)
		}
	}
}

func (c *Column) unitFrom(unit catalog.Unit, dim catalog.Dimension) {
	if unit != "" && c.Unit.Dimension() != dim {
		c.Unit, c.UnitFrom = unit, FromSettings
	}
}

// unitRow reads a row below the header that has units where the rest have numbers,
// and gives the columns what it says. It reports whether the row is one.
func unitRow(columns []Column, row *grid.Row, own string) bool {
	at := map[int]header{}
	others := 0
	for i := range row.Cells {
		c := &row.Cells[i]
		k := columnIndex(columns, c.Column)
		if k < 0 || !numeric(columns[k].Field) {
			others++
			continue
		}
		var h header
		text := strings.ToLower(strings.Trim(strings.TrimSpace(c.Text), "()[]"))
		if c.Kind != grid.Text || !h.qualifier(text) || h.unit == "" && h.money == "" {
			return false
		}
		at[k] = h
	}
	if len(at) == 0 || len(at) == 1 && others > 0 {
		return false
	}
	for k, h := range at {
		c := &columns[k]
		if h.unit != "" && !isMoneyField(c.Field) {
			c.Unit, c.UnitFrom = h.unit, FromUnitRow
		}
		if h.money != "" && isMoneyField(c.Field) {
			c.Currency, c.NoCurrency = "", ""
			c.setCurrency(&h, own)
			if c.UnitFrom != FromSign {
				c.UnitFrom = FromUnitRow
			}
		}
	}
	return true
}

// contradicts warns of a remark below the products that says another currency than
// the shop's, which bare amounts were taken as.
func (r *run) contradicts(row *grid.Row) {
	own := r.options.Defaults.Currency
	s := settingsIn(row, own)
	if s.currency == "" || own == "" || s.currency == own {
		return
	}
	for _, c := range r.columns {
		if c != nil && c.isMoney() && c.bare > 0 {
			r.tally.notes = append(r.tally.notes, catalog.NewProblem("note-currency", catalog.Warning, c.Field,
				"value", s.currency, "currency", own).At(r.places(row)[0]))
			return
		}
	}
}

func columnIndex(columns []Column, index int) int {
	for i := range columns {
		if columns[i].Index == index {
			return i
		}
	}
	return -1
}
