package catalog

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"
)

// Money is an exact amount in an ISO 4217 currency. The zero Money is "not told",
// which is not the same as free: a price of 0 has a currency.
type Money struct {
	Amount   decimal.Decimal `json:"amount"`
	Currency string          `json:"currency"`
}

// IsZero reports whether no amount was told.
func (m Money) IsZero() bool { return m.Currency == "" }

// Equal reports whether both are the same amount of the same currency.
func (m Money) Equal(n Money) bool { return m.Currency == n.Currency && m.Amount.Equal(n.Amount) }

// String is the text form "12.99 USD", or nothing when no amount was told.
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

// currencySigns are the signs merchants write, longest first where one begins
// with another. A lone $ or ¥ means different money in different shops, so these
// two only count when the caller's own currency uses the same sign.
var currencySigns = []struct{ sign, code string }{
	{"US$", "USD"},
	{"USD", "USD"},
	{"CA$", "CAD"},
	{"C$", "CAD"},
	{"A$", "AUD"},
	{"AU$", "AUD"},
	{"HK$", "HKD"},
	{"NT$", "TWD"},
	{"S$", "SGD"},
	{"CN¥", "CNY"},
	{"RMB", "CNY"},
	{"CNY", "CNY"},
	{"人民币", "CNY"},
	{"元", "CNY"},
	{"JP¥", "JPY"},
	{"円", "JPY"},
	{"€", "EUR"},
	{"£", "GBP"},
	{"₩", "KRW"},
	{"₹", "INR"},
	{"₽", "RUB"},
	{"₴", "UAH"},
	{"฿", "THB"},
	{"₫", "VND"},
	{"zł", "PLN"},
}

// signOf names the currencies that may be meant by the ambiguous signs; the
// first is meant when the caller's currency is none of them.
var signOf = map[string][]string{
	"$": {"USD", "CAD", "AUD", "HKD", "SGD", "TWD", "NZD", "MXN"},
	"¥": {"CNY", "JPY"},
	"￥": {"CNY", "JPY"},
}

// ParseMoney reads an amount with or without a sign or code: "12.99", "$1,299.00",
// "USD 12", "12,99 €", "¥88". fallback is the currency when the text names none.
func ParseMoney(s, fallback string) (Money, error) {
	text, code, err := cutCurrency(strings.TrimSpace(foldDigits(s)), fallback)
	if err != nil {
		return Money{}, fmt.Errorf("%q is not a price: %w", s, err)
	}
	amount, err := ParseDecimal(text)
	if err != nil {
		return Money{}, fmt.Errorf("%q is not a price: %w", s, err)
	}
	if code == "" {
		return Money{}, fmt.Errorf("%q is not a price: %w", s, ErrNoCurrency)
	}
	return Money{amount, code}, nil
}

// cutCurrency takes the currency's sign or code off an amount.
func cutCurrency(s, fallback string) (text, code string, err error) {
	for sign, codes := range signOf {
		if rest, ok := cutAffix(s, sign); ok && !strings.ContainsAny(rest, "$¥￥") && startsLikeNumber(rest) {
			for _, c := range codes {
				if c == fallback {
					return rest, c, nil
				}
			}
			return rest, codes[0], nil
		}
	}
	for _, e := range currencySigns {
		if rest, ok := cutAffix(s, e.sign); ok {
			return rest, e.code, nil
		}
	}
	for _, code := range []string{prefix(s, 3), suffix(s, 3)} {
		if KnownCurrency(code) {
			rest, _ := cutAffix(s, code)
			return rest, code, nil
		}
	}
	return s, fallback, nil
}

func startsLikeNumber(s string) bool {
	s = strings.TrimLeft(s, "-+( ")
	return s != "" && (s[0] == '.' || s[0] == ',' || '0' <= s[0] && s[0] <= '9')
}

// cutAffix removes sign from either end of s, with the space beside it.
func cutAffix(s, sign string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, sign); ok {
		return strings.TrimSpace(rest), true
	}
	if rest, ok := strings.CutSuffix(s, sign); ok {
		return strings.TrimSpace(rest), true
	}
	if rest, ok := strings.CutPrefix(s, "-"+sign); ok {
		return "-" + strings.TrimSpace(rest), true
	}
	return s, false
}

func prefix(s string, n int) string {
	if len(s) < n {
		return ""
	}
	return s[:n]
}

func suffix(s string, n int) string {
	if len(s) < n {
		return ""
	}
	return s[len(s)-n:]
}
