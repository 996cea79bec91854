package workspace

import (
	"context"
	"encoding/json"
	"fmt"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

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
