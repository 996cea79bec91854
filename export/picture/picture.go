// Package picture makes a shop's pictures fit to be given away: looked at
// before they are decoded, turned the way they were taken, in a file format and
// size that a marketplace takes, and without what a camera wrote about where and
// by whom they were taken.
//
// Pictures come from strangers: a file is bounded in bytes and in pixels before it
// is decoded, and one that ends too early is an error, also where a decoder would
// show its upper half.
//
// The package must not know channels, products or folders.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // shops' pictures
	"image/jpeg"
	_ "image/png"
	"io"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/webp"
)

// What a picture may be before it is decoded: 72 bytes can claim 60,000 x 60,000
// pixels, which would take 13 GB.
const (
	MaxBytes  = 25 << 20
	maxPixels = 50_000_000
)

// What is wrong with a picture. Any other error says that it is none.
var (
	ErrTooLarge = errors.New("picture too large")
	ErrDamaged  = errors.New("picture is damaged or not whole")
)

// Info is what is known of a picture without showing it, as it is shown: turned.
type Info struct {
	Format        string // "jpeg", "png", ...
	Width, Height int    // px
	Bytes         int64  // of the file
}

// Look reports whether a picture can go along, as cheaply as can be: its size, and
// whether its file ends as its format does. Of a file that does so only both ends
// are read.
func Look(r io.Reader) (Info, error) {
	if s, ok := r.(io.ReadSeeker); ok {
		if info, err := lookAtEnds(s); !errors.Is(err, errEndUnclear) {
			return info, err
		}
		if _, err := s.Seek(0, io.SeekStart); err != nil {
			return Info{}, err
		}
	}
	b, err := Read(r)
	if err != nil {
		return Info{}, err
	}
	info, err := size(b)
	if err != nil {
		return Info{}, err
	}
	if err := whole(b, info.Format); err != nil {
		return Info{}, err
	}
	return info, nil
}

// Read reads a picture's file, up to the size that one may have.
func Read(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err == nil && len(b) > MaxBytes {
		err = ErrTooLarge
	}
	return b, err
}

// size reads a picture's head.
func size(b []byte) (Info, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(b))
	switch {
	case err != nil:
		return Info{}, headError(err)
	case config.Width <= 0 || config.Height <= 0:
		return Info{}, image.ErrFormat
	case config.Width > maxPixels/config.Height:
		return Info{}, ErrTooLarge
	}
	info := Info{Format: format, Width: config.Width, Height: config.Height, Bytes: int64(len(b))}
	if orientationOf(b, format).lies() {
		info.Width, info.Height = info.Height, info.Width
	}
	return info, nil
}

func headError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrDamaged
	}
	return err
}

// Decode reads a picture of a sane size, turned the way it was taken.
func Decode(b []byte) (image.Image, error) {
	info, err := size(b)
	if err != nil {
		return nil, err
	}
	decoded, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err) // its head was sound
	}
	return orientationOf(b, info.Format).turn(decoded), nil
}

// JPEG makes a JPEG of at most limit bytes of a picture, without metadata: of a
// JPEG within the limit every pixel stays as it is, any other picture is drawn anew,
// on white where the picture is transparent. A colour profile is kept.
func JPEG(b []byte, limit int64) ([]byte, error) {
	info, err := size(b)
	if err != nil {
		return nil, err
	}
	if info.Format == "jpeg" {
		stripped, err := strip(b)
		if err != nil {
			return nil, err
		}
		if int64(len(stripped)) <= limit {
			return stripped, nil
		}
	}
	decoded, err := Decode(b)
	if err != nil {
		return nil, err
	}
	flat := image.NewRGBA(image.Rect(0, 0, decoded.Bounds().Dx(), decoded.Bounds().Dy()))
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), decoded, decoded.Bounds().Min, draw.Over)
	return encode(flat, profileOf(b, info.Format), limit)
}

// encode writes a picture in the best quality that stays within the limit.
func encode(m image.Image, profile []byte, limit int64) ([]byte, error) {
	for _, quality := range []int{90, 80, 60} {
		var out bytes.Buffer
		if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if b := withProfile(out.Bytes(), profile); int64(len(b)) <= limit {
			return b, nil
		}
	}
	return nil, fmt.Errorf("%w: above %d bytes as a JPEG", ErrTooLarge, limit)
}
