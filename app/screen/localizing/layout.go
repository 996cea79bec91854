package localizing

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
)

// besideOrBelow puts the second object at the right of the first or, where that would
// leave the first less than least, below it. How high it is depends on how wide it was
// made last.
type besideOrBelow struct {
	least float32
	width float32
}

func (b *besideOrBelow) isBelow(second fyne.CanvasObject) bool {
	return b.width > 0 && b.width-second.MinSize().Width-theme.Space3 < b.least
}

// Layout implements fyne.Layout.
func (b *besideOrBelow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	first, second := objects[0], objects[1]
	least := second.MinSize()
	first.Move(fyne.NewPos(0, 0))
	if b.isBelow(second) {
		first.Resize(fyne.NewSize(size.Width, first.MinSize().Height))
		second.Move(fyne.NewPos(0, first.MinSize().Height+theme.Space2)) // how high the first is shows only now
		second.Resize(fyne.NewSize(min(least.Width, size.Width), least.Height))
		return
	}
	first.Resize(fyne.NewSize(size.Width-least.Width-theme.Space3, size.Height))
	second.Move(fyne.NewPos(size.Width-least.Width, 0))
	second.Resize(fyne.NewSize(least.Width, size.Height))
}

// MinSize implements fyne.Layout.
func (b *besideOrBelow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	if b.isBelow(objects[1]) {
		return fyne.NewSize(0, first.Height+theme.Space2+second.Height)
	}
	return fyne.NewSize(0, max(first.Height, second.Height))
}
