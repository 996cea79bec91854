package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
)

// Tips shows in a few words what the pointer rests on: what an icon does, what a
// light means, the whole of a text that is cut. They are drawn in a layer over the
// window's content and not in an overlay, which would take the clicks and the
// keyboard. What lies in an overlay has no tips.
type Tips struct {
	after func(time.Duration, func()) (stop func())
	layer *fyne.Container
	box   *fyne.Container
	now   tip
	at    fyne.Position // of the owner when the tip was shown
	shown bool
	stop  func()
}

// tip is words about an area of an object.
type tip struct {
	owner fyne.CanvasObject
	words string
	from  fyne.Position // within the owner
	size  fyne.Size
}

const (
	tipRest          = 500 * time.Millisecond // before a tip is shown
	tipWatch         = 250 * time.Millisecond // between two looks whether it still fits
	tipWidth float32 = 360
)

// NewTips makes a layer. after does something later, on the window's thread, unless
// it is stopped before.
func NewTips(after func(time.Duration, func()) (stop func())) *Tips {
	t := &Tips{after: after, box: container.NewStack(), stop: func() {}}
	t.box.Hide()
	t.layer = container.NewWithoutLayout(t.box)
	return t
}

// Layer is what is over the window's content.
func (t *Tips) Layer() fyne.CanvasObject { return t.layer }

// Words are those that are shown; "" where none are.
func (t *Tips) Words() string {
	if !t.shown {
		return ""
	}
	return t.now.words
}

// tips is the window's layer; nil where there is none.
var tips *Tips

// UseTips makes a layer the one in which widgets show their tips; nil: they show none.
func UseTips(t *Tips) { tips = t }

// Hide takes away what is shown, or about to be.
func (t *Tips) Hide() {
	if t == nil || t.now.owner == nil {
		return
	}
	t.stop()
	t.now, t.stop, t.shown = tip{}, func() {}, false
	t.box.Hide()
	t.layer.Refresh()
}

// point says that the pointer is at an area, and moves.
func (t *Tips) point(at tip) {
	switch {
	case t == nil:
		return
	case at.words == "":
		t.Hide()
		return
	case at == t.now && t.shown:
		return
	}
	t.Hide()
	t.now = at
	t.stop = t.after(tipRest, t.show)
}

// leave says that the pointer left an object.
func (t *Tips) leave(owner fyne.CanvasObject) {
	if t != nil && t.now.owner == owner {
		t.Hide()
	}
}

// show draws the tip below its area, above where there is no room.
func (t *Tips) show() {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.now.owner)
	if c == nil || c.Overlays().Top() != nil {
		t.Hide()
		return
	}
	t.at, t.shown = t.position(), true
	words := NewWrapped(t.now.words).Small()
	width := min(words.Width(), tipWidth-2*theme.Space2) // in lines no longer than a tip is wide
	t.box.Objects = []fyne.CanvasObject{NewSurface(theme.Surface, words).Lined().Round(theme.ControlRadius).Inside(theme.Space2, theme.Space2)}
	size := fyne.NewSize(width, words.HeightAt(width)).AddWidthHeight(2*theme.Space2, 2*theme.Space2)
	t.box.Resize(size)
	t.box.Move(t.place(size))
	t.box.Show()
	t.layer.Refresh() // the box was hidden till now, and no window would know it
	t.watch()
}

// place is where a tip of a size is in the layer, which a menu bar may lie above.
func (t *Tips) place(size fyne.Size) fyne.Position {
	window := t.layer.Size()
	area := t.at.Add(t.now.from).Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t.layer))
	x := max(theme.Space1, min(area.X, window.Width-size.Width-theme.Space1))
	y := area.Y + t.now.size.Height + theme.Space1
	if y+size.Height > window.Height {
		y = max(0, area.Y-size.Height-theme.Space1)
	}
	return fyne.NewPos(x, y)
}

func (t *Tips) position() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(t.now.owner)
}

// watch takes the tip away when its area has gone from under it: what scrolls does
// not inform the pointer.
func (t *Tips) watch() {
	t.stop = t.after(tipWatch, func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(t.now.owner)
		if c == nil || c.Overlays().Top() != nil || !t.now.owner.Visible() || t.position() != t.at {
			t.Hide()
			return
		}
		t.watch()
	})
}

// hint shows words about a whole object while the pointer rests on it.
func hint(owner fyne.CanvasObject, words string) {
	tips.point(tip{owner: owner, words: words, size: owner.Size()})
}

// PointTip shows words about a part of an object while the pointer rests there; "" hides
// them.
func PointTip(owner fyne.CanvasObject, words string, from fyne.Position, size fyne.Size) {
	tips.point(tip{owner: owner, words: words, from: from, size: size})
}

// LeaveTip hides words about an object that the pointer has left.
func LeaveTip(owner fyne.CanvasObject) { tips.leave(owner) }

// HideTip hides whatever words are shown.
func HideTip() { tips.Hide() }

// Hinted is an object about which words are shown while the pointer rests on it. It
// is for what cannot be pressed: an Area or a Button has a Hint of its own.
type Hinted struct {
	widget.BaseWidget

	content fyne.CanvasObject
	words   func() string
}

// NewHinted makes it. words are asked for when the pointer comes; "" shows none.
func NewHinted(content fyne.CanvasObject, words func() string) *Hinted {
	h := &Hinted{content: content, words: words}
	h.ExtendBaseWidget(h)
	return h
}

// NewCutText is a text that ends in "…" where it does not fit, and is then shown
// whole while the pointer rests on it.
func NewCutText(t *Text) *Hinted { return NewHinted(t.Cut(), t.CutAway) }

// Held informs Find what is in it.
func (h *Hinted) Held() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }

// MouseIn shows the words after a while.
func (h *Hinted) MouseIn(*desktop.MouseEvent) { hint(h, h.words()) }

// MouseMoved waits for the pointer to rest.
func (h *Hinted) MouseMoved(*desktop.MouseEvent) { hint(h, h.words()) }

// MouseOut takes the words away.
func (h *Hinted) MouseOut() { tips.leave(h) }

// CreateRenderer draws the object.
func (h *Hinted) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }
