package workspace

import (
	"context"

	"tradewind.app/export"
)

// PreviewExport makes the first rows of each table of a feed as Export would write
// them. Nothing is written or remembered.
func (w *Workspace) PreviewExport(ctx context.Context, r ExportRequest, rows int) ([]export.Preview, error) {
	c, err := w.Channel(r.Channel)
	if err != nil {
		return nil, err
	}
	given, err := r.settings()
	if err != nil {
		return nil, err
	}
	opts, err := w.exportOptions(ctx, given)
	if err != nil {
		return nil, err
	}
	opts.All, opts.Locale, opts.Describe = r.All, r.Locale, r.Describe
	return c.PreviewTables(w.store.Products(ctx, r.Filter), opts, rows)
}
