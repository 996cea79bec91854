package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Surface is a filled area with an object on it. It follows the theme.
type Surface struct {
	widget.BaseWidget

	content fyne.CanvasObject
	fill    fyne.ThemeColorName
	line    fyne.ThemeColorName // empty: none
	radius  float32
	inset   [2]float32 // vertical, horizontal
}

// NewSurface fills an area behind an object, without a line around it.
func NewSurface(fill fyne.ThemeColorName, content fyne.CanvasObject) *Surface {
	s := &Surface{content: content, fill: fill}
	s.ExtendBaseWidget(s)
	return s
}

// NewCard makes a card: a surface with a line, a radius of 8 and 16 inside.
func NewCard(content fyne.CanvasObject) *Surface {
	return NewSurface(theme.Surface, content).Lined().Round(theme.CardRadius).Inside(theme.Space4, theme.Space4)
}

// Lined puts a line around the surface.
func (s *Surface) Lined() *Surface {
	s.line = theme.Line
	return s
}

// Round gives the surface's corners a radius.
func (s *Surface) Round(radius float32) *Surface {
	s.radius = radius
	return s
}

// Inside puts space between the surface's edge and its content.
func (s *Surface) Inside(vertical, horizontal float32) *Surface {
	s.inset = [2]float32{vertical, horizontal}
	return s
}

// Fill changes the colour.
func (s *Surface) Fill(name fyne.ThemeColorName) {
	if s.fill != name {
		s.fill = name
		s.Refresh()
	}
}

// CreateRenderer makes the area.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{s: s, area: canvas.NewRectangle(theme.Color(s.fill))}
	r.style()
	return r
}

type surfaceRenderer struct {
	s    *Surface
	area *canvas.Rectangle
}

func (r *surfaceRenderer) style() {
	r.area.FillColor = theme.Color(r.s.fill)
	r.area.CornerRadius = r.s.radius
	r.area.StrokeWidth = 0
	if r.s.line != "" {
		r.area.StrokeColor, r.area.StrokeWidth = theme.Color(r.s.line), 1
	}
}

func (r *surfaceRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	in := r.s.inset
	r.s.content.Move(fyne.NewPos(in[1], in[0]))
	r.s.content.Resize(size.Subtract(fyne.NewSize(2*in[1], 2*in[0])))
}

func (r *surfaceRenderer) MinSize() fyne.Size {
	return r.s.content.MinSize().Add(fyne.NewSize(2*r.s.inset[1], 2*r.s.inset[0]))
}

func (r *surfaceRenderer) Refresh() {
	r.style()
	r.area.Refresh()
	r.s.content.Refresh()
}

func (r *surfaceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.s.content}
}
func (r *surfaceRenderer) Destroy() {}

// Held implements Holder.
func (s *Surface) Held() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }
