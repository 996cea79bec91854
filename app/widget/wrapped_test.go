package widget

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
)

// fixedWidth gives each character a width of 10.
func fixedWidth(s string) float32 { return 10 * float32(len([]rune(s))) }

func TestFitting(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      float32
		want       string
	}{
		{"between words, its space with it", "soft warm light", 100, "soft warm "},
		{"a space at the end needs no room", "soft warm", 40, "soft "},
		{"a word that is too wide is cut", "softness", 40, "soft"},
		{"Chinese breaks anywhere", "柔和橡木台灯", 40, "柔和橡木"},
		{"but not before what closes", "柔和橡木，台灯", 40, "柔和橡"},
		{"a line longer than most", strings.Repeat("softness ", 40), 1000, strings.Repeat("softness ", 11)},
		{"nothing", "", 40, ""},
		{"between Chinese and Latin", "橡木oak台灯", 40, "橡木"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.text[:fitting(tt.text, tt.width, fixedWidth)]; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestWrappedIsAsHighAsItSays(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	w := NewWrapped("One line\nand a second one that is long enough to need more of them than two")
	line := w.HeightAt(10000) / 2
	if got := w.HeightAt(120); got < 4*line {
		t.Errorf("%v high at 120, want at least four lines of %v", got, line)
	}
	w.Set("One two three", 4)
	test.NewTempWindow(t, w).Resize(fyne.NewSize(400, 100))
	var texts []string
	grounds := 0
	for _, o := range test.WidgetRenderer(w).Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			texts = append(texts, o.Text)
		case *canvas.Rectangle:
			grounds++
		}
	}
	if !slices.Equal(texts, []string{"One ", "two three"}) || grounds != 1 {
		t.Errorf("drawn are %q on %d grounds", texts, grounds)
	}
}
