package workspace

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
)

// sampleBook is the workbook of the sample shop among the assets.
const sampleBook = "samples/shop.xlsx"

// ImportSample brings the shipped sample shop in.
func (w *Workspace) ImportSample(ctx context.Context, progress Progress) (ImportResult, error) {
	book, err := fs.ReadFile(w.options.Assets, sampleBook)
	if err != nil {
		return ImportResult{}, fmt.Errorf("read the sample: %w", err)
	}
	r := ImportRequest{File: path.Base(sampleBook), Content: bytes.NewReader(book), Size: int64(len(book))}
	return w.Import(ctx, r, progress)
}
