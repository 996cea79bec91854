package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// edge is a side of a part of the frame that has a line.
type edge uint8

const (
	rightSide edge = iota
	bottomSide
	topSide
)

// newSide draws a line along one side of a part of the frame.
func newSide(o fyne.CanvasObject, at edge) fyne.CanvasObject {
	return container.New(side{at}, o, widget.NewSurface(theme.Line, widget.Gap(1, 1)))
}

type side struct{ at edge }

func (s side) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	line := objects[1]
	switch s.at {
	case rightSide:
		line.Resize(fyne.NewSize(1, size.Height))
		line.Move(fyne.NewPos(size.Width-1, 0))
	case bottomSide:
		line.Resize(fyne.NewSize(size.Width, 1))
		line.Move(fyne.NewPos(0, size.Height-1))
	case topSide:
		line.Resize(fyne.NewSize(size.Width, 1))
	}
}

func (side) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
