package view

import (
	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// signs are the signs of currencies that mean one currency to a shop that also
// sells in China: ¥ is the yuan.
var signs = map[string]string{"USD": "$", "CNY": "¥", "EUR": "€", "GBP": "£", "JPY": "JP¥", "HKD": "HK$", "CAD": "CA$", "AUD": "A$"}

// Money writes an amount as a person reads it: "$14.99", "12.50 CHF". What was
// not told is "".
func Money(m catalog.Money) string {
	if m.IsZero() {
		return ""
	}
	amount := m.Amount.StringFixed(int32(max(catalog.Decimals(m.Currency), -int(m.Amount.Exponent()))))
	if sign, ok := signs[m.Currency]; ok {
		return sign + amount
	}
	return amount + " " + m.Currency
}

// priceOf is a product's price, or the lowest of its variants' with a sign that
// there are higher ones. How many variants have none is told beside it: "$22.00, 1
// missing".
func priceOf(r workspace.Row, say *text.Printer) string {
	price := Money(r.Price)
	if !r.Price.Equal(r.PriceMax) {
		price += "+"
	}
	if price == "" || r.Unpriced == 0 {
		return price
	}
	return say.Say("price-some-missing", "price", price, "count", r.Unpriced)
}
