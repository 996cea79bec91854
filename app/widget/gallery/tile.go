package gallery

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// tile is one picture of a gallery.
type tile struct {
	fynewidget.BaseWidget

	g       *Gallery
	at, to  int // its place, and where it is dragged to
	picture Picture
	lifted  bool
	hovered bool
}

func newTile(g *Gallery) *tile {
	t := &tile{g: g}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tile) show(at int, p Picture) {
	t.at, t.picture = at, p
	t.Refresh()
}

// Tapped makes the picture the current one.
func (t *tile) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.g); c != nil {
		c.Focus(t.g)
	}
	widget.RunGuarded(func() { t.g.SetCurrent(t.at) })
}

// Dragged is part of fyne.Draggable.
func (t *tile) Dragged(e *fyne.DragEvent) {
	driver := fyne.CurrentApp().Driver()
	from := driver.AbsolutePositionForObject(t.g)
	t.g.drag(t, e.AbsolutePosition.Subtract(from))
}

// DragEnd is part of fyne.Draggable.
func (t *tile) DragEnd() { widget.RunGuarded(func() { t.g.drop(t) }) }

// MouseIn is part of desktop.Hoverable.
func (t *tile) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved is part of desktop.Hoverable.
func (t *tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (t *tile) MouseOut() { t.hover(false) }

func (t *tile) hover(on bool) {
	t.hovered = on
	t.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (t *tile) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer makes the tile.
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{
		t: t, back: canvas.NewRectangle(theme.Color(theme.Surface)), ground: canvas.NewRectangle(theme.Color(theme.Background)),
		picture: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth},
		none:    container.NewCenter(widget.NewIcon(theme.IconImage, theme.Faint)),
		number:  widget.NewSecondary("").Strong().In(theme.Ink), caption: widget.NewText("").Cut(), about: widget.NewSecondary("").Cut(),
	}
	r.badge = widget.NewSurface(theme.Surface, widget.Inset(1, theme.Space1+2, r.number)).Lined().Round(widget.ChipHeight / 2)
	r.style()
	return r
}

type tileRenderer struct {
	t              *tile
	back, ground   *canvas.Rectangle
	picture        *canvas.Image
	none           fyne.CanvasObject
	badge          *widget.Surface
	number         *widget.Text
	caption, about *widget.Text
}

func (r *tileRenderer) style() {
	t := r.t
	r.back.FillColor, r.back.CornerRadius, r.back.StrokeWidth, r.back.StrokeColor = theme.Color(theme.Surface), theme.CardRadius, 1, theme.Color(theme.Line)
	switch {
	case t.at == t.g.current && t.g.focused:
		r.back.StrokeWidth, r.back.StrokeColor = 2, theme.Color(theme.Accent)
	case t.at == t.g.current:
		r.back.FillColor, r.back.StrokeColor = theme.Color(theme.Selected), theme.Color(theme.Accent)
	case t.hovered:
		r.back.StrokeColor = theme.Color(theme.Faint)
	}
	r.ground.FillColor, r.ground.CornerRadius = theme.Color(theme.Background), theme.ControlRadius
	r.picture.Image = t.picture.Image
	if t.picture.Image == nil {
		r.picture.Hide()
		r.none.Show()
	} else {
		r.picture.Show()
		r.none.Hide()
	}
	r.number.SetText(strconv.Itoa(t.at + 1))
	r.caption.SetText(t.picture.Caption)
	r.about.Set(t.picture.About, t.picture.Tone.Word())
}

func (r *tileRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	const pad = theme.Space2
	side := fyne.NewSquareSize(size.Width - 2*pad)
	for _, o := range []fyne.CanvasObject{r.ground, r.picture, r.none} {
		o.Move(fyne.NewPos(pad, pad))
		o.Resize(side)
	}
	r.badge.Move(fyne.NewPos(pad+theme.Space1, pad+theme.Space1))
	r.badge.Resize(r.badge.MinSize())
	y := pad + side.Height + theme.Space1
	for _, line := range []*widget.Text{r.caption, r.about} {
		height := line.MinSize().Height
		line.Move(fyne.NewPos(pad, y))
		line.Resize(fyne.NewSize(side.Width, height))
		y += height
	}
}

func (r *tileRenderer) MinSize() fyne.Size { return fyne.NewSize(tileWidth, tileHeight) }

func (r *tileRenderer) Refresh() {
	r.style()
	r.Layout(r.t.Size())
	for _, o := range []fyne.CanvasObject{r.back, r.ground, r.picture, r.badge} {
		o.Refresh()
	}
}

func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.ground, r.none, r.picture, r.badge, r.caption, r.about}
}
func (r *tileRenderer) Destroy() {}

func itoa(n int) string { return strconv.Itoa(n) }
