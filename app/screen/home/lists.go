package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
)

// lineHeight is that of a row of two lines.
const lineHeight = 48

// problems are the gravest, with the way to mend them.
func (h *Screen) problems() fyne.CanvasObject {
	m := h.model
	heading := []fyne.CanvasObject{widget.NewSection(h.say("home-problems")), widget.Spring()}
	if m.MoreProblems > 0 {
		heading = append(heading, widget.NewSecondary(h.say("home-problems-more", "count", m.MoreProblems)))
	}
	rows := make([]fyne.CanvasObject, 0, len(m.Problems))
	for _, p := range m.Problems {
		rows = append(rows, problemRow(h.session, p, p.Channels))
	}
	if len(rows) == 0 {
		rows = append(rows, widget.Fixed(0, theme.RowHeight, container.NewCenter(widget.NewText(h.say("home-problems-none")).In(theme.Muted))))
	}
	return screen.Lines(widget.Row(theme.Space2, heading...), rows)
}

// problemColumns: dot, sentence, number, unit, button.
var problemColumns = widget.Columns{theme.Space2, -1, 52, 60, 56}

// problemRow reports a kind of problem and leads to the products that have it.
func problemRow(s *view.Session, p view.TopProblem, below string) fyne.CanvasObject {
	fix := widget.NewButton(s.Text.Say("home-fix"), func() { s.Go(p.Fix) }).Small()
	said := fyne.CanvasObject(widget.NewCutText(widget.NewText(screen.Capital(p.Short()))))
	if below != "" {
		said = widget.Column(0, said, widget.NewCutText(widget.NewSecondary(below)))
	}
	return widget.Fixed(0, lineHeight, problemColumns.Row(
		screen.Dot(screen.SeverityColors[p.Severity]), said,
		widget.NewText(text.Count(int64(p.Products))).Strong().Right(),
		widget.NewSecondary(s.Text.Say("home-products", "count", p.Products)),
		widget.Named(fix, "fix:"+p.Fix.Problem),
	))
}

// recent is what was done last, with the way back.
func (h *Screen) recent() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(h.model.Recent)+1)
	if h.model.Kept > 0 {
		rows = append(rows, widget.Inset(theme.Space2, 0, screen.Notice(theme.WarnSoft, theme.WarnText, h.say("home-kept", "count", h.model.Kept))))
	}
	for i, line := range h.model.Recent {
		rows = append(rows, h.historyRow(line, i == 0))
	}
	if len(h.model.Recent) == 0 {
		rows = append(rows, widget.Fixed(0, theme.RowHeight, container.NewCenter(widget.NewText(h.say("home-recent-none")).In(theme.Muted))))
	}
	return screen.Lines(widget.NewSection(h.say("home-recent")), rows)
}

// historyColumns: what, when, button.
var historyColumns = widget.Columns{-1, 84, 56}

func (h *Screen) historyRow(line view.Entry, first bool) fyne.CanvasObject {
	what := screen.Beside(screen.Capital(h.say("kind-"+line.Kind)), screen.OneLine(line.Note))
	undone := ""
	if line.Undone {
		undone = h.say("count-undone")
	}
	said := widget.Column(0, widget.NewText(what).Cut(), widget.NewSecondary(screen.Beside(screen.CountsOf(h.session.Text, line.Counts), undone)).Cut())
	when := widget.NewSecondary(h.model.When(line.At)).Right()
	button := widget.Gap(0, 0)
	if h.model.Writable && line.CanUndo() {
		role := "home-undo"
		if first {
			role = "home-undo-last"
		}
		button = widget.Named(widget.NewButton(h.say("home-undo"), func() { h.model.Undo(line.ID) }).Small(), role)
	}
	return widget.Fixed(0, lineHeight, historyColumns.Row(said, when, button))
}
