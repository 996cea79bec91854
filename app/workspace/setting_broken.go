package workspace

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tradewind.app/catalog/store"
)

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
