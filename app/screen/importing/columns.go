package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// columnsPage is the step in which their columns get our fields.
type columnsPage struct {
	i      *Screen
	rows   []*columnRow
	list   *fyne.Container
	remark *widget.Text
	body   *fyne.Container
	object fyne.CanvasObject
	folded bool // all columns are known and shown as one line
}

// columnWidths: theirs, first values, arrow, ours, why.
var columnWidths = widget.Columns{-4, -6, theme.IconSize, 250, -5}

func newColumnsPage(i *Screen) *columnsPage {
	p := &columnsPage{i: i, remark: widget.NewSecondary("").Cut(), body: container.NewStack(), folded: i.road.AllKnown()}
	p.list = container.New(layout.NewCustomPaddedVBoxLayout(0))
	back := widget.NewButton(i.say("import-back"), func() { i.road.GoTo(importing.StepSheet) })
	compare := widget.NewButton(i.say("import-compare"), i.road.Compare).As(widget.Primary)
	foot := screen.Footer(p.remark, widget.Named(back, "import-back"), widget.Named(compare, "import-compare"))
	p.object = container.NewBorder(nil, foot, nil, nil, p.body)
	p.show()
	return p
}

// show chooses between the list and the one line that represents it.
func (p *columnsPage) show() {
	if p.folded {
		line := widget.NewText(p.i.say("import-all-known", "count", len(p.i.road.Columns()))).Cut()
		button := widget.NewButton(p.i.say("import-show-columns"), func() {
			p.folded = false
			p.show()
		})
		card := widget.NewCard(container.NewBorder(nil, nil, widget.NewIcon(theme.IconCheck, theme.OK), widget.Named(button, "import-show-columns"), widget.Inset(theme.Space2, theme.Space2, line)))
		p.body.Objects = []fyne.CanvasObject{container.NewVBox(card)}
	} else {
		card := widget.NewSurface(theme.Surface, container.NewBorder(p.heads(), nil, nil, nil, container.NewVScroll(p.list))).Lined().Round(theme.CardRadius).Inside(1, 1)
		p.body.Objects = []fyne.CanvasObject{card}
	}
	p.Refresh()
	p.body.Refresh()
}

// Object implements stepPane.
func (p *columnsPage) Object() fyne.CanvasObject { return p.object }

// Refresh implements stepPane.
func (p *columnsPage) Refresh() {
	columns := p.i.road.Columns()
	p.remark.SetText(p.i.say("import-matched", "matched", p.i.road.Matched(), "count", len(columns)))
	if len(p.rows) != len(columns) {
		p.fill(columns)
	}
	for at, c := range columns {
		p.update(p.rows[at], at, c)
	}
}

// fill makes a row for each column. A file has as many as a person can look
// through, so all of them are there: each can be found and reached by Tab.
func (p *columnsPage) fill(columns []importing.Column) {
	p.rows, p.list.Objects = p.rows[:0], nil
	for at, c := range columns {
		r := p.row(c)
		if at > 0 {
			p.list.Objects = append(p.list.Objects, fynewidget.NewSeparator())
		}
		p.list.Objects = append(p.list.Objects, r.object)
		p.rows = append(p.rows, r)
	}
	p.list.Refresh()
}

func (p *columnsPage) heads() fyne.CanvasObject {
	head := func(s string) fyne.CanvasObject { return widget.NewText(s).Strong().In(theme.Muted).Cut() }
	row := columnWidths.Row(head(p.i.say("import-head-theirs")), head(p.i.say("import-head-first")), widget.Gap(1, 1), head(p.i.say("import-head-field")), head(p.i.say("import-head-why")))
	return widget.Column(0, widget.Inset(0, theme.Space3, widget.Fixed(0, theme.RowHeight, row)), fynewidget.NewSeparator())
}

// columnRow are the parts of a row that its column is shown by.
type columnRow struct {
	object        fyne.CanvasObject
	theirs, first *widget.Text
	picker        *input.Picker
	why           *widget.Chip
	beside        *fyne.Container // has why as wide as its word
}

func (p *columnsPage) row(c importing.Column) *columnRow {
	r := &columnRow{
		theirs: widget.NewText("").Strong().Cut(), first: widget.NewText("").In(theme.Muted).Cut(),
		picker: input.NewPicker(nil, nil), why: widget.NewChip("", widget.Neutral),
	}
	r.picker.Hint = p.i.say("import-field-search")
	r.beside = widget.Row(0, r.why)
	arrow := widget.NewIcon(theme.IconForward, theme.Faint)
	cells := columnWidths.Row(r.theirs, r.first, arrow, widget.Named(r.picker, "import-field:"+p.name(c)), r.beside)
	r.object = widget.Inset(0, theme.Space3, widget.Fixed(0, columnHeight, cells))
	return r
}

// columnHeight is a row's, with a little more around the control in it.
const columnHeight = theme.RowHeight + theme.Space1

// name is what the column is called in the file.
func (p *columnsPage) name(c importing.Column) string {
	if c.Header == "" {
		return p.i.say("import-column-none", "letters", c.Letters)
	}
	return screen.OneLine(c.Header)
}

func (p *columnsPage) update(r *columnRow, at int, c importing.Column) {
	r.theirs.SetText(p.name(c))
	r.first.SetText(c.SampleText())
	r.picker.Choices = func() []input.Choice { return p.choices(at) }
	r.picker.Picked = func(value string) { p.i.road.Choose(at, catalog.Field(value)) }
	r.picker.Set(string(c.Field), p.fieldText(c))
	code, tone := reason(c.Reason)
	r.why.Set(p.i.say(code), tone)
	r.beside.Refresh()
}

// fieldText is the field of a column, with the unit or the option's name beside it.
func (p *columnsPage) fieldText(c importing.Column) string {
	text := screen.Capital(p.i.session.Text.Field(c.Field))
	switch {
	case c.Option != "":
		return text + " • " + c.Option
	case c.Unit != "" && c.Reason != "kept" && c.Field != importing.Ignored:
		return text + " • " + c.Unit
	}
	return text
}

// fieldHeads are the messages above the groups of fields.
var fieldHeads = map[string]string{
	"column": "import-fields-column", "product": "import-fields-product", "chinese": "import-fields-chinese", "help": "import-fields-help",
}

// choices lists what a column can become.
func (p *columnsPage) choices(at int) []input.Choice {
	var choices []input.Choice
	for _, g := range p.i.road.FieldGroups(at) {
		choices = append(choices, input.Choice{Text: p.i.say(fieldHeads[g.Name])})
		for _, f := range g.Fields {
			text := screen.Capital(p.i.session.Text.Field(f))
			if g.Name == "column" && f != importing.Ignored {
				text = p.i.say("import-kept", "field", p.i.session.Text.Field(f))
			}
			choices = append(choices, input.Choice{Value: string(f), Text: text})
		}
	}
	return choices
}

// reason is what a chip says about why a column has its field.
func reason(r importing.Reason) (code string, tone widget.Tone) {
	switch r {
	case "exact":
		return "import-why-exact", widget.Good
	case "remembered":
		return "import-why-remembered", widget.Good
	case "chosen":
		return "import-why-chosen", widget.Good
	case "similar":
		return "import-why-similar", widget.Caution
	case "content":
		return "import-why-content", widget.Caution
	case "kept":
		return "import-why-kept", widget.Current
	}
	return "import-why-dropped", widget.Neutral
}
