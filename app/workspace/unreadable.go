package workspace

import (
	"context"
	"errors"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// Unreadable lists the products that were left out of what was read since the
// catalogue was opened: their content is missing or damaged. Everything else is
// done without them, so whoever shows a result says which they are.
func (w *Workspace) Unreadable() []store.Unreadable { return w.store.Unreadable() }

// deleteUnreadable is Delete where a code is that of a product that cannot be read:
// it is deleted as a whole, since its variants are not known.
func (w *Workspace) deleteUnreadable(ctx context.Context, codes []string) (EditResult, error) {
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindDelete, Note: note(codes)})
	if err != nil {
		return EditResult{}, err
	}
	result, err := deleteEach(ctx, batch, codes)
	if err != nil {
		return EditResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Entry = written(entry)
	return result, err
}

// discardProducts is DeleteProducts where some of them cannot be read.
func (w *Workspace) discardProducts(ctx context.Context, ids []catalog.ID) (EditResult, error) {
	var result EditResult
	var changes []catalog.Change
	var discarded []catalog.ID
	for _, id := range ids {
		p, err := w.store.Product(ctx, id)
		var bad *store.UnreadableError
		switch {
		case errors.As(err, &bad):
			discarded = append(discarded, id)
		case err != nil:
			return result, err
		default:
			changes = append(changes, catalog.Change{Outcome: catalog.Deleted, Before: p})
			result.Cells = append(result.Cells, catalog.Diff(p, nil)...)
		}
	}
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindDelete})
	if err != nil {
		return EditResult{}, err
	}
	for _, id := range discarded {
		err = errors.Join(err, batch.Discard(ctx, id))
	}
	for _, c := range changes {
		err = errors.Join(err, batch.Put(ctx, c))
	}
	if err != nil {
		return EditResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Products, result.Entry = len(ids), written(entry)
	return result, err
}

func deleteEach(ctx context.Context, batch *store.Batch, codes []string) (EditResult, error) {
	var result EditResult
	var readable []string
	gone := map[catalog.ID]bool{}
	for _, code := range codes {
		_, err := productBy(ctx, batch.Find, code)
		var bad *store.UnreadableError
		if !errors.As(err, &bad) {
			readable = append(readable, code) // or unknown, as removals will say
			continue
		}
		if id := bad.Product.ID; !gone[id] {
			gone[id] = true
			result.Products++
			if err := batch.Discard(ctx, id); err != nil {
				return result, err
			}
		}
	}
	changes, err := removals(ctx, batch.Find, readable)
	if err != nil {
		return result, err
	}
	for _, c := range changes {
		result.Products++
		result.Cells = append(result.Cells, catalog.Diff(c.Before, c.After)...)
		if err := batch.Put(ctx, c); err != nil {
			return result, err
		}
	}
	return result, nil
}

// leftOut are the products of a filter that cannot be read, for a feed's report.
// Whether its conditions fit what cannot be read nobody knows.
func (w *Workspace) leftOut(ctx context.Context, f catalog.Filter) ([]export.Skipped, error) {
	bad := w.Unreadable()
	if len(bad) == 0 {
		return nil, nil
	}
	f.Where = nil
	ids, err := w.IDs(ctx, f, catalog.Sort{})
	if err != nil {
		return nil, err
	}
	var list []export.Skipped
	for _, u := range bad {
		if !slices.Contains(ids, u.ID) {
			continue
		}
		s := export.Skipped{Handle: u.Handle, Problems: []catalog.Problem{
			catalog.NewProblem("product-unreadable", catalog.Blocked, "", "name", u.Name()),
		}}
		if u.SKU != "" {
			s.SKUs = []string{u.SKU}
		}
		list = append(list, s)
	}
	return list, nil
}
