package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/script"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// SettingError says that there is no such setting, or that it cannot be so.
type SettingError struct{ Key, Value string }

func (e *SettingError) Error() string { return fmt.Sprintf("setting %s: %q cannot be", e.Key, e.Value) }

// settingRules say what each setting may be; an empty value is always right, it
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
	SettingScript:         func(s string) bool { return slices.Contains(Scripts, s) },
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// SettingKeys lists the settings that have a name of their own, sorted. Rates,
// "rate.USD/CNY", come on top.
func SettingKeys() []string { return slices.Sorted(maps.Keys(settingRules)) }

// checkSetting compares one setting with its rule.
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

// Settings returns what applies to the catalogue: what was set, and the shipped
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

// The settings of a catalogue. They are kept in its file, so that two people who
// open it read the same numbers in the same units.
const (
	SettingCurrency       = "currency"        // ISO 4217, of prices that name none
	SettingWeightUnit     = "weight_unit"     // of weights that name none
	SettingLengthUnit     = "length_unit"     // of lengths that name none
	SettingShop           = "shop"            // the shop's name, for feeds that name it
	SettingPageURL        = "page_url"        // a product's page: "https://shop.example/products/{handle}"
	SettingPictureURL     = "picture_url"     // a picture that is a file, on the web: "https://shop.example/pictures/{file}"
	SettingPictureFolders = "picture_folders" // where imports came from, one a line
	SettingChannels       = "channels"        // the channels the shop wants to sell on, with commas: "taobao, google"
	SettingScript         = "script"          // the Chinese that listings are written in, one of Scripts
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
// that cannot be read are a BrokenSettingError; the rest come beside it.
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
	locale, _ := catalog.ParseLocale(value)
	return locale, err
}

// Scripts are the kinds of Chinese that listings can be written in. The last two are
// Traditional with the words of Taiwan and of Hong Kong.
var Scripts = []string{string(catalog.SimplifiedChinese), string(catalog.TraditionalChinese), "zh-Hant-TW", "zh-Hant-HK"}

// variantOf is the place whose Traditional Chinese a tag asks for.
func variantOf(tag string) script.Variant {
	switch low := strings.ReplaceAll(strings.ToLower(tag), "_", "-"); {
	case strings.HasSuffix(low, "-tw"):
		return script.Taiwan
	case strings.HasSuffix(low, "-hk"), strings.HasSuffix(low, "-mo"):
		return script.HongKong
	}
	return script.Plain
}

// defaults are what texts mean that do not say.
func (w *Workspace) defaults(ctx context.Context) (catalog.Defaults, error) {
	all, err := w.settings(ctx)
	return catalog.Defaults{
		Currency:   all[SettingCurrency],
		WeightUnit: catalog.Unit(all[SettingWeightUnit]),
		LengthUnit: catalog.Unit(all[SettingLengthUnit]),
		PictureURL: all[SettingPictureURL],
		Mark:       w.Author(),
	}, err
}

// BrokenSettingError says which settings of the catalogue cannot be read, or have a
// value that no setting of the name can have. Nothing is assumed in their place.
type BrokenSettingError struct{ Keys []string }

func (e *BrokenSettingError) Error() string {
	return fmt.Sprintf("settings cannot be read: %s", strings.Join(e.Keys, ", "))
}

// Message implements text.Speaker.
func (e *BrokenSettingError) Message() (string, []any) {
	return "error-setting-broken", []any{"count", len(e.Keys), "keys", strings.Join(e.Keys, ", "), "reset", strings.Join(e.Keys, " --reset ")}
}

// isBroken reports whether a value was never set with that name: prices and sizes
// would come out wrong with it.
func isBroken(key, value string) bool {
	switch key {
	case SettingCurrency, SettingWeightUnit, SettingLengthUnit, SettingScript:
		return value != "" && !settingRules[key](value)
	}
	return false
}

// UnknownSettingError says that nothing is kept under a name.
type UnknownSettingError struct{ Key string }

func (e *UnknownSettingError) Error() string { return fmt.Sprintf("nothing is set as %q", e.Key) }

// Message implements text.Speaker.
func (e *UnknownSettingError) Message() (string, []any) {
	return "error-setting-unset", []any{"key", e.Key, "known", strings.Join(SettingKeys(), ", ")}
}

// ResetSettings takes settings back to what they are when nobody has set them,
// whatever is in them now. An import profile, term or mapping of such a name that
// cannot be read is removed too. All is one entry of history.
func (w *Workspace) ResetSettings(ctx context.Context, keys []string) error {
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindSettings, Note: strings.Join(keys, ", ")})
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := w.reset(ctx, batch, key); err != nil {
			return errors.Join(err, batch.Rollback())
		}
	}
	_, err = batch.Commit(ctx)
	return err
}

func (w *Workspace) reset(ctx context.Context, batch *store.Batch, key string) error {
	_, known := settingRules[key]
	for _, kind := range []store.DocumentKind{store.Settings, store.Profiles, store.Terms, store.CategoryMappings} {
		var any json.RawMessage
		there, err := w.store.Document(ctx, kind, key, &any)
		broken := errors.Is(err, store.ErrDocument)
		if err != nil && !broken {
			return err
		}
		if !broken && (kind != store.Settings || !there) {
			continue
		}
		known = true
		if err := batch.SetDocument(ctx, kind, key, nil); err != nil {
			return err
		}
	}
	if !known {
		return &UnknownSettingError{key}
	}
	return nil
}

// TargetChannels lists the channels that the shop wants to sell on: those of the
// setting, all where it names none that is known.
func (w *Workspace) TargetChannels(ctx context.Context) ([]*export.Channel, error) {
	names, err := w.Setting(ctx, SettingChannels)
	if err != nil {
		return nil, err
	}
	var targets []*export.Channel
	for _, c := range w.channels {
		if containsName(names, c.Name()) {
			targets = append(targets, c)
		}
	}
	if len(targets) == 0 {
		return w.channels, nil
	}
	return targets, nil
}

// containsName reports whether a list with commas has a name in it.
func containsName(list, name string) bool {
	for have := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(have) == name {
			return true
		}
	}
	return false
}

// Extension is how the name of a catalogue file ends.
const Extension = ".tradewind"
