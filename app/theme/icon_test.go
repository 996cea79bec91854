package theme

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

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
