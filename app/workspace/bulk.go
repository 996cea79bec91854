package workspace

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// BulkResult says what a bulk edit does, or did.
type BulkResult struct {
	Entry    catalog.ID
	Products int // looked at
	Changed  int
	Same     int
	Refused  int // left as they were: the edit cannot be made there
	Large    int // prices that change by more than 20 %
}

// BulkRow is one cell before and after.
type BulkRow struct {
	Product  catalog.ID
	SKU      string
	Title    string
	Before   string
	After    string
	Percent  string            // of a price, by how much it changes, "8.5"; "" where that is not known
	Large    bool              // by more than 20 %
	Problems []catalog.Problem // why it is left as it was
}

// Bulk edits one field of all products of a filter under one entry of history. A
// product where the edit cannot be made stays as it was.
func (w *Workspace) Bulk(ctx context.Context, f catalog.Filter, e BulkEdit, progress Progress) (BulkResult, error) {
	batch, err := w.store.Begin(ctx, store.Entry{Kind: store.KindBulkEdit, Note: string(e.Field)})
	if err != nil {
		return BulkResult{}, err
	}
	result, err := w.bulk(ctx, batch, f, e, progress, func(c catalog.Change, _ []catalog.Problem) error { return batch.Put(ctx, c) })
	if err != nil {
		return BulkResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Entry = written(entry)
	return result, err
}

// PreviewBulk says what Bulk would do: the same run without the writing. It
// returns rows that change or are refused, at most limit: prices that change much
// come first, wherever in the catalogue they are.
func (w *Workspace) PreviewBulk(ctx context.Context, f catalog.Filter, e BulkEdit, limit int) (BulkResult, []BulkRow, error) {
	var large, others []BulkRow
	result, err := w.bulk(ctx, w.store, f, e, nil, func(c catalog.Change, problems []catalog.Problem) error {
		if len(large) >= limit || len(others) >= limit && largeChanges(c, e.Field) == 0 {
			return nil
		}
		for _, row := range bulkRows(c, e.Field, problems) {
			if row.Large {
				large = append(large, row)
			} else {
				others = append(others, row)
			}
		}
		return nil
	})
	rows := append(large, others...)
	return result, rows[:min(len(rows), limit)], err
}

// products is where an edit of many reads: the batch that writes it, or for a preview
// the store.
type products interface {
	Find(ctx context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error)
	Products(ctx context.Context, f catalog.Filter) iter.Seq2[*catalog.Product, error]
}

// bulk plans an edit product by product and hands on what changes or is refused.
func (w *Workspace) bulk(ctx context.Context, from products, f catalog.Filter, e BulkEdit, progress Progress, use func(catalog.Change, []catalog.Problem) error) (result BulkResult, err error) {
	info, err := w.field(e.Field)
	if err != nil {
		return result, err
	}
	e.Field = info.Name
	if err := e.Check(); err != nil {
		return result, err
	}
	defaults, err := w.defaults(ctx)
	if err != nil {
		return result, err
	}
	total, err := w.store.Count(ctx, f)
	if err != nil {
		return result, err
	}
	checks := map[catalog.Locale]*ListingCheck{}
	rules := newRules(from.Find)
	for p, err := range from.Products(ctx, f) {
		if err != nil {
			return result, err
		}
		change, problems := e.plan(p, defaults)
		if blockers, err := w.notAccepted(ctx, change, checks); err != nil {
			return result, err
		} else if len(blockers) > 0 {
			change.Outcome, change.After, problems = catalog.Refused, nil, blockers
		}
		if change.Outcome == catalog.Changed {
			if change, problems, err = rules.check(ctx, change, problems); err != nil {
				return result, err
			}
		}
		result.count(change.Outcome)
		result.Large += largeChanges(change, e.Field)
		if progress != nil {
			progress(result.Products, total)
		}
		if change.Outcome == catalog.Same {
			continue
		}
		if err := use(change, problems); err != nil {
			return result, fmt.Errorf("edit %s: %w", p.Handle, err)
		}
	}
	return result, nil
}

func (r *BulkResult) count(o catalog.Outcome) {
	r.Products++
	switch o {
	case catalog.Changed:
		r.Changed++
	case catalog.Refused:
		r.Refused++
	case catalog.Same:
		r.Same++
	}
}

// bulkRows are the cells of a change, or why there are none.
func bulkRows(c catalog.Change, field catalog.Field, problems []catalog.Problem) []BulkRow {
	row := BulkRow{Product: c.Before.ID, Title: c.Before.Title}
	if skus := c.Before.SKUs(); len(skus) > 0 {
		row.SKU = skus[0]
	}
	if c.Outcome == catalog.Refused {
		row.Problems = problems
		return []BulkRow{row}
	}
	var rows []BulkRow
	for _, cell := range catalog.Diff(c.Before, c.After) {
		if cell.Field != field {
			continue // such as the state of a listing, which follows
		}
		row.Before, row.After = cell.Before, cell.After
		row.Percent, row.Large = percentText(cell.Before, cell.After), isLarge(cell.Before, cell.After)
		if cell.SKU != "" {
			row.SKU = cell.SKU
		}
		rows = append(rows, row)
	}
	return rows
}

// largeChanges counts the prices of a change that change by more than 20 %.
func largeChanges(c catalog.Change, field catalog.Field) int {
	info, _ := catalog.LookupField(field)
	if info.Kind != catalog.KindMoney || c.Outcome != catalog.Changed {
		return 0
	}
	n := 0
	for i := range c.Before.Variants {
		if isLarge(info.Get(c.Before, &c.Before.Variants[i]), info.Get(c.After, &c.After.Variants[i])) {
			n++
		}
	}
	return n
}

// rules compares the changes of a run with the rules that every write must pass. It
// looks into the catalogue as it was before the run, and remembers the codes that
// the run gives away: a preview, which writes nothing, says the same as the run.
type rules struct {
	find  catalog.Find
	now   map[catalog.ID]*catalog.Product  // products that the run gave another code
	given map[catalog.Key]*catalog.Product // by the codes that they have now
}

func newRules(find catalog.Find) *rules {
	return &rules{find: find, now: map[catalog.ID]*catalog.Product{}, given: map[catalog.Key]*catalog.Product{}}
}

// check refuses a change that breaks a rule.
func (r *rules) check(ctx context.Context, c catalog.Change, problems []catalog.Problem) (catalog.Change, []catalog.Problem, error) {
	broken, err := catalog.Validate(ctx, c.Before, c.After, r.products)
	if err != nil {
		return c, problems, err
	}
	if len(broken) > 0 {
		c.Outcome, c.After = catalog.Refused, nil
		return c, append(problems, broken...), nil
	}
	r.remember(c)
	return c, problems, nil
}

func (r *rules) remember(c catalog.Change) {
	if c.After == nil || sameCodes(c.Before, c.After) {
		return
	}
	r.now[c.After.ID] = c.After
	for _, key := range ownKeys(c.After) {
		r.given[key] = c.After
	}
}

// products is the Find of the catalogue as the run makes it.
func (r *rules) products(ctx context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
	found, err := r.find(ctx, keys)
	if err != nil {
		return nil, err
	}
	for key, p := range found {
		if now := r.now[p.ID]; now != nil && !hasKey(now, key) {
			delete(found, key)
		}
	}
	for _, key := range keys {
		if p := r.given[key]; p != nil && hasKey(r.now[p.ID], key) {
			found[key] = r.now[p.ID]
		}
	}
	return found, nil
}

// ownKeys are the codes that no other product may have.
func ownKeys(p *catalog.Product) []catalog.Key {
	keys := []catalog.Key{catalog.NewKey(catalog.KeyHandle, p.Handle)}
	for _, sku := range p.SKUs() {
		keys = append(keys, catalog.NewKey(catalog.KeySKU, sku))
	}
	return keys
}

func hasKey(p *catalog.Product, key catalog.Key) bool {
	for _, own := range ownKeys(p) {
		if own == key {
			return true
		}
	}
	return false
}

func sameCodes(a, b *catalog.Product) bool {
	x, y := ownKeys(a), ownKeys(b)
	for i := range x {
		if len(x) != len(y) || x[i] != y[i] {
			return false
		}
	}
	return len(x) == len(y)
}
