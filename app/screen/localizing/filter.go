package localizing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/localizing"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// everything represents all among a picker's choices.
const everything = "*"

// filterBar chooses which products are gone through.
func (l *Screen) filterBar() fyne.CanvasObject {
	flow := l.states // the same one, which knows how wide it is and so how high
	flow.RemoveAll()
	if l.model.IsOnly() {
		_, of := l.model.Place()
		only := widget.NewTapChip(l.say("localize-only", "count", of)+"  ×", widget.Current, l.model.ShowEvery)
		flow.Add(widget.Inset(theme.Space1, theme.Space1, widget.Named(only, "localize-only")))
	}
	for _, show := range localizing.Shows {
		flow.Add(widget.Named(l.showTab(show), "localize-show:"+string(show)))
	}
	pickers := widget.Row(
		theme.Space2, widget.Fixed(pickerWidth, 0, widget.Named(l.problems(), "localize-problem")),
		widget.Fixed(pickerWidth, 0, widget.Named(l.categories(), "localize-category")),
	)
	return container.New(l.besideStates, flow, pickers)
}

// pickerWidth is that of the choices beside the states.
const pickerWidth = 132

// problems chooses the products whose texts have a problem.
func (l *Screen) problems() *input.Picker {
	found := l.model.Problems()
	p := input.NewPicker(func() []input.Choice {
		choices := []input.Choice{{Value: everything, Text: l.say("localize-all-problems")}}
		for i, problem := range found {
			choices = append(choices, input.Choice{Value: screen.Thousands(i), Text: problem.Words + "  " + screen.Thousands(problem.Products)})
		}
		return choices
	}, func(value string) {
		if value == everything {
			l.model.ShowProblem(catalog.ProblemKind{})
		}
		for i, problem := range found {
			if value == screen.Thousands(i) {
				l.model.ShowProblem(problem.Kind)
			}
		}
	})
	p.Set(everything, l.say("localize-all-problems"))
	if (l.model.Problem != catalog.ProblemKind{}) {
		p.Set("", l.model.ProblemWords())
	}
	return p
}

func (l *Screen) showTab(show localizing.Show) fyne.CanvasObject {
	word := widget.NewText(l.say("show-" + string(show))).In(theme.Muted)
	row := widget.Row(theme.Space1, word, container.NewCenter(widget.NewSecondary(screen.Thousands(l.model.Counts[show]))))
	area := widget.NewArea(widget.Inset(theme.Space1, theme.Space2, row), func() { l.model.ShowOnly(show) }).Round(theme.SmallControl / 2)
	if l.model.Show == show {
		word.In(theme.Accent).Strong()
		area.Fill(theme.AccentSoft)
	}
	return area
}

func (l *Screen) categories() *input.Picker {
	p := input.NewPicker(func() []input.Choice {
		choices := []input.Choice{{Value: everything, Text: l.say("localize-all-categories")}}
		for _, f := range l.model.Categories {
			if f.Value != "" {
				choices = append(choices, input.Choice{Value: f.Value, Text: f.Value})
			}
		}
		return choices
	}, func(value string) {
		if value == everything {
			value = ""
		}
		l.model.ShowCategory(value)
	})
	if l.model.Category == "" {
		p.Set(everything, l.say("localize-all-categories"))
	} else {
		p.Set(l.model.Category, l.model.Category)
	}
	return p
}

// showState shows, in place of the lines, why there are none.
func (l *Screen) showState() {
	if l.model.State == view.ListReady && l.model.Page != nil {
		l.state.Hide()
		return
	}
	l.state.Objects = []fyne.CanvasObject{container.NewCenter(l.stateCard())}
	l.state.Show()
	l.state.Refresh()
}

func (l *Screen) stateCard() fyne.CanvasObject {
	m := l.model
	card := func(code, how string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
		icon := container.NewCenter(widget.NewIcon(theme.IconLocalize, theme.Faint))
		return widget.Fixed(screen.StateWidth, 0, widget.Column(
			theme.Space2, icon, widget.NewSection(l.say(code)).Center(), screen.CentredWords(l.say(how), screen.StateWidth),
			container.NewCenter(widget.Row(theme.Space2, buttons...)),
		))
	}
	every := widget.Named(widget.NewButton(l.say("localize-show-every"), m.ShowEvery), "localize-show-every")
	switch {
	case m.State == view.ListFailed:
		again := widget.Named(widget.NewButton(l.say("products-again"), m.Enter), "localize-again")
		return widget.Fixed(screen.StateWidth, 0, widget.Column(theme.Space2, screen.CentredWords(l.session.Text.Error(m.Err), screen.StateWidth), container.NewCenter(again)))
	case m.State == view.ListEmpty:
		bring := widget.NewButton(l.say("products-import"), func() { l.session.Go(view.Target{Place: view.ImportPlace}) }).As(widget.Primary)
		return card("localize-empty", "localize-empty-how", widget.Named(bring, "localize-import"))
	case m.State == view.ListNothing && m.IsFinished():
		check := widget.NewButton(l.say("localize-check"), func() { l.session.Go(view.Target{Place: view.HomePlace}) }).As(widget.Primary)
		review := widget.NewButton(l.say("localize-review"), func() { m.ShowOnly(localizing.ShowStandard) })
		review.Allow(m.Counts[localizing.ShowStandard] > 0)
		return card("localize-finished", "localize-finished-how", widget.Named(review, "localize-review"), widget.Named(check, "localize-check"))
	case m.State == view.ListNothing:
		return card("localize-nothing", "localize-nothing-how", every)
	}
	return widget.NewSecondary(l.say("localize-loading"))
}

// besideOrBelow puts the second object at the right of the first or, where that would
// leave the first less than least, below it. How high it is depends on how wide it was
// made last.
type besideOrBelow struct {
	least float32
	width float32
}

func (b *besideOrBelow) isBelow(second fyne.CanvasObject) bool {
	return b.width > 0 && b.width-second.MinSize().Width-theme.Space3 < b.least
}

// Layout implements fyne.Layout.
func (b *besideOrBelow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	first, second := objects[0], objects[1]
	least := second.MinSize()
	first.Move(fyne.NewPos(0, 0))
	if b.isBelow(second) {
		first.Resize(fyne.NewSize(size.Width, first.MinSize().Height))
		second.Move(fyne.NewPos(0, first.MinSize().Height+theme.Space2)) // how high the first is shows only now
		second.Resize(fyne.NewSize(min(least.Width, size.Width), least.Height))
		return
	}
	first.Resize(fyne.NewSize(size.Width-least.Width-theme.Space3, size.Height))
	second.Move(fyne.NewPos(size.Width-least.Width, 0))
	second.Resize(fyne.NewSize(least.Width, size.Height))
}

// MinSize implements fyne.Layout.
func (b *besideOrBelow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	if b.isBelow(objects[1]) {
		return fyne.NewSize(0, first.Height+theme.Space2+second.Height)
	}
	return fyne.NewSize(0, max(first.Height, second.Height))
}
