package exporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/exporting"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// checkPane is the step that says which products would go, what is wrong with the
// rest and what the feed still needs.
func (e *Screen) checkPane() fyne.CanvasObject {
	m := e.road
	if !m.Checked {
		if m.Wrong != nil {
			return container.NewVBox()
		}
		return e.busyCard("export-checking")
	}
	parts := []fyne.CanvasObject{}
	if m.IsFiltered() {
		every := widget.NewButton(e.say("export-every"), m.TakeEvery).Small()
		parts = append(parts, widget.Row(
			theme.Space3, widget.NewText(e.say("export-filtered", "count", m.Channel.Products)).In(theme.Muted),
			widget.Named(every, "export-every"),
		))
	}
	parts = append(parts, e.choices())
	if m.HasDrafts() {
		check := widget.NewCheck(e.say("export-drafts"), m.Drafts, m.TakeDrafts)
		parts = append(parts, widget.Row(theme.Space3, widget.Named(check, "export-drafts"), container.NewCenter(widget.NewSecondary(e.say("export-drafts-hint")))))
	}
	parts = append(parts, widget.NewCard(widget.Column(theme.Space3, screen.ReadinessBar(m.Channel), readinessLegend(e.session.Text, m.Channel))))
	if len(m.Needs) > 0 {
		parts = append(parts, e.needs())
	}
	parts = append(parts, e.problems())
	return paged(scrolled(theme.Space4, parts...), e.checkFooter())
}

// choices are which products are to go: those that can, or all.
func (e *Screen) choices() fyne.CanvasObject {
	m := e.road
	return container.New(
		screen.Evenly{},
		e.choice("export-take-ready", m.Channel.Ready+m.Channel.Warned, e.say("export-take-ready"), e.say("export-left-out", "count", m.Channel.Blocked), false),
		e.choice("export-take-all", m.Channel.Products, e.say("export-take-all"), e.say("export-take-all-hint"), true),
	)
}

func (e *Screen) choice(role string, count int, name, below string, all bool) fyne.CanvasObject {
	title, fill := widget.NewText(name).In(theme.Muted), theme.Surface
	if e.road.All == all {
		fill = theme.Selected
		title.In(theme.Accent).Strong()
	}
	content := widget.Column(theme.Space1, title, widget.NewFigure(text.Count(int64(count))), widget.NewSecondary(below).Cut())
	card := widget.NewSurface(fill, content).Lined().Round(theme.CardRadius).Inside(theme.Space3, theme.Space4)
	return widget.Named(widget.NewArea(card, func() { e.road.TakeAll(all) }).Round(theme.CardRadius), role)
}

// needColumns: name, field, explanation.
var needColumns = widget.Columns{-3, -4, -4}

// needs are what the feed must be given; it is kept in the catalogue.
func (e *Screen) needs() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(e.road.Needs))
	for _, n := range e.road.Needs {
		name, hint := e.say("export-rate", "from", n.From, "to", n.To), e.say("export-rate-hint", "from", n.From, "to", n.To)
		if n.Code != "" {
			name, hint = e.say(n.Code), e.say(n.Code+"-hint")
		}
		field := input.NewField(func(value string) { e.road.Give(n.Key, value) })
		field.SetPlaceHolder(n.Example)
		field.SetText(n.Value)
		row := needColumns.Row(widget.NewText(name).Cut(), widget.Named(field, "export-need:"+n.Key), widget.NewSecondary(hint).Cut())
		rows = append(rows, widget.Inset(theme.Space1, 0, row))
	}
	return screen.Lines(widget.NewSection(e.say("export-needs")), rows)
}

// problems are what is wrong for the channel.
func (e *Screen) problems() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, 0, len(e.road.Problems))
	for _, p := range e.road.Problems {
		rows = append(rows, e.problem(p))
	}
	if len(rows) == 0 {
		rows = append(rows, widget.Fixed(0, theme.RowHeight, container.NewCenter(widget.NewText(e.say("home-problems-none")).In(theme.Muted))))
	}
	return screen.Lines(widget.NewSection(e.say("export-problems")), rows)
}

// countColumns: number, unit, button.
var countColumns = widget.Columns{52, 60, 56}

// problem reports all of a problem, over as many lines as it needs.
func (e *Screen) problem(p view.TopProblem) fyne.CanvasObject {
	fix := widget.Gap(0, 0)
	if p.Fix.Setting == "" { // otherwise it is shown above what the feed needs
		fix = widget.Named(widget.NewButton(e.say("home-fix"), func() { e.session.Go(p.Fix) }).Small(), "fix:"+p.Fix.Problem)
	}
	count := countColumns.Row(
		widget.NewText(text.Count(int64(p.Products))).Strong().Right(),
		widget.NewSecondary(e.say("home-products", "count", p.Products)), fix,
	)
	mark := widget.Row(0, screen.Dot(screen.SeverityColors[p.Severity]))
	return container.NewBorder(nil, nil, mark, count, screen.Prose(widget.NewWrapped(p.Sentence)))
}

func (e *Screen) checkFooter() fyne.CanvasObject {
	m := e.road
	back := widget.NewButton(e.say("export-back"), func() { m.GoTo(exporting.StepChannel) })
	next := widget.NewButton(e.say("export-next"), func() { m.GoTo(exporting.StepPreview) }).As(widget.Primary)
	next.Allow(m.Reaches(exporting.StepPreview))
	remark := ""
	switch {
	case m.Busy:
		remark = e.say("export-checking")
	case m.Writes() == 0:
		remark = e.say("export-nothing")
	}
	return screen.Footer(widget.NewSecondary(remark).Cut(), widget.Named(back, "export-back"), widget.Named(next, "export-next"))
}

// readinessLegend are the numbers of the bar, each with its colour and word.
func readinessLegend(say *text.Printer, c view.ChannelCard) fyne.CanvasObject {
	return widget.Row(
		theme.Space4,
		screen.Dotted(theme.OK, say.Say("home-ready", "count", c.Ready)),
		screen.Dotted(theme.Warn, say.Say("home-warned", "count", c.Warned)),
		screen.Dotted(theme.Bad, say.Say("home-blocked", "count", c.Blocked)),
	)
}
