package workspace

import (
	"context"
	"errors"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// CellEdit is a text for one field of one product. A variant's field is written
// into the product's only variant.
type CellEdit struct {
	Product catalog.ID
	Field   catalog.Field
	Text    string
}

// SetCells writes texts into fields, all of them or none, under one entry of
// history. What cannot be written gives a RefusedError.
func (w *Workspace) SetCells(ctx context.Context, edits []CellEdit) (EditResult, error) {
	defaults, err := w.defaults(ctx)
	if err != nil || len(edits) == 0 {
		return EditResult{}, err
	}
	kind := store.KindEdit
	if len(edits) > 1 {
		kind = store.KindBulkEdit
	}
	entry := store.Entry{Kind: kind, Note: string(edits[0].Field)}
	return w.edit(ctx, entry, func(catalog.Find) ([]catalog.Change, []catalog.Problem, error) {
		changes, err := w.cellChanges(ctx, edits)
		if err != nil {
			return nil, nil, err
		}
		problems, err := w.setCells(changes, edits, defaults)
		return changes, problems, err
	})
}

// cellChanges has a change for each product that is edited, nothing edited yet.
// Nobody else writes while the batch is open: what the store reads is what is.
func (w *Workspace) cellChanges(ctx context.Context, edits []CellEdit) ([]catalog.Change, error) {
	var changes []catalog.Change
	met := map[catalog.ID]bool{}
	for _, e := range edits {
		if met[e.Product] {
			continue
		}
		met[e.Product] = true
		p, err := w.store.Product(ctx, e.Product)
		if err != nil {
			return nil, err
		}
		changes = append(changes, catalog.Change{Outcome: catalog.Changed, Before: p, After: p.Clone()})
	}
	return changes, nil
}

func (w *Workspace) setCells(changes []catalog.Change, edits []CellEdit, d catalog.Defaults) ([]catalog.Problem, error) {
	after := make(map[catalog.ID]*catalog.Product, len(changes))
	for _, c := range changes {
		after[c.After.ID] = c.After
	}
	var problems []catalog.Problem
	for _, e := range edits {
		found, err := w.setCell(after[e.Product], e, d)
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	if refused := blocked(problems); len(refused) > 0 {
		return nil, &RefusedError{Problems: refused}
	}
	return problems, nil
}

func (w *Workspace) setCell(p *catalog.Product, e CellEdit, d catalog.Defaults) ([]catalog.Problem, error) {
	info, err := w.field(e.Field)
	if err != nil {
		return nil, err
	}
	if info.Level != catalog.VariantLevel {
		return info.Set(p, nil, e.Text, d), nil
	}
	switch len(p.Variants) {
	case 0:
		p.Variants = []catalog.Variant{{ID: catalog.NewID()}}
	case 1:
	default:
		return []catalog.Problem{catalog.NewProblem("field-of-variants", catalog.Blocked, e.Field)}, nil
	}
	return info.Set(p, &p.Variants[0], e.Text, d), nil
}

func blocked(problems []catalog.Problem) []catalog.Problem {
	var refused []catalog.Problem
	for _, p := range problems {
		if p.Severity == catalog.Blocked {
			refused = append(refused, p)
		}
	}
	return refused
}

// DeleteProducts removes products with all their variants, under one entry, also those
// that cannot be read.
func (w *Workspace) DeleteProducts(ctx context.Context, ids []catalog.ID) (EditResult, error) {
	entry := store.Entry{Kind: store.KindDelete}
	result, err := w.edit(ctx, entry, func(catalog.Find) ([]catalog.Change, []catalog.Problem, error) {
		var changes []catalog.Change
		for _, id := range ids {
			p, err := w.store.Product(ctx, id)
			if err != nil {
				return nil, nil, err
			}
			changes = append(changes, catalog.Change{Outcome: catalog.Deleted, Before: p})
		}
		return changes, nil, nil
	})
	var bad *store.UnreadableError
	if errors.As(err, &bad) {
		return w.discardProducts(ctx, ids)
	}
	return result, err
}
