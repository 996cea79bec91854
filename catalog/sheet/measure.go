package sheet

import (
	"cmp"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// measureText writes a measure with its unit: the cell's own, otherwise that of the
// column, otherwise that of the row; without any the catalogue puts the shop's to it. A
// row's unit that is not known leaves the measure out.
func (r *run) measureText(l *line, c *grid.Cell, col *column, place catalog.Place, u units) string {
	text, ok := r.plain(l, c, col, place)
	if !ok {
		return ""
	}
	dim, beside, unknown := catalog.Mass, u.weight, u.noWeight
	if col.info.Kind == catalog.KindLength {
		dim, beside, unknown = catalog.Length, u.length, u.noLength
	}
	unit := col.Unit
	if unit.Dimension() != dim || col.UnitFrom == FromSettings && beside != "" {
		unit = "" // the row's is nearer
	}
	own := ownUnit(c, dim)
	if own == "" && unit == "" && unknown != "" && isBare(c.Raw) {
		r.problem(l, "unit-unknown", catalog.Warning, col, place, "value", unknown)
		return ""
	}
	col.note(unitText(c), place, string(beside))
	if unit = cmp.Or(own, unit, beside); unit.Dimension() != dim {
		return text
	}
	if c.Kind == grid.Number {
		return text + " " + string(unit)
	}
	m, err := catalog.ParseMeasure(text, unit)
	if err != nil {
		return text
	}
	return m.String()
}

// ownUnit is the unit that a number's format names: 0.0 "kg".
func ownUnit(c *grid.Cell, dim catalog.Dimension) catalog.Unit {
	if c.Kind != grid.Number || c.Format == nil {
		return ""
	}
	if unit, ok := catalog.LookupUnit(c.Format.Suffix); ok && unit.Dimension() == dim {
		return unit
	}
	return ""
}

// countText writes a stock quantity. "10+" and ">50" say that there are so many at
// least: that is what can be sold, and it is reported. What is no number of pieces,
// such as 7 boxes or half a metre, is reported and left out; the product comes in.
func (r *run) countText(l *line, c *grid.Cell, col *column, place catalog.Place) string {
	text, ok := r.plain(l, c, col, place)
	if !ok || strings.Trim(text, "0123456789") == "" {
		return text
	}
	if c.Kind == grid.Text {
		text = withoutPieces(text)
		if least, ok := atLeast(text); ok {
			r.problem(l, "quantity-at-least", catalog.Info, col, place, "value", c.Text, "least", least)
			return least
		}
	}
	if d, err := catalog.ParseDecimal(text); strings.ContainsAny(text, "0123456789") && (err != nil || !d.IsInteger()) {
		r.problem(l, "quantity-unreadable", catalog.Warning, col, place, "value", c.Text)
		return ""
	}
	return text
}

// pieces are the words for single goods behind a number of them.
var pieces = set(`pcs, pc, piece, pieces, ea, each, unit, units, in stock, available, stk, stück, st, szt, шт, uds, ud, unidades, pz, pezzi, pièces, 件, 个, 只, 支, 把, 台`)

// withoutPieces takes the word for pieces off: "12 ea" are 12.
func withoutPieces(text string) string {
	s := strings.TrimSpace(text)
	if at := strings.LastIndexAny(s, "0123456789+"); at >= 0 && at < len(s)-1 && pieces[strings.Join(words(strings.ToLower(s[at+1:])), "")] {
		return strings.TrimSpace(s[:at+1])
	}
	return s
}

// atLeast reads "10+", ">50", "≥ 20", "50 or more", and "over 100".
func atLeast(text string) (string, bool) {
	s := strings.ToLower(strings.TrimSpace(text))
	for _, sign := range []string{"≥", ">=", ">", "over ", "more than ", "at least ", "min. ", "min "} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return digitsOnly(rest)
		}
	}
	for _, sign := range []string{"+", " or more", " and up", " & up", "以上", "个以上", "件以上"} {
		if rest, ok := strings.CutSuffix(s, sign); ok {
			return digitsOnly(rest)
		}
	}
	return "", false
}

func digitsOnly(s string) (string, bool) {
	s = strings.TrimSpace(s)
	return s, s != "" && strings.Trim(s, "0123456789,") == "" && strings.Trim(s, ",") != ""
}
