package catalog

import (
	"testing"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
)

// TestMoneyFormat holds amounts for readers against ICU, and that what is written with a
// sign of its own is read again as the same money.
func TestMoneyFormat(t *testing.T) {
	var file struct {
		Vectors []struct{ Locale, Currency, Amount, Standard, Narrow, Name string } `json:"vectors"`
	}
	sharedFile(t, "data/localization/currency_format.json", &file)
	if len(file.Vectors) < 80 {
		t.Fatalf("got %d vectors, want 80 and more", len(file.Vectors))
	}
	for _, v := range file.Vectors {
		m := Money{decimal.RequireFromString(v.Amount), v.Currency}
		reader := language.MustParse(v.Locale)
		for style, want := range map[MoneyStyle]string{WithSign: v.Standard, WithSymbol: v.Narrow, WithName: v.Name} {
			if got := m.Format(reader, style); got != want {
				t.Errorf("%s in %s: got %q, want %q", m, v.Locale, got, want)
			}
		}
		if back, err := ParseMoney(m.Format(reader, WithSign), v.Currency); m.Amount.Sign() >= 0 && (err != nil || !back.Equal(m)) {
			t.Errorf("%s is read back as %s (%v)", v.Standard, back, err)
		}
	}
}

func TestMoneyFormatOfOthers(t *testing.T) {
	tests := []struct{ amount, currency, want string }{
		{"1234567", "JPY", "1,234,567 JPY"},
		{"-0.5", "EUR", "-0.50 EUR"},
		{"999", "KWD", "999.000 KWD"},
	}
	for _, tt := range tests {
		m := Money{decimal.RequireFromString(tt.amount), tt.currency}
		if got := m.Format(language.SimplifiedChinese, WithSign); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestRegions holds the names of countries that are read against CLDR's.
func TestRegions(t *testing.T) {
	var file struct {
		Vectors []struct {
			ISO     string `json:"iso"`
			English string `json:"en"`
			Hans    string `json:"zh_Hans"`
		} `json:"vectors"`
	}
	sharedFile(t, "data/localization/regions.json", &file)
	if len(file.Vectors) < 38 {
		t.Fatalf("got %d vectors, want 38 and more", len(file.Vectors))
	}
	for _, v := range file.Vectors {
		for _, name := range []string{v.English, v.Hans} {
			if got, ok := ParseCountry(name); !ok || got != v.ISO {
				t.Errorf("%s: got %q, %t, want %s", name, got, ok, v.ISO)
			}
		}
	}
}
