package workspace

import (
	"context"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// The settings of a catalogue. They are kept in its file, so that two people who
// open it read the same numbers in the same units.
const (
	SettingCurrency       = "currency"        // ISO 4217, of prices that name none
	SettingWeightUnit     = "weight_unit"     // of weights that name none
	SettingLengthUnit     = "length_unit"     // of lengths that name none
	SettingShop           = "shop"            // the shop's name, for feeds that tell it
	SettingPageURL        = "page_url"        // a product's page: "https://shop.example/products/{handle}"
	SettingPictureURL     = "picture_url"     // a picture that is a file, on the web: "https://shop.example/pictures/{file}"
	SettingPictureFolders = "picture_folders" // where imports came from, one a line
	SettingRatePrefix     = "rate."           // "rate.USD/CNY": yuan for one dollar
)

// shippedSettings are a small American shop's.
var shippedSettings = map[string]string{
	SettingCurrency:   "USD",
	SettingWeightUnit: "lb",
	SettingLengthUnit: "in",
}

// Setting returns a setting of the catalogue, or what it is when nobody set it.
func (w *Workspace) Setting(ctx context.Context, key string) (string, error) {
	var value string
	known, err := w.store.Document(ctx, store.Settings, key, &value)
	if err == nil && !known {
		value = shippedSettings[key]
	}
	return value, err
}

// SetSetting changes a setting, under an entry of history. An empty value takes
// it back to what it was when nobody set it.
func (w *Workspace) SetSetting(ctx context.Context, key, value string) error {
	var document any
	if value != "" {
		document = value
	}
	_, err := w.store.SetDocument(ctx, store.Settings, key, document)
	return err
}

// defaults are what texts mean that do not say.
func (w *Workspace) defaults(ctx context.Context) (catalog.Defaults, error) {
	var d catalog.Defaults
	for key, put := range map[string]func(string){
		SettingCurrency:   func(s string) { d.Currency = s },
		SettingWeightUnit: func(s string) { d.WeightUnit = catalog.Unit(s) },
		SettingLengthUnit: func(s string) { d.LengthUnit = catalog.Unit(s) },
	} {
		value, err := w.Setting(ctx, key)
		if err != nil {
			return d, err
		}
		put(value)
	}
	return d, nil
}
