package input

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
)

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
