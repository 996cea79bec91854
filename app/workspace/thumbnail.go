package workspace

import (
	"context"
	"image"
	_ "image/gif" // the formats that merchants' pictures have
	_ "image/jpeg"
	_ "image/png"
	"io"
	"strings"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // as above
)

// mostPixels bounds what a picture is in memory, 4 bytes a pixel: a file of a few
// KB may claim to be gigabytes large.
const mostPixels = 40 << 20

// Thumbnail is a product's picture in a square of side pixels: as much of its
// middle as fits. It is nil where the source is on the web, gone, or no picture:
// what is wrong with it is told by the channels' checks.
func (w *Workspace) Thumbnail(ctx context.Context, source string, side int) (image.Image, error) {
	if strings.Contains(source, "://") {
		return nil, nil
	}
	f, err := w.pictures(ctx)(source)
	if err != nil {
		return nil, ctx.Err()
	}
	defer f.Close()
	picture := decodePicture(f)
	if picture == nil {
		return nil, ctx.Err()
	}
	thumb := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.ApproxBiLinear.Scale(thumb, thumb.Bounds(), picture, middle(picture.Bounds()), draw.Src, nil)
	return thumb, nil
}

// decodePicture reads a picture of a sane size, else nil.
func decodePicture(r io.Reader) image.Image {
	var head strings.Builder
	config, _, err := image.DecodeConfig(io.TeeReader(r, &head))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width > mostPixels/config.Height {
		return nil
	}
	picture, _, err := image.Decode(io.MultiReader(strings.NewReader(head.String()), r))
	if err != nil {
		return nil
	}
	return picture
}

// middle is the largest square in the middle of an area.
func middle(r image.Rectangle) image.Rectangle {
	side := min(r.Dx(), r.Dy())
	from := r.Min.Add(image.Pt((r.Dx()-side)/2, (r.Dy()-side)/2))
	return image.Rectangle{from, from.Add(image.Pt(side, side))}
}
