package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// Notice is a sentence on a soft colour, over as many lines as it needs. Only what is
// wrong, or may be, has the sign of a warning.
func Notice(fill, mark fyne.ThemeColorName, sentence string) fyne.CanvasObject {
	drawing := theme.IconWarning
	switch fill {
	case theme.OKSoft:
		drawing = theme.IconCheck
	case theme.AccentSoft:
		drawing = theme.IconInfo
	}
	icon := container.NewVBox(widget.Inset(theme.Space2, 0, widget.NewIcon(drawing, mark)))
	return widget.NewSurface(fill, container.NewBorder(nil, nil, icon, nil, Prose(widget.NewWrapped(sentence)))).Round(theme.ControlRadius).Inside(0, theme.Space3)
}

// MakeRoom lays a page out anew after what stands in its notice has changed: how high
// that is shows only once it was given its width.
func MakeRoom(page, notice *fyne.Container) {
	notice.Refresh()
	page.Layout.Layout(page.Objects, page.Size())
}

// Prose is paragraphs, each over as many lines as it needs.
func Prose(paragraphs ...fyne.CanvasObject) fyne.CanvasObject {
	return widget.Inset(theme.Space2, theme.Space2, widget.Column(0, paragraphs...))
}

// Aside is a paragraph of prose that explains another.
func Aside(s string) fyne.CanvasObject { return widget.NewWrapped(s).Small().In(theme.Muted) }
