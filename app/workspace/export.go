package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// ExportRequest is one feed to make.
type ExportRequest struct {
	Channel string
	Dir     string // folder that the files go into; made when missing
	All     bool   // write blocked products too
	Filter  catalog.Filter
	Rates   map[string]string // "USD": how many units of the channel's currency one is; remembered
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
	return nil, &UnknownChannelError{name, known}
}

// Export writes a channel's files into a folder. Products with a problem that
// blocks are left out and told in the report.
func (w *Workspace) Export(ctx context.Context, r ExportRequest, progress Progress) (export.Report, error) {
	c, err := w.Channel(r.Channel)
	if err != nil {
		return export.Report{}, err
	}
	if err := w.rememberRates(ctx, r.Rates); err != nil {
		return export.Report{}, err
	}
	opts, err := w.exportOptions(ctx, r.Rates)
	if err != nil {
		return export.Report{}, err
	}
	opts.All, opts.Locale, opts.Describe = r.All, r.Locale, r.Describe
	if opts.Total, err = w.store.Count(ctx, r.Filter); err != nil {
		return export.Report{}, err
	}
	return export.Run(ctx, c, w.store.Products(ctx, r.Filter), export.NewDirSink(r.Dir), opts, progress)
}

// Readiness is how ready one product is for a channel.
type Readiness struct {
	Handle   string            `json:"handle"`
	SKUs     []string          `json:"skus"`
	State    export.Readiness  `json:"state"`
	Problems []catalog.Problem `json:"problems"`
}

// Check streams how ready products are for a channel. No file is written.
func (w *Workspace) Check(ctx context.Context, channel string, f catalog.Filter) iter.Seq2[Readiness, error] {
	return func(yield func(Readiness, error) bool) {
		c, err := w.Channel(channel)
		if err != nil {
			yield(Readiness{}, err)
			return
		}
		opts, err := w.exportOptions(ctx, nil)
		if err != nil {
			yield(Readiness{}, err)
			return
		}
		checker := c.Checker(opts)
		for p, err := range w.store.Products(ctx, f) {
			if err != nil {
				yield(Readiness{}, err)
				return
			}
			problems := checker.Check(p)
			if !yield(Readiness{p.Handle, p.SKUs(), export.ReadinessOf(problems), problems}, nil) {
				return
			}
		}
	}
}

// exportOptions are what the catalogue has settled for its feeds.
func (w *Workspace) exportOptions(ctx context.Context, rates map[string]string) (export.Options, error) {
	opts := export.Options{Rates: export.Rates{}, Open: w.pictures(ctx)}
	var err error
	for key, to := range map[string]*string{
		SettingCurrency: &opts.Currency, SettingShop: &opts.Shop,
		SettingPageURL: &opts.PageURL, SettingPictureURL: &opts.PictureURL,
	} {
		if *to, err = w.Setting(ctx, key); err != nil {
			return opts, err
		}
	}
	return opts, w.addRates(ctx, opts.Rates, rates)
}

// addRates puts in the rates that the catalogue remembers, and those given over them.
func (w *Workspace) addRates(ctx context.Context, rates export.Rates, given map[string]string) error {
	settings, err := w.store.Documents(ctx, store.Settings)
	if err != nil {
		return err
	}
	for _, d := range settings {
		pair, ok := strings.CutPrefix(d.Name, SettingRatePrefix)
		if !ok {
			continue
		}
		var rate decimal.Decimal
		if err := json.Unmarshal(d.Body, &rate); err != nil {
			return fmt.Errorf("setting %s: %w", d.Name, err)
		}
		rates[pair] = rate
	}
	for pair, value := range given {
		if rates[ratePair(pair)], err = parseRate(pair, value); err != nil {
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

// rememberRates keeps the rates that the user gave: the next feed needs them too.
func (w *Workspace) rememberRates(ctx context.Context, rates map[string]string) error {
	if w.ReadOnly() != nil {
		return nil
	}
	for pair, value := range rates {
		rate, err := parseRate(pair, value)
		if err != nil {
			return err
		}
		if err := w.SetSetting(ctx, SettingRatePrefix+ratePair(pair), rate.String()); err != nil {
			return err
		}
	}
	return nil
}
