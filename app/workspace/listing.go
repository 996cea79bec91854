package workspace

import (
	"context"
	"errors"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// ListingWork is a product's listing as a person works on it.
type ListingWork struct {
	Product    *catalog.Product
	Listing    catalog.Listing // the zero listing of the locale where there is none yet
	Suggestion localize.Suggestion
	Lines      []localize.Line
}

// LineGoneError says that a listing has a text no more: what it is made of was
// changed meanwhile.
type LineGoneError struct{}

func (LineGoneError) Error() string { return "the listing has this text no more" }

// Listing reads a product's listing beside its sources and what is suggested.
func (w *Workspace) Listing(ctx context.Context, id catalog.ID, to catalog.Locale) (ListingWork, error) {
	p, err := w.store.Product(ctx, id)
	if err != nil {
		return ListingWork{}, err
	}
	return w.ListingOf(ctx, p, to)
}

// ListingOf is Listing of a product at hand, which may not be saved yet.
func (w *Workspace) ListingOf(ctx context.Context, p *catalog.Product, to catalog.Locale) (ListingWork, error) {
	s, err := w.suggestIfCan(ctx, p, to)
	if err != nil {
		return ListingWork{}, err
	}
	work := ListingWork{Product: p, Listing: catalog.Listing{Locale: to}, Suggestion: s, Lines: localize.Lines(p, s)}
	if l := p.Listing(to); l != nil {
		work.Listing = l.Clone()
	}
	return work, nil
}

func (w *Workspace) suggest(ctx context.Context, p *catalog.Product, to catalog.Locale) (localize.Suggestion, error) {
	terms, err := w.termBase(ctx)
	if err != nil {
		return localize.Suggestion{}, err
	}
	return localize.Suggest(ctx, p, to, terms, localize.DefaultLimits)
}

// suggestIfCan is suggest, with nothing suggested in a locale that a person must
// write alone.
func (w *Workspace) suggestIfCan(ctx context.Context, p *catalog.Product, to catalog.Locale) (localize.Suggestion, error) {
	s, err := w.suggest(ctx, p, to)
	if errors.Is(err, localize.ErrNoTraditional) {
		return localize.Suggestion{Locale: to, SourceHash: p.SourceHash()}, nil
	}
	return s, err
}

// WriteLine writes a text into a line of a product's listing.
func (w *Workspace) WriteLine(ctx context.Context, id catalog.ID, to catalog.Locale, line localize.Line, text string) (EditResult, error) {
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: string(line.Field.At(to))}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := in.Product(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		s, err := w.suggestIfCan(ctx, before, to)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		if !localize.WriteLine(after, s, line, text) {
			return nil, nil, LineGoneError{}
		}
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, nil
	})
}

// MarkListing gives a product's listing a state: the word of a person, who has seen
// the texts as they are now.
func (w *Workspace) MarkListing(ctx context.Context, id catalog.ID, to catalog.Locale, state catalog.State) (EditResult, error) {
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: string(catalog.ListingState.At(to))}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := in.Product(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		after.WriteListing(to, catalog.ListingState, func(l *catalog.Listing) { l.State = state })
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, nil
	})
}

// FinishListing notes that a person has seen each text of a product's listing that a
// word was missing in.
func (w *Workspace) FinishListing(ctx context.Context, id catalog.ID, to catalog.Locale) (EditResult, error) {
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: string(catalog.ListingState.At(to))}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := in.Product(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		after.WriteListing(to, catalog.ListingState, func(l *catalog.Listing) { l.SetWritten(true) })
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, nil, nil
	})
}

