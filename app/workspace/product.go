package workspace

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// Opened is a product as it is edited as a whole: what it is, and what a bare
// figure in its fields means.
type Opened struct {
	Product  *catalog.Product
	Defaults catalog.Defaults
}

// OpenProduct reads a product that is to be edited.
func (w *Workspace) OpenProduct(ctx context.Context, id catalog.ID) (o Opened, err error) {
	if o.Product, err = w.store.Product(ctx, id); err != nil {
		return o, err
	}
	o.Defaults, err = w.defaults(ctx)
	return o, err
}

// IsGone reports whether an error says that a product is not there any more.
func IsGone(err error) bool { return errors.Is(err, store.ErrNoProduct) }

// ConflictError says that a product was changed since it was opened, and that
// some of its fields were changed here and there.
type ConflictError struct {
	Now     *catalog.Product
	Clashes []catalog.Clash
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("changed meanwhile: %s and %d more", e.Clashes[0].Field, len(e.Clashes)-1)
}

// SaveProduct makes of a product that was opened as was what it is to be, under
// one entry of history. What was changed elsewhere since is kept, and where both
// changed the same nothing is written: a ConflictError reports it. What cannot be
// gives a RefusedError. A product that was deleted meanwhile is a
// store.ErrNoProduct.
func (w *Workspace) SaveProduct(ctx context.Context, was, is *catalog.Product) (EditResult, error) {
	defaults, err := w.defaults(ctx)
	if err != nil {
		return EditResult{}, err
	}
	return w.edit(ctx, productEntry(is), func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		now, err := in.Product(ctx, is.ID)
		if err != nil {
			return nil, nil, err
		}
		after, clashes := catalog.Rebase(was, is, now)
		if len(clashes) > 0 {
			return nil, nil, &ConflictError{now, clashes}
		}
		problems := readAgain(now, after, defaults)
		return []catalog.Change{{Outcome: catalog.Changed, Before: now, After: after}}, problems, nil
	})
}

// SaveAnew writes a product that was deleted while it was edited.
func (w *Workspace) SaveAnew(ctx context.Context, p *catalog.Product) (EditResult, error) {
	defaults, err := w.defaults(ctx)
	if err != nil {
		return EditResult{}, err
	}
	return w.edit(ctx, productEntry(p), func(*store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		problems := readAgain(&catalog.Product{}, p, defaults)
		return []catalog.Change{{Outcome: catalog.New, After: p}}, problems, nil
	})
}

// productEntry is the entry of an edit of a whole product, by the name that a
// person would look for.
func productEntry(p *catalog.Product) store.Entry {
	e := store.Entry{Kind: store.KindEdit, Note: p.Handle}
	if skus := p.SKUs(); len(skus) > 0 {
		e.Note = skus[0]
	}
	return e
}

// readAgain reads every text that changed once more, as if it were typed, and lists
// what a person should look at. What no product may have is left to the rules.
func readAgain(was, is *catalog.Product, d catalog.Defaults) []catalog.Problem {
	var problems []catalog.Problem
	scratch := is.Clone()
	before := map[catalog.ID]*catalog.Variant{}
	for i := range was.Variants {
		before[was.Variants[i].ID] = &was.Variants[i]
	}
	for _, cell := range catalog.Diff(was, is) {
		if info, ok := catalog.LookupField(cell.Field); ok && info.Level != catalog.VariantLevel && info.Kind != catalog.KindImages {
			problems = append(problems, info.Set(scratch, nil, cell.After, d)...)
		}
	}
	for i := range scratch.Variants {
		v := &scratch.Variants[i]
		for _, info := range catalog.Fields() {
			text := info.Get(is, v)
			if info.Level != catalog.VariantLevel || before[v.ID] != nil && info.Get(was, before[v.ID]) == text {
				continue
			}
			for _, p := range info.Set(scratch, v, text, d) {
				problems = append(problems, ofVariant(p, v.SKU))
			}
		}
	}
	return problems
}

// ofVariant notes which variant a problem is about.
func ofVariant(p catalog.Problem, sku string) catalog.Problem {
	args := map[string]string{"sku": sku}
	maps.Copy(args, p.Args)
	p.Args = args
	return p
}

// InspectDraft says what the shop's channels would say of a product as it is
// being edited.
func (w *Workspace) InspectDraft(ctx context.Context, p *catalog.Product) ([]ChannelState, error) {
	targets, opts, err := w.targets(ctx)
	if err != nil {
		return nil, err
	}
	states := make([]ChannelState, 0, len(targets))
	for _, c := range targets {
		problems := c.Check(p, opts)
		states = append(states, ChannelState{c, export.ReadinessOf(problems), problems})
	}
	return states, nil
}

// ProductHistory lists up to limit entries that touched a product, newest first,
// older than the one whose Number is before (0: from the newest on).
func (w *Workspace) ProductHistory(ctx context.Context, id catalog.ID, before int64, limit int) ([]store.ProductEntry, error) {
	return w.store.ProductHistory(ctx, id, limit, before)
}

// Unreadable lists the products that were left out of what was read since the
// catalogue was opened: their content is missing or damaged. The rest is
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
