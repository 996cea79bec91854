package workspace

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// ExportRequest is one feed to make.
type ExportRequest struct {
	Channel string
	Dir     string // folder that the files go into; made when missing
	All     bool   // write blocked products too
	Drafts  bool   // write texts too that nobody has seen, or that are out of date
	Filter  catalog.Filter
	// Rates, PageURL and PictureURL are what the feed needs and the catalogue may
	// not know yet; what is given here is remembered.
	Rates      map[string]string // "USD": how many yuan one dollar is; or "USD/EUR"
	PageURL    string            // a product's page: "https://shop.example/products/{handle}"
	PictureURL string            // where pictures that are files lie: "https://shop.example/pictures/{file}"
	// Locale and Describe are the report's language and how it says a problem.
	Locale   catalog.Locale
	Describe func(catalog.Problem) string
}

// UnknownChannelError says that no channel has a name.
type UnknownChannelError struct {
	Name  string
	Known []string
}

func (e *UnknownChannelError) Error() string {
	return fmt.Sprintf("there is no channel %q; there are %s", e.Name, strings.Join(e.Known, ", "))
}

// Channel finds a channel by its name.
func (w *Workspace) Channel(name string) (*export.Channel, error) {
	var known []string
	for _, c := range w.channels {
		if c.Name() == name {
			return c, nil
		}
		known = append(known, c.Name())
	}
	if w.broken != nil { // it may be the one that was meant
		return nil, w.broken
	}
	return nil, &UnknownChannelError{name, known}
}

// Export writes a channel's files into a folder. Products with a problem that
// blocks are left out and named in the report.
func (w *Workspace) Export(ctx context.Context, r ExportRequest, progress Progress) (export.Report, error) {
	c, err := w.Channel(r.Channel)
	if err != nil {
		return export.Report{}, err
	}
	given, err := r.settings()
	if err != nil {
		return export.Report{}, err
	}
	if err := w.rememberSettings(ctx, given); err != nil {
		return export.Report{}, err
	}
	opts, err := w.exportOptions(ctx, given)
	if err != nil {
		return export.Report{}, err
	}
	opts.All, opts.Drafts, opts.Locale, opts.Describe = r.All, r.Drafts, r.Locale, r.Describe
	opts.LeftOut = func() ([]export.Skipped, error) { return w.leftOut(ctx, r.Filter) }
	if opts.Total, err = w.store.Count(ctx, r.Filter); err != nil {
		return export.Report{}, err
	}
	return export.Run(ctx, c, w.store.Products(ctx, r.Filter), export.NewDirSink(r.Dir), opts, progress)
}

// exportOptions are what the catalogue has settled for its feeds, and what is
// given over it: a catalogue that cannot be written to remembers nothing.
func (w *Workspace) exportOptions(ctx context.Context, given map[string]string) (export.Options, error) {
	opts := export.Options{Rates: export.Rates{}, Open: w.pictures(ctx)}
	settings, err := w.settings(ctx)
	if err != nil {
		return opts, err
	}
	checks, err := w.textChecks()
	if err != nil {
		return opts, err
	}
	opts.Texts = checks.Problems
	maps.Copy(settings, given)
	opts.Currency, opts.Shop = settings[SettingCurrency], settings[SettingShop]
	opts.PageURL, opts.PictureURL = settings[SettingPageURL], settings[SettingPictureURL]
	for key, value := range settings {
		if pair, ok := strings.CutPrefix(key, SettingRatePrefix); ok {
			if opts.Rates[pair], err = parseRate(pair, value); err != nil {
				return opts, err
			}
		}
	}
	return opts, nil
}

// settings are the settings that a request gives.
func (r ExportRequest) settings() (map[string]string, error) {
	given := map[string]string{}
	for key, value := range map[string]string{SettingPageURL: r.PageURL, SettingPictureURL: r.PictureURL} {
		if value != "" {
			given[key] = value
		}
	}
	for pair, value := range r.Rates {
		rate, err := parseRate(pair, value)
		if err != nil {
			return nil, err
		}
		given[SettingRatePrefix+ratePair(pair)] = rate.String()
	}
	return given, nil
}

// rememberSettings keeps the settings that the user gave: the next feed needs them too.
func (w *Workspace) rememberSettings(ctx context.Context, given map[string]string) error {
	if w.ReadOnly() != nil {
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		if err := w.SetSetting(ctx, key, given[key]); err != nil {
			return err
		}
	}
	return nil
}

// RateError says that a text is no exchange rate.
type RateError struct{ Currency, Value string }

func (e *RateError) Error() string {
	return fmt.Sprintf("%s=%s is not an exchange rate", e.Currency, e.Value)
}

// ratePair completes "USD" to "USD/CNY": the marketplaces that need a rate are
// Chinese, and yuan is what a shop there charges.
func ratePair(s string) string {
	if strings.Contains(s, "/") {
		return s
	}
	return s + "/CNY"
}

func parseRate(pair, value string) (decimal.Decimal, error) {
	from, to, _ := strings.Cut(ratePair(pair), "/")
	rate, err := catalog.ParseDecimal(value)
	if err != nil || !rate.IsPositive() || !catalog.KnownCurrency(from) || !catalog.KnownCurrency(to) {
		return decimal.Decimal{}, &RateError{pair, value}
	}
	return rate, nil
}

// PreviewExport makes the first rows of each table of a feed as Export would write
// them. Nothing is written or remembered.
func (w *Workspace) PreviewExport(ctx context.Context, r ExportRequest, rows int) ([]export.Preview, error) {
	c, err := w.Channel(r.Channel)
	if err != nil {
		return nil, err
	}
	given, err := r.settings()
	if err != nil {
		return nil, err
	}
	opts, err := w.exportOptions(ctx, given)
	if err != nil {
		return nil, err
	}
	opts.All, opts.Drafts, opts.Locale, opts.Describe = r.All, r.Drafts, r.Locale, r.Describe
	return c.PreviewTables(w.store.Products(ctx, r.Filter), opts, rows)
}
