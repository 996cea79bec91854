package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
)

// places are where objects are and how wide.
func places(objects ...fyne.CanvasObject) [][3]float32 {
	var list [][3]float32
	for _, o := range objects {
		list = append(list, [3]float32{o.Position().X, o.Position().Y, o.Size().Width})
	}
	return list
}

func TestColumnsShareWhatIsLeft(t *testing.T) {
	test.NewTempApp(t)
	tests := map[string]struct {
		columns Columns
		width   float32
		want    [][3]float32
	}{
		"fixed":           {Columns{50, 70}, 300, [][3]float32{{0, 5, 50}, {50 + theme.Space3, 5, 70}}},
		"one share":       {Columns{50, -1}, 200 + theme.Space3, [][3]float32{{0, 5, 50}, {50 + theme.Space3, 5, 150}}},
		"shares":          {Columns{-1, -3}, 400 + theme.Space3, [][3]float32{{0, 5, 100}, {100 + theme.Space3, 5, 300}}},
		"nothing is left": {Columns{50, -1}, 40, [][3]float32{{0, 5, 50}, {50 + theme.Space3, 5, 0}}},
	}
	for name, tt := range tests {
		a, b := Gap(10, 20), Gap(10, 20)
		row := tt.columns.Row(a, b)
		row.Resize(fyne.NewSize(tt.width, 30))
		if got := places(a, b); !slices.Equal(got, tt.want) {
			t.Errorf("%s: places = %v, want %v", name, got, tt.want)
		}
	}
	if got, want := (Columns{50, -1}).Row(Gap(10, 20), Gap(10, 30)).MinSize(), fyne.NewSize(50+theme.Space3, 30); got != want {
		t.Errorf("it needs %v, want %v: a share may shrink to nothing", got, want)
	}
}

func TestFlowGoesOnBelow(t *testing.T) {
	test.NewTempApp(t)
	a, b, hidden, c := Gap(60, 20), Gap(60, 30), Gap(500, 20), Gap(60, 20)
	hidden.Hide()
	row := Flow(10, a, b, hidden, c)
	if got, want := row.MinSize().Height, float32(30); got != want {
		t.Errorf("before it was made it is %v high, want one line of %v", got, want)
	}
	for width, want := range map[float32][][3]float32{
		200: {{0, 0, 60}, {70, 0, 60}, {140, 0, 60}},
		130: {{0, 0, 60}, {70, 0, 60}, {0, 40, 60}},
		129: {{0, 0, 60}, {0, 30, 60}, {0, 70, 60}},
	} {
		row.Resize(fyne.NewSize(width, 100))
		if got := places(a, b, c); !slices.Equal(got, want) {
			t.Errorf("%v wide: places = %v, want %v", width, got, want)
		}
	}
}

func TestBarSharesItsWidth(t *testing.T) {
	test.NewTempApp(t)
	b := NewBar(Share{Value: 1, Tone: Good}, Share{Value: 3, Tone: Wrong})
	r := test.WidgetRenderer(b)
	widths := func() (list []float32) {
		b.Resize(fyne.NewSize(200, 8))
		r.Layout(b.Size())
		for _, o := range r.Objects()[1:] {
			list = append(list, o.Size().Width)
		}
		return list
	}
	if got, want := widths(), []float32{50, 150}; !slices.Equal(got, want) {
		t.Errorf("shares are %v wide, want %v", got, want)
	}
	b.Set(8, Share{Value: 2})
	if got, want := widths(), []float32{50}; !slices.Equal(got, want) {
		t.Errorf("a share of another whole is %v wide, want %v", got, want)
	}
	b.Set(0, Share{Value: 0}, Share{Value: 0})
	if got, want := widths(), []float32{0, 0}; !slices.Equal(got, want) {
		t.Errorf("shares of nothing are %v wide, want %v", got, want)
	}
}

func TestSightsKnowWhatTheyAreIn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	inner := Named(Gap(20, 20), "inner")
	w := test.NewTempWindow(t, Named(Column(0, inner, Fixed(0, 10, Named(Gap(0, 0), "empty"))), "outer"))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(100, 100))
	found := Sights(w.Canvas())
	if len(found) < 2 || found[0].Role != "outer" || found[1].Role != "inner" || found[0].Within != -1 || found[1].Within != 0 {
		t.Fatalf("found %+v, want inner within outer", found)
	}
	inner.Hide()
	if found = Sights(w.Canvas()); len(found) > 1 && found[1].Role == "inner" {
		t.Error("what is hidden is seen")
	}
}
