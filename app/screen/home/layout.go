package home

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
)

// pane is the room that a screen is in. What is scrolled is asked how high it is
// before it is given how wide it will be, so layouts that break ask the pane.
type pane struct{ width float32 }

// Layout implements fyne.Layout.
func (p *pane) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	objects[0].Resize(size)
}

// MinSize implements fyne.Layout.
func (p *pane) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// within is the width that is left inside the insets at both sides.
func (p *pane) within() float32 { return p.width - 2*theme.Space6 }

// abreast puts objects of the same width beside each other, as many as the pane lets
// be least wide but no more than most, and what is left over in rows below.
type abreast struct {
	in    *pane
	least float32
	most  int
}

func (a abreast) columns() int {
	return min(a.most, max(1, int((a.in.within()+theme.Space4)/(a.least+theme.Space4))))
}

// Layout implements fyne.Layout.
func (a abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := a.columns()
	width := (size.Width - theme.Space4*float32(n-1)) / float32(n)
	y := float32(0)
	for len(objects) > 0 {
		row := objects[:min(n, len(objects))]
		height := highest(row)
		for i, o := range row {
			o.Move(fyne.NewPos(float32(i)*(width+theme.Space4), y))
			o.Resize(fyne.NewSize(width, height))
		}
		objects, y = objects[len(row):], y+height+theme.Space4
	}
}

// MinSize implements fyne.Layout.
func (a abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	n, height := a.columns(), -theme.Space4
	for len(objects) > 0 {
		row := objects[:min(n, len(objects))]
		objects, height = objects[len(row):], height+highest(row)+theme.Space4
	}
	return fyne.NewSize(0, max(0, height))
}

func highest(objects []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// sidesOrBelow is sides or, in a pane that is too narrow for it, the one above the
// other.
type sidesOrBelow struct {
	in    *pane
	least float32
}

func (s sidesOrBelow) layout() fyne.Layout {
	if s.in.within() >= s.least {
		return screen.Sides{}
	}
	return abreast{in: s.in, most: 1}
}

// Layout implements fyne.Layout.
func (s sidesOrBelow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.layout().Layout(objects, size)
}

// MinSize implements fyne.Layout.
func (s sidesOrBelow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return s.layout().MinSize(objects)
}
