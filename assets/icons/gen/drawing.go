package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// drawing is an SVG of strokes, in the part of the format that the icons of the
// house are drawn with: path, rect and circle under one svg element.
type drawing struct {
	XMLName xml.Name
	ViewBox string  `xml:"viewBox,attr"`
	Width   float64 `xml:"stroke-width,attr"`
	Shapes  []shape `xml:",any"`
}

type shape struct {
	XMLName xml.Name
	Path    string  `xml:"d,attr"`
	CX      float64 `xml:"cx,attr"`
	CY      float64 `xml:"cy,attr"`
	R       float64 `xml:"r,attr"`
	X       float64 `xml:"x,attr"`
	Y       float64 `xml:"y,attr"`
	Width   float64 `xml:"width,attr"`
	Height  float64 `xml:"height,attr"`
	RX      float64 `xml:"rx,attr"`
}

func parseDrawing(svg []byte) (drawing, error) {
	var d drawing
	if err := xml.NewDecoder(bytes.NewReader(svg)).Decode(&d); err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return drawing{}, err
	}
	switch {
	case d.XMLName.Local != "svg":
		return drawing{}, fmt.Errorf("%s is not svg", d.XMLName.Local)
	case d.ViewBox == "", d.Width <= 0:
		return drawing{}, errors.New("svg without viewBox or stroke-width")
	case len(d.Shapes) == 0:
		return drawing{}, errors.New("svg without a shape")
	}
	return d, nil
}

// lines are the shape's lines, curves cut into straight pieces.
func (s shape) lines() ([]polyline, error) {
	switch s.XMLName.Local {
	case "path":
		return parsePath(s.Path)
	case "circle":
		return []polyline{rounded(s.CX-s.R, s.CY-s.R, 2*s.R, 2*s.R, s.R)}, nil
	case "rect":
		return []polyline{rounded(s.X, s.Y, s.Width, s.Height, s.RX)}, nil
	}
	return nil, fmt.Errorf("a shape %s", s.XMLName.Local)
}

// kappa is how far the handles of a quarter circle's Bézier curve reach, in radii.
const kappa = 0.5523

// rounded is a rectangle with round corners; one with a radius of half its sides
// is a circle.
func rounded(x, y, w, h, r float64) polyline {
	p := pen{}
	p.move(point{x + r, y})
	corner := func(from, at, to point) {
		p.line(from)
		k := func(a point) point { return point{a.x + (at.x-a.x)*kappa, a.y + (at.y-a.y)*kappa} }
		p.curve(k(from), k(to), to)
	}
	corner(point{x + w - r, y}, point{x + w, y}, point{x + w, y + r})
	corner(point{x + w, y + h - r}, point{x + w, y + h}, point{x + w - r, y + h})
	corner(point{x + r, y + h}, point{x, y + h}, point{x, y + h - r})
	corner(point{x, y + r}, point{x, y}, point{x + r, y})
	p.close()
	return p.done[0]
}

// parsePath reads the commands M, L, H, V, C and Z, all absolute.
func parsePath(d string) ([]polyline, error) {
	var p pen
	for d = strings.TrimSpace(d); d != ""; {
		command := d[0]
		end := strings.IndexAny(d[1:], "MLHVCZ") + 1
		if end == 0 {
			end = len(d)
		}
		values, err := numbers(d[1:end])
		if err != nil {
			return nil, err
		}
		if err := p.do(command, values); err != nil {
			return nil, err
		}
		d = d[end:]
	}
	p.lift()
	return p.done, nil
}

func numbers(s string) ([]float64, error) {
	var values []float64
	for field := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' }) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil, fmt.Errorf("path: %w", err)
		}
		values = append(values, v)
	}
	return values, nil
}

// pen draws polylines.
type pen struct {
	done []polyline
	now  polyline
}

func (p *pen) do(command byte, v []float64) error {
	wants := map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'Z': 0}
	n, known := wants[command]
	switch {
	case !known:
		return fmt.Errorf("path: command %q", command)
	case len(v) != n && (command != 'C' || len(v) == 0 || len(v)%n != 0):
		return fmt.Errorf("path: command %c with %d numbers", command, len(v))
	case command != 'M' && len(p.now.points) == 0:
		return fmt.Errorf("path: command %c before M", command)
	}
	switch command {
	case 'M':
		p.move(point{v[0], v[1]})
	case 'L':
		p.line(point{v[0], v[1]})
	case 'H':
		p.line(point{v[0], p.now.last().y})
	case 'V':
		p.line(point{p.now.last().x, v[0]})
	case 'Z':
		p.close()
	case 'C':
		for ; len(v) > 0; v = v[n:] {
			p.curve(point{v[0], v[1]}, point{v[2], v[3]}, point{v[4], v[5]})
		}
	}
	return nil
}

func (p *pen) move(to point) {
	p.lift()
	p.now.points = []point{to}
}

// line adds a point, unless the pen is there already.
func (p *pen) line(to point) {
	if p.now.last() != to {
		p.now.points = append(p.now.points, to)
	}
}

// curve draws a cubic Bézier curve in pieces that cannot be distinguished from it at the
// sizes of an icon.
func (p *pen) curve(c1, c2, to point) {
	const pieces = 12
	from := p.now.last()
	for i := 1; i <= pieces; i++ {
		t := float64(i) / pieces
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.line(point{a*from.x + b*c1.x + c*c2.x + d*to.x, a*from.y + b*c1.y + c*c2.y + d*to.y})
	}
}

func (p *pen) close() {
	p.now.closed = true
	p.lift()
}

func (p *pen) lift() {
	if len(p.now.points) > 1 {
		p.done = append(p.done, p.now)
	}
	p.now = polyline{}
}
