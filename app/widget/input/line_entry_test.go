package input

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/theme"
)

func TestLineEntryKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	e := NewLineEntry()
	var said []string
	e.Submit = func() { said = append(said, "submit") }
	e.Escape = func() { said = append(said, "escape") }
	e.Step = func(by int) { said = append(said, map[int]string{-1: "up", 1: "down"}[by]) }
	e.Insert = func(n int) { said = append(said, string(rune('0'+n))) }
	test.NewTempWindow(t, e).Resize(fyne.NewSize(300, 60))
	e.Put("abc")
	test.Type(e, "d")
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape} {
		e.TypedKey(&fyne.KeyEvent{Name: key})
	}
	e.Accept = func() { said = append(said, "accept") }
	e.Turn = func(by int) { said = append(said, map[int]string{-1: "back", 1: "next"}[by]) }
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key3, Modifier: fyne.KeyModifierAlt})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyPageUp, Modifier: fyne.KeyModifierAlt})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if e.Text != "abcd" || e.AcceptsTab() {
		t.Errorf("the text is %q", e.Text)
	}
	for _, want := range []string{"submit", "down", "escape", "3", "back", "accept"} {
		if !slices.Contains(said, want) {
			t.Errorf("said %q, want %q too", said, want)
		}
	}
}
