package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Dot is a round mark in a colour of the theme, which it follows.
type Dot struct {
	widget.BaseWidget

	color fyne.ThemeColorName
}

// NewDot makes a dot.
func NewDot(color fyne.ThemeColorName) *Dot {
	d := &Dot{color: color}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer makes the circle.
func (d *Dot) CreateRenderer() fyne.WidgetRenderer {
	r := &dotRenderer{WidgetRenderer: widget.NewSimpleRenderer(canvas.NewCircle(theme.Color(d.color))), dot: d}
	return r
}

type dotRenderer struct {
	fyne.WidgetRenderer
	dot *Dot
}

func (r *dotRenderer) MinSize() fyne.Size { return fyne.NewSize(dotSize, dotSize) }

func (r *dotRenderer) Refresh() {
	circle := r.Objects()[0].(*canvas.Circle)
	circle.FillColor = theme.Color(r.dot.color)
	circle.Refresh()
}
