package workspace

import (
	"context"
	"iter"
	"maps"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/check/texts"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// ProductReadiness is how ready one product is for a channel.
type ProductReadiness struct {
	Handle   string            `json:"handle"`
	SKUs     []string          `json:"skus"`
	State    catalog.Readiness `json:"state"`
	Problems []catalog.Problem `json:"problems"`
}

// Check streams how ready products are for a channel. No file is written. Where the
// shop chose the channel it is what is stored, after the findings were brought up to
// date; otherwise, and where the catalogue cannot be written to and they are not up to
// date, the products are evaluated.
func (w *Workspace) Check(ctx context.Context, channel string, f catalog.Filter) iter.Seq2[ProductReadiness, error] {
	return func(yield func(ProductReadiness, error) bool) {
		c, err := w.Channel(channel)
		if err != nil {
			yield(ProductReadiness{}, err)
			return
		}
		stored, err := w.hasFindings(ctx, c)
		if err != nil {
			yield(ProductReadiness{}, err)
			return
		}
		if stored {
			w.checkStored(ctx, c, f, yield)
		} else {
			w.checkAnew(ctx, c, f, yield)
		}
	}
}

// hasFindings brings the findings for a channel up to date where that can be done, and
// reports whether they are.
func (w *Workspace) hasFindings(ctx context.Context, c *export.Channel) (bool, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil || !slices.Contains(targets, c) {
		return false, err
	}
	if w.ReadOnly() == nil {
		_, err := w.Recheck(ctx, nil)
		return err == nil, err
	}
	fresh, err := w.Freshness(ctx)
	return fresh.IsUpToDate(), err
}

func (w *Workspace) checkStored(ctx context.Context, c *export.Channel, f catalog.Filter, yield func(ProductReadiness, error) bool) {
	source := catalog.ChannelNamed(c.Name())
	for found, err := range w.store.Found(ctx, f) {
		if err != nil {
			yield(ProductReadiness{}, err)
			return
		}
		at := slices.IndexFunc(found.Evaluations, func(e catalog.Evaluation) bool { return e.Source == source })
		if at < 0 {
			continue // it cannot be read
		}
		e := found.Evaluations[at]
		if !yield(ProductReadiness{found.Handle, found.SKUs, e.Readiness(), e.Problems}, nil) {
			return
		}
	}
}

func (w *Workspace) checkAnew(ctx context.Context, c *export.Channel, f catalog.Filter, yield func(ProductReadiness, error) bool) {
	opts, err := w.exportOptions(ctx, nil)
	if err != nil {
		yield(ProductReadiness{}, err)
		return
	}
	checker := c.Checker(opts)
	for p, err := range w.store.Products(ctx, f) {
		if err != nil {
			yield(ProductReadiness{}, err)
			return
		}
		problems := checker.Check(p)
		if !yield(ProductReadiness{p.Handle, p.SKUs(), catalog.ReadinessOf(problems), problems}, nil) {
			return
		}
	}
}

// Freshness is how far the stored findings are up to date.
type Freshness struct {
	Pending  int  // products that were written to since they were evaluated
	Outdated bool // what findings depend on has changed: all of them are out of date
	None     bool // there are products, and no findings
	All      int  // products of the catalogue
}

// IsUpToDate reports whether the findings are those that an evaluation would give now.
func (f Freshness) IsUpToDate() bool { return f.Pending == 0 && !f.Outdated && !f.None }

// Freshness reads how far the stored findings are up to date.
func (w *Workspace) Freshness(ctx context.Context) (Freshness, error) {
	state, err := w.store.FindingsState(ctx)
	if err != nil {
		return Freshness{}, err
	}
	now, err := w.currentSources(ctx)
	return Freshness{
		Pending: state.Pending, All: state.All, Outdated: !store.SameSources(state.Sources, now),
		None: len(state.Sources) == 0 || state.All > 0 && state.Found == 0,
	}, err
}

// Lights reads how ready products are for the channels that they were evaluated for, in
// the order of [Survey].Channels. A product whose findings are out of date is left out.
func (w *Workspace) Lights(ctx context.Context, ids []catalog.ID) (map[catalog.ID][]catalog.Readiness, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, err
	}
	states, err := w.store.States(ctx, ids)
	for id, list := range states {
		states[id] = list[:min(len(list), len(targets))] // behind the channels are the checks
	}
	return states, err
}

// Inspection is one product and what its channels say of it.
type Inspection struct {
	Product  *catalog.Product
	Channels []ChannelState
}

// ChannelState is how ready a product is for a channel.
type ChannelState struct {
	Channel  *export.Channel
	State    catalog.Readiness
	Problems []catalog.Problem
}

