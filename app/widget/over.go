package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Closable is the content of a pop-up that Esc closes, wherever in it the keyboard is.
func Closable(content fyne.CanvasObject, close func()) *fyne.Container {
	return container.New(closable{close: close}, content)
}

// closable is the layout of Closable: one object that fills all.
type closable struct {
	named
	close func()
}

// CloseTop closes what lies uppermost over a window, if it is one that Esc closes.
func CloseTop(c fyne.Canvas) {
	pop, ok := c.Overlays().Top().(*widget.PopUp)
	if !ok {
		return
	}
	if content, ok := pop.Content.(*fyne.Container); ok {
		if how, ok := content.Layout.(closable); ok {
			guarded(how.close)
		}
	}
}
