package sheet

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// decode adds a cell's text to the line, in the form of the column's field. What
// is no text is told as a problem and left out.
func (r *run) decode(l *line, c *grid.Cell, col *column, place catalog.Place, u units) {
	switch c.Kind {
	case grid.Error:
		r.problem(l, "cell-error", catalog.Warning, col, place, "value", c.Text)
		return
	case grid.Uncached:
		r.problem(l, "formula-without-value", catalog.Warning, col, place)
		return
	case grid.TooLong:
		r.problem(l, "cell-too-long", catalog.Warning, col, place, "max", itoa(grid.MaxCell))
		return
	case grid.Picture:
		r.problem(l, "picture-in-cell", catalog.Info, col, place)
		return
	}
	col.values++
	text := c.Text
	if !col.role {
		text = r.fieldText(l, c, col, place, u)
	} else if col.Field == SalePrice {
		col.note(unitText(c), place, u.currency)
		text = moneyText(c, cmp.Or(col.Currency, u.currency))
	}
	if text = strings.TrimSpace(text); text != "" {
		l.values = append(l.values, value{catalog.Value{Field: col.Field, Text: text, Place: place}, col})
	}
}

func (r *run) problem(l *line, code string, s catalog.Severity, col *column, place catalog.Place, args ...string) {
	if !r.tally.tell() {
		return
	}
	args = append(args, "column", col.Header)
	l.problems = append(l.problems, catalog.NewProblem(code, s, col.Field, args...).At(place))
}

// fieldText writes a cell in the form of the column's field.
func (r *run) fieldText(l *line, c *grid.Cell, col *column, place catalog.Place, u units) string {
	switch col.info.Kind {
	case catalog.KindMoney:
		col.note(unitText(c), place, u.currency)
		return moneyText(c, cmp.Or(col.Currency, u.currency))
	case catalog.KindWeight:
		col.note(unitText(c), place, string(u.weight))
		return measureText(c, cmp.Or(col.Unit, u.weight), catalog.Mass)
	case catalog.KindLength:
		col.note(unitText(c), place, string(u.length))
		return measureText(c, cmp.Or(col.Unit, u.length), catalog.Length)
	case catalog.KindInteger:
		return c.Raw
	case catalog.KindStatus:
		return statusText(c.Text)
	}
	if !isCodeField(col.Field) {
		return c.Text
	}
	if r.spoilt(l, c, col, place) {
		return ""
	}
	return withoutMark(c.Text)
}

// unitText is a cell as a person sees its unit: a number's format may have one.
func unitText(c *grid.Cell) string {
	if c.Kind == grid.Number && c.Format != nil {
		return c.Format.Currency + c.Format.Prefix + c.Raw + c.Format.Suffix
	}
	return c.Raw
}

// moneyText writes an amount with its currency, where the header, a column of its
// own, the text or the number's format tells it; else the bare amount, for the
// catalogue's own currency to be put to it. What is no amount stays as it is, to
// be refused by name.
func moneyText(c *grid.Cell, currency string) string {
	if c.Kind == grid.Number {
		return numberMoney(c, currency)
	}
	if currency == "" {
		return c.Raw
	}
	m, err := catalog.ParseMoney(c.Raw, currency)
	if err != nil {
		return c.Raw
	}
	return m.String()
}

// numberMoney writes an amount that is a number, whose digits need no reading.
func numberMoney(c *grid.Cell, currency string) string {
	amount := priceDigits(c, currency)
	switch {
	case currency != "":
		return amount + " " + currency
	case c.Format == nil:
		return amount
	case c.Format.Currency != "":
		return amount + " " + c.Format.Currency
	}
	return withSign(amount, c.Format)
}

// withSign writes the sign of the format before the amount: a $ says dollars, and
// which ones the catalogue knows.
func withSign(amount string, f *grid.Format) string {
	for _, sign := range []string{f.Prefix, f.Suffix} {
		if _, err := catalog.ParseMoney(sign+"1", ""); sign != "" && err == nil {
			return sign + amount
		}
	}
	return amount
}

// typedDecimals is how many decimals a price that somebody typed may have: small
// parts are sold at 0.0125. More come from a formula.
const typedDecimals = 4

// priceDigits rounds what a formula computed (4.16666666666667) to the currency's
// decimals, as the merchant sees it and the shop charges it.
func priceDigits(c *grid.Cell, currency string) string {
	_, fraction, _ := strings.Cut(c.Raw, ".")
	if len(fraction) <= typedDecimals {
		return c.Raw
	}
	d, err := decimal.NewFromString(c.Raw)
	if err != nil {
		return c.Raw
	}
	places := 2
	if currency != "" {
		places = catalog.Decimals(currency)
	}
	if c.Format != nil {
		places = max(places, c.Format.Decimals)
	}
	return d.Round(int32(places)).String()
}

// measureText writes a measure with its unit, where header, column, text or
// format tells it.
func measureText(c *grid.Cell, unit catalog.Unit, dim catalog.Dimension) string {
	text := c.Raw
	if unit.Dimension() != dim {
		unit = ""
	}
	if c.Kind == grid.Number && unit == "" && c.Format != nil {
		unit, _ = catalog.LookupUnit(c.Format.Suffix)
	}
	if unit.Dimension() != dim {
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

// statusText reads the Y and N that some systems write for published.
func statusText(s string) string {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "y", "是":
		return string(catalog.StatusActive)
	case "n", "否":
		return string(catalog.StatusDraft)
	}
	return s
}

func isCodeField(f catalog.Field) bool {
	switch f {
	case catalog.FieldSKU, catalog.FieldGTIN, catalog.FieldMPN, catalog.FieldHSCode, catalog.FieldVariantHSCode, catalog.FieldHandle:
		return true
	}
	return false
}

// withoutMark takes off the apostrophe by which a spreadsheet program is told that a
// code is a text, and which some programs write into the file.
func withoutMark(code string) string {
	if rest, ok := strings.CutPrefix(code, "'"); ok && !strings.Contains(rest, "'") {
		return rest
	}
	return code
}

// spoilt tells of a code that a spreadsheet program has changed before it came
// here: what it took cannot be given back, and what it left is another code.
func (r *run) spoilt(l *line, c *grid.Cell, col *column, place catalog.Place) bool {
	switch {
	case c.Kind == grid.Date:
		r.problem(l, "code-as-date", catalog.Warning, col, place, "value", c.Text)
	case c.Kind == grid.Number && len(c.Raw) > 15 && strings.HasSuffix(c.Raw, "0") && !strings.Contains(c.Raw, "."),
		c.Kind == grid.Text && exponential(c.Text):
		r.problem(l, "code-digits-lost", catalog.Warning, col, place, "value", c.Text)
	default:
		return false
	}
	return true
}

// exponential reports whether a text is a number as a spreadsheet program shows a
// long code: 6.93E+12.
func exponential(s string) bool {
	mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E+")
	return ok && mantissa != "" && exponent != "" && strings.Trim(mantissa, "0123456789.,") == "" && strings.Trim(exponent, "0123456789") == ""
}
