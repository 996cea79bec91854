package workspace

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// Doctor looks through the whole catalogue and reports what is wrong with it. Stored
// findings are compared with those that an evaluation gives, where nothing is in the way
// of one, as a setting that cannot be read is.
func (w *Workspace) Doctor(ctx context.Context, progress Progress) (store.Report, error) {
	r, err := w.store.Check(ctx, progress)
	if err != nil {
		return r, err
	}
	wrong, err := w.CheckFindings(ctx, progress)
	var broken *BrokenSettingError
	if errors.As(err, &broken) || IsDamaged(err) {
		return r, nil // which is in the report already
	}
	for _, d := range wrong {
		r.Note(store.FlawFindings, d.Handle+": "+d.Code)
	}
	return r, err
}

// Repair makes again what lists and search know of the products, and has all products
// checked again. No product changes.
func (w *Workspace) Repair(ctx context.Context, progress Progress) error {
	if err := w.store.Repair(ctx, progress); err != nil {
		return err
	}
	return w.store.ForgetFindings(ctx)
}

// IsDamaged reports whether a catalogue could not be opened since its content is
// damaged: some of it may still be saved.
func IsDamaged(err error) bool { return errors.Is(err, store.ErrDamaged) }

// Rescue saves what can be read of a damaged catalogue, which is not opened and not
// written to, into a new one at to.
func Rescue(ctx context.Context, path, to string, o Options, progress Progress) (store.RescueReport, error) {
	return store.Rescue(ctx, path, to, storeOptions(o), progress)
}

// Restore puts a backup in the place of a catalogue that is not open. What it
// replaces is kept; the answer says where, and is empty when nothing was there.
func Restore(ctx context.Context, path, backup string, o Options) (kept string, err error) {
	return store.Restore(ctx, path, backup, storeOptions(o))
}

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
