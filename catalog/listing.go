package catalog

import (
	"crypto/sha256"
	"encoding/hex"
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

// State is how far a listing has come.
type State string

// The states of a listing, in order. The zero state is empty.
const (
	StateEmpty      State = ""
	StateDraft      State = "draft"      // nobody vouches for it: the program wrote in it, or texts are missing
	StateTranslated State = "translated" // a person wrote every text
	StateReviewed   State = "reviewed"   // a person vouches for it
)

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
	State         State             `json:"state,omitempty"`
	Filled        bool              `json:"filled,omitempty"`      // of a draft: each text is there, without a word that nobody knew
	SourceHash    string            `json:"source_hash,omitempty"` // SourceHash of the product the texts were made from
	// Suggested names the fields whose text is still what a suggestion wrote. Only
	// these, and empty ones, may be suggested again: a person's text is never overwritten.
	Suggested []string `json:"suggested,omitempty"`
}

// IsFinished reports whether no text is missing: a person wrote or reviewed all, or a
// draft is filled.
func (l *Listing) IsFinished() bool {
	return l.State == StateTranslated || l.State == StateReviewed || l.State == StateDraft && l.Filled
}

// SetWritten makes the state say what the texts are: a draft as long as the program
// wrote any of them, whether or not each is there; translated where a person wrote all.
func (l *Listing) SetWritten(filled bool) {
	l.State, l.Filled = StateDraft, filled
	if filled && len(l.Suggested) == 0 {
		l.State, l.Filled = StateTranslated, false
	}
}

// renameState reads the state of a listing that was stored when texts of the program
// were called translated, too.
func (l *Listing) renameState() {
	if l.State == StateTranslated && len(l.Suggested) > 0 {
		l.State, l.Filled = StateDraft, true
	}
}

// Clone returns a copy that shares nothing that can be changed with l.
func (l Listing) Clone() Listing {
	l.SellingPoints = slices.Clone(l.SellingPoints)
	l.Keywords = slices.Clone(l.Keywords)
	l.Options = maps.Clone(l.Options)
	l.Attributes = maps.Clone(l.Attributes)
	l.Suggested = slices.Clone(l.Suggested)
	return l
}

// IsSuggested reports whether the field's text is still a suggestion's.
func (l *Listing) IsSuggested(field string) bool { return slices.Contains(l.Suggested, field) }

// MarkSuggested notes who wrote a field: a suggestion, or a person.
func (l *Listing) MarkSuggested(field string, suggested bool) {
	i, found := slices.BinarySearch(l.Suggested, field)
	switch {
	case suggested && !found:
		l.Suggested = slices.Insert(l.Suggested, i, field)
	case !suggested && found:
		l.Suggested = slices.Delete(l.Suggested, i, i+1)
	}
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

// SourceHash is a short hash over the texts a listing is made from. A listing
// that carries another hash was made from older texts.
func (p *Product) SourceHash() string {
	h := sha256.New()
	put := func(parts ...string) {
		for _, s := range parts {
			h.Write([]byte(s))
			h.Write([]byte{0})
		}
	}
	put(p.Title, p.Description, p.Material)
	put(p.Options...)
	for _, a := range p.Attributes {
		put(a.Key, a.Value)
	}
	for _, v := range p.Variants {
		put(v.Options...)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// SourceChanged reports whether the product's texts were changed since the
// listing was made from them.
func (p *Product) SourceChanged(l *Listing) bool {
	return l.SourceHash != "" && l.SourceHash != p.SourceHash()
}
