package sheet

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// moneyText writes an amount with its currency, where the cell, the header, a line
// of the file or a column of its own says it; otherwise the bare amount, for the
// catalogue's own currency to be put to it. What is no amount stays as it is, to
// be refused by name. An amount in a currency that is not known is left out: it
// would become one in another.
func (r *run) moneyText(l *line, c *grid.Cell, col *column, place catalog.Place, u units) string {
	text, ok := r.plain(l, c, col, place)
	if !ok {
		return ""
	}
	own := ownCurrency(c)
	if own == "" && (col.NoCurrency != "" || col.Currency == "" && u.noCurrency != "") {
		if !l.told {
			l.told = true
			r.problem(l, "currency-unknown", catalog.Warning, col, place, "value", cmp.Or(col.NoCurrency, u.noCurrency))
		}
		return ""
	}
	if col.Field == catalog.FieldCompare && isNone(text) {
		return "" // nothing to compare with
	}
	currency := r.currency(l, col, place, u)
	col.note(unitText(c), place, u.currency)
	if c.Kind == grid.Number {
		return numberMoney(c, currency)
	}
	if currency == "" {
		return text
	}
	m, err := catalog.ParseMoney(text, currency)
	if err != nil {
		return text
	}
	return m.String()
}

// currency is what a bare amount of the column is in: what the header says, otherwise
// the row's own column. A header's sign that several currencies have leaves it to
// the row which of them it is.
func (r *run) currency(l *line, col *column, place catalog.Place, u units) string {
	switch {
	case col.Currency == "" || u.currency == "":
		return cmp.Or(col.Currency, u.currency)
	case col.UnitFrom == FromSettings, col.UnitFrom == FromSign && catalog.SharesSign(col.Currency, u.currency):
		return u.currency
	case col.Currency != u.currency && !col.differs:
		col.differs = true
		r.problem(l, "currency-differs", catalog.Warning, col, place, "value", u.currency, "currency", col.Currency)
	}
	return col.Currency
}

// ownCurrency is the currency that a cell names beyond doubt, by its text or its
// number's format.
func ownCurrency(c *grid.Cell) string {
	if c.Kind == grid.Number {
		if c.Format == nil {
			return ""
		}
		return cmp.Or(c.Format.Currency, catalog.OwnCurrency(c.Format.Prefix+c.Raw), catalog.OwnCurrency(c.Raw+c.Format.Suffix))
	}
	if isBare(c.Raw) {
		return ""
	}
	return catalog.OwnCurrency(c.Raw)
}

// unitText is a cell as a person sees its unit: a number's format may have one.
func unitText(c *grid.Cell) string {
	if c.Kind == grid.Number && c.Format != nil {
		return c.Format.Currency + c.Format.Prefix + c.Raw + c.Format.Suffix
	}
	return c.Raw
}

// numberMoney writes an amount that is a number, whose digits need no reading. The
// cell's own format says the currency, unless it only has a sign that the currency
// of the header has too.
func numberMoney(c *grid.Cell, currency string) string {
	amount := priceDigits(c, currency)
	own := ownCurrency(c)
	switch {
	case own != "" && (currency == "" || !catalog.SharesSign(own, currency)):
		return amount + " " + own
	case currency != "":
		return amount + " " + currency
	case c.Format == nil:
		return amount
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
