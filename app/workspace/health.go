package workspace

import (
	"context"
	"errors"

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
