package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/gallery"
	"tradewind.app/app/widget/input"
)

// TestWhatAPersonSetsOffIsGuarded: a crash in what a widget is for must not end the
// program, whichever widget it is.
func TestWhatAPersonSetsOffIsGuarded(t *testing.T) {
	caught := 0
	was := widget.Guard
	widget.Guard = func(do func()) {
		defer func() {
			if recover() != nil {
				caught++
			}
		}()
		do()
	}
	t.Cleanup(func() { widget.Guard = was })
	crash := func() { panic("crash") }
	key := func(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }
	line := func() *input.LineEntry {
		e := input.NewLineEntry()
		e.Submit, e.Escape, e.Accept = crash, crash, crash
		e.Step, e.Turn, e.Insert = func(int) { crash() }, func(int) { crash() }, func(int) { crash() }
		e.OnChanged = func(string) { crash() }
		return e
	}
	alt := func(name fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt}
	}
	for name, do := range map[string]func(){
		"an area":               func() { test.Tap(widget.NewArea(widget.Gap(0, 0), crash)) },
		"a button":              func() { test.Tap(widget.NewButton("Save", crash)) },
		"typing":                func() { line().TypedRune('a') },
		"Enter in a line":       func() { line().TypedKey(key(fyne.KeyReturn)) },
		"Esc in a line":         func() { line().TypedKey(key(fyne.KeyEscape)) },
		"another line":          func() { line().TypedKey(key(fyne.KeyDown)) },
		"a term by its number":  func() { line().TypedShortcut(alt("1")) },
		"another product":       func() { line().TypedShortcut(alt(fyne.KeyPageDown)) },
		"a field that is saved": func() { f := input.NewField(func(string) { crash() }); f.Text = "a"; f.FocusLost() },
		"a picture": func() {
			g := gallery.New("picture")
			g.SetPictures(make([]gallery.Picture, 2))
			g.OnCurrent = func(int) { crash() }
			g.TypedKey(key(fyne.KeyRight))
		},
	} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t)
			caught = 0
			if do(); caught == 0 {
				t.Error("nothing caught it")
			}
		})
	}
}
