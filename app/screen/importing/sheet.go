package importing

import (
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/importing"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
)

// sheetPage is the step in which the sheet and its header are settled.
type sheetPage struct {
	i      *Screen
	rows   []importing.Row
	table  *widget.Table
	tools  *fyne.Container
	object fyne.CanvasObject
}

func newSheetPage(i *Screen) *sheetPage {
	p := &sheetPage{i: i, tools: container.NewStack()}
	p.table = p.preview()
	card := widget.NewSurface(theme.Surface, widget.Named(p.table.Object(), "import-rows")).Lined().Round(theme.CardRadius).Inside(1, 1)
	p.object = widget.Bordered(widget.Inset(0, 0, widget.Column(0, p.tools, widget.Gap(0, theme.Space3))), p.footer(), nil, nil, card)
	p.Refresh()
	return p
}

// Object implements stepPane.
func (p *sheetPage) Object() fyne.CanvasObject { return p.object }

// Refresh implements stepPane.
func (p *sheetPage) Refresh() {
	p.rows = p.i.road.Rows()
	p.tools.Objects = []fyne.CanvasObject{p.toolbar()}
	p.tools.Refresh()
	p.widths()
	p.table.Refresh()
}

// toolbar has the sheet of a workbook or the encoding of a text file, and whether
// there is a header.
func (p *sheetPage) toolbar() fyne.CanvasObject {
	m := p.i.road
	var parts []fyne.CanvasObject
	if m.Encoding() != "" {
		picker := input.NewPicker(plainChoices(m.Encodings()), m.UseEncoding)
		picker.Set(m.Encoding(), strings.ToUpper(m.Encoding()))
		parts = append(parts, widget.NewText(p.i.say("import-encoding")).In(theme.Muted), widget.Fixed(160, 0, widget.Named(picker, "import-encoding")))
	} else {
		picker := input.NewPicker(plainChoices(m.Sheets()), m.UseSheet)
		picker.Set(m.Sheet(), m.Sheet())
		parts = append(parts, widget.NewText(p.i.say("import-sheet")).In(theme.Muted), widget.Fixed(220, 0, widget.Named(picker, "import-sheet")))
	}
	header := input.NewPicker(p.headers, func(value string) {
		if row, err := strconv.Atoi(value); err == nil {
			m.UseHeader(row)
		}
	})
	header.Set(strconv.Itoa(m.HeaderRow()), p.headerName(m.HeaderRow()))
	parts = append(parts, widget.Gap(theme.Space2, 0), widget.NewText(p.i.say("import-header-title")).In(theme.Muted),
		widget.Fixed(260, 0, widget.Named(header, "import-header")), widget.Gap(theme.Space2, 0))
	hint := widget.NewSecondary(p.i.say("import-header-tap")).Cut()
	return container.NewBorder(nil, nil, widget.Row(theme.Space2, parts...), nil, widget.Columns{-1}.Row(hint))
}

func plainChoices(values []string) func() []input.Choice {
	return func() []input.Choice {
		choices := make([]input.Choice, 0, len(values))
		for _, v := range values {
			choices = append(choices, input.Choice{Value: v, Text: v})
		}
		return choices
	}
}

func (p *sheetPage) headers() []input.Choice {
	choices := []input.Choice{{Value: "0", Text: p.headerName(0)}}
	for _, r := range p.rows {
		choices = append(choices, input.Choice{Value: strconv.Itoa(r.Number), Text: p.headerName(r.Number) + "  " + strings.Join(r.Cells, " · ")})
	}
	return choices
}

func (p *sheetPage) headerName(row int) string {
	if row == 0 {
		return p.i.say("import-header-none")
	}
	return p.i.say("import-header-row", "row", row)
}

// preview is the first rows as they are in the file.
func (p *sheetPage) preview() *widget.Table {
	t := widget.NewTable(func() (int, int) {
		if len(p.rows) == 0 {
			return 0, 0
		}
		return len(p.rows), len(p.rows[0].Cells) + 1
	}, screen.NewCell, p.cell)
	t.OnSelected = func(id fynewidget.TableCellID) {
		t.Unselect(id)
		p.i.road.UseHeader(p.rows[id.Row].Number)
	}
	t.StickyColumnCount = 1
	return t
}

func (p *sheetPage) widths() {
	p.table.SetColumnWidth(0, 56)
	if len(p.rows) == 0 {
		return
	}
	for column := range p.rows[0].Cells {
		longest := 8
		for _, r := range p.rows {
			longest = max(longest, min(width(r.Cells[column]), 32))
		}
		p.table.SetColumnWidth(column+1, float32(longest)*7+theme.Space6)
	}
}

// width is how many Latin characters a text is about as wide as.
func width(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > unicode.MaxLatin1 {
			n++
		}
	}
	return n
}

func (p *sheetPage) cell(id fynewidget.TableCellID, o fyne.CanvasObject) {
	row := p.rows[id.Row]
	header := row.Number == p.i.road.HeaderRow()
	ground, ink := theme.Clear, theme.Ink
	switch {
	case header:
		ground = theme.Selected
	case row.Number < p.i.road.HeaderRow():
		ink = theme.Muted
	}
	if id.Col == 0 {
		screen.SetCell(o, strconv.Itoa(row.Number), theme.Muted, ground, false)
		return
	}
	text := strings.ReplaceAll(row.Cells[id.Col-1], "\n", " ")
	if r := []rune(text); len(r) > 60 {
		text = string(r[:60])
	}
	screen.SetCell(o, text, ink, ground, header)
}

func (p *sheetPage) footer() fyne.CanvasObject {
	back := widget.NewButton(p.i.say("import-back"), func() { p.i.road.GoTo(importing.StepFile) })
	next := widget.NewButton(p.i.say("import-next"), func() { p.i.road.GoTo(importing.StepColumns) }).As(widget.Primary)
	return screen.Footer(nil, widget.Named(back, "import-back"), widget.Named(next, "import-next"))
}
