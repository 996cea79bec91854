package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
)

// holding is the role of what has the keyboard.
func holding(w *window) string {
	role, _ := w.focusedRole(w.win.Canvas().Focused())
	return role
}

// give gives the keyboard to what has a role.
func give(t *testing.T, w *window, role string) {
	t.Helper()
	w.win.Canvas().Focus(widget.FocusableIn(widget.FindIn(w.win.Canvas(), role)))
	if got := holding(w); got != role {
		t.Fatalf("%q has the keyboard, want %q", got, role)
	}
}

// press presses a key where the keyboard is.
func press(w *window, name fyne.KeyName) {
	if f := w.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	w.key(&fyne.KeyEvent{Name: name})
}

func TestTabBeginsInTheScreen(t *testing.T) {
	w := shopWindow(t)
	w.goTo(view.Target{Place: view.ImportPlace})
	var got []string
	for range 3 {
		w.win.Canvas().(interface{ FocusNext() }).FocusNext()
		got = append(got, holding(w))
	}
	if got[0] != "import-step-file" || got[1] != "import-choose" || got[2] != "rail:home" {
		t.Errorf("Tab comes to %q, want the step, the button and then the rail", got)
	}
}

func TestWhatIsMadeAnewKeepsTheKeyboard(t *testing.T) {
	w, _ := productWindow(t)
	w.goTo(view.Target{Place: view.SettingsPlace})
	give(t, w, "settings:topic:units")
	was := w.win.Canvas().Focused()
	press(w, fyne.KeySpace)
	if now := w.win.Canvas().Focused(); holding(w) != "settings:topic:units" || now == was {
		t.Errorf("%q has the keyboard after its page was shown, as made before: %v", holding(w), now == was)
	}
}

func TestTheKeyboardGoesOnToWhatIsNext(t *testing.T) {
	w, _ := productWindow(t)
	title(t, w).SetText("Oak Tray")
	give(t, w, "product-discard")
	press(w, fyne.KeyReturn)
	if got := holding(w); got != "" {
		t.Errorf("%q has the keyboard where there is nothing to do next", got)
	}
	w.goTo(view.Target{Place: view.HistoryPlace})
	give(t, w, "history-undo")
	press(w, fyne.KeyReturn)
	if got := holding(w); got != "history-list" {
		t.Errorf("%q has the keyboard after undo, want the list", got)
	}
}

func TestKeysOfTheWindowWorkOnAButton(t *testing.T) {
	w, _ := productWindow(t)
	give(t, w, "product-next")
	w.win.Canvas().Focused().TypedRune('?')
	if widget.FindIn(w.win.Canvas(), "ask:close") == nil {
		t.Fatal("? does not show the keys")
	}
	w.win.Canvas().Focused().TypedRune('1')
	if got := w.route.here().Place; got != view.ProductPlace {
		t.Errorf("1 leads to %s below the list of keys", got)
	}
	press(w, fyne.KeyEscape)
	if widget.FindIn(w.win.Canvas(), "ask:close") != nil {
		t.Error("Esc does not close the list of keys")
	}
	give(t, w, "product-next")
	press(w, fyne.KeyPageDown)
	if got := title(t, w).Text; got != "Pine Soap" {
		t.Errorf("PageDown on a button shows %q", got)
	}
	w.win.Canvas().Focused().TypedRune('2')
	if got := w.route.here().Place; got != view.ProductsPlace {
		t.Errorf("2 on a button leads to %s", got)
	}
}

func TestLeavingSavesTheCell(t *testing.T) {
	w, _ := productWindow(t)
	w.goTo(view.Target{Place: view.ProductsPlace})
	grid := widget.FindIn(w.win.Canvas(), "products-grid").(*grid.Grid)
	grid.MoveToCell(0, "title")
	grid.Focus()
	press(w, fyne.KeyF2)
	test.Type(w.win.Canvas().Focused(), ", Dark")
	w.goTo(view.Target{Place: view.HomePlace})
	if p, err := w.session.Workspace.Product(t.Context(), "B-1"); err != nil || p.Title != "Oak Board, Dark" {
		t.Errorf("%v was saved, %v", p, err)
	}
	if n := len(w.win.Canvas().Overlays().List()); n > 0 || w.route.here().Place != view.HomePlace {
		t.Errorf("the window is at %s with %d entries over it", w.route.here().Place, n)
	}
}
