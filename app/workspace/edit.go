package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// EditResult says what an edit did. Entry is empty when nothing changed.
type EditResult struct {
	Entry    catalog.ID           `json:"entry"`
	Products int                  `json:"products"`
	Cells    []catalog.CellChange `json:"cells"`
	Problems []catalog.Problem    `json:"problems"`
}

// RefusedError says that an edit was not made, and why.
type RefusedError = catalog.RefusedError

// Set writes texts into fields of the product that has the SKU: the variant's
// fields into that variant. All of them are written, or none.
func (w *Workspace) Set(ctx context.Context, code string, values []catalog.Value) (EditResult, error) {
	defaults, err := w.defaults(ctx)
	if err != nil {
		return EditResult{}, err
	}
	return w.edit(ctx, store.Entry{Kind: store.KindEdit, Note: code}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		before, err := productBy(ctx, in.Find, code)
		if err != nil {
			return nil, nil, err
		}
		after := before.Clone()
		problems, err := w.setAll(after, code, values, defaults)
		if refused := blocked(problems); err == nil && len(refused) > 0 {
			err = &RefusedError{Problems: refused}
		}
		return []catalog.Change{{Outcome: catalog.Changed, Before: before, After: after}}, problems, err
	})
}

func (w *Workspace) setAll(p *catalog.Product, code string, values []catalog.Value, d catalog.Defaults) ([]catalog.Problem, error) {
	v := p.Variant(code)
	if v == nil {
		if len(p.Variants) == 0 {
			p.Variants = []catalog.Variant{{ID: catalog.NewID()}}
		}
		v = &p.Variants[0]
	}
	var problems []catalog.Problem
	for _, value := range values {
		info, err := w.field(value.Field)
		if err != nil {
			return nil, err
		}
		problems = append(problems, info.Set(p, v, value.Text, d)...)
	}
	return problems, nil
}

// Delete removes the variants that have the SKUs, and the products that have no
// variant left. A handle removes its whole product.
func (w *Workspace) Delete(ctx context.Context, codes []string) (EditResult, error) {
	result, err := w.edit(ctx, store.Entry{Kind: store.KindDelete, Note: note(codes)}, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		changes, err := removals(ctx, in.Find, codes)
		return changes, nil, err
	})
	var bad *store.UnreadableError
	if errors.As(err, &bad) {
		return w.deleteUnreadable(ctx, codes)
	}
	return result, err
}

// removals plans the deletion of codes: one change for each product they touch.
func removals(ctx context.Context, find catalog.Find, codes []string) ([]catalog.Change, error) {
	var changes []catalog.Change
	at := map[catalog.ID]int{}
	for _, code := range codes {
		p, err := productBy(ctx, find, code)
		if err != nil {
			return nil, err
		}
		i, met := at[p.ID]
		if !met {
			i = len(changes)
			at[p.ID] = i
			changes = append(changes, catalog.Change{Outcome: catalog.Changed, Before: p, After: p.Clone()})
		}
		removeVariant(changes[i].After, code)
	}
	for i := range changes {
		if c := &changes[i]; len(c.After.Variants) == 0 {
			c.Outcome, c.After = catalog.Deleted, nil
		}
	}
	return changes, nil
}

// removeVariant takes the variant with the SKU out; a code that is no variant's
// is the product's handle and takes all.
func removeVariant(p *catalog.Product, code string) {
	if v := p.Variant(code); v != nil {
		p.RemoveVariant(v.ID)
		return
	}
	p.Variants = nil
}

// note names what an entry is about, without growing with it.
func note(codes []string) string {
	if len(codes) == 1 {
		return codes[0]
	}
	return fmt.Sprintf("%s … (%d)", codes[0], len(codes))
}

// edit reads, plans and writes in one transaction under one entry.
func (w *Workspace) edit(ctx context.Context, e store.Entry, plan planner) (EditResult, error) {
	batch, err := w.store.Begin(ctx, e)
	if err != nil {
		return EditResult{}, err
	}
	result, err := w.editIn(ctx, batch, w.guard(ctx, plan))
	if err != nil {
		return EditResult{}, errors.Join(err, batch.Rollback())
	}
	entry, err := batch.Commit(ctx)
	result.Entry = written(entry)
	return result, err
}

