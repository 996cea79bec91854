package view

import (
	"context"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// ProductListing is the draft's Chinese, line by line beside its sources. What is
// typed into a line comes into the draft when the line is left.
type ProductListing struct {
	Page  *ListingPage
	Line  int    // the current one
	Typed string // what stands in it now

	work   workspace.ListingWork
	limits map[catalog.Field]workspace.ListingLimit
}

// Current is the current line, nil where there is none.
func (l *ProductListing) Current() *ListingLine {
	if l == nil || l.Line < 0 || l.Line >= len(l.Page.Lines) {
		return nil
	}
	return &l.Page.Lines[l.Line]
}

// isTyped reports whether the current line holds another text than the draft.
func (l *ProductListing) isTyped() bool {
	line := l.Current()
	return line != nil && line.Text != l.Typed
}

// loadListing reads what is suggested for the draft as it is.
func (p *Product) loadListing() {
	if p.State != ProductReady {
		return
	}
	draft, w := p.Draft.Clone(), p.session.Workspace
	Load(p.listing.Start(), p.session, func(ctx context.Context) (*ProductListing, error) {
		work, err := w.ListingOf(ctx, draft, catalog.SimplifiedChinese)
		if err != nil {
			return nil, err
		}
		limits, err := w.ListingLimits(ctx, catalog.SimplifiedChinese)
		return &ProductListing{work: work, limits: limits}, err
	}, p.showListing, p.session.Fail)
}

func (p *Product) showListing(l *ProductListing) {
	had := p.Listing
	p.Listing = l
	p.readLines()
	if had != nil {
		l.Line = min(had.Line, len(l.Page.Lines)-1)
	}
	l.Typed = l.Page.Lines[l.Line].Text
	if had.isTyped() && l.Current().Is(had.Current().Line) {
		l.Typed = had.Typed
	}
	p.aimAtLine()
	p.Tell(ProductChinese)
}

// readLines makes the lines of the draft as it is now.
func (p *Product) readLines() {
	l := p.Listing
	l.work.Product, l.work.Listing = p.Draft, catalog.Listing{Locale: catalog.SimplifiedChinese}
	if have := p.Draft.Listing(catalog.SimplifiedChinese); have != nil {
		l.work.Listing = have.Clone()
	}
	l.work.Lines = localize.Lines(p.Draft, l.work.Suggestion)
	l.Page = newListingPage(l.work, l.limits, p.session)
	l.Page.Picture = p.Thumb()
}

// TypeLine notes what stands in the current line, as it is typed.
func (p *Product) TypeLine(text string) {
	if p.Listing != nil && !p.ReadOnly() {
		p.Listing.Typed = text
		p.Tell(ProductTexts)
	}
}

// KeepLine brings what was typed into the draft.
func (p *Product) KeepLine() {
	l := p.Listing
	if !l.isTyped() || p.ReadOnly() {
		return
	}
	localize.WriteLine(p.Draft, l.work.Suggestion, l.Current().Line, l.Typed)
	p.readLines()
	l.Line = min(l.Line, len(l.Page.Lines)-1)
	l.Typed = l.Page.Lines[l.Line].Text
	p.edited(ProductChinese)
}

// PickLine goes to another line.
func (p *Product) PickLine(line int) {
	if p.Listing == nil || line < 0 || line >= len(p.Listing.Page.Lines) {
		return
	}
	p.KeepLine()
	p.Listing.Line = min(line, len(p.Listing.Page.Lines)-1)
	p.Listing.Typed = p.Listing.Current().Text
	p.Tell(ProductChinese)
}

// SubmitLine keeps what was typed and goes to the next line that is not finished,
// else to the next one.
func (p *Product) SubmitLine() {
	if p.Listing == nil {
		return
	}
	p.KeepLine()
	lines := p.Listing.Page.Lines
	for i := 1; i < len(lines); i++ {
		if n := (p.Listing.Line + i) % len(lines); lines[n].Needed() && !lines[n].Finished() {
			p.PickLine(n)
			return
		}
	}
	p.PickLine(p.Listing.Line + 1)
}

// DropLine puts back what the draft has in the current line.
func (p *Product) DropLine() {
	if line := p.Listing.Current(); line != nil {
		p.Listing.Typed = line.Text
		p.Tell(ProductChinese)
		p.Tell(ProductTexts)
	}
}

// TakeSuggestion puts what is suggested into the current line.
func (p *Product) TakeSuggestion() {
	if line := p.Listing.Current(); line != nil && !p.ReadOnly() && line.Suggested != nil && line.Suggested.Text != "" {
		p.Listing.Typed = line.Suggested.Text
		p.Tell(ProductChinese)
		p.Tell(ProductTexts)
	}
}

// CanReview reports whether a person can vouch for the Chinese: there is a title,
// and it is not reviewed as it stands.
func (p *Product) CanReview() bool {
	l := p.Listing
	return l != nil && !p.ReadOnly() && l.work.Listing.Title != "" && (l.Page.State != catalog.StateReviewed || l.Page.SourceChanged)
}

// Review marks the draft's Chinese as reviewed.
func (p *Product) Review() {
	p.KeepLine()
	if !p.CanReview() {
		return
	}
	p.Draft.WriteListing(catalog.SimplifiedChinese, catalog.ListingState, func(l *catalog.Listing) { l.State = catalog.StateReviewed })
	p.readLines()
	p.edited(ProductChinese)
}

// aimAtLine goes to the line of the field that the person came for, once.
func (p *Product) aimAtLine() {
	if p.lineAim == "" || p.Listing == nil {
		return
	}
	base, _, _ := p.lineAim.Locale()
	p.lineAim = ""
	for i, line := range p.Listing.Page.Lines {
		if line.Field == base {
			p.PickLine(i)
			return
		}
	}
}
