package screen

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"
)

// holder is the template of a list's row that knows its parts: a list hands back
// the object only.
type holder struct {
	fynewidget.BaseWidget

	object fyne.CanvasObject
	parts  any
}

func newHolder(object fyne.CanvasObject, parts any) *holder {
	h := &holder{object: object, parts: parts}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the row.
func (h *holder) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(h.object) }

// Held tells Find what is in the row.
func (h *holder) Held() []fyne.CanvasObject { return []fyne.CanvasObject{h.object} }

// held returns the parts of a row.
func held[T any](o fyne.CanvasObject) T { return o.(*holder).parts.(T) }

// oneLine is a text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
