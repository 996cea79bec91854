package catalog

import (
	"strings"

	"golang.org/x/text/language"
)

// MoneyStyle is how an amount is written for a reader.
type MoneyStyle uint8

// The styles.
const (
	WithSign   MoneyStyle = iota // US$1,234.50: no sign means two currencies
	WithSymbol                   // $1,234.50: where the currency is known
	WithName                     // 1,234.50美元
)

// moneyWords are the signs and names of a currency by the script of the reader.
type moneyWords struct {
	sign, symbol        string // for readers at home elsewhere
	hans, hant, english string
}

// moneyOf has the currencies that shops between the US and China use, as CLDR writes them.
var moneyOf = map[string]moneyWords{
	"CNY": {"CN¥", "¥", "人民币", "人民幣", "Chinese yuan"},
	"USD": {"US$", "$", "美元", "美元", "US dollars"},
	"HKD": {"HK$", "$", "港元", "港元", "Hong Kong dollars"},
	"TWD": {"NT$", "$", "新台币", "新台幣", "New Taiwan dollars"},
}

// moneyHome is the currency of a region that is written there with its bare symbol. A
// reader in Hong Kong meets too many dollars for that.
var moneyHome = map[string]string{"CN": "CNY", "TW": "TWD", "US": "USD"}

// Format writes the amount for a reader: ¥1,234.50 in zh-CN, CN¥1,234.50 in zh-HK. Another
// currency than the tables have is written with its code.
func (m Money) Format(reader language.Tag, style MoneyStyle) string {
	amount := grouped(m.Amount.Abs().StringFixed(int32(Decimals(m.Currency)))) //nolint:gosec // a few decimals
	negative := ""
	if m.Amount.Sign() < 0 {
		negative = "-"
	}
	words, known := moneyOf[m.Currency]
	if !known {
		return negative + amount + " " + m.Currency
	}
	region, _ := reader.Region()
	if style == WithName {
		return negative + amount + words.name(reader, region.String())
	}
	sign := words.sign
	if style == WithSymbol || moneyHome[region.String()] == m.Currency {
		sign = words.symbol
	}
	if style == WithSymbol && region.String() == "CN" && m.Currency == "TWD" {
		sign = words.sign
	}
	return negative + sign + amount
}

// name is the currency's name behind an amount: set solid in Simplified Chinese.
func (w moneyWords) name(reader language.Tag, region string) string {
	base, _ := reader.Base()
	script, _ := reader.Script()
	switch {
	case base.String() != "zh":
		return " " + w.english
	case script.String() != "Hant":
		return w.hans
	case region == "TW" && w.hant == "港元":
		return " 港幣"
	}
	return " " + w.hant
}

// grouped puts commas between groups of three.
func grouped(number string) string {
	whole, decimals, has := strings.Cut(number, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if has {
		b.WriteString("." + decimals)
	}
	return b.String()
}
