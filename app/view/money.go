package view

import (
	"strings"

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

// CellText is a field's text as a list shows it.
func CellText(f catalog.Field, s string) string {
	if info, _ := catalog.LookupField(f); info.Kind == catalog.KindMoney {
		if m, err := catalog.ParseMoney(s, ""); err == nil {
			return Money(m)
		}
	}
	return strings.ReplaceAll(s, "\n", ", ")
}
