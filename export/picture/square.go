package picture

import (
	"bytes"
	"image"

	"golang.org/x/image/draw"
)

// Square is as much of a picture's middle as fits into a square of side pixels,
// upright.
func Square(b []byte, side int) (image.Image, error) {
	info, err := size(b)
	if err != nil {
		return nil, err
	}
	decoded, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, headError(err)
	}
	small := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), decoded, middle(decoded.Bounds()), draw.Src, nil)
	return orientationOf(b, info.Format).turn(small), nil
}

// middle is the largest square in the middle of an area.
func middle(r image.Rectangle) image.Rectangle {
	side := min(r.Dx(), r.Dy())
	from := r.Min.Add(image.Pt((r.Dx()-side)/2, (r.Dy()-side)/2))
	return image.Rectangle{from, from.Add(image.Pt(side, side))}
}