func (w *Workspace) editIn(ctx context.Context, batch *store.Batch, plan planner) (EditResult, error) {
	changes, problems, err := plan(batch)
	if err != nil {
		return EditResult{}, err
	}
	result := EditResult{Problems: problems}
	var folders []string
	for _, c := range changes {
		cells := catalog.Diff(c.Before, c.After)
		if len(cells) == 0 && c.Outcome == catalog.Changed && c.Before.Equal(c.After) {
			continue // beside its fields a product has what a listing was made from
		}
		broken, err := catalog.Validate(ctx, c.Before, c.After, batch.Find)
		if err != nil {
			return EditResult{}, err
		}
		if len(broken) > 0 {
			return EditResult{}, &RefusedError{Problems: broken}
		}
		result.Products++
		result.Cells = append(result.Cells, cells...)
		if err := batch.Put(ctx, c); err != nil {
			return EditResult{}, err
		}
		folders = append(folders, foldersOfPictures(c)...)
	}
	return result, w.noteFolders(ctx, batch, folders...)
}

// written is the entry's ID, or nothing when there was nothing to write.
func written(e store.Entry) catalog.ID {
	if e.Number == 0 {
		return ""
	}
	return e.ID
}

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
	return w.edit(ctx, entry, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		changes, err := cellChanges(ctx, in, edits)
		if err != nil {
			return nil, nil, err
		}
		problems, err := w.setCells(changes, edits, defaults)
		return changes, problems, err
	})
}

// cellChanges has a change for each product that is edited, nothing edited yet.
func cellChanges(ctx context.Context, in *store.Batch, edits []CellEdit) ([]catalog.Change, error) {
	var changes []catalog.Change
	met := map[catalog.ID]bool{}
	for _, e := range edits {
		if met[e.Product] {
			continue
		}
		met[e.Product] = true
		p, err := in.Product(ctx, e.Product)
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
	result, err := w.edit(ctx, entry, func(in *store.Batch) ([]catalog.Change, []catalog.Problem, error) {
		var changes []catalog.Change
		for _, id := range ids {
			p, err := in.Product(ctx, id)
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

// UnknownFieldError says that no field has a name. Near are the fields with names
// that are nearest to it, where there are any.
type UnknownFieldError struct {
	Name catalog.Field
	Near []catalog.Field
}

func (e *UnknownFieldError) Error() string { return fmt.Sprintf("%q is not a field", e.Name) }

// field finds a field by its name, whatever its case. A channel's value is a field
// where the channel is one of ours and reads it: nothing would ever come of another.
func (w *Workspace) field(name catalog.Field) (catalog.FieldInfo, error) {
	info, ok := catalog.LookupField(name)
	if !ok {
		return info, &UnknownFieldError{Name: name}
	}
	rest, isChannel := strings.CutPrefix(string(info.Name), "channel.")
	if !isChannel {
		return info, nil
	}
	channel, key, _ := strings.Cut(rest, ".")
	i := slices.IndexFunc(w.channels, func(c *export.Channel) bool { return strings.EqualFold(c.Name(), channel) })
	if i < 0 {
		return info, &UnknownFieldError{name, w.nearChannels(channel, key)}
	}
	c := w.channels[i]
	known, ok := c.Key(key)
	if !ok {
		return info, &UnknownFieldError{name, nearKeys(c, key)}
	}
	info, ok = catalog.LookupField(catalog.ChannelField(c.Name(), known))
	if !ok {
		return info, &UnknownFieldError{Name: name}
	}
	return info, nil
}

// mostNear is how many names are proposed for one that there is not.
const mostNear = 5

// nearKeys are the values of a channel with names that are nearest to key.
func nearKeys(c *export.Channel, key string) []catalog.Field {
	var fields []catalog.Field
	for _, near := range nearest(key, c.Keys()) {
		fields = append(fields, catalog.ChannelField(c.Name(), near))
	}
	return fields
}

// nearChannels is the value on the channels that have it, otherwise the channels.
func (w *Workspace) nearChannels(channel, key string) []catalog.Field {
	var have, all []string
	for _, c := range w.channels {
		all = append(all, c.Name())
		if _, ok := c.Key(key); ok {
			have = append(have, c.Name())
		}
	}
	if len(have) == 0 {
		have, key = all, "COLUMN"
	}
	var fields []catalog.Field
	for _, name := range nearest(channel, have) {
		fields = append(fields, catalog.ChannelField(name, key))
	}
	return fields
}

// nearest lists the names that take the fewest changes of a letter to become
// another, at most mostNear.
func nearest(name string, names []string) []string {
	name = strings.ToLower(name)
	sorted := slices.Clone(names)
	slices.SortStableFunc(sorted, func(a, b string) int {
		return cmp.Compare(distance(name, strings.ToLower(a)), distance(name, strings.ToLower(b)))
	})
	return sorted[:min(len(sorted), mostNear)]
}

// distance counts the letters to put in, take out or replace to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
