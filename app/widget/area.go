package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Area makes something of whatever is on it that can be pressed: by a tap, or
// by Space or Enter where the focus is.
type Area struct {
	widget.BaseWidget

	Tap func()

	content  fyne.CanvasObject
	hint     func() string
	fill     fyne.ThemeColorName
	radius   float32
	disabled bool
	hovered  bool
	focused  bool
}

// NewArea makes an area that is clear but under the pointer.
func NewArea(content fyne.CanvasObject, tap func()) *Area {
	a := &Area{content: content, Tap: tap, fill: theme.Clear, radius: theme.ControlRadius}
	a.ExtendBaseWidget(a)
	return a
}

// Round gives the area's corners a radius and returns it.
func (a *Area) Round(radius float32) *Area {
	a.radius = radius
	return a
}

// Fill colours the area and returns it.
func (a *Area) Fill(name fyne.ThemeColorName) *Area {
	if a.fill != name {
		a.fill = name
		a.Refresh()
	}
	return a
}

// Allow lets the area be pressed, or not.
func (a *Area) Allow(pressed bool) *Area {
	a.disabled = !pressed
	return a
}

// Enable and Disable are part of fyne.Disableable: Tab passes a disabled area.
func (a *Area) Enable() { a.Allow(true) }

// Disable lets the area not be pressed.
func (a *Area) Disable() { a.Allow(false) }

// Disabled reports whether the area cannot be pressed.
func (a *Area) Disabled() bool { return a.disabled }

// Hint sets what is shown while the pointer rests on the area, and returns it.
func (a *Area) Hint(words func() string) *Area {
	a.hint = words
	return a
}

// Held informs Find what is on the area.
func (a *Area) Held() []fyne.CanvasObject { return []fyne.CanvasObject{a.content} }

// Tapped presses the area.
func (a *Area) Tapped(*fyne.PointEvent) {
	tips.Hide()
	if !a.disabled {
		RunGuarded(a.Tap)
	}
}

// MouseIn is part of desktop.Hoverable.
func (a *Area) MouseIn(e *desktop.MouseEvent) {
	a.hover(true)
	a.MouseMoved(e)
}

// MouseMoved is part of desktop.Hoverable.
func (a *Area) MouseMoved(*desktop.MouseEvent) {
	if a.hint != nil {
		hint(a, a.hint())
	}
}

// MouseOut is part of desktop.Hoverable.
func (a *Area) MouseOut() {
	a.hover(false)
	tips.leave(a)
}

func (a *Area) hover(on bool) {
	a.hovered = on
	a.Refresh()
}

// FocusGained shows the focus ring.
func (a *Area) FocusGained() {
	a.focus(true)
	Reveal(a)
}

// FocusLost hides it.
func (a *Area) FocusLost() { a.focus(false) }

func (a *Area) focus(on bool) {
	a.focused = on
	a.Refresh()
}

// TypedRune leaves letters to the window.
func (a *Area) TypedRune(r rune) { PassRune(a, r) }

// TypedKey presses the area by Space or Enter.
func (a *Area) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		a.Tapped(nil)
	default:
		PassKey(a, e)
	}
}

// CreateRenderer makes the area.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	r := &areaRenderer{a: a, plate: newPlate()}
	r.style()
	return r
}

type areaRenderer struct {
	plate
	a *Area
}

func (r *areaRenderer) style() {
	r.paint(r.a.fill, r.a.hovered && !r.a.disabled)
	r.back.CornerRadius, r.over.CornerRadius, r.over.StrokeWidth = r.a.radius, r.a.radius, 0
	if r.a.focused {
		r.over.StrokeColor, r.over.StrokeWidth = theme.Color(theme.Accent), 2
	}
}

func (r *areaRenderer) Layout(size fyne.Size) {
	for _, o := range r.Objects() {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (r *areaRenderer) MinSize() fyne.Size { return r.a.content.MinSize() }

func (r *areaRenderer) Refresh() {
	r.style()
	r.refresh()
	r.a.content.Refresh()
}

func (r *areaRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.a.content, r.over}
}
func (r *areaRenderer) Destroy() {}

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
func (g *Ground) Tapped(*fyne.PointEvent) { RunGuarded(g.tap) }

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

func (r *groundRenderer) Destroy() {}
