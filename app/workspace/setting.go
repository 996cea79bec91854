package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"maps"

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
	SettingChannels       = "channels"        // the channels the shop wants to sell on, with commas: "taobao, google"
	SettingScript         = "script"          // the Chinese that listings are written in: "zh-Hans" or "zh-Hant"
	SettingRatePrefix     = "rate."           // "rate.USD/CNY": yuan for one dollar
)

// shippedSettings are a small American shop's.
var shippedSettings = map[string]string{
	SettingCurrency:   "USD",
	SettingWeightUnit: "lb",
	SettingLengthUnit: "in",
	SettingScript:     string(catalog.SimplifiedChinese),
}

// Setting returns a setting of the catalogue, or what it is when nobody set it.
func (w *Workspace) Setting(ctx context.Context, key string) (string, error) {
	var value string
	known, err := w.store.Document(ctx, store.Settings, key, &value)
	switch {
	case errors.Is(err, store.ErrDocument):
		return "", &BrokenSettingError{[]string{key}}
	case err == nil && !known:
		value = shippedSettings[key]
	case err == nil && isBroken(key, value):
		return "", &BrokenSettingError{[]string{key}}
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

// settings are all settings: the shipped ones, and the catalogue's over them. Some
// that cannot be read are a BrokenSettingError; the others come beside it.
func (w *Workspace) settings(ctx context.Context) (map[string]string, error) {
	documents, err := w.store.Documents(ctx, store.Settings)
	if err != nil {
		return nil, err
	}
	all := maps.Clone(shippedSettings)
	var broken []string
	for _, d := range documents {
		var value string
		if err := json.Unmarshal(d.Body, &value); err != nil || isBroken(d.Name, value) {
			broken = append(broken, d.Name)
			delete(all, d.Name)
			continue
		}
		all[d.Name] = value
	}
	if len(broken) > 0 {
		return all, &BrokenSettingError{broken}
	}
	return all, nil
}

// Script is the locale that the shop's Chinese listings are written in.
func (w *Workspace) Script(ctx context.Context) (catalog.Locale, error) {
	value, err := w.Setting(ctx, SettingScript)
	return catalog.Locale(value), err
}

// defaults are what texts mean that do not say.
func (w *Workspace) defaults(ctx context.Context) (catalog.Defaults, error) {
	all, err := w.settings(ctx)
	return catalog.Defaults{
		Currency:   all[SettingCurrency],
		WeightUnit: catalog.Unit(all[SettingWeightUnit]),
		LengthUnit: catalog.Unit(all[SettingLengthUnit]),
		PictureURL: all[SettingPictureURL],
	}, err
}
