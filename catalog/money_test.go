package catalog

import (
	"errors"
	"testing"
)

func TestParseMoney(t *testing.T) {
	tests := []struct{ in, fallback, want string }{
		{"12.99", "USD", "12.99 USD"},
		{"$1,299.00", "USD", "1299 USD"},
		{"$5", "CAD", "5 CAD"},
		{"US$ 12.50", "CNY", "12.5 USD"},
		{"1299.00 USD", "CNY", "1299 USD"},
		{"EUR 3", "USD", "3 EUR"},
		{"12,99 €", "USD", "12.99 EUR"},
		{"1.299,00 €", "USD", "1299 EUR"},
		{"1 299,00", "EUR", "1299 EUR"},
		{"¥88", "CNY", "88 CNY"},
		{"￥１２８", "CNY", "128 CNY"},
		{"¥880", "JPY", "880 JPY"},
		{"99元", "USD", "99 CNY"},
		{"($4.50)", "USD", ""},
		{"-$4.50", "USD", "-4.5 USD"},
		{"4.166666666666667", "USD", "4.166666666666667 USD"},
		{"0", "USD", "0 USD"},
		{"1,299", "USD", "1299 USD"},
		{"0,299", "USD", "0.299 USD"},
		{"12,5", "EUR", "12.5 EUR"},
		{"1'299.50", "CHF", "1299.5 CHF"},
		{"$12.50 CAD", "USD", "12.5 CAD"},
		{"AUD $9", "USD", "9 AUD"},
		{"usd 12", "CNY", "12 USD"},
		{"10 XYZ", "USD", ""},
		{"top 5", "USD", ""},
		{"12.99", "", ""},
		{"call us", "USD", ""},
		{"NaN", "USD", ""},
		{"Inf", "USD", ""},
		{"1,23,456.00", "INR", ""},
		{"1.2.3", "USD", ""},
		{"12-15", "USD", ""},
		{"", "USD", ""},
	}
	for _, tt := range tests {
		m, err := ParseMoney(tt.in, tt.fallback)
		if got := m.String(); got != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("ParseMoney(%q, %q) = %q, %v; want %q", tt.in, tt.fallback, got, err, tt.want)
		}
	}
}

func TestMoneyWithoutCurrencyIsRefused(t *testing.T) {
	if _, err := ParseMoney("12.99", ""); !errors.Is(err, ErrNoCurrency) {
		t.Errorf("got %v, want %v", err, ErrNoCurrency)
	}
}

func TestDecimals(t *testing.T) {
	for code, want := range map[string]int{"USD": 2, "CNY": 2, "JPY": 0, "KWD": 3, "nonsense": 2} {
		if got := Decimals(code); got != want {
			t.Errorf("Decimals(%q) = %d, want %d", code, got, want)
		}
	}
}

func TestFormatFloat(t *testing.T) {
	tests := map[float64]string{
		31.199999999999999: "31.2", 265.81999999999999: "265.82", 4006381333931: "4006381333931",
		0.1 + 0.2: "0.3", 1e-7: "0.0000001", 123456789012345678: "123456789012346000", -0.5: "-0.5", 0: "0",
	}
	for in, want := range tests {
		if got := FormatFloat(in); got != want {
			t.Errorf("FormatFloat(%v) = %q, want %q", in, got, want)
		}
	}
}

// A price that was read is written and read again without change.
func FuzzMoney(f *testing.F) {
	for _, s := range []string{"12.99", "$1,299.00", "1.299,00 €", "¥88", "(5)", "1e9", "99元", "\u00a0", "$,293222999999999999292299999999999993229"} {
		f.Add(s, "USD")
	}
	f.Fuzz(func(t *testing.T, s, fallback string) {
		m, err := ParseMoney(s, fallback)
		if err != nil || !KnownCurrency(m.Currency) {
			return
		}
		again, err := ParseMoney(m.String(), "")
		if err != nil || !again.Equal(m) {
			t.Fatalf("%q is read as %v, which is read as %v (%v)", s, m, again, err)
		}
	})
}

func TestLookupCurrency(t *testing.T) {
	tests := []struct{ word, own, want string }{
		{"USD", "EUR", "USD"},
		{"cad", "USD", "CAD"},
		{"$", "EUR", "USD"},
		{"$", "CAD", "CAD"},
		{"Dollars", "AUD", "AUD"},
		{"¥", "JPY", "JPY"},
		{"￥", "USD", "CNY"},
		{"US Dollars", "CAD", "USD"},
		{"Euro", "USD", "EUR"},
		{"руб.", "USD", "RUB"},
		{"人民币", "USD", "CNY"},
		{"Peso", "USD", ""},
		{"peso", "MXN", "MXN"},
		{"pesos mexicanos", "USD", "MXN"},
		{"kr", "USD", ""},
		{"kr", "SEK", "SEK"},
		{"XYZ", "USD", ""},
		{"XXX", "USD", ""},
		{"each", "USD", ""},
		{"", "USD", ""},
	}
	for _, tt := range tests {
		if got, ok := LookupCurrency(tt.word, tt.own); got != tt.want || ok != (tt.want != "") {
			t.Errorf("LookupCurrency(%q, %q) = %q, %v; want %q", tt.word, tt.own, got, ok, tt.want)
		}
	}
}

func TestOwnCurrency(t *testing.T) {
	for in, want := range map[string]string{"12": "", "$12": "", "¥12": "", "US$12": "USD", "12 €": "EUR", "CAD 12": "CAD", "$12 CAD": "CAD", "12 XYZ": ""} {
		if got := OwnCurrency(in); got != want {
			t.Errorf("OwnCurrency(%q) = %q, want %q", in, got, want)
		}
	}
}
