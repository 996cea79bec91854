package product

import (
	"context"

	"tradewind.app/app/view"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
)

// Listing is the draft's Chinese, line by line beside its sources. What is
// typed into a line comes into the draft when the line is left.
type Listing struct {
	Page  *listing.Page
	Line  int    // the current one
	Typed string // what is in it now

	work   workspace.ListingWork
	limits map[catalog.Field]workspace.ListingLimit
	check  *workspace.ListingCheck
	gloss  workspace.Gloss
}

// Current is the current line, nil where there is none.
func (l *Listing) Current() *listing.Line {
	if l == nil || l.Line < 0 || l.Line >= len(l.Page.Lines) {
		return nil
	}
	return &l.Page.Lines[l.Line]
}

// isTyped reports whether the current line has another text than the draft.
func (l *Listing) isTyped() bool {
	line := l.Current()
	return line != nil && line.Text != l.Typed
}

// loadListing reads what is suggested for the draft as it is.
func (p *Model) loadListing() {
	if p.State != StateReady {
		return
	}
	draft, w := p.Draft.Clone(), p.session.Workspace
	view.Load(p.listing.Start(), p.session, func(ctx context.Context) (*Listing, error) {
		to, err := w.Script(ctx)
		if err != nil {
			return nil, err
		}
		work, err := w.ListingOf(ctx, draft, to)
		if err != nil {
			return nil, err
		}
		check, err := w.ListingCheck(ctx, to)
		if err != nil {
			return nil, err
		}
		gloss, err := w.Gloss(ctx, work)
		if err != nil {
			return nil, err
		}
		limits, err := w.ListingLimits(ctx, to)
		return &Listing{work: work, limits: limits, check: check, gloss: gloss}, err
	}, p.showListing, p.session.Fail)
}

func (p *Model) showListing(l *Listing) {
	had := p.Listing
	p.Listing = l
	p.readLines()
	l.put(0)
	if line := had.Current(); line != nil {
		there := l.stay(line.Line, had.Line)
		switch {
		case had.isTyped() && there:
			l.Typed = had.Typed
		case had.isTyped():
			p.session.ReportLost(had.Typed)
		}
	}
	p.aimAtLine()
	p.Changed(PartChinese)
}

// put makes a line the current one.
func (l *Listing) put(line int) { l.Line, l.Typed = line, l.Page.Lines[line].Text }

// stay makes a line the current one, and reports whether it is still there; otherwise it
// is the one that is where it was.
func (l *Listing) stay(line localize.Line, was int) (there bool) {
	at := l.Page.LineAt(line)
	if there = at >= 0; !there {
		at = min(was, len(l.Page.Lines)-1)
	}
	l.put(at)
	return there
}

// readLines makes the lines of the draft as it is now.
func (p *Model) readLines() {
	l := p.Listing
	to := l.work.Listing.Locale
	l.work.Product, l.work.Listing = p.Draft, catalog.Listing{Locale: to}
	if have := p.Draft.Listing(to); have != nil {
		l.work.Listing = have.Clone()
	}
	l.work.Lines = localize.Lines(p.Draft, l.work.Suggestion)
	l.Page = listing.NewPage(l.work, l.limits, l.check, p.session)
	l.Page.Picture = p.Thumb()
	l.Page.SetGloss(l.gloss)
}

// TypeLine notes what is in the current line, as it is typed.
func (p *Model) TypeLine(text string) {
	if p.Listing.Current() == nil || p.ReadOnly() || text == p.Listing.Typed {
		return
	}
	p.Listing.Typed = text
	p.keepLineDraft()
	p.Changed(PartTexts)
}

// KeepLine brings what was typed into the draft.
func (p *Model) KeepLine() {
	l := p.Listing
	if !l.isTyped() || p.ReadOnly() {
		return
	}
	line, typed := l.Current().Line, l.Typed
	written := localize.WriteLine(p.Draft, l.work.Suggestion, line, typed, p.session.Workspace.Author())
	p.readLines()
	l.stay(line, l.Line)
	p.edited(PartChinese)
	if !written { // the draft has other lines by now
		p.session.ReportLost(typed)
	}
}

// PickLine goes to another line.
func (p *Model) PickLine(line int) {
	if p.Listing == nil || line < 0 || line >= len(p.Listing.Page.Lines) {
		return
	}
	to := p.Listing.Page.Lines[line].Line
	p.KeepLine()
	p.Listing.stay(to, line) // there may be other lines once that was kept
	p.Changed(PartChinese)
}

// StepLine goes to the next line (1) or back to the one before (-1).
func (p *Model) StepLine(by int) {
	if p.Listing != nil {
		p.PickLine(p.Listing.Line + by)
	}
}

// SubmitLine keeps what was typed and goes to the next line that is not finished,
// otherwise to the next one.
func (p *Model) SubmitLine() {
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
	p.StepLine(1)
}

// DropLine puts back what the draft has in the current line.
func (p *Model) DropLine() {
	if line := p.Listing.Current(); line != nil {
		p.TypeLine(line.Text)
		p.Changed(PartChinese)
	}
}

// TakeSuggestion puts what is suggested into the current line.
func (p *Model) TakeSuggestion() {
	if line := p.Listing.Current(); line != nil && line.Suggested != nil && line.Suggested.Text != "" {
		p.TypeLine(line.Suggested.Text)
		p.Changed(PartChinese)
	}
}

// TakeFix puts what a check proposes into the current line.
func (p *Model) TakeFix(text string) {
	p.TypeLine(text)
	p.Changed(PartChinese)
}

// OmitLine leaves the current text out of the draft's Chinese on purpose.
func (p *Model) OmitLine() {
	line := p.Listing.Current()
	if line == nil || p.ReadOnly() || !line.CanOmit() {
		return
	}
	was := line.Line
	p.Draft.Omit(p.Listing.work.Listing.Locale, line.Name(), p.session.Workspace.Author())
	p.readLines()
	p.Listing.stay(was, p.Listing.Line)
	p.edited(PartChinese)
}

// CanVouch reports whether a person can give the Chinese a state: there is a title, and
// it is not worth as much already.
func (p *Model) CanVouch(state catalog.State) bool {
	l := p.Listing
	return l != nil && !p.ReadOnly() && l.work.Listing.Title != "" && (l.Page.State.WeakerThan(state) || l.Page.Stale)
}

// Accept accepts the draft's Chinese as it is.
func (p *Model) Accept() { p.vouch(catalog.StateTranslated) }

// Review marks the draft's Chinese as reviewed, by a reader of Chinese.
func (p *Model) Review() { p.vouch(catalog.StateReviewed) }

// vouch gives the draft's Chinese a state by the word of the person. What a channel would
// refuse gets none: the reason is shown, and the cursor goes to the text that it is about.
func (p *Model) vouch(state catalog.State) {
	p.KeepLine()
	if !p.CanVouch(state) {
		return
	}
	if page := p.Listing.Page; page.IsBlocked() {
		p.PickLine(max(0, page.FirstBlocked()))
		p.Wrong = page.Refusal(p.session.Text)
		p.Changed(PartTexts)
		return
	}
	p.Draft.MarkListing(p.Listing.work.Listing.Locale, p.session.Workspace.Marked(state))
	p.readLines()
	p.edited(PartChinese)
}

// aimAtLine goes to the line of the field that the person came for, once.
func (p *Model) aimAtLine() {
	if p.lineAim == "" || p.Listing == nil {
		return
	}
	base, _, _ := p.lineAim.Locale()
	p.lineAim = ""
	p.PickLine(p.Listing.Page.LineToMend(base))
}
