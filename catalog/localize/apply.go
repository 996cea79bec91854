package localize

import (
	"maps"
	"reflect"
	"slices"

	"tradewind.app/catalog"
)

// Apply writes a suggestion into the product's listing and reports whether it
// changed anything. Texts that a machine wrote become what is suggested now, also
// nothing. What a person wrote or left out, or a file brought, is never touched.
func Apply(p *catalog.Product, s Suggestion) bool {
	before := catalog.Listing{Locale: s.Locale}
	if l := p.Listing(s.Locale); l != nil {
		before = *l
	}
	now := before.Clone()
	w := applier{p, &now}
	for _, f := range s.Fields {
		w.field(f)
		w.unused(f)
	}
	if reflect.DeepEqual(before, now) {
		return false
	}
	*p.EnsureListing(s.Locale) = now
	return true
}

// applier writes suggestions into a listing.
type applier struct {
	product *catalog.Product
	listing *catalog.Listing
}

// field puts one field's suggestion into the listing where it may.
func (w applier) field(f FieldSuggestion) {
	l := w.listing
	switch f.Field {
	case catalog.ListingTitle:
		w.text(&l.Title, f)
	case catalog.ListingShortTitle:
		w.text(&l.ShortTitle, f)
	case catalog.ListingDescription:
		w.text(&l.Description, f)
	case catalog.ListingSellingPoints:
		w.list(&l.SellingPoints, f)
	case catalog.ListingKeywords:
		w.list(&l.Keywords, f)
	case catalog.ListingOptions:
		l.Options = w.texts(l.Options, f)
	case catalog.ListingAttributes:
		l.Attributes = w.texts(l.Attributes, f)
	}
}

// unused notes the words that a field does without, where a machine writes it. What the
// short title and the points lack is missing in title and description too; a name of an
// option that is not there is marked by itself.
func (w applier) unused(f FieldSuggestion) {
	switch f.Field {
	case catalog.ListingTitle, catalog.ListingDescription, catalog.ListingAttributes:
	default:
		return
	}
	if n := catalog.TextName(f.Field); f.Field != catalog.ListingAttributes && !w.mayWrite(n) {
		return
	}
	var words []string
	for _, t := range f.Texts {
		for _, word := range t.Unused {
			if !slices.Contains(words, word) && w.lacks(f.Field, t) {
				words = append(words, word)
			}
		}
	}
	w.listing.SetUnused(f.Field, words)
}

// lacks reports whether nobody has written a text of a map that a machine cannot write.
func (w applier) lacks(field catalog.Field, t Text) bool {
	return field != catalog.ListingAttributes || w.mayWrite(catalog.NameOf(field, t.Source))
}

// mayWrite reports whether a text is a machine's, or not there: a person has neither
// written in it nor left it out.
func (w applier) mayWrite(n catalog.TextName) bool {
	m := w.listing.Mark(n)
	if w.listing.Text(n) == "" {
		return m.State != catalog.StateOmitted
	}
	return m.IsMachine() && !w.listing.HasParts(catalog.Field(n))
}

func (w applier) text(at *string, f FieldSuggestion) {
	if n := catalog.TextName(f.Field); w.mayWrite(n) {
		*at = f.Text
		w.mark(n, f.isStandard())
	}
}

func (w applier) list(at *[]string, f FieldSuggestion) {
	n := catalog.TextName(f.Field)
	if !w.mayWrite(n) {
		return
	}
	*at = nil
	for _, t := range f.Texts {
		if t.Text != "" {
			*at = append(*at, t.Text)
		}
	}
	w.mark(n, f.isStandard())
}

// texts are a map's texts after a suggestion: those that are not suggested any more are
// taken away. A name or value of an option that no Chinese is known for is noted as
// missing.
func (w applier) texts(have map[string]string, f FieldSuggestion) map[string]string {
	suggested := map[string]Text{}
	for _, t := range f.Texts {
		suggested[t.Source] = t
	}
	now, written := maps.Clone(have), []catalog.TextName(nil)
	for _, n := range w.names(f) {
		if !w.mayWrite(n) {
			continue
		}
		if now == nil {
			now = map[string]string{}
		}
		if now[n.Part()] = suggested[n.Part()].Text; now[n.Part()] == "" {
			delete(now, n.Part())
		}
		written = append(written, n)
	}
	if len(now) == 0 {
		now = nil
	}
	w.marks(f, now, suggested, written)
	return now
}

// marks marks the texts of a map that were written.
func (w applier) marks(f FieldSuggestion, now map[string]string, suggested map[string]Text, written []catalog.TextName) {
	for _, n := range written {
		t := suggested[n.Part()]
		switch {
		case now[n.Part()] != "":
			w.listing.SetMark(n, machineMark(t.Standard, ""))
		case f.Field == catalog.ListingOptions && t.Source != "" && !t.Complete:
			w.listing.SetMark(n, catalog.Mark{})
		default:
			w.listing.Unmark(n)
		}
	}
}

// names are the texts of a map that there are, are suggested, or are missing.
func (w applier) names(f FieldSuggestion) []catalog.TextName {
	met := map[catalog.TextName]bool{}
	for _, t := range f.Texts {
		met[catalog.NameOf(f.Field, t.Source)] = true
	}
	for _, n := range w.listing.Names() {
		if n.Field() == f.Field {
			met[n] = true
		}
	}
	return slices.Sorted(maps.Keys(met))
}

// mark marks a text that was written, or forgets the mark of one that is none now.
func (w applier) mark(n catalog.TextName, standard bool) {
	if w.listing.Text(n) == "" {
		w.listing.Unmark(n)
		return
	}
	w.listing.SetMark(n, machineMark(standard, w.product.SourceHash(n)))
}

func machineMark(standard bool, source string) catalog.Mark {
	if standard {
		return catalog.Mark{State: catalog.StateStandard, Source: source}
	}
	return catalog.Mark{State: catalog.StateDraft, Source: source}
}

// isStandard reports whether each of a field's texts is composed. What is not used of the
// source is told apart; see Listing.Unused.
func (f FieldSuggestion) isStandard() bool {
	for _, t := range f.Texts {
		if t.Text != "" && !t.Standard {
			return false
		}
	}
	return len(f.Texts) > 0
}
