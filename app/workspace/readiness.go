package workspace

import (
	"context"
	"iter"
	"slices"

	"tradewind.app/catalog"
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
