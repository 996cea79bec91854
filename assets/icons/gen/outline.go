package main

import (
	"fmt"
	"math"
	"strings"
)

// outline turns a drawing of strokes into one of filled areas that looks the same.
// Icons are drawn with strokes, because a stroke is what their family shares; but
// Fyne colours fills alone (internal/svg, Colorize of v2.7.1) and leaves a stroke
// black. Ends and corners are round.
func outline(svg []byte) ([]byte, error) {
	d, err := parseDrawing(svg)
	if err != nil {
		return nil, err
	}
	var out strings.Builder
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s"><path d="`, d.ViewBox)
	for _, s := range d.Shapes {
		lines, err := s.lines()
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			for _, c := range l.thicken(d.Width / 2) {
				c.write(&out)
			}
		}
	}
	out.WriteString(`"/></svg>` + "\n")
	return []byte(out.String()), nil
}

type point struct{ x, y float64 }

func (p point) towards(angle, distance float64) point {
	return point{p.x + distance*math.Cos(angle), p.y + distance*math.Sin(angle)}
}

// polyline is a line of straight pieces, no two neighbouring points the same.
type polyline struct {
	points []point
	closed bool
}

func (l polyline) last() point {
	if len(l.points) == 0 {
		return point{}
	}
	return l.points[len(l.points)-1]
}

// contour is the edge of an area, closed. Areas are filled where the contours do
// not wind around to zero.
type contour []point

func (c contour) write(out *strings.Builder) {
	for i, p := range c {
		mark := "L"
		if i == 0 {
			mark = "M"
		}
		fmt.Fprintf(out, "%s%.3f %.3f", mark, p.x, p.y)
	}
	out.WriteString("Z")
}

// thicken returns the edge of what a round pen of radius r covers: for an open line
// one contour, there on one side and back on the other; for a closed one two of
// opposite direction, so that the inside stays empty.
func (l polyline) thicken(r float64) []contour {
	there, back := l.points, make([]point, len(l.points))
	for i, p := range there {
		back[len(back)-1-i] = p
	}
	if l.closed {
		if n := len(there); there[0] == there[n-1] {
			there, back = there[1:], back[1:]
		}
		return []contour{side(there, r, true), side(back, r, true)}
	}
	return []contour{append(side(there, r, false), side(back, r, false)...)}
}

// side walks along points and returns the edge on the left. Of an open line the
// last point gets a round end, and the first none: the way back gives it one.
func side(points []point, r float64, closed bool) contour {
	n := len(points)
	var c contour
	heading := func(i int) float64 {
		a, b := points[i%n], points[(i+1)%n]
		return math.Atan2(b.y-a.y, b.x-a.x)
	}
	turn := func(p point, from, to float64) {
		c = append(c, corner(p, from, to, r)...)
	}
	if closed {
		for i := range n {
			turn(points[(i+1)%n], heading(i), heading(i+1))
		}
		return c
	}
	c = append(c, points[0].towards(heading(0)-math.Pi/2, r))
	for i := 1; i < n-1; i++ {
		turn(points[i], heading(i-1), heading(i))
	}
	end := heading(n - 2)
	turn(points[n-1], end, end+math.Pi*0.9999)
	return c
}

// corner is the edge at a point where the line turns: an arc on the outside of the
// turn, and on the inside the two edges as they meet, whose overlap is filled too.
func corner(p point, from, to, r float64) contour {
	turn := math.Remainder(to-from, 2*math.Pi)
	const step = math.Pi / 12
	if turn < 0 || turn < step/2 {
		return contour{p.towards(from-math.Pi/2, r), p.towards(to-math.Pi/2, r)}
	}
	pieces := int(math.Ceil(turn / step))
	c := make(contour, 0, pieces+1)
	for i := range pieces + 1 {
		c = append(c, p.towards(from-math.Pi/2+turn*float64(i)/float64(pieces), r))
	}
	return c
}
