package workspace

import (
	"context"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Standing is how far a catalogue has come on the road to its channels. A
// product counts as what it is for the channel where it stands worst, so Blocked,
// Warned and Ready add up to Products.
type Standing struct {
	Products     int
	Variants     int
	Blocked      int // have a problem that keeps them out of a feed
	Warned       int // could go, and something is to be looked at
	Ready        int
	Able         int // could go to at least one of the channels
	Untranslated int // have no Chinese listing that is finished
}

// TargetChannels lists the channels that the shop wants to sell on: those of the
// setting, all where it names none that is known.
func (w *Workspace) TargetChannels(ctx context.Context) ([]*export.Channel, error) {
	names, err := w.Setting(ctx, SettingChannels)
	if err != nil {
		return nil, err
	}
	var targets []*export.Channel
	for _, c := range w.channels {
		if containsName(names, c.Name()) {
			targets = append(targets, c)
		}
	}
	if len(targets) == 0 {
		return w.channels, nil
	}
	return targets, nil
}

// containsName reports whether a list with commas has a name in it.
func containsName(list, name string) bool {
	for have := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(have) == name {
			return true
		}
	}
	return false
}

// Standing looks through all products. It reads only, and may take seconds.
func (w *Workspace) Standing(ctx context.Context) (Standing, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return Standing{}, err
	}
	opts, err := w.exportOptions(ctx, nil)
	if err != nil {
		return Standing{}, err
	}
	checkers := make([]*export.Checker, len(targets))
	for i, c := range targets {
		checkers[i] = c.Checker(opts)
	}
	var s Standing
	for p, err := range w.store.Products(ctx, catalog.Filter{}) {
		if err != nil {
			return Standing{}, err
		}
		s.add(p, checkers)
	}
	return s, nil
}

func (s *Standing) add(p *catalog.Product, checkers []*export.Checker) {
	s.Products++
	s.Variants += len(p.Variants)
	if untranslated(p) {
		s.Untranslated++
	}
	var problems []catalog.Problem
	able := false
	for _, c := range checkers {
		found := c.Check(p)
		able = able || export.ReadinessOf(found) != export.NotReady
		problems = append(problems, found...)
	}
	if able {
		s.Able++
	}
	switch export.ReadinessOf(problems) {
	case export.NotReady:
		s.Blocked++
	case export.WithWarnings:
		s.Warned++
	case export.Ready:
		s.Ready++
	}
}

// untranslated reports whether a product has no Chinese listing that is finished.
func untranslated(p *catalog.Product) bool {
	l := p.Listing(catalog.SimplifiedChinese)
	return l == nil || l.State != catalog.StateTranslated && l.State != catalog.StateReviewed
}
