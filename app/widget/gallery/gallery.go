// Package gallery is a row of pictures that are chosen, and moved by dragging.
package gallery

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// Picture is a picture of a gallery with what is below it.
type Picture struct {
	Image   image.Image // nil: it cannot be shown
	Caption string
	About   string
	Tone    widget.Tone // of About
}

// Gallery is pictures beside each other in an order that is theirs: one is dragged
// to another place, or moved by Shift and the arrow keys. One is the current one.
type Gallery struct {
	fynewidget.BaseWidget

	// OnMove says that a picture was moved to another place.
	OnMove func(from, to int)
	// OnCurrent says that another picture is the current one.
	OnCurrent func(at int)
	// OnDelete is called by Del.
	OnDelete func(at int)
	// Fixed keeps the order as it is.
	Fixed bool

	role    string
	tiles   []*tile
	objects []fyne.CanvasObject // the tiles with their roles
	mark    *widget.Surface     // where a dragged picture would come to
	current int
	shift   bool
	focused bool
}

const (
	tileWidth  = 156
	tileHeight = 204
	tileGap    = theme.Space3
)

// New makes an empty gallery. Its pictures have the roles role:0, role:1 ...
func New(role string) *Gallery {
	g := &Gallery{role: role, mark: widget.NewSurface(theme.Accent, widget.Gap(2, 2))}
	g.mark.Hide()
	g.ExtendBaseWidget(g)
	return g
}

// SetPictures shows pictures.
func (g *Gallery) SetPictures(pictures []Picture) {
	for len(g.tiles) < len(pictures) {
		t := newTile(g)
		g.tiles = append(g.tiles, t)
		g.objects = append(g.objects, widget.Named(t, g.role+":"+itoa(len(g.tiles)-1)))
	}
	g.tiles, g.objects = g.tiles[:len(pictures)], g.objects[:len(pictures)]
	g.current = min(max(g.current, 0), max(len(pictures)-1, 0))
	for i, p := range pictures {
		g.tiles[i].show(i, p)
	}
	g.Refresh()
}

// Current is the current picture; -1 where there are none.
func (g *Gallery) Current() int {
	if len(g.tiles) == 0 {
		return -1
	}
	return g.current
}

// SetCurrent makes a picture the current one, and reports.
func (g *Gallery) SetCurrent(at int) {
	at = min(max(at, 0), len(g.tiles)-1)
	if at < 0 {
		return
	}
	g.current = at
	for _, t := range g.tiles {
		t.Refresh()
	}
	if g.OnCurrent != nil {
		g.OnCurrent(at)
	}
}

// Held informs Find what is in the gallery.
func (g *Gallery) Held() []fyne.CanvasObject { return g.objects }

// abreast is how many pictures are beside each other.
func (g *Gallery) abreast() int {
	return max(1, int((g.Size().Width+tileGap)/(tileWidth+tileGap)))
}

// slot is where the n-th picture is.
func (g *Gallery) slot(n int) fyne.Position {
	row, column := n/g.abreast(), n%g.abreast()
	return fyne.NewPos(float32(column)*(tileWidth+tileGap), float32(row)*(tileHeight+tileGap))
}

// slotAt is the place under a point.
func (g *Gallery) slotAt(at fyne.Position) int {
	column := min(max(int(at.X/(tileWidth+tileGap)), 0), g.abreast()-1)
	row := max(int(at.Y/(tileHeight+tileGap)), 0)
	return min(row*g.abreast()+column, len(g.tiles)-1)
}

// drag shows a picture where the pointer has it, and where it would come to.
func (g *Gallery) drag(t *tile, at fyne.Position) {
	if g.Fixed {
		return
	}
	t.lifted = true
	g.objects[t.at].Move(at.Subtract(fyne.NewPos(tileWidth/2, tileWidth/2)))
	to := g.slotAt(at)
	edge := g.slot(to)
	edge.X -= tileGap/2 + 1
	if to > t.at {
		edge.X += tileWidth + tileGap
	}
	g.mark.Move(edge)
	g.mark.Resize(fyne.NewSize(2, tileHeight))
	if to == t.at {
		g.mark.Hide()
	} else {
		g.mark.Show()
	}
	t.to = to
	t.Refresh()
}

