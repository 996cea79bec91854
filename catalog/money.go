package catalog

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"
)

// Money is an exact amount in an ISO 4217 currency. The zero Money is "not given",
// which is not the same as free: a price of 0 has a currency.
type Money struct {
	Amount   decimal.Decimal `json:"amount"`
	Currency string          `json:"currency"`
}

// IsZero reports whether no amount was given.
func (m Money) IsZero() bool { return m.Currency == "" }

// Equal reports whether both are the same amount of the same currency.
func (m Money) Equal(n Money) bool { return m.Currency == n.Currency && m.Amount.Equal(n.Amount) }

// String is the text form "12.99 USD", or nothing when no amount was given.
func (m Money) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Amount.String() + " " + m.Currency
}

// Decimals returns how many decimals prices in the currency have: 2 for USD and
// CNY, 0 for JPY (ISO 4217, by x/text).
func Decimals(code string) int {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 2
	}
	scale, _ := currency.Standard.Rounding(unit)
	return scale
}

// KnownCurrency reports whether code is an ISO 4217 code.
func KnownCurrency(code string) bool {
	_, err := currency.ParseISO(code)
	return err == nil && len(code) == 3 && strings.ToUpper(code) == code
}

// ParseMoney reads an amount with or without a sign or code: "12.99", "$1,299.00",
// "USD 12", "12,99 €", "¥88". fallback is the currency when the text names none.
func ParseMoney(s, fallback string) (Money, error) {
	text, code, _ := cutCurrency(strings.TrimSpace(foldDigits(s)), fallback)
	amount, err := ParseDecimal(text)
	if err != nil {
		return Money{}, fmt.Errorf("%q is not a price: %w", s, err)
	}
	if code == "" {
		return Money{}, fmt.Errorf("%q is not a price: %w", s, ErrNoCurrency)
	}
	return Money{amount, code}, nil
}
