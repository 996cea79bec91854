package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// planPage is the step that shows what the import would do.
type planPage struct {
	i       *Screen
	shown   catalog.Outcome // whose products are listed
	changes *screen.ChangeList
	object  *fyne.Container
	plan    *importing.Plan // what is shown
}

func newPlanPage(i *Screen) *planPage {
	p := &planPage{i: i, changes: screen.NewChangeList(i.session.Text, i.place), object: container.NewStack()}
	p.Refresh()
	return p
}

// Object implements stepPane.
func (p *planPage) Object() fyne.CanvasObject { return p.object }

// Refresh implements stepPane.
func (p *planPage) Refresh() {
	plan := p.i.road.Plan
	if plan != nil && plan != p.plan {
		p.shown = firstOf(plan)
	}
	p.plan = plan
	content := p.busy()
	if plan != nil {
		content = p.planned(plan)
	}
	p.object.Objects = []fyne.CanvasObject{content}
	p.object.Refresh()
}

// outcomes in the order of the figures, with the messages that name them.
var outcomes = []struct {
	outcome catalog.Outcome
	name    string
}{
	{catalog.New, "import-outcome-new"},
	{catalog.Changed, "import-outcome-changed"},
	{catalog.Same, "import-outcome-same"},
	{catalog.Refused, "import-outcome-refused"},
}

// firstOf chooses what is looked at first: what would be overwritten, then what
// would not come in.
func firstOf(plan *importing.Plan) catalog.Outcome {
	for _, o := range []catalog.Outcome{catalog.Changed, catalog.Refused, catalog.New} {
		if plan.Count(o) > 0 {
			return o
		}
	}
	return catalog.Same
}

// busy is shown while the file is compared; what went wrong instead is above.
func (p *planPage) busy() fyne.CanvasObject {
	back := widget.NewButton(p.i.say("import-back"), func() { p.i.road.GoTo(importing.StepColumns) })
	if !p.i.road.Busy {
		return container.NewBorder(nil, screen.Footer(nil, widget.Named(back, "import-back")), nil, nil)
	}
	cancel := widget.NewButton(p.i.say("import-cancel"), p.i.road.Cancel)
	return container.NewVBox(widget.NewCard(widget.Fixed(0, screen.ZoneHeight, container.NewCenter(widget.Column(
		theme.Space4,
		widget.NewText(p.i.say("job-compare", "file", p.i.road.Name())).In(theme.Muted).Center(),
		container.NewCenter(widget.Named(cancel, "import-cancel")),
	)))))
}

func (p *planPage) planned(plan *importing.Plan) fyne.CanvasObject {
	parts := append(p.i.lacks(plan), figures(p.i, plan, p.shown, p.choose))
	if saved := p.i.saved(); saved != nil {
		parts = append(parts, saved)
	}
	if len(plan.Assumed) > 0 {
		parts = append(parts, p.i.assumed(plan, true))
	}
	top := widget.Column(theme.Space4, append(parts, p.emptyRule(), widget.Gap(0, 0))...)
	body := widget.Fixed(0, leastPlan, container.New(screen.Sides{}, p.list(plan), p.i.problems(plan)))
	return widget.Bordered(nil, p.footer(plan), nil, nil, container.NewVScroll(widget.Bordered(top, nil, nil, nil, body)))
}

// leastPlan is how high the products are at least: a window that is lower is scrolled.
const leastPlan = 200

func (p *planPage) choose(o catalog.Outcome) {
	p.shown = o
	p.Refresh()
}

// figures are the counts of the outcomes; a tap lists what is behind one.
func figures(i *Screen, plan *importing.Plan, shown catalog.Outcome, choose func(catalog.Outcome)) fyne.CanvasObject {
	cards := make([]fyne.CanvasObject, 0, len(outcomes))
	for _, o := range outcomes {
		n := plan.Count(o.outcome)
		figure := widget.NewFigure(text.Count(int64(n)))
		if o.outcome == catalog.Refused && n > 0 {
			figure.In(theme.BadText)
		}
		name := widget.NewText(i.say(o.name)).In(theme.Muted)
		fill := theme.Surface
		if o.outcome == shown {
			fill = theme.Selected
			name.In(theme.Accent).Strong()
		}
		card := widget.NewSurface(fill, widget.Column(theme.Space1, name, figure)).Lined().Round(theme.CardRadius).Inside(theme.Space3, theme.Space4)
		var object fyne.CanvasObject = card
		if choose != nil {
			object = widget.NewArea(card, func() { choose(o.outcome) }).Round(theme.CardRadius)
		}
		cards = append(cards, widget.Named(object, o.name))
	}
	return container.New(screen.Evenly{}, cards...)
}

// emptyRule says what an empty cell means, and lets it mean the other thing.
func (p *planPage) emptyRule() fyne.CanvasObject {
	names := map[importing.EmptyCells]string{importing.KeepEmpty: p.i.say("import-empty-keep"), importing.ClearEmpty: p.i.say("import-empty-clear")}
	picker := input.NewPicker(func() []input.Choice {
		return []input.Choice{
			{Value: string(importing.KeepEmpty), Text: names[importing.KeepEmpty]},
			{Value: string(importing.ClearEmpty), Text: names[importing.ClearEmpty]},
		}
	}, func(value string) { p.i.road.UseEmpty(importing.EmptyCells(value)) })
	picker.Set(string(p.i.road.Empty), names[p.i.road.Empty])
	return widget.Row(theme.Space2, widget.NewText(p.i.say("import-empty-rule")).In(theme.Muted), widget.Fixed(220, 0, widget.Named(picker, "import-empty")))
}

// list is the products behind the figure that was chosen.
func (p *planPage) list(plan *importing.Plan) fyne.CanvasObject {
	products := plan.Products[p.shown]
	heading := p.i.say("import-outcome-" + string(p.shown))
	if plan.Count(p.shown) == 0 || len(products) == 0 {
		nothing := widget.NewText(p.i.say("import-nothing-of")).In(theme.Muted)
		return screen.ListCard(widget.NewSection(heading), container.NewVBox(widget.Inset(0, theme.Space4, nothing)))
	}
	top := []fyne.CanvasObject{widget.NewSection(heading), widget.Spring()}
	if plan.Count(p.shown) > len(products) {
		top = append(top, widget.NewSecondary(p.i.say("import-more-products", "count", len(products))))
	}
	p.changes.Show(products)
	return screen.ListCard(widget.Row(theme.Space2, top...), p.changes.Object)
}

func (p *planPage) footer(plan *importing.Plan) fyne.CanvasObject {
	back := widget.NewButton(p.i.say("import-back"), func() { p.i.road.GoTo(importing.StepColumns) })
	n := plan.New + plan.Changed
	now := widget.NewButton(p.i.say("import-now", "count", n), p.i.road.Import).As(widget.Primary)
	now.Allow(n > 0 && !p.i.road.Busy)
	remark := ""
	if n == 0 {
		remark = p.i.say("import-nothing")
	}
	buttons := []fyne.CanvasObject{widget.Named(back, "import-back"), widget.Named(now, "import-now")}
	if p.i.road.Busy {
		cancel := widget.NewButton(p.i.say("import-cancel"), p.i.road.Cancel)
		buttons = append([]fyne.CanvasObject{widget.Named(cancel, "import-cancel")}, buttons...)
	} else if save := p.i.saveRefused(); save != nil {
		buttons = append([]fyne.CanvasObject{save}, buttons...)
	}
	return screen.Footer(widget.NewSecondary(remark).Cut(), buttons...)
}
