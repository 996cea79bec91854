package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// Part is a further sheet with the columns of the mapping's own: a workbook has one
// for each department, or for each season. It is read like that one.
type Part struct {
	Sheet     string `json:"sheet"`
	HeaderRow int    `json:"header_row"`
	FirstRow  int    `json:"first_row"`
	// Order is where each of the mapping's columns is in this sheet, -1 for one that
	// it does not have.
	Order []int `json:"order"`
}

// parts lists the mapping for each sheet that it reads, its own first.
func (m Mapping) parts() []Mapping {
	all := m.partsInOrder()
	for i := range all[1:] {
		part := &all[i+1]
		part.Columns = slices.DeleteFunc(part.Columns, func(c Column) bool { return c.Index < 0 })
		slices.SortFunc(part.Columns, func(a, b Column) int { return a.Index - b.Index })
	}
	return all
}

// partsInOrder is parts with the columns in the order of the mapping's own; one that
// a sheet does not have has the index -1 there.
func (m Mapping) partsInOrder() []Mapping {
	all := []Mapping{m}
	for _, p := range m.Also {
		part := m
		part.Sheet, part.HeaderRow, part.FirstRow, part.Columns = p.Sheet, p.HeaderRow, p.FirstRow, slices.Clone(m.Columns)
		for i := range part.Columns {
			if part.Columns[i].Index = -1; i < len(p.Order) {
				part.Columns[i].Index = p.Order[i]
			}
		}
		all = append(all, part)
	}
	return all
}

// Sheets names the sheets that the mapping reads, in the order in which it does.
func (m Mapping) Sheets() []string {
	names := []string{m.Sheet}
	for _, p := range m.Also {
		names = append(names, p.Sheet)
	}
	return names
}

// part compares another sheet with the mapping: ok says that it has the same
// columns, in the same units, in whatever order. A column that is only kept may be
// missing.
func (m Mapping) part(other Mapping) (Part, bool) {
	p := Part{Sheet: other.Sheet, HeaderRow: other.HeaderRow, FirstRow: other.FirstRow}
	if m.HeaderRow == NoHeader || other.HeaderRow == NoHeader {
		return p, false
	}
	at := map[string]Column{}
	for i, key := range columnKeys(other.Columns) {
		if other.Columns[i].Header != "" {
			at[key] = other.Columns[i]
		}
	}
	same := 0
	for i, key := range columnKeys(m.Columns) {
		c := &m.Columns[i]
		is, ok := at[key]
		index := is.Index
		switch {
		case c.Header == "":
			index = -1
		case ok && (is.Unit != c.Unit || is.Currency != c.Currency):
			return p, false
		case ok:
			same++
		case c.Reason == Kept || c.Reason == Dropped:
			index = -1
		default:
			return p, false
		}
		p.Order = append(p.Order, index)
	}
	return p, same == len(at) && same > 1
}

// addParts finds the further sheets that are read with the mapping, and reports
// those that look like lists of products and are not. own is the shop's currency.
func (m *Mapping) addParts(guesses []guess, own string) []catalog.Problem {
	var unread []catalog.Problem
	for i := range guesses {
		g := &guesses[i]
		if g.info.Name == m.Sheet || g.header < 0 || g.header+1 >= len(g.rows) {
			continue
		}
		other := g.mapping(own)
		p, alike := m.part(other)
		if alike && !g.info.Hidden && !unlikelyName(g.info.Name) && !outdated(g.info.Name) {
			m.Also = append(m.Also, p)
			continue
		}
		if alike || other.lists() && !unlikelyName(g.info.Name) {
			unread = append(unread, catalog.NewProblem("sheet-unread", catalog.Warning, "", "sheet", g.info.Name))
		}
	}
	return unread
}

// lists reports whether a sheet looks like a list of products: it names them, and
// says something of them.
func (m *Mapping) lists() bool {
	fields := 0
	for _, c := range m.Columns {
		if c.Reason == ByName {
			fields++
		}
	}
	return fields > 1 && m.named()
}

// named reports whether a column distinguishes products.
func (m *Mapping) named() bool {
	return slices.ContainsFunc(m.Columns, func(c Column) bool {
		return c.Field == catalog.FieldTitle || c.Field == catalog.FieldSKU || c.Field == catalog.FieldGTIN || c.Field == catalog.FieldHandle
	})
}

// outdated reports whether a sheet's name says that what it lists is not for sale
// any more, or not yet.
func outdated(name string) bool {
	for _, word := range words(strings.ToLower(name)) {
		switch word {
		case "old", "archive", "archived", "backup", "discontinued", "copy", "previous", "obsolete", "draft", "旧", "备份", "停产", "归档":
			return true
		}
	}
	return false
}
