package app

import (
	"cmp"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view/settings"
)

// The window keeps its outline by the scale that the canvas has, which is not quite
// the one that was chosen: a maximised window would be cut off at the top and right.
func TestAScaleKeepsTheOutline(t *testing.T) {
	w := shopWindow(t)
	w.win.Resize(fyne.NewSize(1440, 882))
	canvas := w.win.Canvas().(test.WindowlessCanvas)
	for _, scale := range []float32{1.8, 1.3, 1, 2} { // of 175, 125, 100 and 200 %
		had := canvas.Scale()
		canvas.SetScale(scale)
		w.keepOutline(had)
		got := canvas.Size()
		if math.Abs(float64(got.Width*scale-1440)) > 1 || math.Abs(float64(got.Height*scale-882)) > 1 {
			t.Errorf("at scale %v the window is %v x %v pixels, want 1440 x 882", scale, got.Width*scale, got.Height*scale)
		}
	}
}

// A window that opens in a larger scale is no larger on the desk.
func TestTheFirstSizeFitsTheDeskInEachScale(t *testing.T) {
	w := testWindow(t)
	for _, kept := range [][]float64{nil, {500, 300}} {
		w.preferences.SetFloatList(keySize, kept)
		for percent, scale := range map[string]float32{"100": 1, "125": 1.25, "150": 1.5, "175": 1.75, "200": 2} {
			w.preferences.SetString(settings.PreferenceScale, percent)
			if s := w.preferences.size(); s.Width*scale > 1366 || s.Height*scale > 768 {
				t.Errorf("at %s%% with %v kept the window opens %v x %v pixels", percent, kept, s.Width*scale, s.Height*scale)
			}
		}
	}
}

// Who writes is called as they chose, in the history and on texts, at once.
func TestANameIsUsedAtOnce(t *testing.T) {
	w := shopWindow(t)
	account := w.session.Workspace.Author().By
	for _, name := range []string{"Ann Lee", ""} {
		w.preferences.SetPreference(settings.PreferenceName, name)
		if got, want := w.session.Workspace.Author().By, cmp.Or(name, account); got != want {
			t.Errorf("called %q, %q writes", name, got)
		}
	}
	w.preferences.SetPreference(settings.PreferenceName, "Ann Lee")
	if err := w.session.Workspace.SetSetting(t.Context(), "shop", "Harbor"); err != nil {
		t.Fatal(err)
	}
	for e, err := range w.session.Workspace.History(t.Context()) {
		if err != nil || e.By != "Ann Lee" {
			t.Errorf("the history has %+v, %v", e, err)
		}
		break
	}
}
