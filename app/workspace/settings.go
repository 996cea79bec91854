package workspace

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// SettingError says that there is no such setting, or that it cannot be so.
type SettingError struct{ Key, Value string }

func (e *SettingError) Error() string { return fmt.Sprintf("setting %s: %q cannot be", e.Key, e.Value) }

// settingRules tell what each setting may be; an empty value is always right, it
// takes the setting back.
var settingRules = map[string]func(value string) bool{
	SettingCurrency:       catalog.KnownCurrency,
	SettingWeightUnit:     func(s string) bool { return catalog.Unit(s).Dimension() == catalog.Mass },
	SettingLengthUnit:     func(s string) bool { return catalog.Unit(s).Dimension() == catalog.Length },
	SettingShop:           func(string) bool { return true },
	SettingPageURL:        isWebAddress,
	SettingPictureURL:     isWebAddress,
	SettingPictureFolders: func(string) bool { return true },
	SettingChannels:       func(string) bool { return true },
	SettingScript: func(s string) bool {
		return s == string(catalog.SimplifiedChinese) || s == string(catalog.TraditionalChinese)
	},
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// SettingKeys lists the settings that have a name of their own, sorted. Rates,
// "rate.USD/CNY", come on top.
func SettingKeys() []string { return slices.Sorted(maps.Keys(settingRules)) }

// checkSetting holds one setting against its rule.
func checkSetting(key, value string) error {
	if pair, ok := strings.CutPrefix(key, SettingRatePrefix); ok && value != "" {
		_, err := parseRate(pair, value)
		return err
	}
	rule, ok := settingRules[key]
	if !ok || value != "" && !rule(value) {
		return &SettingError{key, value}
	}
	return nil
}

// Settings returns what holds for the catalogue: what was set, and the shipped
// values of what was not.
func (w *Workspace) Settings(ctx context.Context) (map[string]string, error) { return w.settings(ctx) }

// SetSettings changes settings, all of them under one entry of history, or none.
// An empty value takes a setting back.
func (w *Workspace) SetSettings(ctx context.Context, given map[string]string) error {
	keys := slices.Sorted(maps.Keys(given))
	for _, key := range keys {
		if err := checkSetting(key, given[key]); err != nil {
			return err
		}
	}
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindSettings, Note: strings.Join(keys, ", ")})
	if err != nil {
		return err
	}
	for _, key := range keys {
		var document any
		if given[key] != "" {
			document = given[key]
		}
		if err := batch.SetDocument(ctx, store.Settings, key, document); err != nil {
			return errors.Join(err, batch.Rollback())
		}
	}
	_, err = batch.Commit(ctx)
	return err
}
