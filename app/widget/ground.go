package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Ground lies behind something that the pointer presses. Tab passes it, unlike an Area:
// the keyboard comes there another way, such as by arrow keys.
type Ground struct {
	widget.BaseWidget

	tap     func()
	fill    fyne.ThemeColorName
	hovered bool
}

// NewGround makes a ground that is clear but under the pointer.
func NewGround(tap func()) *Ground {
	g := &Ground{tap: tap, fill: theme.Clear}
	g.ExtendBaseWidget(g)
	return g
}

// Fill colours the ground.
func (g *Ground) Fill(name fyne.ThemeColorName) {
	if g.fill != name {
		g.fill = name
		g.Refresh()
	}
}

// Tapped presses what lies on the ground.
func (g *Ground) Tapped(*fyne.PointEvent) { guarded(g.tap) }

// MouseIn shows that the pointer is over it.
func (g *Ground) MouseIn(*desktop.MouseEvent) { g.hover(true) }

// MouseMoved is part of desktop.Hoverable.
func (g *Ground) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has left.
func (g *Ground) MouseOut() { g.hover(false) }

func (g *Ground) hover(on bool) {
	g.hovered = on
	g.Refresh()
}

// CreateRenderer makes the ground.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g: g, plate: newPlate()}
	r.paint(g.fill, g.hovered)
	return r
}

type groundRenderer struct {
	plate
	g *Ground
}

func (r *groundRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.over.Resize(size)
}

func (r *groundRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *groundRenderer) Refresh() {
	r.paint(r.g.fill, r.g.hovered)
	r.refresh()
}

func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.over} }
func (r *groundRenderer) Destroy()                     {}
