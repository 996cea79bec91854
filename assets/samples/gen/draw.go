package main

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/image/vector"
)

// side is the width and height of a picture in pixels: marketplaces ask for
// square main pictures of 800.
const side = 800

// paletteOf chooses the colours of a picture: the option value colour, or the
// shape's own where that is "", and an accent by the product's number.
func (s *shape) paletteOf(colour string, number int) (palette, error) {
	hex, ok := s.tint, true
	if colour != "" {
		if hex, ok = colours[colour]; !ok {
			return palette{}, fmt.Errorf("no colour %q", colour)
		}
	}
	base, err := parseHex(hex)
	if err != nil {
		return palette{}, err
	}
	accent, err := parseHex(accents[number%len(accents)])
	return palette{base, accent}, err
}

// photo paints the shape as a shop shows its goods: on a white ground, with a
// soft shadow.
func (s *shape) photo(p palette, side int) (*image.RGBA, error) {
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	paint(img, layer{outline: oval(50, 91, 36, 3.4)}, color.RGBA{0xEE, 0xF0, 0xF2, 255})
	return img, s.paint(img, p)
}

func (s *shape) paint(img *image.RGBA, p palette) error {
	for _, l := range s.layers {
		c, err := p.resolve(l.colour)
		if err != nil {
			return err
		}
		paint(img, l, c)
	}
	return nil
}

func paint(img *image.RGBA, l layer, c color.RGBA) {
	size := img.Bounds().Size()
	b := board{vector.NewRasterizer(size.X, size.Y), float32(size.X) / 100}
	if l.width == 0 {
		b.fill(l.outline)
	} else {
		b.stroke(flatten(l.outline), l.width/2)
	}
	b.Draw(img, img.Bounds(), image.NewUniform(c), image.Point{})
}

// writePicture encodes as PNG or JPEG, by the name's ending.
func writePicture(name string, img *image.RGBA) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("create the picture: %w", err)
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	if filepath.Ext(name) == ".jpg" {
		return jpeg.Encode(f, img, &jpeg.Options{Quality: 72})
	}
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if img.Opaque() {
		return e.Encode(f, paletted(img))
	}
	return e.Encode(f, img)
}

// A board takes outlines in its units, of which its side has 100.
type board struct {
	*vector.Rasterizer
	scale float32 // pixels to a unit
}

func (b board) fill(outline []segment) {
	for _, s := range outline {
		p := make([]float32, len(s.at))
		for i, v := range s.at {
			p[i] = v * b.scale
		}
		switch s.op {
		case 'M':
			b.MoveTo(p[0], p[1])
		case 'L':
			b.LineTo(p[0], p[1])
		case 'Q':
			b.QuadTo(p[0], p[1], p[2], p[3])
		case 'C':
			b.CubeTo(p[0], p[1], p[2], p[3], p[4], p[5])
		case 'Z':
			b.ClosePath()
		}
	}
	b.ClosePath()
}

type point struct{ x, y float32 }

// flatten turns an outline into runs of points, fine enough for a line.
func flatten(outline []segment) [][]point {
	const steps = 24
	var runs [][]point
	for _, s := range outline {
		if s.op == 'M' {
			runs = append(runs, nil)
		}
		run := &runs[len(runs)-1]
		if s.op == 'Z' {
			*run = append(*run, (*run)[0])
			continue
		}
		control := make([]point, 0, 4)
		if len(*run) > 0 && len(s.at) > 2 {
			control = append(control, (*run)[len(*run)-1])
		}
		for i := 0; i < len(s.at); i += 2 {
			control = append(control, point{s.at[i], s.at[i+1]})
		}
		if len(control) == 1 {
			*run = append(*run, control[0])
			continue
		}
		for i := 1; i <= steps; i++ {
			*run = append(*run, bezier(control, float32(i)/steps))
		}
	}
	return runs
}

// bezier is de Casteljau's construction, for a curve of any degree.
func bezier(control []point, t float32) point {
	p := slices.Clone(control)
	for n := len(p) - 1; n > 0; n-- {
		for i := range n {
			p[i] = point{p[i].x + (p[i+1].x-p[i].x)*t, p[i].y + (p[i+1].y-p[i].y)*t}
		}
	}
	return p[0]
}

// stroke covers a line with one box for each piece and one disc for each
// joint. All turn the same way, so that overlaps stay filled.
func (b board) stroke(runs [][]point, half float32) {
	for _, run := range runs {
		for i, p := range run {
			b.fill(oval(p.x, p.y, half, half))
			if i > 0 && p != run[i-1] {
				b.fill(box(run[i-1], p, half))
			}
		}
	}
}

// box is the rectangle along a line from a to c.
func box(a, c point, half float32) []segment {
	dx, dy := c.x-a.x, c.y-a.y
	length := float32(math.Hypot(float64(dx), float64(dy)))
	nx, ny := -dy/length*half, dx/length*half
	return []segment{
		{'M', []float32{a.x - nx, a.y - ny}},
		{'L', []float32{c.x - nx, c.y - ny}},
		{'L', []float32{c.x + nx, c.y + ny}},
		{'L', []float32{a.x + nx, a.y + ny}},
		{'Z', nil},
	}
}

// paletted reduces a picture to at most 256 colours, which makes its PNG a
// third of the size: soft edges have many colours that nobody distinguishes, so
// the lowest bits go until the rest fits.
func paletted(img *image.RGBA) *image.Paletted {
	for bits := uint(0); ; bits++ {
		if p := reduce(img, bits); p != nil {
			return p
		}
	}
}

func reduce(img *image.RGBA, bits uint) *image.Paletted {
	p := image.NewPaletted(img.Bounds(), nil)
	index := map[color.RGBA]uint8{}
	for i := range p.Pix {
		o := img.Pix[i*4 : i*4+3]
		c := color.RGBA{coarse(o[0], bits), coarse(o[1], bits), coarse(o[2], bits), 255}
		at, ok := index[c]
		if !ok {
			if len(p.Palette) == 256 {
				return nil
			}
			at = uint8(len(p.Palette))
			index[c] = at
			p.Palette = append(p.Palette, c)
		}
		p.Pix[i] = at
	}
	return p
}

// coarse drops bits of a channel and keeps white white.
func coarse(v uint8, bits uint) uint8 {
	mask := uint8(1)<<bits - 1
	if v|mask == 255 {
		return 255
	}
	return v &^ mask
}
