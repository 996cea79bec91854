package view

import (
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Need is something that the feed needs and a person can give: a rate of
// exchange, where pages or pictures are. It is kept in the catalogue.
type Need struct {
	Key     string // of the setting
	Code    string // of its name; "" for a rate
	From    string // currencies of a rate
	To      string
	Example string
	Value   string
}

// NeedOf is the setting that solves a problem for all products; not ok where none does.
func NeedOf(p catalog.Problem) (Need, bool) {
	switch {
	case p.Code == "price-currency":
		from, to := p.Args["from"], p.Args["to"]
		return Need{Key: workspace.SettingRatePrefix + from + "/" + to, From: from, To: to, Example: "7.10"}, true
	case p.Code == "value-missing" && p.Field == string(catalog.FieldURL):
		return Need{Key: workspace.SettingPageURL, Code: "option-page-url", Example: "https://shop.example/products/{handle}"}, true
	case p.Code == "picture-address-missing", p.Code == "image-not-online":
		return Need{Key: workspace.SettingPictureURL, Code: "option-picture-url", Example: "https://shop.example/pictures/{file}"}, true
	}
	return Need{}, false
}
