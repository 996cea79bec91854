package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
)

// Columns are the widths of columns that stand alike in many rows: one above 0 is
// a width, one below 0 a share of what is left.
type Columns []float32

// Row puts one object into each column, centred in height.
func (c Columns) Row(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(c, objects...)
}

// Layout implements fyne.Layout.
func (c Columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, shares := size.Width-theme.Space3*float32(len(c)-1), float32(0)
	for _, w := range c {
		if w > 0 {
			left -= w
		} else {
			shares -= w
		}
	}
	x := float32(0)
	for i, o := range objects {
		width := c[i]
		if width <= 0 {
			width = max(left, 0) * -width / shares
		}
		height := min(o.MinSize().Height, size.Height)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		x += width + theme.Space3
	}
}

// MinSize implements fyne.Layout: shares may shrink to nothing.
func (c Columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(theme.Space3*float32(len(c)-1), 0)
	for _, w := range c {
		least.Width += max(w, 0)
	}
	for _, o := range objects {
		least.Height = max(least.Height, o.MinSize().Height)
	}
	return least
}
