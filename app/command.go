package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tradewind.app/app/screen"
	"tradewind.app/app/view"
)

// command is something the window does when it is asked by a menu or a key. The
// menus, the keys and the list of keys are all made from these.
type command struct {
	code     string // of its word
	name     string // in place of code
	shortcut fyne.Shortcut
	do       func()
	bare     bool // works without a catalogue too
}

// with is a key pressed with Ctrl, or Cmd on macOS.
func with(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func (w *window) fileCommands() []command {
	return []command{
		{code: "menu-new", shortcut: with(fyne.KeyN), do: w.newFile, bare: true},
		{code: "menu-open", shortcut: with(fyne.KeyO), do: w.askOpen, bare: true},
		{code: "menu-save", shortcut: with(fyne.KeyS), do: w.save},
		{code: "menu-save-copy", do: w.saveCopy},
		{code: "menu-backup", do: w.backUp},
		{code: "menu-restore", do: w.restore},
		{code: "menu-review-page", do: w.makeReviewPage},
		{code: "menu-review-answers", do: w.askReviewAnswers},
		{code: "menu-close", do: w.closeFile},
	}
}

func (w *window) editCommands() []command {
	return []command{
		{code: "menu-undo", shortcut: &fyne.ShortcutUndo{}, do: func() { w.typed(&fyne.ShortcutUndo{}, w.undo) }},
		{code: "menu-redo", shortcut: &fyne.ShortcutRedo{}, do: w.redoTyped},
		{code: "menu-find", shortcut: with(fyne.KeyF), do: w.find},
	}
}

func (w *window) goCommands() []command {
	var list []command
	for i, p := range railPlaces() {
		digit := fyne.KeyName(fmt.Sprint(i + 1))
		list = append(list, command{code: p.code, shortcut: with(digit), do: func() { w.goTo(view.Target{Place: p.at}) }})
	}
	return append(list,
		command{code: "menu-back", shortcut: alt(fyne.KeyLeft), do: func() { w.step(-1) }},
		command{code: "menu-forward", shortcut: alt(fyne.KeyRight), do: func() { w.step(1) }},
	)
}

// hiddenCommands have a key, and their line in a menu is made elsewhere.
func (w *window) hiddenCommands() []command {
	redo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	list := []command{
		{code: "toolkit-quit", shortcut: with(fyne.KeyQ), do: w.quit, bare: true},
		{code: "menu-redo", shortcut: redo, do: w.redoTyped}, // as macOS and much of Linux have it
	}
	for key, at := range map[fyne.KeyName]view.Place{fyne.KeyI: view.ImportPlace, fyne.KeyE: view.ExportPlace, fyne.KeyL: view.LocalizePlace} {
		if p, ok := placeAt(at); ok {
			list = append(list, command{code: p.code, shortcut: with(key), do: func() { w.goTo(view.Target{Place: at}) }})
		}
	}
	return list
}

// typed gives a shortcut to the field that is being typed into, which has its
// own undo; without one it does what the window does. Other things take shortcuts
// too, and know no undo: the grid of products does.
func (w *window) typed(s fyne.Shortcut, otherwise func()) {
	type field interface {
		fyne.Shortcutable
		Undo()
	}
	if field, ok := w.win.Canvas().Focused().(field); ok {
		field.TypedShortcut(s)
		return
	}
	otherwise()
}

func (w *window) redoTyped() { w.typed(&fyne.ShortcutRedo{}, w.redo) }

// save keeps the edit in hand. The rest is kept already.
func (w *window) save() {
	if s, ok := w.current.(screen.Saver); ok && s.Dirty() {
		s.Save()
	}
}

func (w *window) find() { w.win.Canvas().Focus(w.top.search) }
