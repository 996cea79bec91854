package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

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

// Held tells Find what is in it.
func (h *Hinted) Held() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }

// MouseIn shows the words after a while.
func (h *Hinted) MouseIn(*desktop.MouseEvent) { hint(h, h.words()) }

// MouseMoved waits for the pointer to rest.
func (h *Hinted) MouseMoved(*desktop.MouseEvent) { hint(h, h.words()) }

// MouseOut takes the words away.
func (h *Hinted) MouseOut() { tips.leave(h) }

// CreateRenderer draws the object.
func (h *Hinted) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }
