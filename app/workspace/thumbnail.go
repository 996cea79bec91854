package workspace

import (
	"context"
	"image"

	"tradewind.app/export/picture"
)

// Thumbnail is a product's picture in a square of side pixels: as much of its
// middle as fits. It is nil where the source is on the web, gone, or no picture:
// what is wrong with it is told by the channels' checks.
func (w *Workspace) Thumbnail(ctx context.Context, source string, side int) (image.Image, error) {
	if onWeb(source) {
		return nil, nil
	}
	f, err := w.pictures(ctx)(source)
	if err != nil {
		return nil, ctx.Err()
	}
	defer f.Close()
	b, err := picture.Read(f)
	if err != nil {
		return nil, ctx.Err()
	}
	thumb, err := picture.Square(b, side)
	if err != nil {
		return nil, ctx.Err()
	}
	return thumb, ctx.Err()
}