// Inspect reads one product and what was found about it. Where that is out of date the
// product is evaluated by itself.
func (w *Workspace) Inspect(ctx context.Context, id catalog.ID) (Inspection, error) {
	p, err := w.store.Product(ctx, id)
	if err != nil {
		return Inspection{}, err
	}
	evaluations, err := w.evaluationsOf(ctx, p)
	in := Inspection{Product: p}
	for _, e := range evaluations {
		if c, err := w.Channel(e.Source.Name); err == nil {
			in.Channels = append(in.Channels, ChannelState{c, e.Readiness(), e.Problems})
		}
	}
	return in, err
}

func (w *Workspace) evaluationsOf(ctx context.Context, p *catalog.Product) ([]catalog.Evaluation, error) {
	fresh, err := w.Freshness(ctx)
	if err != nil {
		return nil, err
	}
	if !fresh.Outdated && !fresh.None {
		for found, err := range w.store.Found(ctx, catalog.Filter{IDs: []catalog.ID{p.ID}}) {
			if err != nil || !found.Pending {
				return found.Evaluations, err
			}
		}
	}
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, err
	}
	e, err := w.evaluatorFor(ctx, targets)
	if err != nil {
		return nil, err
	}
	return e.alone(p, nil).evaluations, nil
}

// targets are the channels that the shop chose, and how feeds are made by the settings
// as they are now.
func (w *Workspace) targets(ctx context.Context) ([]*export.Channel, export.Options, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, export.Options{}, err
	}
	opts, err := w.exportOptions(ctx, nil)
	return targets, opts, err
}

// ListingCheck finds what keeps a product's texts in a locale out of the channels
// that the shop sells on.
type ListingCheck struct {
	to       catalog.Locale
	channels []*export.Channel
	opts     export.Options
	texts    *texts.Checks
}

// Reader checks the texts of a product as they are typed.
func (c *ListingCheck) Reader(p *catalog.Product) *texts.Reader { return c.texts.Reader(p) }

// ListingCheck makes the check of listings in a locale, for any number of products.
// Pictures are not read by it: they are no text.
func (w *Workspace) ListingCheck(ctx context.Context, to catalog.Locale) (*ListingCheck, error) {
	targets, opts, err := w.targets(ctx)
	if err != nil {
		return nil, err
	}
	checks, err := w.textChecks()
	if err != nil {
		return nil, err
	}
	c := &ListingCheck{to: to, opts: opts, texts: checks}
	c.opts.Open, c.opts.Drafts = nil, true // who accepts a text makes it no draft
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
			if ofListing && to == c.to && problem.Severity == catalog.Blocked && !isKnown(blockers, problem) {
				blockers = append(blockers, problem)
			}
		}
	}
	return blockers
}

// isKnown reports whether a problem of no channel is in a list: each channel that it
// matters to reports it.
func isKnown(list []catalog.Problem, p catalog.Problem) bool {
	return p.Args["channel"] == "" && slices.ContainsFunc(list, func(have catalog.Problem) bool {
		return have.Code == p.Code && have.Field == p.Field && maps.Equal(have.Args, p.Args)
	})
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
	if change.Outcome != catalog.Changed {
		return nil, nil
	}
	var problems []catalog.Problem
	for i := range change.After.Listings {
		to := change.After.Listings[i].Locale
		accepted, whole := vouchedFor(change, to)
		if len(accepted) == 0 {
			continue
		}
		if checks[to] == nil {
			check, err := w.ListingCheck(ctx, to)
			if err != nil {
				return nil, err
			}
			checks[to] = check
		}
		blockers := checks[to].Blockers(change.After)
		if !whole { // what is wrong with the other texts is no matter yet
			blockers = slices.DeleteFunc(blockers, func(p catalog.Problem) bool {
				field, _, _ := catalog.Field(p.Field).Locale()
				return !accepted[field]
			})
		}
		if len(blockers) > 0 {
			problems = append(problems, notAcceptedProblem(change.After, to))
			problems = append(problems, blockers...)
		}
	}
	return problems, nil
}

// vouchedFor are the fields of a listing in which a change accepts a text as it is, or
// calls one reviewed, and whether these are all of several texts.
func vouchedFor(c catalog.Change, to catalog.Locale) (fields map[catalog.Field]bool, whole bool) {
	fields = map[catalog.Field]bool{}
	l, had := c.After.Listing(to), c.Before.Listing(to)
	if had == nil {
		had = &catalog.Listing{}
	}
	texts, vouched := 0, 0
	for _, n := range l.Names() {
		m := l.Mark(n)
		if m.State == catalog.StateOmitted {
			continue
		}
		texts++
		if m != had.Mark(n) && (m.State == catalog.StateReviewed || m.State == catalog.StateTranslated && m.Accepted) {
			fields[n.Field()] = true
			vouched++
		}
	}
	return fields, vouched > 1 && vouched == texts
}
