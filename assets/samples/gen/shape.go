package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed shapes.txt
var shapesText string

// A shape is a drawing of layers, painted in order on a board of 100 x 100
// with the origin at the top left. In shapes.txt
//
//	shape NAME #RRGGBB      begins one, with its colour where the product has none
//	use NAME                copies the layers of a shape above
//	fill COLOUR OUTLINE     paints an area
//	line COLOUR WIDTH OUTLINE
//
// A colour is base, dark, light, deep (the product's own and its shades),
// accent, ink, white, cream or #RRGGBB. An outline is
//
//	M x y L x y Q cx cy x y C ... Z    as in SVG, absolute
//	rect x y width height radius
//	oval x y xradius yradius
type shape struct {
	tint   string
	layers []layer
}

type layer struct {
	colour  string
	width   float32 // of a line; 0 fills the area
	outline []segment
}

// A segment is one step of an outline: M, L, Q, C with its points, or Z.
type segment struct {
	op byte
	at []float32
}

// loadShapes reads the drawings. Errors name the line.
func loadShapes() (map[string]*shape, error) {
	shapes := map[string]*shape{}
	var current *shape
	for i, line := range strings.Split(shapesText, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if words[0] == "shape" && len(words) == 3 {
			current = &shape{tint: words[2]}
			shapes[words[1]] = current
			continue
		}
		if current == nil {
			return nil, fmt.Errorf("shapes.txt:%d: a layer before the first shape", i+1)
		}
		if err := current.add(words, shapes); err != nil {
			return nil, fmt.Errorf("shapes.txt:%d: %w", i+1, err)
		}
	}
	return shapes, nil
}

func (s *shape) add(words []string, shapes map[string]*shape) error {
	switch {
	case words[0] == "use" && len(words) == 2:
		other, ok := shapes[words[1]]
		if !ok {
			return fmt.Errorf("no shape %q above", words[1])
		}
		s.layers = append(s.layers, other.layers...)
		return nil
	case words[0] == "fill" && len(words) > 2:
		return s.layer(words[1], 0, words[2:])
	case words[0] == "line" && len(words) > 3:
		width, err := strconv.ParseFloat(words[2], 32)
		if err != nil || width <= 0 {
			return fmt.Errorf("%q is no width", words[2])
		}
		return s.layer(words[1], float32(width), words[3:])
	}
	return fmt.Errorf("cannot read %q", strings.Join(words, " "))
}

func (s *shape) layer(colour string, width float32, words []string) error {
	outline, err := parseOutline(words)
	if err != nil {
		return err
	}
	s.layers = append(s.layers, layer{colour, width, outline})
	return nil
}

func parseOutline(words []string) ([]segment, error) {
	switch words[0] {
	case "rect", "oval":
		n, err := numbers(words[1:])
		if err != nil {
			return nil, err
		}
		if words[0] == "oval" && len(n) == 4 {
			return oval(n[0], n[1], n[2], n[3]), nil
		}
		if words[0] == "rect" && len(n) == 5 {
			return rect(n[0], n[1], n[2], n[3], n[4]), nil
		}
		return nil, fmt.Errorf("%s with %d numbers", words[0], len(n))
	}
	var path []segment
	for len(words) > 0 {
		op := words[0]
		want, ok := map[string]int{"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}[op]
		if !ok || len(words) <= want {
			return nil, fmt.Errorf("cannot read the outline from %q on", strings.Join(words, " "))
		}
		at, err := numbers(words[1 : 1+want])
		if err != nil {
			return nil, err
		}
		path = append(path, segment{op[0], at})
		words = words[1+want:]
	}
	return path, nil
}

func numbers(words []string) ([]float32, error) {
	ns := make([]float32, 0, len(words))
	for _, w := range words {
		n, err := strconv.ParseFloat(w, 32)
		if err != nil {
			return nil, fmt.Errorf("%q is no number", w)
		}
		ns = append(ns, float32(n))
	}
	return slices.Clip(ns), nil
}

// kappa puts a cubic curve within 0.03 % of a quarter circle.
const kappa = 0.5523

func oval(x, y, rx, ry float32) []segment {
	kx, ky := rx*kappa, ry*kappa
	return []segment{
		{'M', []float32{x + rx, y}},
		{'C', []float32{x + rx, y + ky, x + kx, y + ry, x, y + ry}},
		{'C', []float32{x - kx, y + ry, x - rx, y + ky, x - rx, y}},
		{'C', []float32{x - rx, y - ky, x - kx, y - ry, x, y - ry}},
		{'C', []float32{x + kx, y - ry, x + rx, y - ky, x + rx, y}},
		{'Z', nil},
	}
}

func rect(x, y, w, h, r float32) []segment {
	return []segment{
		{'M', []float32{x + r, y}},
		{'L', []float32{x + w - r, y}},
		{'Q', []float32{x + w, y, x + w, y + r}},
		{'L', []float32{x + w, y + h - r}},
		{'Q', []float32{x + w, y + h, x + w - r, y + h}},
		{'L', []float32{x + r, y + h}},
		{'Q', []float32{x, y + h, x, y + h - r}},
		{'L', []float32{x, y + r}},
		{'Q', []float32{x, y, x + r, y}},
		{'Z', nil},
	}
}
