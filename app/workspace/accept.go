package workspace

import (
	"context"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

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

// planner plans changes and tells what is wrong with them.
type planner = func(catalog.Find) ([]catalog.Change, []catalog.Problem, error)

// guard is a planner by which nobody accepts a listing that a channel will refuse.
// What does gives a RefusedError: listing-not-accepted, then the blockers.
func (w *Workspace) guard(ctx context.Context, plan planner) planner {
	return func(find catalog.Find) ([]catalog.Change, []catalog.Problem, error) {
		changes, problems, err := plan(find)
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
