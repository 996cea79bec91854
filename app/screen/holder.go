package screen

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/widget"
)

// holder is the template of a list's row that knows its parts: a list hands back
// the object only.
type holder struct {
	fynewidget.BaseWidget

	object fyne.CanvasObject
	parts  any
}

// NewHolder makes a row of an object and its parts; see [Held].
func NewHolder(object fyne.CanvasObject, parts any) fyne.CanvasObject {
	h := &holder{object: object, parts: parts}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the row.
func (h *holder) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(h.object) }

// Held tells Find what is in the row.
func (h *holder) Held() []fyne.CanvasObject { return []fyne.CanvasObject{h.object} }

// Held returns the parts of a row.
func Held[T any](o fyne.CanvasObject) T { return o.(*holder).parts.(T) }

// FocusIn gives the keys to the first thing in an object that takes them.
func FocusIn(o fyne.CanvasObject) {
	if f := widget.FocusableIn(o); f != nil {
		widget.Focus(f)
	}
}
