package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"tradewind.app/app/theme"
)

type buttonRenderer struct {
	b    *Button
	area *canvas.Rectangle
	over *canvas.Rectangle // hover, and the focus ring
	icon *canvas.Image
	word *canvas.Text
}

// look is the fill, the line and the word of a kind.
type look struct{ fill, line, word fyne.ThemeColorName }

var looks = map[ButtonKind]look{
	Plain:   {fynetheme.ColorNameButton, fynetheme.ColorNameInputBorder, theme.Ink},
	Primary: {theme.Accent, theme.Accent, theme.OnAccent},
	Quiet:   {theme.Clear, theme.Clear, theme.Muted},
	Danger:  {fynetheme.ColorNameButton, theme.Bad, theme.BadText},
}

func (r *buttonRenderer) style() {
	l := looks[r.b.kind]
	if r.b.disabled {
		l = look{fynetheme.ColorNameDisabledButton, theme.Line, theme.Faint}
	}
	r.area.FillColor, r.area.StrokeColor, r.area.StrokeWidth = theme.Color(l.fill), theme.Color(l.line), 1
	r.over.FillColor, r.over.StrokeColor, r.over.StrokeWidth = theme.Color(theme.Clear), theme.Color(theme.Clear), 0
	if r.b.hovered && !r.b.disabled {
		r.over.FillColor = theme.Color(fynetheme.ColorNameHover)
	}
	if r.b.focused {
		r.over.StrokeColor, r.over.StrokeWidth = theme.Color(r.ring()), 2
	}
	r.area.CornerRadius, r.over.CornerRadius = theme.ControlRadius, theme.ControlRadius
	r.word.Text, r.word.Color, r.word.TextSize = r.b.text, theme.Color(l.word), theme.Size(theme.TextBody)
	r.word.TextStyle = fyne.TextStyle{Bold: r.b.kind == Primary}
	r.icon.Hidden = r.b.icon == nil
	if r.b.icon != nil {
		r.icon.Resource = fynetheme.NewColoredResource(r.b.icon, l.word)
	}
}

// ring is the colour of the focus ring: on the accent it has that of the word.
func (r *buttonRenderer) ring() fyne.ThemeColorName {
	if r.b.kind == Primary && !r.b.disabled {
		return theme.OnAccent
	}
	return theme.Accent
}

// ringInset is how far a ring is from the edge where it has the colour of the word:
// beside the surface that is around the button it would not be seen.
const ringInset = 2

func (r *buttonRenderer) height() float32 {
	if r.b.small {
		return theme.SmallControl
	}
	return theme.ControlHeight
}

// inside is the width of icon and word.
func (r *buttonRenderer) inside() float32 {
	width := float32(0)
	if r.b.icon != nil {
		width = theme.IconSize
	}
	if r.b.text == "" {
		return width
	}
	if width > 0 {
		width += theme.Space2
	}
	return width + r.word.MinSize().Width
}

func (r *buttonRenderer) MinSize() fyne.Size {
	pad := theme.Space3
	if r.b.small || r.b.text == "" {
		pad = theme.Space2
	}
	if r.b.text == "" {
		return fyne.NewSize(r.height(), r.height())
	}
	return fyne.NewSize(r.inside()+2*pad, r.height())
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	inset := float32(0)
	if r.b.focused && r.ring() != theme.Accent {
		inset = ringInset
	}
	r.over.Move(fyne.NewPos(inset, inset))
	r.over.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	x := (size.Width - r.inside()) / 2
	if r.b.icon != nil {
		r.icon.Resize(fyne.NewSquareSize(theme.IconSize))
		r.icon.Move(fyne.NewPos(x, (size.Height-theme.IconSize)/2))
		x += theme.IconSize + theme.Space2
	}
	stand(r.word, x, size.Height)
}

func (r *buttonRenderer) Refresh() {
	r.style()
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.over, r.icon, r.word}
}
func (r *buttonRenderer) Destroy() {}
