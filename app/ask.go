package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// answer is one way to answer a question. Without do it only closes it.
type answer struct {
	word string
	role string
	kind widget.ButtonKind
	do   func()
}

// askWidth is a question's width.
const askWidth = 460

// ask puts a question over the window. Esc closes it, as an answer does that does
// nothing.
func (w *window) ask(title, body string, answers ...answer) {
	w.askWith(title, widget.Fixed(askWidth, 0, widget.NewWrapped(body).Within(askWidth)), answers...)
}

// askWith is ask with something other than a text.
func (w *window) askWith(title string, body fyne.CanvasObject, answers ...answer) {
	var over *fynewidget.PopUp
	row := widget.Row(theme.Space2, widget.Spring())
	var first *widget.Button
	for i := len(answers) - 1; i >= 0; i-- { // the one that is wanted most is last
		a := answers[i]
		b := widget.NewButton(a.word, func() {
			over.Hide()
			if a.do != nil {
				w.guard(a.do)
			}
		}).As(a.kind)
		row.Add(widget.Named(b, a.role))
		first = b
	}
	content := container.NewPadded(widget.Inset(theme.Space3, theme.Space3, widget.Column(theme.Space3, widget.NewSection(title), body, row)))
	over = fynewidget.NewModalPopUp(widget.Closable(content, func() { over.Hide() }), w.win.Canvas())
	over.Show()
	w.win.Canvas().Focus(first)
}
