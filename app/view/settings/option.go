package settings

import (
	"slices"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
)

// Option is one thing that can be set, described so that a page of settings can
// be drawn from it: a choice where it has Choices, otherwise a text.
type Option struct {
	Key     string // of a setting of the catalogue, or of a preference of the person
	Code    string // of its name
	Hint    string // code of a sentence that explains it, or ""
	Label   string // in place of Code, for a name that is no word: "USD → CNY"
	Example string // shown in an empty field
	Choices []view.Choice
	// Personal options belong to the person at this machine; the rest are kept in
	// the catalogue and travel with it.
	Personal bool
	Several  bool // more than one of the choices
}

// Topic is a page of options.
type Topic struct {
	Name    string // for roles
	Code    string // of its title
	Hint    string // code of what the page is about
	Options []Option
}

// Personal reports whether no option of the page is the catalogue's.
func (t Topic) Personal() bool {
	return !slices.ContainsFunc(t.Options, func(o Option) bool { return !o.Personal }) && len(t.Options) > 0
}

// The preferences of a person.
const (
	PreferenceLanguage = "language" // "", "en", "zh-Hans"
	PreferenceTheme    = "theme"    // "system", "light", "dark"
	PreferenceScale    = "scale"    // in percent
	PreferenceName     = "name"     // "": as the account says
)

// person is who the texts and the history say it was.
var person = Topic{
	Name: "person", Code: "topic-person", Hint: "topic-person-hint",
	Options: []Option{{Key: PreferenceName, Code: "option-name", Hint: "option-name-hint", Personal: true, Example: workspace.AccountName()}},
}

// looks is what the window looks like.
var looks = Topic{
	Name: "look", Code: "topic-look", Hint: "topic-look-hint",
	Options: []Option{
		{Key: PreferenceLanguage, Code: "option-language", Hint: "option-language-hint", Personal: true, Choices: []view.Choice{{Value: "", Code: "choice-system"}, {Value: "en", Code: "choice-english"}, {Value: "zh-Hans", Code: "choice-chinese"}}},
		{Key: PreferenceTheme, Code: "option-theme", Personal: true, Choices: []view.Choice{{Value: "system", Code: "choice-system"}, {Value: "light", Code: "choice-light"}, {Value: "dark", Code: "choice-dark"}}},
		{Key: PreferenceScale, Code: "option-scale", Hint: "option-scale-hint", Personal: true, Choices: view.ChoicesOf("100", "125", "150", "175", "200").WithSign("%")},
	},
}

// scriptOption is which Chinese listings are written in.
var scriptOption = Option{Key: workspace.SettingScript, Code: "option-script", Hint: "option-script-hint", Choices: view.Scripts}

// numbers is what numbers mean that do not say.
var numbers = Topic{
	Name: "units", Code: "topic-units", Hint: "topic-units-hint",
	Options: []Option{
		{Key: workspace.SettingCurrency, Code: "option-currency", Hint: "option-currency-hint", Choices: view.Currencies},
		{Key: workspace.SettingWeightUnit, Code: "option-weight", Choices: view.ChoicesOf("g", "kg", "oz", "lb")},
		{Key: workspace.SettingLengthUnit, Code: "option-length", Choices: view.ChoicesOf("mm", "cm", "m", "in", "ft")},
	},
}

// shop is what feeds say about the shop.
var shop = Topic{
	Name: "shop", Code: "topic-shop", Hint: "topic-shop-hint",
	Options: []Option{
		{Key: workspace.SettingShop, Code: "option-shop", Hint: "option-shop-hint"},
		{Key: workspace.SettingPageURL, Code: "option-page-url", Hint: "option-page-url-hint", Example: "https://shop.example/products/{handle}"},
		{Key: workspace.SettingPictureURL, Code: "option-picture-url", Hint: "option-picture-url-hint", Example: "https://shop.example/pictures/{file}"},
	},
}

// Has reports whether a value is one of the choices.
func (o Option) Has(value string) bool {
	return slices.ContainsFunc(o.Choices, func(c view.Choice) bool { return c.Value == value })
}

// withValue adds a value that the catalogue has and nobody foresaw.
func (o Option) withValue(value string) Option {
	if len(o.Choices) > 0 && !o.Several && value != "" && !o.Has(value) {
		o.Choices = append(slices.Clone(o.Choices), view.Choice{Value: value})
	}
	return o
}

// Chosen splits the value of an option of several choices.
func Chosen(value string) []string {
	var names []string
	for name := range strings.SplitSeq(value, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// With takes a choice into the value of an option of several, or out of it. No
// value means all of them, so the last choice cannot be taken out.
func With(o Option, value, choice string, on bool) []string {
	chosen := Chosen(value)
	var list []string
	for _, c := range o.Choices {
		had := len(chosen) == 0 || slices.Contains(chosen, c.Value)
		if c.Value == choice && on || c.Value != choice && had {
			list = append(list, c.Value)
		}
	}
	return list
}
