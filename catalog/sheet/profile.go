package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// profile counts what the sampled values of a column could be. A guess is checked
// against it before it is offered: a column of yes and no is no stock, whatever it
// is called. One value may count for several.
type profile struct {
	filled    int // values; what only says that there is none does not count
	numbers   int // amounts and measures
	counts    int // whole numbers from 0 on, also "10+"
	cents     int // numbers with a fraction
	flags     int // yes and no, in words
	bits      int // 0 and 1
	gtins     int
	digits    int
	codes     int
	addresses int
	pictures  int
	countries int
	dates     int
	names     int // short texts with letters
	prose     int // sentences, HTML
	money     int // words and signs for currencies
	different int // values, up to mostDifferent
}

// mostly reports whether n of the values are nearly all.
func (p profile) mostly(n int) bool { return p.filled > 0 && n*5 >= p.filled*4 }

// mostDifferent is how many different values of a column are distinguished.
const mostDifferent = 20

// profileOf looks at the values of a column.
func profileOf(column int, rows []grid.Row) profile {
	var p profile
	seen := map[string]bool{}
	for i := range rows {
		c := rows[i].Cell(column)
		if c == nil || catalog.IsPlaceholder(c.Text) {
			continue
		}
		p.filled++
		p.count(c)
		if len(seen) < mostDifferent {
			seen[c.Text] = true
		}
	}
	p.different = len(seen)
	return p
}

// tells reports whether the values distinguish the products, as their names do: they
// are not the same few again and again.
func (p profile) tells() bool { return p.different*4 >= min(p.filled, mostDifferent) }

// misfits reports whether the values are numbers of no kind, where the field wants
// some: another column of that name may have them.
func (p profile) misfits(f catalog.Field) bool {
	return numeric(f) && p.filled > 0 && !p.mostly(p.numbers)
}

func (p *profile) count(c *grid.Cell) {
	text := strings.Trim(c.Text, " \t\"'")
	add := func(n *int, ok bool) {
		if ok {
			*n++
		}
	}
	_, err := catalog.ParseGTIN(text)
	add(&p.gtins, err == nil)
	add(&p.digits, strings.Trim(text, "0123456789") == "")
	_, country := catalog.ParseCountry(text)
	add(&p.countries, country)
	add(&p.codes, isCode(text))
	add(&p.pictures, isPicture(text))
	add(&p.addresses, isAddress(text) || strings.HasPrefix(text, "www."))
	add(&p.flags, c.Kind == grid.Bool || isFlag(text))
	add(&p.bits, text == "0" || text == "1")
	add(&p.dates, isDate(c))
	add(&p.prose, isProse(text))
	add(&p.names, isName(text))
	_, currency := catalog.LookupCurrency(beforeSlash(text), "")
	add(&p.money, currency)
	p.number(c)
}

// beforeSlash cuts off what a price is for: "€/kg".
func beforeSlash(text string) string {
	head, _, _ := strings.Cut(text, "/")
	return strings.TrimSpace(head)
}

// number counts a value that is an amount, a measure or a number of things.
func (p *profile) number(c *grid.Cell) {
	is := false
	if c.Kind == grid.Number {
		is = true
	} else if _, err := catalog.ParseMoney(c.Raw, "USD"); err == nil {
		is = true
	} else if _, err := catalog.ParseMeasure(c.Raw, "g"); err == nil {
		is = true
	}
	if _, ok := atLeast(c.Raw); ok {
		p.numbers++
		p.counts++
		return
	}
	if !is {
		return
	}
	p.numbers++
	_, to := number(c.Raw)
	whole := strings.Trim(strings.TrimSpace(c.Raw), "0123456789") == "" || strings.HasSuffix(c.Raw[:to], ".0") || strings.HasSuffix(c.Raw[:to], ".00")
	switch sign, doubt := signOf(c.Raw); {
	case whole, doubt, sign == signUnknown && isBare(c.Raw) && !strings.HasPrefix(c.Raw, "-"):
		p.counts++
	}
	if !whole && strings.ContainsAny(c.Raw, ".,") {
		p.cents++
	}
}

// isFlag reports whether a text is yes or no.
func isFlag(text string) bool {
	switch strings.ToLower(text) {
	case "yes", "no", "y", "n", "true", "false", "on", "off", "enabled", "disabled", "active", "inactive", "✓", "✔", "☑", "☐",
		"是", "否", "有", "无", "ja", "nein", "oui", "non", "sí", "si", "да", "нет":
		return true
	}
	return false
}

func isDate(c *grid.Cell) bool {
	if c.Kind == grid.Date {
		return true
	}
	if c.Kind != grid.Text || len(c.Text) < 6 || len(c.Text) > 40 || !strings.ContainsAny(c.Text, "-/.年, ") {
		return false
	}
	_, _, err := parseDate(c.Text)
	return err == nil
}

// A name of goods is shorter than these.
const (
	nameRunes = 90
	nameWords = 14
)

// isProse reports whether a text describes: it is long, of several sentences or
// lines, or HTML.
func isProse(text string) bool {
	return utf8.RuneCountInString(text) > nameRunes || len(strings.Fields(text)) > nameWords ||
		strings.Contains(text, "</") || strings.Contains(text, ". ") && strings.HasSuffix(text, ".") || strings.Contains(text, "\n")
}

// isName reports whether a text could be the name of goods.
func isName(text string) bool {
	return !isProse(text) && !isAddress(text) && strings.ContainsFunc(text, unicode.IsLetter) && !isFlag(text)
}

// denies reports whether the values of a column speak against a field. A name that
// says the field beyond doubt is denied only by values of another kind altogether;
// what is merely wrong in such a column is reported cell by cell.
func (p profile) denies(f catalog.Field, reason Reason) bool {
	if p.filled == 0 {
		return false
	}
	info, _ := catalog.LookupField(f)
	other := p.mostly(p.flags) || p.mostly(p.addresses) || p.mostly(p.dates)
	sure := reason == ByName
	switch {
	case info.Kind == catalog.KindInteger:
		return other || p.mostly(p.prose) || !sure && (!p.mostly(p.counts) || p.cents*3 > p.filled || p.mostly(p.gtins))
	case numeric(f):
		return other || p.mostly(p.prose) || !sure && !p.mostly(p.numbers)
	case f == catalog.FieldOrigin:
		return p.countries == 0
	case f == OnSale:
		return !p.mostly(p.flags) && !p.mostly(p.bits) && p.mostly(p.numbers)
	case f == SaleFrom || f == SaleUntil:
		return p.mostly(p.flags) || p.mostly(p.addresses)
	case f == catalog.FieldTitle, f == catalog.FieldBrand:
		return p.mostly(p.addresses) || p.mostly(p.flags) || p.mostly(p.dates) || f == catalog.FieldTitle && p.mostly(p.cents)
	case f == catalog.FieldImages, f == VariantImage:
		return p.mostly(p.flags) || p.mostly(p.digits)
	case f == catalog.FieldSKU, f == catalog.FieldGTIN, f == catalog.FieldMPN:
		return p.mostly(p.flags) || p.mostly(p.prose) || p.mostly(p.dates) || p.mostly(p.addresses) ||
			!sure && f == catalog.FieldGTIN && p.digits == 0 && p.gtins == 0
	}
	return false
}
