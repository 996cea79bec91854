package localize

import (
	"maps"
	"reflect"

	"tradewind.app/catalog"
)

// Apply writes a suggestion into the product's listing and reports whether it
// changed anything. Only fields that are empty, or still have what an earlier
// suggestion wrote, are written: a person's text is never touched.
//
// The listing is a draft as long as a text of it is a suggestion's, and filled when
// titles, description and options are there without a word missing. A listing that keeps a text which a person
// wrote for an older source keeps that source's hash, so that "source changed"
// goes on being reported.
func Apply(p *catalog.Product, s Suggestion) bool {
	before := catalog.Listing{Locale: s.Locale}
	if l := p.Listing(s.Locale); l != nil {
		before = *l
	}
	now := before.Clone()
	for _, f := range s.Fields {
		write(&now, f)
	}
	if reflect.DeepEqual(before, now) && now.SourceHash == "" {
		return false // nothing to say, and no listing there to begin with
	}
	if now.SourceHash == "" || !handwritten(&now) {
		now.SourceHash = s.SourceHash
	}
	if reflect.DeepEqual(before, now) {
		return false
	}
	now.SetWritten(isFilled(p, &now, s))
	*p.EnsureListing(s.Locale) = now
	return true
}

// write puts one field's suggestion into the listing where it may.
func write(l *catalog.Listing, f FieldSuggestion) {
	switch f.Field {
	case catalog.ListingTitle:
		writeText(l, &l.Title, f)
	case catalog.ListingShortTitle:
		writeText(l, &l.ShortTitle, f)
	case catalog.ListingDescription:
		writeText(l, &l.Description, f)
	case catalog.ListingSellingPoints:
		writeList(l, &l.SellingPoints, f)
	case catalog.ListingKeywords:
		writeList(l, &l.Keywords, f)
	case catalog.ListingOptions:
		writeMap(l, &l.Options, f)
	case catalog.ListingAttributes:
		writeMap(l, &l.Attributes, f)
	}
}

func writeText(l *catalog.Listing, at *string, f FieldSuggestion) {
	if f.Text == "" || *at != "" && !l.IsSuggested(string(f.Field)) {
		return
	}
	*at = f.Text
	l.MarkSuggested(string(f.Field), true)
}

func writeList(l *catalog.Listing, at *[]string, f FieldSuggestion) {
	if f.Text == "" || len(*at) > 0 && !l.IsSuggested(string(f.Field)) {
		return
	}
	*at = nil
	for _, t := range f.Texts {
		if t.Text != "" {
			*at = append(*at, t.Text)
		}
	}
	l.MarkSuggested(string(f.Field), true)
}

// writeMap fills what is missing. What a person translated stays, and the map
// with it is the person's from then on.
func writeMap(l *catalog.Listing, at *map[string]string, f FieldSuggestion) {
	suggested := len(*at) == 0 || l.IsSuggested(string(f.Field))
	filled := maps.Clone(*at)
	for _, t := range f.Texts {
		if t.Text == "" || filled[t.Source] != "" && !suggested {
			continue
		}
		if filled == nil {
			filled = map[string]string{}
		}
		filled[t.Source] = t.Text
	}
	*at = filled
	l.MarkSuggested(string(f.Field), suggested && len(filled) > 0)
}

// handwritten reports whether a person wrote any of the listing's texts.
func handwritten(l *catalog.Listing) bool {
	mine := func(name catalog.Field, there bool) bool { return there && !l.IsSuggested(string(name)) }
	return mine(catalog.ListingTitle, l.Title != "") || mine(catalog.ListingShortTitle, l.ShortTitle != "") ||
		mine(catalog.ListingDescription, l.Description != "") || mine(catalog.ListingSellingPoints, len(l.SellingPoints) > 0) ||
		mine(catalog.ListingKeywords, len(l.Keywords) > 0) || mine(catalog.ListingOptions, len(l.Options) > 0) || mine(catalog.ListingAttributes, len(l.Attributes) > 0)
}

// isFilled reports whether no word is missing in a listing after a suggestion was
// written into it.
func isFilled(p *catalog.Product, l *catalog.Listing, s Suggestion) bool {
	if l.Title == "" || l.Description == "" && p.Description != "" {
		return false
	}
	for _, name := range []catalog.Field{catalog.ListingTitle, catalog.ListingDescription} {
		if f := s.Field(name); f != nil && !f.Complete && l.IsSuggested(string(name)) {
			return false
		}
	}
	if f := s.Field(catalog.ListingOptions); f != nil {
		for _, t := range f.Texts {
			if !t.Complete && (l.Options[t.Source] == "" || l.Options[t.Source] == t.Text) {
				return false
			}
		}
	}
	return true
}
