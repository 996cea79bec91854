package importing

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// problems is the card of what is wrong in the file, a part for each kind.
func (i *Screen) problems(plan *importing.Plan) fyne.CanvasObject {
	heading := widget.NewSection(i.say("import-problems"))
	if len(plan.Problems) == 0 {
		nothing := widget.NewText(i.say("import-problems-none")).In(theme.Muted)
		return screen.ListCard(heading, container.NewVBox(widget.Inset(0, theme.Space4, nothing)))
	}
	parts := make([]fyne.CanvasObject, 0, 2*len(plan.Problems))
	for _, g := range plan.Problems {
		parts = append(parts, i.problem(g), fynewidget.NewSeparator())
	}
	return screen.ListCard(heading, container.NewVScroll(container.NewVBox(parts[:len(parts)-1]...)))
}

// problem is one kind of problem: how often, what, and where first.
func (i *Screen) problem(g importing.ProblemGroup) fyne.CanvasObject {
	tones := map[catalog.Severity]widget.Tone{catalog.Blocked: widget.Wrong, catalog.Warning: widget.Caution, catalog.Info: widget.Neutral}
	chip := widget.NewChip(i.say("severity-"+string(g.First.Severity))+"  "+text.Count(int64(g.Count)), tones[g.First.Severity])
	parts := []fyne.CanvasObject{widget.NewWrapped(i.sentence(g.First))}
	if len(g.Places) > 0 {
		parts = append(parts, screen.Aside(i.places(g)))
	}
	return widget.Inset(theme.Space2, 0, widget.Column(0, widget.Inset(0, theme.Space4, widget.Row(0, chip)), widget.Inset(0, theme.Space2, screen.Prose(parts...))))
}

// inWindow are the problems whose sentence names an option of the command line, with
// the one that the window has instead.
var inWindow = map[string]string{
	"columns-ignored":   "import-columns-ignored",
	"no-product-column": "import-no-product-column",
	"text-unreadable":   "import-text-unreadable",
}

func (i *Screen) sentence(p catalog.Problem) string {
	if code, ok := inWindow[p.Code]; ok {
		p.Code = code
	}
	return i.session.Text.Problem(p)
}

// placesShown is how many places of a problem are named.
const placesShown = 6

func (i *Screen) places(g importing.ProblemGroup) string {
	names := make([]string, 0, placesShown)
	for _, p := range g.Places[:min(len(g.Places), placesShown)] {
		names = append(names, i.place(p))
	}
	list := strings.Join(names, ", ")
	if more := g.Count - len(names); more > 0 {
		return i.say("import-places", "list", list, "count", more)
	}
	return list
}

// place leaves the file's name out of a place: it is in the title. Of a CSV
// the row is left.
func (i *Screen) place(p catalog.Place) string {
	short := strings.TrimLeft(strings.TrimPrefix(string(p), i.road.Name()), "!:")
	if row, err := strconv.Atoi(short); err == nil {
		return i.say("import-header-row", "row", row)
	}
	return short
}

// saveRefused is the button that saves the rows that were left out, or nothing.
func (i *Screen) saveRefused() fyne.CanvasObject {
	if i.files.Save == nil || i.road.Refused() == 0 || i.road.Busy {
		return nil
	}
	name := strings.TrimSuffix(i.road.Name(), extension(i.road.Name()))
	button := widget.NewButton(i.say("import-save-refused"), func() {
		i.files.Save(name+"-refused.xlsx", i.road.SaveRefused)
	})
	return widget.Named(button, "import-save-refused")
}

// saved says where the rows that were left out have been saved, or is nothing.
func (i *Screen) saved() fyne.CanvasObject {
	if i.road.Saved == "" {
		return nil
	}
	return widget.Named(screen.Notice(theme.OKSoft, theme.OKText, i.say("import-saved", "path", i.road.Saved)), "import-saved")
}

func extension(name string) string {
	if at := strings.LastIndexByte(name, '.'); at > 0 {
		return name[at:]
	}
	return ""
}

// lacks says what most rows of the file lack, before the rest of it.
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
