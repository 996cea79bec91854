package workspace

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"slices"

	"tradewind.app/catalog"
)

// FindingDifference is a finding that is stored of a product and that an evaluation does
// not give, or that is not stored and should be.
type FindingDifference struct {
	catalog.Finding

	Handle string
	Stored bool
}

// CheckFindings compares what is stored with what an evaluation of all products gives.
// Products that are pending are left out: of them nothing is claimed. It reads only;
// progress may be nil. Where what findings depend on has changed there is nothing to
// compare.
func (w *Workspace) CheckFindings(ctx context.Context, progress Progress) ([]FindingDifference, error) {
	fresh, err := w.Freshness(ctx)
	if err != nil || fresh.Outdated || fresh.None {
		return nil, err
	}
	channels, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, err
	}
	e, err := w.evaluatorFor(ctx, channels)
	if err != nil {
		return nil, err
	}
	versions, err := w.versionsBySource(ctx)
	if err != nil {
		return nil, err
	}
	next, stop := iter.Pull2(w.store.Found(ctx, catalog.Filter{}))
	defer stop()
	stored, err, more := next()
	var list []FindingDifference
	done := 0
	for p, failed := range w.store.Products(ctx, catalog.Filter{}) {
		if err = errors.Join(err, failed); err != nil {
			return nil, err
		}
		evaluations := e.next(p).evaluations
		if more && stored.ID == p.ID {
			if !stored.Pending {
				list = append(list, compareFindings(p, stored.Evaluations, evaluations, versions)...)
			}
			stored, err, more = next()
		}
		if done++; progress != nil {
			progress(done, fresh.All)
		}
	}
	return list, err
}

// versionsBySource are the versions that findings depend on now.
func (w *Workspace) versionsBySource(ctx context.Context) (map[catalog.FindingSource]catalog.Versions, error) {
	sources, err := w.currentSources(ctx)
	versions := map[catalog.FindingSource]catalog.Versions{}
	for _, one := range sources {
		versions[one.Source] = one.Versions
	}
	return versions, err
}

// compareFindings lists what only one of two evaluations of a product has.
func compareFindings(p *catalog.Product, stored, evaluated []catalog.Evaluation, versions map[catalog.FindingSource]catalog.Versions) []FindingDifference {
	var list []FindingDifference
	for _, e := range evaluated {
		var have catalog.Evaluation
		if i := slices.IndexFunc(stored, func(s catalog.Evaluation) bool { return s.Source == e.Source }); i >= 0 {
			have = stored[i]
		}
		lacks := func(problems []catalog.Problem) func(catalog.Problem) bool {
			return func(p catalog.Problem) bool {
				return !slices.ContainsFunc(problems, func(q catalog.Problem) bool { return reflect.DeepEqual(p, q) })
			}
		}
		note := func(problem catalog.Problem, stored bool) {
			finding := catalog.Finding{Problem: problem, Product: p.ID, Source: e.Source, Versions: versions[e.Source]}
			list = append(list, FindingDifference{finding, p.Handle, stored})
		}
		for _, problem := range have.Problems {
			if lacks(e.Problems)(problem) {
				note(problem, true)
			}
		}
		for _, problem := range e.Problems {
			if lacks(have.Problems)(problem) {
				note(problem, false)
			}
		}
	}
	return list
}
