package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts objects beside each other and goes on below where the width ends.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

// flow is the layout of Flow. How high it is depends on how wide it was made last;
// until it was made anything it is one line.
type flow struct {
	gap   float32
	width float32
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(objects, func(o fyne.CanvasObject, at fyne.Position, least fyne.Size) {
		o.Move(at)
		o.Resize(least)
	})
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	f.each(objects, func(_ fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		least.Width = max(least.Width, size.Width)
		least.Height = max(least.Height, at.Y+size.Height)
	})
	return least
}

func (f *flow) each(objects []fyne.CanvasObject, place func(o fyne.CanvasObject, at fyne.Position, least fyne.Size)) {
	var at fyne.Position
	line := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if at.X > 0 && f.width > 0 && at.X+least.Width > f.width {
			at = fyne.NewPos(0, at.Y+line+f.gap)
			line = 0
		}
		place(o, at, least)
		at.X += least.Width + f.gap
		line = max(line, least.Height)
	}
}
