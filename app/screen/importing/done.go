package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/widget"
)

// donePage says what the import did.
type donePage struct {
	i      *Screen
	object *fyne.Container
}

func newDonePage(i *Screen) *donePage {
	p := &donePage{i: i, object: container.NewStack()}
	p.Refresh()
	return p
}

// Object implements stepPane.
func (p *donePage) Object() fyne.CanvasObject { return p.object }

// Refresh implements stepPane.
func (p *donePage) Refresh() {
	m := p.i.road
	var top []fyne.CanvasObject
	if m.Undone { // what it had done is not so any more
		top = append(top, widget.Named(screen.Notice(theme.AccentSoft, theme.Accent, p.i.say("import-result-undone")), "import-undone"))
	} else {
		top = append(p.i.lacks(m.Result), figures(p.i, m.Result, "", nil))
		if !m.Wrote() {
			top = append(top, widget.Named(screen.Notice(theme.AccentSoft, theme.Accent, p.i.say("import-nothing-written")), "import-nothing"))
		}
	}
	if saved := p.i.saved(); saved != nil {
		top = append(top, saved)
	}
	top = append(top, p.buttons())
	if len(m.Result.Assumed) > 0 {
		top = append(top, p.i.assumed(m.Result, false))
	}
	top = append(top, widget.Gap(0, 0))
	body := widget.Fixed(0, leastPlan, p.i.problems(m.Result))
	p.object.Objects = []fyne.CanvasObject{container.NewVScroll(widget.Bordered(widget.Column(theme.Space4, top...), nil, nil, nil, body))}
	p.object.Refresh()
}

func (p *donePage) buttons() fyne.CanvasObject {
	m := p.i.road
	again := widget.NewButton(p.i.say("import-again"), m.Restart)
	if !m.Wrote() { // there are no products to show
		again.As(widget.Primary)
	}
	first := widget.Named(widget.NewButton(p.i.say("import-products"), m.ShowProducts).As(widget.Primary), "import-products")
	if m.Undone {
		first = widget.Named(widget.NewButton(p.i.say("import-redo"), m.Again).As(widget.Primary), "import-redo")
	}
	row := []fyne.CanvasObject{widget.Named(again, "import-again")}
	if m.Wrote() {
		row = append([]fyne.CanvasObject{first}, row...)
	}
	if save := p.i.saveRefused(); save != nil {
		row = append(row, save)
	}
	row = append(row, widget.Spring())
	if m.CanUndo() {
		undo := widget.NewButton(p.i.say("import-undo"), m.Undo).WithIcon(theme.Icon(theme.IconUndo))
		row = append(row, widget.Named(undo, "import-undo"))
	}
	return widget.Row(theme.Space3, row...)
}
