package screen

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// Footer has a remark at the left and what to do next at the right.
func Footer(remark fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	row := widget.Row(theme.Space3, buttons...)
	if remark == nil {
		remark = widget.Gap(0, 0)
	}
	return widget.Column(0, widget.Gap(0, theme.Space4), container.NewBorder(nil, nil, nil, row, widget.Columns{-1}.Row(remark)))
}

// Lines puts rows below a heading, with a line between them.
func Lines(heading fyne.CanvasObject, rows []fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widget.Fixed(0, theme.RowHeight, container.NewVBox(heading))}
	for _, row := range rows {
		parts = append(parts, fynewidget.NewSeparator(), row)
	}
	return widget.NewCard(widget.Column(0, parts...))
}

// Dot is a dot of a state.
func Dot(color fyne.ThemeColorName) fyne.CanvasObject {
	return widget.Fixed(theme.Space2, theme.Space2, widget.NewSurface(color, widget.Gap(0, 0)).Round(theme.Space1))
}

// Dotted is a dot of a colour and a word beside it.
func Dotted(color fyne.ThemeColorName, word string) fyne.CanvasObject {
	return widget.Row(theme.Space1, Dot(color), widget.NewSecondary(word).In(theme.Ink))
}

// SeverityColors are the colours of problems.
var SeverityColors = map[catalog.Severity]fyne.ThemeColorName{catalog.Blocked: theme.Bad, catalog.Warning: theme.Warn, catalog.Info: theme.Faint}

// ListCard is a card with a heading and a list that reaches to its edges.
func ListCard(heading, list fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewSurface(theme.Surface, widget.Bordered(widget.Inset(theme.Space3, theme.Space4, heading), nil, nil, nil, list)).
		Lined().Round(theme.CardRadius).Inside(1, 1)
}

// NoProducts is shown while the catalogue has none, with the way to bring some in.
func NoProducts(s *view.Session, role string) fyne.CanvasObject {
	bring := widget.NewButton(s.Text.Say("home-import"), func() { s.Go(view.Target{Place: view.ImportPlace}) }).As(widget.Primary)
	return widget.NewCard(widget.Fixed(0, ZoneHeight, container.NewCenter(widget.Column(
		theme.Space3,
		container.NewCenter(widget.NewSection(s.Text.Say("home-empty"))),
		container.NewCenter(widget.NewSecondary(s.Text.Say("home-empty-hint"))),
		widget.Gap(0, 0),
		container.NewCenter(widget.Named(bring, role)),
	))))
}

// ZoneHeight is that of the area that files are dropped on.
const ZoneHeight = 260

// PictureHeight is the height of the picture in the detail.
const PictureHeight = 176

// ReadinessBar draws how a channel's products share out.
func ReadinessBar(c view.ChannelCard) fyne.CanvasObject {
	return widget.NewBar(
		widget.Share{Value: float64(c.Ready), Tone: widget.Good},
		widget.Share{Value: float64(c.Warned), Tone: widget.Caution},
		widget.Share{Value: float64(c.Blocked), Tone: widget.Wrong},
	)
}

// readinessTones are the colours of the states of readiness.
var readinessTones = map[string]widget.Tone{"ready": widget.Good, "warnings": widget.Caution, "blocked": widget.Wrong}

// ToneOf is the tone of a state of readiness.
func ToneOf(readiness string) widget.Tone { return readinessTones[readiness] }

// Blankable shows a dash for a text that is not there.
func Blankable(c grid.Cell) grid.Cell {
	if c.Text == "" {
		c.Text, c.Blank = "—", true
	}
	return c
}

// PickMark ends the values of picks: one may be empty, which in a picker is a heading.
const PickMark = "\x00"

// Picks are an option's choices for a picker.
func Picks(choices []view.Choice, say *text.Printer) []input.Choice {
	list := make([]input.Choice, len(choices))
	for i, choice := range choices {
		list[i] = input.Choice{Value: choice.Value + PickMark, Text: choice.Word(say)}
	}
	return list
}

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

// MakeRoom lays a page out anew after what is in its notice has changed: how high
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
