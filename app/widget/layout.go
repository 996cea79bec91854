package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tradewind.app/app/theme"
)

// Row puts objects beside each other, each as wide as it must be and centred in
// height, with a gap between them. A Spring among them takes what is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	centred := make([]fyne.CanvasObject, len(objects))
	for i, o := range objects {
		centred[i] = o
		if _, spring := o.(layout.SpacerObject); !spring {
			centred[i] = container.New(CentredRow{}, o)
		}
	}
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), centred...)
}

// Column puts objects under each other, each as wide as the column.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Bordered is container.NewBorder with its parts in the order in which they are read,
// and Tab goes through them: there the middle is the first.
func Bordered(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	c := container.New(layout.NewBorderLayout(top, bottom, left, right))
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// Inset puts space around an object: above and below, left and right.
func Inset(vertical, horizontal float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(vertical, vertical, horizontal, horizontal), o)
}

// Spring takes the space that a Row or Column has left.
func Spring() fyne.CanvasObject { return layout.NewSpacer() }

// Gap is an empty space of a size.
func Gap(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// Fixed gives an object a width and a height; 0 leaves the object's own.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{width, height}, o)
}

// fixed is the layout of Fixed.
type fixed struct{ width, height float32 }

func (f fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (f fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	if f.width > 0 {
		least.Width = f.width
	}
	if f.height > 0 {
		least.Height = f.height
	}
	return least
}

// CentredRow gives an object all the width and centres it in height.
type CentredRow struct{}

// Layout implements fyne.Layout.
func (CentredRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // words have wrapped by now
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, (size.Height-height)/2))
	}
}

// MinSize implements fyne.Layout.
func (CentredRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// Columns are the widths of columns that are alike in many rows: one above 0 is
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
