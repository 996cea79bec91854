package workspace

import (
	"context"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// Redo takes back the undo that was made last, as long as nothing else was
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
