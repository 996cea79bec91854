package workspace

import (
	"context"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

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
