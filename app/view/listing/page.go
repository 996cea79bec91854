// Package listing is a product's listing as the screens show it: line by line, with
// limits and what keeps it from being accepted.
package listing

import (
	"image"
	"maps"
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/check/texts"
	"tradewind.app/catalog/localize"
)

// Page is one product with its listing.
type Page struct {
	ID       catalog.ID
	Title    string
	SKU      string
	Brand    string
	Category string
	State    catalog.State
	Stale    bool     // a text was made from another source than there is now
	Unused   []string // words of the English that the Chinese does without, until somebody accepts it
	Lines    []Line
	Blockers []Blocker   // what keeps it from being accepted
	Picture  image.Image // nil: none that can be shown

	to     catalog.Locale
	reader *texts.Reader
	gloss  workspace.Gloss
}

// LineAt is where a line is in the page, -1 where it is no more.
func (p *Page) LineAt(line localize.Line) int {
	return slices.IndexFunc(p.Lines, func(l Line) bool { return l.Is(line) })
}

// NewPage is the page of a product, with what the channels say of its listing.
func NewPage(work workspace.ListingWork, limits map[catalog.Field]workspace.ListingLimit, check *workspace.ListingCheck, s *view.Session) *Page {
	p, l := work.Product, &work.Listing
	page := &Page{
		ID: p.ID, Title: p.Title, Brand: p.Brand, Category: p.Category, State: p.StateOf(l), Stale: p.SourceChanged(l),
		Lines: newLines(work, limits, s.Text), to: l.Locale, reader: check.Reader(p),
	}
	for _, field := range slices.Sorted(maps.Keys(l.Unused)) {
		page.Unused = append(page.Unused, l.Unused[field]...)
	}
	if skus := p.SKUs(); len(skus) > 0 {
		page.SKU = skus[0]
	}
	page.block(check.Blockers(p), s.Workspace, s.Text)
	return page
}

// LineToMend is the line that a problem of a field is mended in: the first of the
// field that is blocked, otherwise that is not finished, otherwise the first. Of the
// listing's state it is a line of any field.
func (p *Page) LineToMend(field catalog.Field) int {
	of := func(is func(Line) bool) int {
		return slices.IndexFunc(p.Lines, func(l Line) bool { return (l.Field == field || field == catalog.ListingState) && is(l) })
	}
	for _, is := range []func(Line) bool{
		func(l Line) bool { return l.Blocked },
		func(l Line) bool { return l.Needed() && !l.Finished() },
		func(Line) bool { return true },
	} {
		if i := of(is); i >= 0 {
			return i
		}
	}
	return 0
}
