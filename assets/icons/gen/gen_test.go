package main

import (
	"bytes"
	"image"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// names lists the icons that are drawn.
func names(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("strokes/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no icon is drawn (%v): nothing was checked", err)
	}
	list := make([]string, len(files))
	for i, f := range files {
		list[i] = strings.TrimSuffix(filepath.Base(f), ".svg")
	}
	return list
}

// TestIconsAreGenerated: what ships is what the strokes come to.
func TestIconsAreGenerated(t *testing.T) {
	folder := t.TempDir()
	if err := generate("strokes", folder); err != nil {
		t.Fatal(err)
	}
	for _, name := range names(t) {
		want, err := os.ReadFile(filepath.Join(folder, name+".svg"))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join("..", name+".svg")); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what its strokes come to (%v): run go generate ./assets", name, err)
		}
	}
}

// TestIconsAreOneFamily: the same frame, the same stroke.
func TestIconsAreOneFamily(t *testing.T) {
	for _, name := range names(t) {
		d := drawingOf(t, name)
		if got, want := d.ViewBox, "0 0 24 24"; got != want {
			t.Errorf("%s: viewBox = %q, want %q", name, got, want)
		}
		if got, want := d.Width, 1.75; got != want {
			t.Errorf("%s: stroke-width = %v, want %v", name, got, want)
		}
	}
}

func drawingOf(t *testing.T, name string) drawing {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("strokes", name+".svg"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := parseDrawing(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// TestIconsAreTheirStrokes paints each icon with Fyne and asks each pixel: those
// within half a stroke of a line are filled, the others are empty.
// Pixels at the edge may be anything.
func TestIconsAreTheirStrokes(t *testing.T) {
	const scale = 4 // pixels to one unit of the drawing
	test.NewTempApp(t)
	for _, name := range names(t) {
		painted := paint(t, name, 24*scale)
		d := drawingOf(t, name)
		wrong := 0
		for y := range 24 * scale {
			for x := range 24 * scale {
				far := distance(t, d, point{(float64(x) + 0.5) / scale, (float64(y) + 0.5) / scale})
				_, _, _, got := painted.At(x, y).RGBA()
				if far < d.Width/2-0.3 && got < 0xC000 || far > d.Width/2+0.3 && got > 0x4000 {
					wrong++
				}
			}
		}
		if wrong > 0 {
			t.Errorf("%s: %d pixels are not as drawn", name, wrong)
		}
	}
}

// paint paints an icon as it ships.
func paint(t *testing.T, name string, size int) image.Image {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", name+".svg"))
	if err != nil {
		t.Fatal(err)
	}
	i := canvas.NewImageFromResource(fyne.NewStaticResource(name+".svg", data))
	i.FillMode = canvas.ImageFillContain
	i.Resize(fyne.NewSquareSize(float32(size)))
	i.Refresh()
	if i.Image == nil {
		t.Fatalf("%s was not painted", name)
	}
	return i.Image
}

// distance is how far p is from the nearest line of the drawing.
func distance(t *testing.T, d drawing, p point) float64 {
	t.Helper()
	nearest := math.Inf(1)
	for _, s := range d.Shapes {
		lines, err := s.lines()
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			points := l.points
			if l.closed {
				points = append(slices.Clone(points), points[0])
			}
			for i := range points[1:] {
				nearest = min(nearest, toPiece(p, points[i], points[i+1]))
			}
		}
	}
	return nearest
}

func toPiece(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	along := 0.0
	if square := dx*dx + dy*dy; square > 0 {
		along = min(1, max(0, ((p.x-a.x)*dx+(p.y-a.y)*dy)/square))
	}
	return math.Hypot(p.x-a.x-along*dx, p.y-a.y-along*dy)
}

func TestOutlineRefusesWhatItCannotDraw(t *testing.T) {
	head := `<svg viewBox="0 0 24 24" stroke-width="1.75">`
	tests := map[string]string{
		"empty":             "",
		"not svg":           "<html/>",
		"cut":               head + `<path d="M1 1L2 2"/>`,
		"no width":          `<svg viewBox="0 0 24 24"><path d="M1 1L2 2"/></svg>`,
		"no shape":          head + "</svg>",
		"another shape":     head + `<text/></svg>`,
		"relative command":  head + `<path d="m1 1l2 2"/></svg>`,
		"too few numbers":   head + `<path d="M1 1L2"/></svg>`,
		"half a curve":      head + `<path d="M1 1C1 2 3"/></svg>`,
		"line from nowhere": head + `<path d="L2 2"/></svg>`,
		"not a number":      head + `<path d="M1 x"/></svg>`,
	}
	for name, svg := range tests {
		t.Run(name, func(t *testing.T) {
			if got, err := outline([]byte(svg)); err == nil {
				t.Errorf("outline = %s, want an error", got)
			}
		})
	}
}
