package sheet

import (
	"cmp"
	"slices"

	"tradewind.app/catalog"
)

// assignLanguages decides what a Chinese title or description is: the listing's
// where the file has an English one beside it or has English headers, otherwise the
// product's own text. Of two columns in one language the one with values and the
// commoner name is it, wherever it is.
func assignLanguages(columns []Column, profiles []profile) {
	chinese := 0
	for _, c := range columns {
		if isHan(c.Header) {
			chinese++
		}
	}
	order := byName(columns, profiles)
	for _, f := range []catalog.Field{catalog.FieldTitle, catalog.FieldDescription} {
		taken := map[catalog.Locale]bool{} // "" for the product's own
		for _, i := range order {
			c := &columns[i]
			if c.Field != f {
				continue
			}
			locale := localeOf(c, columns, chinese*2 > len(columns))
			switch {
			case taken[locale]:
				c.Field, c.Reason = "", Kept
			case locale != "":
				c.Field = f.At(locale)
			}
			taken[locale] = true
		}
	}
}

// byName orders the columns by whether they have values, and how common their names
// are.
func byName(columns []Column, profiles []profile) []int {
	rank := func(i int) int {
		h := parseHeader(columns[i].Header)
		n, ok := known[h.name()]
		if !ok {
			return last
		}
		return n.rank
	}
	order := make([]int, len(columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(compareBool(profiles[a].filled == 0, profiles[b].filled == 0), cmp.Compare(rank(a), rank(b)))
	})
	return order
}

// localeOf returns the locale of the listing that a text column is of, "" for
// the product's own text.
func localeOf(c *Column, columns []Column, chineseFile bool) catalog.Locale {
	h := parseHeader(c.Header)
	if h.locale == catalog.Source {
		return ""
	}
	beside := slices.ContainsFunc(columns, func(o Column) bool {
		oh := parseHeader(o.Header)
		return o.Field == c.Field && o.Index != c.Index && (oh.locale == catalog.Source || oh.locale == "" && !isHan(o.Header))
	})
	switch {
	case h.locale != "" && (beside || !chineseFile):
		return h.locale
	case h.locale == "" && beside && isHan(c.Header):
		return catalog.SimplifiedChinese
	}
	return ""
}