// drop ends a drag.
func (g *Gallery) drop(t *tile) {
	if !t.lifted {
		return
	}
	t.lifted = false
	g.mark.Hide()
	g.Refresh()
	if t.to != t.at && g.OnMove != nil {
		g.move(t.at, t.to)
	}
}

// move moves a picture, which stays the current one.
func (g *Gallery) move(from, to int) {
	if to < 0 || to >= len(g.tiles) || g.Fixed || g.OnMove == nil {
		return
	}
	g.current = to
	g.OnMove(from, to)
}

// FocusGained is part of fyne.Focusable.
func (g *Gallery) FocusGained() { g.focus(true) }

// FocusLost is part of fyne.Focusable.
func (g *Gallery) FocusLost() { g.focus(false) }

func (g *Gallery) focus(on bool) {
	g.focused, g.shift = on, false
	for _, t := range g.tiles {
		t.Refresh()
	}
}

// TypedRune leaves letters to the window.
func (g *Gallery) TypedRune(r rune) { widget.PassRune(g, r) }

// KeyDown notes Shift: a typed key does not report it.
func (g *Gallery) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		g.shift = true
	}
}

// KeyUp notes that Shift is up again.
func (g *Gallery) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		g.shift = false
	}
}

// TypedKey makes another picture the current one; with Shift it moves it.
func (g *Gallery) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{
		fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -g.abreast(), fyne.KeyDown: g.abreast(),
		fyne.KeyHome: -len(g.tiles), fyne.KeyEnd: len(g.tiles),
	}
	step, ok := steps[e.Name]
	switch {
	case ok && len(g.tiles) == 0:
	case ok && g.shift:
		widget.RunGuarded(func() { g.move(g.current, min(max(g.current+step, 0), len(g.tiles)-1)) })
	case ok:
		widget.RunGuarded(func() { g.SetCurrent(g.current + step) })
	case e.Name == fyne.KeyDelete && len(g.tiles) > 0 && g.OnDelete != nil && !g.Fixed:
		widget.RunGuarded(func() { g.OnDelete(g.current) })
	default:
		widget.PassKey(g, e)
	}
}

// CreateRenderer makes the gallery.
func (g *Gallery) CreateRenderer() fyne.WidgetRenderer { return &galleryRenderer{g} }

type galleryRenderer struct{ g *Gallery }

func (r *galleryRenderer) Layout(fyne.Size) {
	for i, o := range r.g.objects {
		o.Resize(fyne.NewSize(tileWidth, tileHeight))
		if !r.g.tiles[i].lifted {
			o.Move(r.g.slot(i))
		}
	}
}

func (r *galleryRenderer) MinSize() fyne.Size {
	if len(r.g.tiles) == 0 {
		return fyne.NewSize(tileWidth, 0)
	}
	return fyne.NewSize(tileWidth, r.g.slot(len(r.g.tiles)-1).Y+tileHeight)
}

func (r *galleryRenderer) Refresh() {
	r.Layout(r.g.Size())
	for _, t := range r.g.tiles {
		t.Refresh()
	}
	canvas.Refresh(r.g)
}

// Objects draws what is dragged above the rest.
func (r *galleryRenderer) Objects() []fyne.CanvasObject {
	var all, lifted []fyne.CanvasObject
	for i, o := range r.g.objects {
		if r.g.tiles[i].lifted {
			lifted = append(lifted, o)
		} else {
			all = append(all, o)
		}
	}
	return append(append(all, r.g.mark), lifted...)
}

func (r *galleryRenderer) Destroy() {}
