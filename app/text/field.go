package text

import (
	"cmp"
	"strings"

	"tradewind.app/catalog"
)

// Field returns the name of a field as a person reads it: "compare-at price",
// "title (Simplified Chinese)". A name that is no field of ours, such as a
// marketplace's own column, is returned as it is.
func (p *Printer) Field(f catalog.Field) string {
	if key, ok := strings.CutPrefix(string(f), "attr."); ok {
		return p.Say("field-attribute", "key", key)
	}
	if rest, ok := strings.CutPrefix(string(f), "channel."); ok {
		channel, key, _ := strings.Cut(rest, ".")
		return p.Say("field-channel", "channel", channel, "key", p.FeedColumn(key))
	}
	base, locale, isListing := f.Locale()
	if code := fieldCode(base); isListing && p.Has(code) {
		return p.Say("field-listing", "name", p.Say(code), "locale", p.Locale(locale))
	}
	if code := fieldCode(f); p.Has(code) {
		return p.Say(code)
	}
	return string(f)
}

// FeedColumn returns what a channel's column is called in plain words, with the
// marketplace's own name of it as a hint: "merchant code (outer_id)". A column without a
// label keeps its name.
func (p *Printer) FeedColumn(name string) string {
	if option, ok := strings.CutPrefix(name, "pid."); ok {
		return p.Say("feed-column-pid", "name", option)
	}
	if code := "feed-column-" + name; p.Has(code) {
		return p.Say(code)
	}
	return name
}

func fieldCode(f catalog.Field) string { return "field-" + string(f) }

// State returns the word for a text's state.
func (p *Printer) State(s catalog.State) string { return p.Say("state-" + string(cmp.Or(s, "empty"))) }

// Author says who wrote, accepted, reviewed or left out a text, and when; "" where that
// was nobody.
func (p *Printer) Author(m catalog.Mark) string {
	if m.By == "" {
		return ""
	}
	code := "localize-by-wrote"
	switch {
	case m.State == catalog.StateReviewed:
		code = "localize-by-reviewed"
	case m.State == catalog.StateOmitted:
		code = "localize-by-omitted"
	case m.Accepted:
		code = "localize-by-accepted"
	}
	return p.Say(code, "by", m.By, "at", m.At)
}

// Locale returns the name of a listing's locale.
func (p *Printer) Locale(l catalog.Locale) string {
	if code := "locale-" + string(l); p.Has(code) {
		return p.Say(code)
	}
	return string(l)
}
