package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tradewind.app/app/theme"
)

// plate is what lies behind something that is pressed, and over it: its colour, and the
// veil that shows where the pointer is.
type plate struct{ back, over *canvas.Rectangle }

func newPlate() plate {
	return plate{canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)}
}

// paint colours the plate.
func (p plate) paint(fill fyne.ThemeColorName, hovered bool) {
	p.back.FillColor, p.over.FillColor = theme.Color(fill), theme.Color(theme.Clear)
	if hovered {
		p.over.FillColor = theme.Color(fynetheme.ColorNameHover)
	}
}

func (p plate) refresh() {
	p.back.Refresh()
	p.over.Refresh()
}
