package theme

import (
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

const iconFolder = "../../assets/icons"

func useIcons(t *testing.T) {
	t.Helper()
	before := icons
	t.Cleanup(func() { icons = before })
	icons = map[IconName]fyne.Resource{}
	if err := UseIcons(os.DirFS(iconFolder)); err != nil {
		t.Fatal(err)
	}
}

// named lists the icons that icon.go names.
func named(t *testing.T) []string {
	t.Helper()
	source, err := os.ReadFile("icon.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, found := range regexp.MustCompile(`IconName = "([a-z-]+)"`).FindAllSubmatch(source, -1) {
		names = append(names, string(found[1]))
	}
	if len(names) == 0 {
		t.Fatal("icon.go names no icon: nothing was checked")
	}
	return names
}

func TestEveryIconHasAFile(t *testing.T) {
	files, err := filepath.Glob(iconFolder + "/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	var drawn []string
	for _, f := range files {
		drawn = append(drawn, strings.TrimSuffix(filepath.Base(f), ".svg"))
	}
	slices.Sort(drawn)
	if got, want := drawn, named(t); !slices.Equal(got, want) {
		t.Errorf("drawn: %v\nnamed: %v", got, want)
	}
}

// TestIconsAreOneFamily: the same frame, the same stroke.
func TestIconsAreOneFamily(t *testing.T) {
	for _, name := range named(t) {
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
	data, err := os.ReadFile(filepath.Join(iconFolder, name+".svg"))
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
// within half a stroke of a line are of the icon's colour, the others are empty.
// Pixels at the edge may be anything.
func TestIconsAreTheirStrokes(t *testing.T) {
	const scale = 4 // pixels to one unit of the drawing
	test.NewTempApp(t)
	test.ApplyTheme(t, &Theme{Mode: Light})
	useIcons(t)
	for _, name := range named(t) {
		painted := paint(t, IconIn(IconName(name), Accent), 24*scale)
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

func paint(t *testing.T, r fyne.Resource, size int) image.Image {
	t.Helper()
	i := canvas.NewImageFromResource(r)
	i.FillMode = canvas.ImageFillContain
	i.Resize(fyne.NewSquareSize(float32(size)))
	i.Refresh()
	if i.Image == nil {
		t.Fatalf("%s was not painted", r.Name())
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

func TestIconsTakeColours(t *testing.T) {
	test.NewTempApp(t)
	shown := &Theme{Mode: Dark}
	test.ApplyTheme(t, shown)
	useIcons(t)
	for _, name := range []fyne.ThemeColorName{Ink, Accent, Bad} {
		painted := paint(t, IconIn(IconMinus, name), 96)
		got := color.NRGBAModel.Convert(painted.At(48, 48))
		if want := color.NRGBAModel.Convert(shown.Color(name, 0)); got != want {
			t.Errorf("%s: middle of minus = %v, want %v", name, got, want)
		}
	}
}

func TestIconThatIsNotThereIsSeen(t *testing.T) {
	test.NewTempApp(t)
	if got := Icon("no-such-icon"); got == nil || !strings.Contains(got.Name(), "broken") {
		t.Errorf("Icon = %v, want Fyne's broken image", got)
	}
}

func TestUseIconsRefusesWhatItCannotDraw(t *testing.T) {
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
			err := UseIcons(fstest.MapFS{"odd.svg": {Data: []byte(svg)}})
			if err == nil || !strings.Contains(err.Error(), "odd.svg") {
				t.Errorf("UseIcons = %v, want an error that names the file", err)
			}
		})
	}
}

// TestIconSheet writes all icons in two sizes to ICON_SHEET.png, to be looked at.
func TestIconSheet(t *testing.T) {
	to := os.Getenv("ICON_SHEET")
	if to == "" {
		t.Skip("no picture written: ICON_SHEET names no file")
	}
	test.NewTempApp(t)
	shown := &Theme{Mode: Light}
	test.ApplyTheme(t, shown)
	useIcons(t)
	grid := container.New(layout.NewGridLayout(10))
	for _, name := range named(t) {
		for _, size := range []float32{IconSize, 2 * IconSize} {
			i := canvas.NewImageFromResource(IconIn(IconName(name), Muted))
			i.SetMinSize(fyne.NewSquareSize(size))
			grid.Add(container.NewCenter(container.New(layout.NewCustomPaddedLayout(8, 8, 8, 8), i)))
		}
	}
	sheet := software.Render(grid, shown)
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, sheet); err != nil {
		t.Fatal(err)
	}
}
