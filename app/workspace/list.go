package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// Row is the light half of a product, for lists.
type Row = store.Row

// Facet is a value of a field and how many products have it.
type Facet = store.Facet

// Sortable reports whether lists can be ordered by a field.
func Sortable(f catalog.Field) bool { return store.Sortable(f) }

// Head is the beginning of a list: what can be shown while the rest is read.
type Head struct {
	Rows []Row
	More bool // there are more products of the filter
	All  int  // products of the catalogue
}

// Head reads the first rows of a list. It does not count the rest: of a filter
// that leaves half of a big catalogue that would take ten times as long.
func (w *Workspace) Head(ctx context.Context, f catalog.Filter, by catalog.Sort, limit int) (Head, error) {
	page, err := w.store.Page(ctx, store.PageQuery{Filter: f, Sort: by, Limit: limit})
	if err != nil {
		return Head{}, err
	}
	h := Head{Rows: page.Rows, More: page.Next != ""}
	if err := w.complete(ctx, h.Rows); err != nil {
		return Head{}, err
	}
	h.All, err = w.store.Count(ctx, catalog.Filter{})
	return h, err
}

// IDs reads which products a list has, in its order.
func (w *Workspace) IDs(ctx context.Context, f catalog.Filter, by catalog.Sort) ([]catalog.ID, error) {
	var ids []catalog.ID
	for id, err := range w.store.IDs(ctx, f, by) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// Rows reads the rows of products in the order of ids, with the Chinese of the shop's
// script. Products that are gone are left out.
func (w *Workspace) Rows(ctx context.Context, ids []catalog.ID) ([]Row, error) {
	rows, err := w.store.Rows(ctx, ids)
	if err == nil {
		err = w.complete(ctx, rows)
	}
	return rows, err
}

// complete adds to rows what the store does not read with them.
func (w *Workspace) complete(ctx context.Context, rows []Row) error {
	if err := w.inScript(ctx, rows); err != nil {
		return err
	}
	ids := make([]catalog.ID, 0, len(rows))
	for _, r := range rows {
		if r.Variants > 1 {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	unpriced, err := w.store.Unpriced(ctx, ids)
	for i := range rows {
		rows[i].Unpriced = unpriced[rows[i].ID]
	}
	return err
}

// inScript gives rows the Chinese of the shop's script, and none where there is only
// the other: the store prefers Simplified.
func (w *Workspace) inScript(ctx context.Context, rows []Row) error {
	script, err := w.Script(ctx)
	if err != nil {
		return err
	}
	other := map[catalog.ID]*Row{}
	for i := range rows {
		if r := &rows[i]; r.LocaleZH != script && r.LocaleZH != "" {
			r.LocaleZH, r.TitleZH, r.State, r.Stale = "", "", "", false
			other[r.ID] = r
		}
	}
	if script == catalog.SimplifiedChinese || len(other) == 0 {
		return nil // where the store shows Traditional there is no Simplified
	}
	for p, err := range w.store.Products(ctx, catalog.Filter{IDs: slices.Collect(maps.Keys(other))}) {
		if err != nil {
			return err
		}
		if l := p.Listing(script); l != nil {
			r := other[p.ID]
			r.LocaleZH, r.TitleZH, r.State, r.Stale = script, l.Title, p.StateOf(l), p.SourceChanged(l)
		}
	}
	return nil
}

// Facets counts the values that a product's field has among the products of a
// filter, the most frequent first.
func (w *Workspace) Facets(ctx context.Context, f catalog.Filter, field catalog.Field) ([]Facet, error) {
	return w.store.Facets(ctx, f, field)
}

// Count counts the products of a filter.
func (w *Workspace) Count(ctx context.Context, f catalog.Filter) (int, error) {
	return w.store.Count(ctx, f)
}

// savedViews are the documents that views are kept in.
const savedViews store.DocumentKind = "view"

// SavedView is a list of products that a person comes back to, by its name.
type SavedView struct {
	Name   string                  `json:"-"`
	Search string                  `json:"search,omitempty"`
	Where  []catalog.Condition     `json:"where,omitempty"`
	Picks  []catalog.FindingFilter `json:"picks,omitempty"`
	Sort   catalog.Sort            `json:"sort,omitzero"`
}

// SavedViews lists the views of the catalogue by name.
func (w *Workspace) SavedViews(ctx context.Context) ([]SavedView, error) {
	documents, err := w.store.Documents(ctx, savedViews)
	if err != nil {
		return nil, err
	}
	views := make([]SavedView, len(documents))
	for i, d := range documents {
		if err := json.Unmarshal(d.Body, &views[i]); err != nil {
			return nil, fmt.Errorf("view %q: %w", d.Name, err)
		}
		views[i].Name = d.Name
	}
	return views, nil
}

// SaveView keeps a view under its name, in place of one that has it.
func (w *Workspace) SaveView(ctx context.Context, v SavedView) error {
	_, err := w.store.SetDocument(ctx, savedViews, v.Name, v)
	return err
}

// ForgetView takes a view away.
func (w *Workspace) ForgetView(ctx context.Context, name string) error {
	_, err := w.store.SetDocument(ctx, savedViews, name, nil)
	return err
}
