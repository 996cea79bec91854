package sheet

import (
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// matchContent looks at what the columns hold, for those whose header says
// nothing, and for those whose header promises what the values do not keep.
func matchContent(columns []Column, below []grid.Row) {
	taken := map[catalog.Field]bool{}
	for _, c := range columns {
		taken[c.Field] = true
	}
	for i := range columns {
		c := &columns[i]
		v := look(c.Index, below)
		switch {
		case c.Field == catalog.FieldGTIN && !taken[catalog.FieldSKU] && v.mostly(v.codes) && !v.mostly(v.digits):
			c.Field, c.Reason = catalog.FieldSKU, ByContent
			taken[catalog.FieldSKU] = true
		case c.Reason == ByLikeness && numeric(c.Field) && v.filled > 0 && !v.mostly(v.numbers):
			c.Field, c.Reason = catalog.AttributeField(attributeKey(c.Header)), Kept
		case c.Field == catalog.FieldOrigin && v.filled > 0 && v.countries == 0:
			c.Field, c.Reason = catalog.AttributeField(attributeKey(c.Header)), Kept
		case c.Reason != Kept && c.Header != "":
		case v.filled > 1 && v.mostly(v.gtins) && !taken[catalog.FieldGTIN]:
			c.Field, c.Reason = catalog.FieldGTIN, ByContent
			taken[catalog.FieldGTIN] = true
		case v.mostly(v.pictures):
			c.Field, c.Reason = catalog.FieldImages, ByContent
		}
	}
}

// numeric reports whether a field holds numbers.
func numeric(f catalog.Field) bool {
	info, ok := catalog.LookupField(f)
	if !ok {
		return f == SalePrice
	}
	switch info.Kind {
	case catalog.KindMoney, catalog.KindInteger, catalog.KindWeight, catalog.KindLength:
		return true
	}
	return false
}

// values counts what a column's values look like.
type values struct{ filled, gtins, digits, codes, pictures, numbers, countries int }

func (v values) mostly(n int) bool { return v.filled > 0 && n*5 >= v.filled*4 }

func look(column int, rows []grid.Row) values {
	var v values
	for i := range rows {
		c := rows[i].Cell(column)
		if c == nil || c.Text == "" {
			continue
		}
		v.filled++
		v.count(c)
	}
	return v
}

func (v *values) count(c *grid.Cell) {
	if _, err := catalog.ParseGTIN(c.Text); err == nil {
		v.gtins++
	}
	if strings.Trim(c.Text, "0123456789") == "" {
		v.digits++
	}
	if _, ok := catalog.ParseCountry(c.Text); ok {
		v.countries++
	}
	if isCode(c.Text) {
		v.codes++
	}
	if isPicture(c.Text) {
		v.pictures++
	}
	if _, err := catalog.ParseMoney(c.Raw, "USD"); err == nil {
		v.numbers++
	} else if _, err := catalog.ParseMeasure(c.Raw, "g"); err == nil {
		v.numbers++
	}
}

// isCode reports whether a text looks like an article number: short, one word,
// ASCII, with a digit.
func isCode(s string) bool {
	if len(s) > 40 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isPicture reports whether a text is the address of a picture, or of several.
func isPicture(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), ",")
	first, _, _ = strings.Cut(strings.TrimSpace(first), "\n")
	first, _, _ = strings.Cut(first, "?")
	if !strings.HasPrefix(first, "http") {
		return false
	}
	for _, ext := range []string{".jpg", ".jpeg", ".png", ".webp", ".gif"} {
		if strings.HasSuffix(first, ext) {
			return true
		}
	}
	return false
}
