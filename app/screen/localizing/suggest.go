package localizing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// suggestWidth is the width of the question.
const suggestWidth = 460

// askSuggest asks before suggestions are written: into how many listings, with the one
// that is shown as the other choice.
func (l *Screen) askSuggest() {
	c := fyne.CurrentApp().Driver().CanvasForObject(l.object)
	page := l.model.Page
	if c == nil || page == nil {
		return
	}
	_, of := l.model.Place()
	var over *fynewidget.PopUp
	answer := func(word string, kind widget.ButtonKind, do func()) *widget.Button {
		return widget.NewButton(word, func() {
			over.Hide()
			do()
		}).As(kind)
	}
	all := answer(l.say("suggest-all", "count", of), widget.Primary, l.model.SuggestAll)
	one := answer(l.say("suggest-one"), widget.Plain, l.model.SuggestOne)
	cancel := answer(l.say("word-cancel"), widget.Plain, func() {})
	row := widget.Row(theme.Space2, widget.Spring(), widget.Named(cancel, "suggest-cancel"))
	words := l.say("suggest-ask-one", "title", page.Title)
	if of > 1 {
		words = l.say("suggest-ask-body", "count", of, "title", page.Title)
		row.Add(widget.Named(one, "suggest-one"))
	}
	row.Add(widget.Named(all, "suggest-all"))
	body := widget.Fixed(suggestWidth, 0, widget.NewWrapped(words).Within(suggestWidth))
	content := widget.Column(theme.Space3, widget.NewSection(l.say("suggest-ask", "count", of)), body, row)
	over = fynewidget.NewModalPopUp(widget.Closable(container.NewPadded(widget.Inset(theme.Space3, theme.Space3, content)), func() { over.Hide() }), c)
	over.Show()
	c.Focus(cancel)
}
