package workspace

import (
	"context"
	"errors"
	"io"
	"iter"
	"reflect"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// Entry is one write in the history.
type Entry = store.Entry

// historyPage is how many entries are read at once.
const historyPage = 100

// History streams the entries, newest first.
func (w *Workspace) History(ctx context.Context) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		for before := int64(0); ; {
			page, err := w.store.History(ctx, historyPage, before)
			if err != nil {
				yield(store.Entry{}, err)
				return
			}
			for _, e := range page {
				if !yield(e, nil) {
					return
				}
				before = e.Number
			}
			if len(page) < historyPage {
				return
			}
		}
	}
}

// Entry reads one entry.
func (w *Workspace) Entry(ctx context.Context, id catalog.ID) (Entry, error) {
	return w.store.Entry(ctx, string(id))
}

// ProductsOf lists the products that an entry made or changed and that are still there.
func (w *Workspace) ProductsOf(ctx context.Context, entry catalog.ID) ([]catalog.ID, error) {
	return w.store.ProductsOf(ctx, entry)
}

// Changes streams what an entry did, product by product.
func (w *Workspace) Changes(ctx context.Context, entry catalog.ID) catalog.Changes {
	return w.store.Changes(ctx, entry)
}

// Undo takes an entry back; without an ID the last one that can be. What was
// changed since is kept and listed.
func (w *Workspace) Undo(ctx context.Context, id catalog.ID, progress Progress) (store.UndoResult, error) {
	if id == "" {
		entry, err := w.store.LastUndoable(ctx)
		if err != nil {
			return store.UndoResult{}, err
		}
		id = entry.ID
	}
	return w.store.Undo(ctx, id, progress)
}

// Backup writes a verified copy of the catalogue to path, or among its own
// backups when path is "". It returns where the copy is.
func (w *Workspace) Backup(ctx context.Context, path string) (string, error) {
	if path != "" {
		return path, w.store.Backup(ctx, path)
	}
	made, err := w.store.BackUpNow(ctx, "asked")
	return made.Path, err
}

// BackupsOf lists the backups beside a catalogue, newest first, whether or not it
// can be opened, or is there at all.
func BackupsOf(path string) ([]store.BackupFile, error) { return store.BackupsOf(path) }

// Contents are what a catalogue or a backup has.
type Contents = store.Contents

// ReadContents looks into a catalogue or a backup, which may be of an older Tradewind.
func ReadContents(ctx context.Context, path string) (Contents, error) {
	return store.ReadContents(ctx, path)
}

// Backups lists the catalogue's own backups, newest first.
func (w *Workspace) Backups() ([]store.BackupFile, error) { return w.store.Backups() }

// Dump writes the whole catalogue as ordered text, for comparison.
func (w *Workspace) Dump(ctx context.Context, to io.Writer) error { return w.store.Dump(ctx, to) }

// HistoryPage is a part of the history: up to limit entries older than the one
// whose Number is before (0: from the newest on), of one kind or, with "", of all.
// more says that there are older ones.
func (w *Workspace) HistoryPage(ctx context.Context, kind string, before int64, limit int) (entries []store.Entry, more bool, err error) {
	for {
		page, err := w.store.History(ctx, historyPage, before)
		if err != nil {
			return nil, false, err
		}
		for _, e := range page {
			before = e.Number
			switch {
			case kind != "" && string(e.Kind) != kind:
			case len(entries) == limit:
				return entries, true, nil
			default:
				entries = append(entries, e)
			}
		}
		if len(page) < historyPage {
			return entries, false, nil
		}
	}
}

// HistoryKinds lists the kinds that entries have.
func HistoryKinds() []string {
	var kinds []string
	for _, k := range []store.Kind{
		store.KindImport, store.KindEdit, store.KindBulkEdit, store.KindLocalize, store.KindDelete,
		store.KindSettings, store.KindTerms, store.KindUndo, store.KindUpgrade,
	} {
		kinds = append(kinds, string(k))
	}
	return kinds
}

// Redo takes back the undo that was made last, as long as nothing more was
// written since. It returns store.ErrNoEntry when there is none.
func (w *Workspace) Redo(ctx context.Context, progress Progress) (store.UndoResult, error) {
	redone := map[catalog.ID]bool{} // undos that a redo has taken back
	for e, err := range w.History(ctx) {
		switch {
		case err != nil:
			return store.UndoResult{}, err
		case e.Kind != store.KindUndo:
			return store.UndoResult{}, store.ErrNoEntry
		case redone[e.ID]:
		case w.isRedo(ctx, e):
			redone[e.Undoes] = true
		default:
			return w.store.Undo(ctx, e.ID, progress)
		}
	}
	return store.UndoResult{}, store.ErrNoEntry
}

// isRedo reports whether an undo took back an undo. An entry that cannot be read
// is none: taking it back will say why.
func (w *Workspace) isRedo(ctx context.Context, e store.Entry) bool {
	undone, err := w.store.Entry(ctx, string(e.Undoes))
	return err == nil && undone.Kind == store.KindUndo
}

// Changes are what was written to a catalogue since some entry of its history.
type Changes struct {
	Created, Changed, Deleted []catalog.ID
	Fields                    []catalog.Field // of the changed products, that differ
	Settings                  bool            // settings were written to
	Kinds                     []string        // of whatever was written to besides products
	All                       bool            // the lists are not complete: anything may have changed
}

// Everything are the changes of which nothing is known.
var Everything = Changes{All: true}

// OnlyEdits reports whether nothing was written but to fields of products that are
// listed.
func (c Changes) OnlyEdits() bool {
	return !c.All && len(c.Created)+len(c.Deleted)+len(c.Kinds) == 0
}

// Touches reports whether a product is one of those that were written to, or may be.
func (c Changes) Touches(id catalog.ID) bool {
	return c.All || slices.Contains(c.Changed, id) || slices.Contains(c.Created, id) || slices.Contains(c.Deleted, id)
}

// NewestEntry is the number of the last write to the catalogue; 0 before the first.
func (w *Workspace) NewestEntry(ctx context.Context) (int64, error) {
	entry, err := w.store.NewestEntry(ctx)
	return entry, err
}

// ChangesSince reads what was written to the catalogue after the entry with a number.
func (w *Workspace) ChangesSince(ctx context.Context, entry int64) (Changes, error) {
	have, err := w.store.ChangesSince(ctx, entry)
	if err != nil {
		return Everything, err
	}
	c := Changes{
		Created: have.Created, Changed: have.Changed, Deleted: have.Deleted, Fields: have.Fields,
		Settings: slices.Contains(have.Kinds, store.Settings),
	}
	for _, kind := range have.Kinds {
		c.Kinds = append(c.Kinds, string(kind))
	}
	c.All = have.Products != len(c.Created)+len(c.Changed)+len(c.Deleted)
	return c, nil
}

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
