package catalog

import (
	"maps"
	"slices"
	"strings"
)

// Locale is a BCP 47 tag of a language a listing is written in.
type Locale string

// The locales that listings are made in. The source locale has no listing: its
// texts are the product's own fields.
const (
	Source             Locale = "en"
	SimplifiedChinese  Locale = "zh-Hans"
	TraditionalChinese Locale = "zh-Hant"
)

// ParseLocale reads a tag as people write it: zh_CN, zh-CHS, "Simplified Chinese"
// tags all mean zh-Hans. It reports false for languages that have no listings.
func ParseLocale(s string) (Locale, bool) {
	switch strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "_", "-") {
	case "zh-hans", "zh", "zh-cn", "zh-sg", "zh-my", "zh-chs", "zh-hans-cn", "cn":
		return SimplifiedChinese, true
	case "zh-hant", "zh-tw", "zh-hk", "zh-mo", "zh-cht", "zh-hant-tw", "zh-hant-hk":
		return TraditionalChinese, true
	}
	return "", false
}

// Listing is a product's texts in one locale.
type Listing struct {
	Locale        Locale            `json:"locale"`
	Title         string            `json:"title,omitempty"`
	ShortTitle    string            `json:"short_title,omitempty"`
	SellingPoints []string          `json:"selling_points,omitempty"`
	Description   string            `json:"description,omitempty"` // HTML
	Keywords      []string          `json:"keywords,omitempty"`
	Options       map[string]string `json:"options,omitempty"`    // option names and values, by their source text
	Attributes    map[string]string `json:"attributes,omitempty"` // attribute keys and values, by their source text
	// Unused has, by the field that does without them, words of the product's texts that a
	// machine left out because nobody knows what they mean here. Who accepts or writes the
	// text takes them away.
	Unused map[Field][]string `json:"unused,omitempty"`
	// Allowed is what the checks say of texts and somebody accepted, sorted.
	Allowed []Allowed `json:"allowed,omitempty"`
	// Marks say how each text came about; see Mark.
	Marks map[TextName]Mark `json:"-"`
}

// Clone returns a copy that shares nothing that can be changed with l.
func (l Listing) Clone() Listing {
	l.SellingPoints = slices.Clone(l.SellingPoints)
	l.Keywords = slices.Clone(l.Keywords)
	l.Options = maps.Clone(l.Options)
	l.Attributes = maps.Clone(l.Attributes)
	l.Allowed = slices.Clone(l.Allowed)
	l.Unused = maps.Clone(l.Unused)
	for f, words := range l.Unused {
		l.Unused[f] = slices.Clone(words)
	}
	l.Marks = maps.Clone(l.Marks)
	return l
}

// Listing returns the product's listing in a locale, or nil.
func (p *Product) Listing(to Locale) *Listing {
	for i := range p.Listings {
		if p.Listings[i].Locale == to {
			return &p.Listings[i]
		}
	}
	return nil
}

// EnsureListing returns the listing in a locale and makes it when there is none.
// The pointer is valid until the next call that adds a listing.
func (p *Product) EnsureListing(to Locale) *Listing {
	i, found := slices.BinarySearchFunc(p.Listings, to, func(l Listing, to Locale) int {
		return strings.Compare(string(l.Locale), string(to))
	})
	if !found {
		p.Listings = slices.Insert(p.Listings, i, Listing{Locale: to})
	}
	return &p.Listings[i]
}
