package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What a person does to the rows of a grid is guarded: much is set off by it.

// MouseDown chooses a row.
func (b *gridBody) MouseDown(e *desktop.MouseEvent) { guarded(func() { b.mouseDown(e) }) }

// DoubleTapped edits the cell, or opens the row.
func (b *gridBody) DoubleTapped(e *fyne.PointEvent) { guarded(func() { b.doubleTapped(e) }) }

// TappedSecondary shows the menu of the chosen rows.
func (b *gridBody) TappedSecondary(e *fyne.PointEvent) { guarded(func() { b.tappedSecondary(e) }) }

// TypedKey moves the current cell, chooses, edits and opens.
func (b *gridBody) TypedKey(e *fyne.KeyEvent) { guarded(func() { b.typedKey(e) }) }

// TypedShortcut copies, pastes and chooses all.
func (b *gridBody) TypedShortcut(s fyne.Shortcut) { guarded(func() { b.typedShortcut(s) }) }
