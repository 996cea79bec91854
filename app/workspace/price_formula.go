package workspace

import (
	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// PriceFormula makes a price of a price: changed by Change, then rounded to the
// currency's smallest coin, or to a price that ends in Ending.
type PriceFormula struct {
	Change PriceChange
	Ending PriceEnding
	Up     bool // to the next price with the ending, otherwise to the nearest
}

// PriceEnding is what a price ends in; "" leaves it as it was calculated.
type PriceEnding string

// PriceEndings lists the endings, but for none. The last is of whole prices that end
// in the digit 9, as shops in China like them: 29, 199.
var PriceEndings = []PriceEnding{".99", ".95", ".90", ".00", "9"}

// grid is the smallest price with the ending, and the distance between such prices.
func (e PriceEnding) grid() (first, step decimal.Decimal) {
	switch e {
	case "9":
		return decimal.NewFromInt(9), decimal.NewFromInt(10)
	case ".00":
		return decimal.NewFromInt(1), decimal.NewFromInt(1)
	}
	return decimal.RequireFromString("0" + string(e)), decimal.NewFromInt(1)
}

// fits reports whether prices in a currency can have the ending: a yen has no parts.
func (e PriceEnding) fits(currency string) bool {
	return catalog.Decimals(currency) > 0 || e == "" || e == ".00" || e == "9"
}

// isKnown reports whether there is such an ending.
func (e PriceEnding) isKnown() bool {
	for _, known := range PriceEndings {
		if e == known {
			return true
		}
	}
	return e == ""
}

// round returns the price with the ending that is nearest to amount, of two equally
// near ones the higher; with up the next one from amount on. None is below the first.
func (e PriceEnding) round(amount decimal.Decimal, up bool) decimal.Decimal {
	first, step := e.grid()
	steps := amount.Sub(first).Div(step)
	if up {
		steps = steps.Ceil()
	} else {
		steps = steps.Add(decimal.NewFromFloat(0.5)).Floor()
	}
	return first.Add(decimal.Max(steps, decimal.Zero).Mul(step))
}

// Of applies the formula to a price. A price that would not be above zero afterwards
// stays as it was and gives a problem, and so does one that cannot have the ending.
func (f PriceFormula) Of(field catalog.Field, m catalog.Money) (catalog.Money, []catalog.Problem) {
	if !f.Ending.fits(m.Currency) {
		return m, []catalog.Problem{catalog.NewProblem("price-ending", catalog.Blocked, field, "ending", string(f.Ending), "currency", m.Currency)}
	}
	is := catalog.Money{Amount: f.Change.of(m.Amount), Currency: m.Currency}
	if is.Amount.IsPositive() && f.Ending != "" {
		is.Amount = f.Ending.round(is.Amount, f.Up)
	} else {
		is.Amount = is.Amount.Round(int32(catalog.Decimals(m.Currency)))
	}
	if !is.Amount.IsPositive() && !is.Equal(m) {
		return m, []catalog.Problem{catalog.NewProblem("price-not-positive", catalog.Blocked, field, "before", fixed(m), "value", fixed(is))}
	}
	return is, nil
}

// fixed writes a price with all decimals of its currency: "12.40 USD".
func fixed(m catalog.Money) string {
	return m.Amount.StringFixed(int32(catalog.Decimals(m.Currency))) + " " + m.Currency
}
