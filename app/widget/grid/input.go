package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// mouseDown chooses a row: alone, with Ctrl or by its box in addition, with Shift
// from where the last one was chosen. Modifiers are reported here only.
func (b *body) mouseDown(e *desktop.MouseEvent) {
	widget.HideTip()
	g, row := b.g, b.rowAt(e.Position.Y)
	if row < 0 || e.Button == desktop.MouseButtonSecondary {
		return
	}
	key, ok := g.source.Key(row)
	if !ok {
		return
	}
	g.Focus()
	cell := g.columns.at(e.Position.X)
	b.before, b.pressed = b.pressed, place{row, cell, e.Modifier}
	switch {
	case e.Modifier&fyne.KeyModifierShift != 0:
		g.selection.Range(g.source, row)
	case cell < 0 || e.Modifier&fyne.KeyModifierShortcutDefault != 0:
		g.selection.Toggle(key)
	default:
		g.selection.Only(key)
	}
	g.setCurrent(row, max(cell, 0))
	g.selected()
}

// MouseUp is part of desktop.Mouseable.
func (b *body) MouseUp(*desktop.MouseEvent) {}

// place is a cell that was pressed, and the keys that were kept.
type place struct {
	row, cell int
	held      fyne.KeyModifier
}

// doubleTapped edits the cell, or opens the row. All rows are one object: two
// clicks soon after each other on two of them are reported as a double click on the
// first, and are none.
func (b *body) doubleTapped(e *fyne.PointEvent) {
	if b.before != b.pressed || b.pressed.held != 0 {
		return
	}
	if row := b.rowAt(e.Position.Y); row >= 0 && b.g.columns.at(e.Position.X) >= 0 {
		b.g.setCurrent(row, b.g.columns.at(e.Position.X))
		b.g.enter()
	}
}

// tappedSecondary shows the menu of the chosen rows. A row that is not chosen is
// chosen first.
func (b *body) tappedSecondary(e *fyne.PointEvent) {
	g, row := b.g, b.rowAt(e.Position.Y)
	key, ok := g.source.Key(max(row, 0))
	if row < 0 || !ok || g.OnMenu == nil {
		return
	}
	g.setCurrent(row, max(0, g.columns.at(e.Position.X)))
	if !g.selection.Has(key) {
		g.selection.Only(key)
		g.selected()
	}
	g.showMenu(e.AbsolutePosition)
}

// showMenu shows the menu of the current cell.
func (g *Grid) showMenu(at fyne.Position) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(g.body)
	if menu := g.OnMenu(g.row, g.currentColumn().Key); menu != nil && canvas != nil {
		fynewidget.ShowPopUpMenuAtPosition(menu, canvas, at)
	}
}

// menuByKey shows the menu below the current cell. As with the pointer, a row that is
// not chosen is chosen first.
func (g *Grid) menuByKey() {
	if g.row < 0 || g.key == "" || g.OnMenu == nil {
		return
	}
	g.shift = false // the menu gets the key that goes up
	if !g.selection.Has(g.key) {
		g.selection.Only(g.key)
		g.selected()
	}
	g.reveal()
	cell := fyne.NewPos(g.columns.lefts[g.cell], float32(g.row+1)*theme.RowHeight)
	g.showMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(g.body).Add(cell))
}

func (g *Grid) currentColumn() Column { return g.columns.all[g.columns.order[g.cell]] }

// FocusGained shows the ring.
func (b *body) FocusGained() { b.setFocus(true) }

// FocusLost hides it.
func (b *body) FocusLost() { b.setFocus(false) }

func (b *body) setFocus(on bool) {
	b.g.focused, b.g.shift = on, false
	if on && b.g.row < 0 && b.g.source.Len() > 0 {
		b.g.setCurrent(0, 0)
	}
	b.showFocus()
}

// TypedRune leaves letters to the window.
func (b *body) TypedRune(r rune) {
	b.g.shift = false // what opens by the letter gets the Shift that goes up
	widget.PassRune(b, r)
}

// KeyDown notes Shift: a typed key does not report it.
func (b *body) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		b.g.shift = true
	}
}

// KeyUp notes that Shift is up again.
func (b *body) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		b.g.shift = false
	}
}

// typedKey moves the current cell, chooses, edits and opens.
func (b *body) typedKey(e *fyne.KeyEvent) {
	g := b.g
	page := max(1, int(g.scroll.Size().Height/theme.RowHeight)-1)
	steps := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -g.source.Len(), fyne.KeyEnd: g.source.Len(),
	}
	if step, ok := steps[e.Name]; ok {
		g.step(step)
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		g.setCurrent(g.row, g.cell-1)
		g.reveal()
	case fyne.KeyRight:
		g.setCurrent(g.row, g.cell+1)
		g.reveal()
	case fyne.KeySpace:
		g.selection.Toggle(g.key)
		g.selected()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		g.enter()
	case fyne.KeyDelete:
		widget.RunGuarded(g.OnDelete)
	case desktop.KeyMenu:
		g.menuByKey()
	case fyne.KeyF10:
		if g.shift {
			g.menuByKey()
		}
	case fyne.KeyEscape:
		if g.selection.Len() == 0 {
			widget.PassKey(b, e)
		}
		g.ClearSelection()
	default:
		widget.PassKey(b, e)
	}
}

// step goes some rows up or down and chooses the row that it comes to; with Shift
// all up to it.
func (g *Grid) step(rows int) {
	g.MoveTo(g.row + rows)
	if g.row < 0 || g.key == "" {
		return
	}
	if g.shift {
		g.selection.Range(g.source, g.row)
	} else {
		g.selection.Only(g.key)
	}
	g.selected()
}

// typedShortcut chooses all rows, copies the chosen ones and pastes.
func (b *body) typedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		b.g.SelectAll()
	case *fyne.ShortcutCopy:
		b.g.CopyTo(s.Clipboard)
	case *fyne.ShortcutPaste:
		b.g.paste(s.Clipboard.Content())
	default:
		widget.PassShortcut(b, s)
	}
}

// MouseDown chooses a row.
func (b *body) MouseDown(e *desktop.MouseEvent) { widget.RunGuarded(func() { b.mouseDown(e) }) }

// DoubleTapped edits the cell, or opens the row.
func (b *body) DoubleTapped(e *fyne.PointEvent) { widget.RunGuarded(func() { b.doubleTapped(e) }) }

// TappedSecondary shows the menu of the chosen rows.
func (b *body) TappedSecondary(e *fyne.PointEvent) {
	widget.RunGuarded(func() { b.tappedSecondary(e) })
}

// TypedKey moves the current cell, chooses, edits and opens.
func (b *body) TypedKey(e *fyne.KeyEvent) { widget.RunGuarded(func() { b.typedKey(e) }) }

// TypedShortcut copies, pastes and chooses all.
func (b *body) TypedShortcut(s fyne.Shortcut) { widget.RunGuarded(func() { b.typedShortcut(s) }) }
