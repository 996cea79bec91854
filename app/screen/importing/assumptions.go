package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
)

// lacks says what most rows of the file lack, before anything else of it.
func (i *Screen) lacks(plan *importing.Plan) []fyne.CanvasObject {
	parts := make([]fyne.CanvasObject, 0, len(plan.Lacks))
	for _, p := range plan.Lacks {
		parts = append(parts, widget.Named(screen.Notice(theme.WarnSoft, theme.WarnText, i.sentence(p)), "import-lack:"+p.Code))
	}
	return parts
}

// assumed is the card of what the file does not say and was taken for granted. Before
// the import each of it can be changed.
func (i *Screen) assumed(plan *importing.Plan, change bool) fyne.CanvasObject {
	lines := widget.Column(0)
	for n := range plan.Assumed {
		lines.Add(i.assumedLine(plan.Assumed[n], change))
	}
	words := widget.Column(theme.Space2, widget.NewSection(i.say("import-assumed")), lines)
	return widget.Named(widget.NewCard(words), "import-assumed")
}

func (i *Screen) assumedLine(a importing.Assumption, change bool) fyne.CanvasObject {
	color := theme.Line
	if a.Guess {
		color = theme.Warn
	}
	mark := container.NewVBox(widget.Inset(2*theme.Space1+1, 0, widget.Fixed(8, 8, widget.NewDot(color))))
	var way fyne.CanvasObject
	if change {
		button := widget.NewButton(i.say("word-change"), func() { i.road.ChangeAssumed(a) }).As(widget.Quiet).Small()
		button.Allow(!i.road.Busy)
		way = widget.Named(container.NewVBox(button), "import-assumed:"+a.Problem.Code)
	}
	return widget.Bordered(nil, nil, widget.Inset(0, theme.Space1, mark), way, widget.Inset(theme.Space1, 0, widget.NewWrapped(i.session.Text.Problem(a.Problem))))
}
