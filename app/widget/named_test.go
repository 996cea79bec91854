package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

func TestFindGoesIntoWhatHoldsObjects(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	save, field := NewButton("Save", nil), NewSearchField("", nil)
	hidden := Named(NewButton("Hidden", nil), "hidden")
	hidden.Hide()
	root := container.NewVBox(
		NewCard(Column(theme.Space2, Named(save, "save"), hidden)),
		container.NewHScroll(container.NewClip(Named(field, "search"))),
	)
	if got := Find(root, "save"); got != fyne.CanvasObject(save) {
		t.Errorf("save is %v, want the button", got)
	}
	if got, want := Roles(root), []string{"save", "search"}; !slices.Equal(got, want) {
		t.Errorf("roles are %q, want %q", got, want)
	}
	if got := Find(root, "hidden"); got != nil {
		t.Errorf("found %v, which nobody can see", got)
	}
}

func TestFindLooksAtWhatLiesOverTheWindow(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	below, above := NewButton("below", nil), NewButton("above", nil)
	w := test.NewTempWindow(t, Named(below, "ok"))
	widget.NewModalPopUp(container.NewVBox(Named(above, "ok")), w.Canvas()).Show()
	if got := FindIn(w.Canvas(), "ok"); got != fyne.CanvasObject(above) {
		t.Error("the button below a question was found, want the one of the question")
	}
}

func TestSearchFieldIsEmptiedByEscape(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	var told []string
	left := 0
	f := NewSearchField("Search", func(words string) { told = append(told, words) })
	f.Leave = func() { left++ }
	test.NewTempWindow(t, f)
	test.Type(f, "杯")
	f.ShowWords("杯子")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if want := []string{"杯", ""}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if left != 1 {
		t.Errorf("left %d times, want once", left)
	}
}

func TestRailItemGoesByMouseAndKey(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	went := 0
	i := NewRailItem(a.Settings().Theme().Icon("home"), "Home", func() { went++ })
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
