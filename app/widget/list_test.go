package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
)

func TestArrowsChooseInAList(t *testing.T) {
	at, asked := 1, 0
	l := NewList(func() int { return 3 }, func() fyne.CanvasObject { return NewText("Line") }, func(int, fyne.CanvasObject) {})
	l.Step = func(by int) { at += by }
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	c := test.NewTempWindow(t, l.Object()).Canvas()
	c.SetOnTypedRune(func(rune) { asked++ })
	c.Focus(l)
	if !l.ring.Visible() {
		t.Error("there is no ring around the list")
	}
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if l.TypedRune('?'); at != 2 || asked != 1 {
		t.Errorf("the line is %d, the window was asked %d times", at, asked)
	}
	c.Unfocus()
	if l.ring.Visible() {
		t.Error("the ring stays")
	}
}
