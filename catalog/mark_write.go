package catalog

import (
	"maps"
	"slices"
)

// WriteListing writes into a field of the product's listing in a locale. The texts that
// become others get the mark, with a hash of the source that they were made from; the
// rest keep theirs.
func (p *Product) WriteListing(to Locale, field Field, by Mark, write func(*Listing)) {
	l := p.EnsureListing(to)
	before := l.Clone()
	write(l)
	for _, n := range namesOf(field, &before, l) {
		if l.Text(n) != before.Text(n) {
			p.markWritten(l, n, by)
		}
	}
}

// namesOf are the names of a field's texts in two versions of a listing.
func namesOf(field Field, versions ...*Listing) []TextName {
	if field != ListingOptions && field != ListingAttributes {
		return []TextName{TextName(field)}
	}
	var names []TextName
	for _, l := range versions {
		texts := l.Options
		if field == ListingAttributes {
			texts = l.Attributes
		}
		for _, source := range slices.Sorted(maps.Keys(texts)) {
			names = append(names, NameOf(field, source))
		}
	}
	return names
}

// markWritten marks a text that was written as a whole.
func (p *Product) markWritten(l *Listing, n TextName, by Mark) {
	l.Unmark(n)
	if l.Text(n) == "" {
		return
	}
	by.Source = p.SourceHash(n)
	l.SetMark(n, by)
}

// MarkText marks a text as it is: somebody has looked at it beside its source.
func (p *Product) MarkText(to Locale, n TextName, by Mark) {
	l := p.Listing(to)
	if l == nil || l.Text(n) == "" {
		return
	}
	own := l.Mark(n).isWritten(by.By)
	by.Accepted = !own && (by.State == StateTranslated || by.State == StateDraft)
	p.markWritten(l, n, by)
}

// isWritten reports whether the words of a text are a person's, as far as is known.
func (m Mark) isWritten(by string) bool {
	if m.State == StateImported || m.State == StateOmitted || m.Accepted {
		return false
	}
	return m.By == by && by != "" || m.By == "" && (m.State == StateTranslated || m.State == StateReviewed)
}

// MarkListing marks all texts of a listing as they are. What a person accepts keeps the
// mark of who wrote it, where that is worth as much and is not out of date. Names of
// options that are missing are left out by it.
func (p *Product) MarkListing(to Locale, by Mark) {
	l := p.Listing(to)
	if l == nil {
		return
	}
	for _, n := range l.Names() {
		had := l.Mark(n)
		if had.State == StateEmpty && by.State != StateDraft {
			p.Omit(to, n, by)
			continue
		}
		if by.Accepted && !had.State.WeakerThan(by.State) && !p.IsStale(l, n) {
			continue
		}
		p.MarkText(to, n, by)
	}
}

// Omit leaves a text out of a listing on purpose: it is emptied, and stays so.
func (p *Product) Omit(to Locale, n TextName, by Mark) {
	l := p.EnsureListing(to)
	l.setText(n, "")
	l.Unmark(n)
	by.State, by.Accepted, by.Source = StateOmitted, false, ""
	l.SetMark(n, by)
}

// setText writes a text of the listing without a mark.
func (l *Listing) setText(n TextName, text string) {
	switch n.Field() {
	case ListingOptions:
		setTranslation(&l.Options, n.Part(), text)
	case ListingAttributes:
		setTranslation(&l.Attributes, n.Part(), text)
	default:
		for _, f := range listingFields {
			if f.name == n.Field() {
				f.set(l, text)
			}
		}
	}
}

func setTranslation(texts *map[string]string, source, text string) {
	if text == "" {
		if delete(*texts, source); len(*texts) == 0 {
			*texts = nil
		}
		return
	}
	if *texts == nil {
		*texts = map[string]string{}
	}
	(*texts)[source] = text
}
