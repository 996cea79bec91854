package app

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/screen"
	"tradewind.app/app/widget"
)

// keepFocus does something after which what had the keyboard may not be there any
// more: screens make their parts anew. The keyboard then goes to what has the same
// role by now; where nothing has, to what the screen is about, or the one thing to do
// next. Otherwise it would stay with what nobody sees, and Tab would begin far away.
func (w *window) keepFocus(do func()) {
	if w.keeping {
		do()
		return
	}
	w.keeping = true
	defer func() { w.keeping = false }()
	c := w.win.Canvas()
	had := c.Focused()
	role, known := w.focusedRole(had)
	do()
	has := c.Focused()
	switch {
	case has == nil && w.orphan != nil: // a job that took it away may have ended
		w.focusHeir(*w.orphan)
		return
	case has == nil:
		return
	case has == had:
		if _, still := w.focusedRole(has); still || !known {
			return
		}
	case w.isShown(has):
		return
	default:
		role = "" // of what was closed meanwhile
	}
	c.Unfocus()
	w.focusHeir(role)
}

// focusedRole is the role of what has the keyboard, and whether it is in the window.
func (w *window) focusedRole(f fyne.Focusable) (role string, found bool) {
	if o, ok := f.(fyne.CanvasObject); ok {
		return widget.RoleOf(w.win.Canvas(), o)
	}
	return "", false
}

// focusHeir gives the keyboard on after something with a role is gone. Where nobody
// takes it that is remembered.
func (w *window) focusHeir(role string) {
	c := w.win.Canvas()
	w.orphan = nil
	if f := widget.FocusableIn(widget.FindIn(c, role)); role != "" && f != nil {
		c.Focus(f)
		return
	}
	if s, ok := w.current.(screen.Focuser); ok {
		s.Focus()
		return
	}
	if next := widget.PrimaryIn(w.body); next != nil {
		c.Focus(next)
		return
	}
	w.orphan = &role
}

// isShown reports whether something is in the window. Of what the toolkit's widgets
// are made of it is known by its place: what was taken out has none any more, and
// nothing that takes the keyboard is in the very corner. What was never drawn was
// only put in just now.
func (w *window) isShown(f fyne.Focusable) bool {
	if _, found := w.focusedRole(f); found {
		return true
	}
	driver := fyne.CurrentApp().Driver()
	o, ok := f.(fyne.CanvasObject)
	return ok && (driver.CanvasForObject(o) == nil || !driver.AbsolutePositionForObject(o).IsZero())
}
