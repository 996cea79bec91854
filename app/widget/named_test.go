package widget_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

func TestFindGoesIntoWhatHoldsObjects(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	save, field := widget.NewButton("Save", nil), input.NewSearchField("", nil)
	hidden := widget.Named(widget.NewButton("Hidden", nil), "hidden")
	hidden.Hide()
	root := container.NewVBox(
		widget.NewCard(widget.Column(theme.Space2, widget.Named(save, "save"), hidden)),
		container.NewHScroll(container.NewClip(widget.Named(field, "search"))),
	)
	if got := widget.Find(root, "save"); got != fyne.CanvasObject(save) {
		t.Errorf("save is %v, want the button", got)
	}
	if got, want := widget.Roles(root), []string{"save", "search"}; !slices.Equal(got, want) {
		t.Errorf("roles are %q, want %q", got, want)
	}
	if got := widget.Find(root, "hidden"); got != nil {
		t.Errorf("found %v, which nobody can see", got)
	}
}

func TestFindLooksAtWhatLiesOverTheWindow(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	below, above := widget.NewButton("below", nil), widget.NewButton("above", nil)
	w := test.NewTempWindow(t, widget.Named(below, "ok"))
	fynewidget.NewModalPopUp(container.NewVBox(widget.Named(above, "ok")), w.Canvas()).Show()
	if got := widget.FindIn(w.Canvas(), "ok"); got != fyne.CanvasObject(above) {
		t.Error("the button below a question was found, want the one of the question")
	}
}

func TestRailItemGoesByMouseAndKey(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	went := 0
	i := widget.NewRailItem(a.Settings().Theme().Icon("home"), "Home", func() { went++ })
	test.NewTempWindow(t, i)
	wide := i.MinSize().Width
	test.Tap(i)
	i.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if went != 2 {
		t.Errorf("went %d times, want 2", went)
	}
	i.SetNarrow(true)
	if got := i.MinSize().Width; got >= wide {
		t.Errorf("narrow it is %v wide, want less than %v", got, wide)
	}
}
