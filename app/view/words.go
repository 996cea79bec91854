package view

import (
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// ChannelName is a channel's title without what is in brackets behind it:
// "Taobao (Taobao Assistant data package)" is Taobao.
func ChannelName(title string) string {
	if i := strings.IndexAny(title, "(（"); i > 0 {
		return strings.TrimSpace(title[:i])
	}
	return title
}

// ChannelTitle is what a channel is called in the language of a printer.
func ChannelTitle(c *export.Channel, say *text.Printer) string {
	return ChannelName(c.Title(LocaleOf(say)))
}

// LocaleOf is the locale that a printer's language is read in.
func LocaleOf(say *text.Printer) catalog.Locale {
	if say.Language() == text.Chinese {
		return catalog.SimplifiedChinese
	}
	return catalog.Source
}

// SheetExtensions are how the names of files end that can be imported.
var SheetExtensions = []string{".xlsx", ".xlsm", ".csv", ".tsv", ".txt"}

// IsSpreadsheet reports whether a file's name is one of a spreadsheet.
func IsSpreadsheet(path string) bool {
	return slices.Contains(SheetExtensions, strings.ToLower(filepath.Ext(path)))
}

// FileName is the name of a catalogue without its folder and ending.
func FileName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), workspace.Extension)
}

// signs are the signs of currencies that mean one currency to a shop that also
// sells in China: ¥ is the yuan.
var signs = map[string]string{"USD": "$", "CNY": "¥", "EUR": "€", "GBP": "£", "JPY": "JP¥", "HKD": "HK$", "CAD": "CA$", "AUD": "A$"}

// Money writes an amount as a person reads it: "$14.99", "12.50 CHF". What was
// not given is "".
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
