package text

import "strings"

// settingCodes are the messages that name the catalogue's settings. Rates are named
// by their currencies.
var settingCodes = map[string]string{
	"currency":        "option-currency",
	"weight_unit":     "option-weight",
	"length_unit":     "option-length",
	"shop":            "option-shop",
	"page_url":        "option-page-url",
	"picture_url":     "option-picture-url",
	"picture_folders": "option-picture-folders",
	"channels":        "option-channels",
	"script":          "option-script",
}

// ratePrefix begins the names of exchange rates, "rate.USD/CNY".
const ratePrefix = "rate."

// Setting names a setting of the catalogue as the settings page does; not ok for what
// is none.
func (p *Printer) Setting(key string) (name string, ok bool) {
	if pair, isRate := strings.CutPrefix(key, ratePrefix); isRate {
		from, to, ok := strings.Cut(pair, "/")
		return p.Say("option-rate", "from", from, "to", to), ok
	}
	code, ok := settingCodes[key]
	if !ok {
		return key, false
	}
	return p.Say(code), true
}

// Settings names those of a list with commas that are settings; the rest stay.
func (p *Printer) Settings(keys string) string {
	names := strings.Split(keys, ", ")
	for i, key := range names {
		names[i], _ = p.Setting(key)
	}
	return strings.Join(names, p.Say("list-comma"))
}
