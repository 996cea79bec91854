package export

import (
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// What a machine wrote and nobody has seen, and what was made from a text that was changed
// since, does not go out: where the channel requires the text the product is blocked,
// otherwise the text is left out and that is reported. Options.Drafts lets both go out.

// isUnready reports whether a column's text is a listing's that does not go out, and
// notes the problem.
func (r *renderedProduct) isUnready(s *subject, col *Column, from catalog.Field) bool {
	field, locale, ofListing := from.Locale()
	if !ofListing {
		return false
	}
	l := s.product.Listing(locale)
	if l == nil {
		return false
	}
	codes := unready(s.product, l, catalog.TextName(field))
	if codes == nil {
		return false
	}
	p := catalog.NewProblem(codes.blocks, catalog.Blocked, from, "column", col.Name)
	switch {
	case s.opts.Drafts:
		p.Code, p.Severity = codes.exported, catalog.Warning
	case !col.requiredBy(s):
		p.Code, p.Severity = codes.leftOut, catalog.Warning
	}
	r.problems.addFor(p, s, col)
	return true
}

// unreadyCodes are the codes of a text that does not go out: in a column that is
// required, in one that is not, and where it goes out all the same.
type unreadyCodes struct{ blocks, leftOut, exported string }

// exportedDrafts are the codes of what goes out since Options.Drafts asks for it.
var exportedDrafts = map[string]bool{draftCodes.exported: true, staleCodes.exported: true, "option-draft-exported": true}

var (
	draftCodes = &unreadyCodes{"text-draft", "text-draft-left-out", "text-draft-exported"}
	staleCodes = &unreadyCodes{"text-stale", "text-stale-left-out", "text-stale-exported"}
)

// unready says what keeps a text in; nothing where it goes out, or is not there.
func unready(p *catalog.Product, l *catalog.Listing, n catalog.TextName) *unreadyCodes {
	switch m := l.Mark(n); {
	case l.Text(n) == "":
		return nil
	case !m.State.GoesOut():
		return draftCodes
	case p.IsStale(l, n):
		return staleCodes
	}
	return nil
}

// checkListing checks what no column says of the texts in the channel's language.
func (r *renderedProduct) checkListing(k *Checker, p *catalog.Product) {
	locale, ok := catalog.ParseLocale(k.channel.spec.Locale)
	if !ok {
		return
	}
	l := p.Listing(locale)
	if l == nil {
		return // its missing texts are reported by their columns
	}
	if state := p.StateOf(l); state.GoesOut() && state != catalog.StateReviewed {
		r.problems.add(catalog.NewProblem("listing-not-reviewed", catalog.Info, catalog.ListingState.At(locale)), nil)
	}
	for _, f := range slices.Sorted(maps.Keys(l.Unused)) {
		r.problems.add(catalog.NewProblem("words-unused", catalog.Warning, f.At(locale), "words", strings.Join(l.Unused[f], "; ")), nil)
	}
	r.checkValues(k, p, l)
	r.checkTexts(k, p, l)
}

// checkTexts notes what Options.Texts finds in a listing. A text that does not go out keeps
// no product in.
func (r *renderedProduct) checkTexts(k *Checker, p *catalog.Product, l *catalog.Listing) {
	if k.opts.Texts == nil {
		return
	}
	for _, problem := range k.opts.Texts(p) {
		field, locale, ofListing := catalog.Field(problem.Field).Locale()
		if !ofListing || locale != l.Locale {
			continue
		}
		part := ""
		if field == catalog.ListingOptions || field == catalog.ListingAttributes {
			part = problem.Args["part"]
		}
		if problem.Severity == catalog.Blocked && !k.opts.Drafts && unready(p, l, catalog.NameOf(field, part)) != nil {
			problem.Severity = catalog.Warning
		}
		r.problems.list = append(r.problems.list, problem)
	}
}

// checkValues checks the names that buyers choose a variant by. They are no column's
// alone: a variant without them cannot be told from the next.
func (r *renderedProduct) checkValues(k *Checker, p *catalog.Product, l *catalog.Listing) {
	var drafts, missing []string
	for o := range p.Options {
		for _, value := range distinctValues(p, o) {
			n := catalog.NameOf(catalog.ListingOptions, value)
			m, marked := l.Marks[n]
			switch {
			case unready(p, l, n) != nil:
				drafts = append(drafts, value)
			case marked && m.State == catalog.StateEmpty && l.Text(n) == "":
				missing = append(missing, value)
			}
		}
	}
	add := func(code string, severity catalog.Severity, list []string) {
		if len(list) > 0 {
			r.problems.add(catalog.NewProblem(code, severity, catalog.ListingOptions.At(l.Locale), "values", strings.Join(list, ", ")), nil)
		}
	}
	if k.opts.Drafts {
		add("option-draft-exported", catalog.Warning, drafts)
	} else {
		add("option-draft", catalog.Blocked, drafts)
	}
	add("option-untranslated", catalog.Warning, missing)
}
