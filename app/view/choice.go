package view

import (
	"tradewind.app/app/text"
	"tradewind.app/catalog"
)

// Choice is one of an option's values.
type Choice struct {
	Value string
	Code  string // of its word; "" where the value says it
	Label string // in place of both
}

// Word is what a choice is called.
func (c Choice) Word(say *text.Printer) string {
	switch {
	case c.Label != "":
		return c.Label
	case c.Code != "":
		return say.Say(c.Code)
	}
	return c.Value
}

// Choices are the values of an option, in the order in which they are offered.
type Choices []Choice

// WithSign writes a sign behind each value.
func (cs Choices) WithSign(sign string) Choices {
	for i := range cs {
		cs[i].Label = cs[i].Value + sign
	}
	return cs
}

// ChoicesOf are choices whose values need no other words.
func ChoicesOf(list ...string) Choices {
	cs := make(Choices, len(list))
	for i, v := range list {
		cs[i] = Choice{Value: v}
	}
	return cs
}

// Currencies are those that shops ask for; another one that a catalogue has is
// added to them.
var Currencies = ChoicesOf("USD", "CAD", "EUR", "GBP", "AUD", "NZD", "JPY", "HKD", "SGD", "CNY")

// Scripts are the locales that Chinese listings can be written in.
var Scripts = Choices{
	{Value: string(catalog.SimplifiedChinese), Code: "locale-zh-Hans"},
	{Value: string(catalog.TraditionalChinese), Code: "locale-zh-Hant"},
	{Value: "zh-Hant-TW", Code: "locale-zh-Hant-TW"},
	{Value: "zh-Hant-HK", Code: "locale-zh-Hant-HK"},
}