// SourceChanged reads which products of a filter have a listing that was made from
// older texts.
func (w *Workspace) SourceChanged(ctx context.Context, f catalog.Filter, to catalog.Locale) ([]catalog.ID, error) {
	f.Where = append(f.Where[:len(f.Where):len(f.Where)], catalog.Condition{Field: catalog.ListingState.At(to), Op: catalog.OpPresent})
	var ids []catalog.ID
	for p, err := range w.store.Products(ctx, f) {
		if err != nil {
			return nil, err
		}
		if l := p.Listing(to); l != nil && p.SourceChanged(l) {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// ListingLimit is how long a listing's text may be, and who says so.
type ListingLimit struct {
	Channel *export.Channel
	Limit   export.Limit
}

// ListingLimits are the lengths that the shop's channels put on the texts of
// listings in a locale, by field without its locale: the tightest of each.
func (w *Workspace) ListingLimits(ctx context.Context, to catalog.Locale) (map[catalog.Field]ListingLimit, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, err
	}
	limits := map[catalog.Field]ListingLimit{}
	for _, info := range catalog.ListingFields(to) {
		name, _, _ := info.Name.Locale()
		for _, c := range targets {
			if catalog.Locale(c.Spec().Locale) != to {
				continue
			}
			if limit := c.LimitOf(info.Name); !limit.IsZero() && (limits[name].Channel == nil || limit.IsTighter(limits[name].Limit)) {
				limits[name] = ListingLimit{c, limit}
			}
		}
	}
	return limits, nil
}

// ListingCheck finds what keeps a product's texts in a locale out of the channels
// that the shop sells on.
type ListingCheck struct {
	to       catalog.Locale
	channels []*export.Channel
	opts     export.Options
}

// ListingCheck makes the check of listings in a locale, for any number of products.
// Pictures are not read by it: they are no text.
func (w *Workspace) ListingCheck(ctx context.Context, to catalog.Locale) (*ListingCheck, error) {
	targets, opts, err := w.targets(ctx)
	if err != nil {
		return nil, err
	}
	c := &ListingCheck{to: to, opts: opts}
	c.opts.Open = nil
	for _, channel := range targets {
		if catalog.Locale(channel.Spec().Locale) == to {
			c.channels = append(c.channels, channel)
		}
	}
	return c, nil
}

// Blockers are the problems of a product's texts that keep it out of a channel, each
// once. A title that is too long is one, a price that is missing is not.
func (c *ListingCheck) Blockers(p *catalog.Product) []catalog.Problem {
	var blockers []catalog.Problem
	for _, channel := range c.channels {
		for _, problem := range channel.Check(p, c.opts) {
			_, to, ofListing := catalog.Field(problem.Field).Locale()
			if ofListing && to == c.to && problem.Severity == catalog.Blocked {
				blockers = append(blockers, problem)
			}
		}
	}
	return blockers
}

// planner plans changes of what it reads in the batch, and says what is wrong with them.
type planner = func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error)

// guard is a planner by which nobody accepts a listing that a channel will refuse.
// What does gives a RefusedError: listing-not-accepted, then the blockers.
func (w *Workspace) guard(ctx context.Context, plan planner) planner {
	return func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		changes, problems, err := plan(in)
		if err != nil {
			return changes, problems, err
		}
		checks := map[catalog.Locale]*ListingCheck{}
		for _, change := range changes {
			blockers, err := w.notAccepted(ctx, change, checks)
			if err != nil {
				return nil, nil, err
			}
			if len(blockers) > 0 {
				return nil, nil, &RefusedError{Problems: blockers}
			}
		}
		return changes, problems, nil
	}
}

// notAccepted are the problems of the listings that a change accepts. checks are made
// when they are first needed.
func (w *Workspace) notAccepted(ctx context.Context, change catalog.Change, checks map[catalog.Locale]*ListingCheck) ([]catalog.Problem, error) {
	var problems []catalog.Problem
	for _, to := range accepted(change) {
		if checks[to] == nil {
			check, err := w.ListingCheck(ctx, to)
			if err != nil {
				return nil, err
			}
			checks[to] = check
		}
		if blockers := checks[to].Blockers(change.After); len(blockers) > 0 {
			problems = append(problems, catalog.NewProblem("listing-not-accepted", catalog.Blocked, catalog.ListingState.At(to), "title", change.After.Title))
			problems = append(problems, blockers...)
		}
	}
	return problems, nil
}

// accepted are the locales of the listings that a change makes reviewed.
func accepted(c catalog.Change) []catalog.Locale {
	if c.Outcome != catalog.Changed {
		return nil
	}
	var locales []catalog.Locale
	for _, l := range c.After.Listings {
		had := c.Before.Listing(l.Locale)
		if l.State == catalog.StateReviewed && (had == nil || had.State != catalog.StateReviewed) {
			locales = append(locales, l.Locale)
		}
	}
	return locales
}
