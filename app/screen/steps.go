package screen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// stepped is something that is done in steps.
type stepped[S ~int] interface {
	Reaches(S) bool
	GoTo(S)
}

// Steps shows how far it is come; a step that can be reached is gone to by a tap.
// names are the messages that name the steps, and their roles.
func Steps[S ~int](say *text.Printer, what stepped[S], at S, names []string) fyne.CanvasObject {
	row := make([]fyne.CanvasObject, 0, len(names))
	for n, name := range names {
		step := S(n)
		mark := stepMark(n+1, say.Say(name), step == at, what.Reaches(step), func() { what.GoTo(step) })
		row = append(row, widget.Named(mark, name))
	}
	return widget.Row(theme.Space1, row...)
}

func stepMark(n int, name string, current, reached bool, goTo func()) fyne.CanvasObject {
	number, word := widget.NewText(strconv.Itoa(n)).Strong(), widget.NewText(name).In(theme.Muted)
	if !reached {
		number.In(theme.Muted)
	}
	area := widget.NewArea(widget.Inset(theme.Space2, theme.Space3, widget.Row(theme.Space2, number, word)), goTo)
	area.Round(theme.ControlHeight / 2).Allow(reached)
	if current {
		number.In(theme.Accent)
		word.In(theme.Accent)
		area.Fill(theme.AccentSoft)
	}
	return area
}
