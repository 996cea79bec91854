package screen

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/theme"
)

// Evenly gives its objects the same width, with 16 between them.
type Evenly struct{}

func (Evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	width := (size.Width - theme.Space4*(n-1)) / n
	for i, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(float32(i)*(width+theme.Space4), 0))
	}
}

func (Evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	n := float32(len(objects))
	return fyne.NewSize(least.Width*n+theme.Space4*(n-1), least.Height)
}

// Sides gives three fifths of the width to what is looked at and the rest to what
// is said about it, with 16 between them.
type Sides struct{}

func (Sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - theme.Space4) * 3 / 5
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width-theme.Space4, size.Height))
	objects[1].Move(fyne.NewPos(width+theme.Space4, 0))
}

func (Sides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	one, other := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(one.Width+other.Width+theme.Space4, max(one.Height, other.Height))
}

// Halves gives what is chosen from two fifths of the width and what it shows the
// rest, with 16 between them.
type Halves struct{}

func (Halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - theme.Space4) * 2 / 5
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width-theme.Space4, size.Height))
	objects[1].Move(fyne.NewPos(width+theme.Space4, 0))
}

func (Halves) MinSize(objects []fyne.CanvasObject) fyne.Size { return Sides{}.MinSize(objects) }
