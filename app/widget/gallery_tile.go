package widget

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// galleryTile is one picture of a gallery.
type galleryTile struct {
	widget.BaseWidget

	g       *Gallery
	at, to  int // its place, and where it is dragged to
	picture GalleryPicture
	lifted  bool
	hovered bool
}

func newGalleryTile(g *Gallery) *galleryTile {
	t := &galleryTile{g: g}
	t.ExtendBaseWidget(t)
	return t
}

func (t *galleryTile) show(at int, p GalleryPicture) {
	t.at, t.picture = at, p
	t.Refresh()
}

// Tapped makes the picture the current one.
func (t *galleryTile) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.g); c != nil {
		c.Focus(t.g)
	}
	guarded(func() { t.g.SetCurrent(t.at) })
}

// Dragged is part of fyne.Draggable.
func (t *galleryTile) Dragged(e *fyne.DragEvent) {
	driver := fyne.CurrentApp().Driver()
	from := driver.AbsolutePositionForObject(t.g)
	t.g.drag(t, e.AbsolutePosition.Subtract(from))
}

// DragEnd is part of fyne.Draggable.
func (t *galleryTile) DragEnd() { guarded(func() { t.g.drop(t) }) }

// MouseIn is part of desktop.Hoverable.
func (t *galleryTile) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved is part of desktop.Hoverable.
func (t *galleryTile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (t *galleryTile) MouseOut() { t.hover(false) }

func (t *galleryTile) hover(on bool) {
	t.hovered = on
	t.Refresh()
}

// Cursor is part of desktop.Cursorable.
func (t *galleryTile) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer makes the tile.
func (t *galleryTile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{
		t: t, back: canvas.NewRectangle(theme.Color(theme.Surface)), ground: canvas.NewRectangle(theme.Color(theme.Background)),
		picture: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth},
		none:    container.NewCenter(NewIcon(theme.IconImage, theme.Faint)),
		number:  NewSecondary("").Strong().In(theme.Ink), caption: NewText("").Cut(), about: NewSecondary("").Cut(),
	}
	r.badge = NewSurface(theme.Surface, Inset(1, theme.Space1+2, r.number)).Lined().Round(chipHeight / 2)
	r.style()
	return r
}

type tileRenderer struct {
	t              *galleryTile
	back, ground   *canvas.Rectangle
	picture        *canvas.Image
	none           fyne.CanvasObject
	badge          *Surface
	number         *Text
	caption, about *Text
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
	r.about.Set(t.picture.About, tones[t.picture.Tone].word)
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
	for _, line := range []*Text{r.caption, r.about} {
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
