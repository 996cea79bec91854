package products

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/products"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Bulk is the form that edits many products at once: what is to be done above,
// each cell before and after below.
type Bulk struct {
	session *view.Session
	edit    *products.Bulk

	field, op *input.Picker
	form      *fyne.Container // of the action
	price     *bulkPrice      // in it, where prices are calculated
	wrong     map[products.BulkInput]wrongLine
	counts    *widget.Text
	warning   *fyne.Container // of prices that change much
	grid      *grid.Grid
	save      *widget.Button
	popup     *fynewidget.PopUp
	shape     [2]string // field and action that form was made for
}

// bulkWords are the names of what can be done.
var bulkWords = map[workspace.BulkOp]string{
	workspace.BulkSet: "bulk-op-set", workspace.BulkClear: "bulk-op-clear", workspace.BulkPrefix: "bulk-op-prefix",
	workspace.BulkSuffix: "bulk-op-suffix", workspace.BulkReplace: "bulk-op-replace", workspace.BulkAdd: "bulk-op-add",
	workspace.BulkRemove: "bulk-op-remove", workspace.BulkFormula: "bulk-op-formula",
}

// bulkSize is the size of the form: it leaves the list behind it in sight.
var bulkSize = fyne.NewSize(760, 560)

// openBulk edits the chosen products.
func (p *Screen) openBulk() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.object)
	if ids := p.selected(); c != nil && len(ids) > 0 {
		newBulk(p.session, ids).show(c)
	}
}

func newBulk(s *view.Session, ids []catalog.ID) *Bulk {
	b := &Bulk{session: s, edit: products.NewBulk(s, ids), form: container.NewStack(), warning: container.NewVBox()}
	b.field = input.NewPicker(b.fields, func(value string) { b.edit.SetField(catalog.Field(value)) })
	b.op = input.NewPicker(b.ops, func(value string) {
		b.edit.Op = workspace.BulkOp(value)
		b.edit.Preview()
	})
	b.counts = widget.NewSecondary("").Cut()
	b.grid = grid.New(bulkSource{b.edit}, b.columns()...).WithoutBoxes()
	b.save = widget.NewButton(b.say("bulk-save"), b.edit.Save).As(widget.Primary)
	b.edit.OnChange = b.update
	return b
}

func (b *Bulk) say(code string, args ...any) string { return b.session.Text.Say(code, args...) }

// show opens the form over the window.
func (b *Bulk) show(c fyne.Canvas) {
	title := widget.NewTitle(b.say("bulk-title", "count", b.edit.Len()))
	cancel := widget.NewButton(b.say("bulk-cancel"), b.close)
	choices := container.NewGridWithColumns(2, widget.Named(b.field, "bulk-field"), widget.Named(b.op, "bulk-op"))
	top := widget.Column(theme.Space3, title, choices, b.form, b.counts, b.warning)
	bottom := widget.Row(theme.Space2, widget.Spring(), widget.Named(cancel, "bulk-cancel"), widget.Named(b.save, "bulk-save"))
	preview := widget.NewSurface(theme.Surface, widget.Named(b.grid, "bulk-preview")).Lined().Inside(1, 1)
	all := container.NewBorder(widget.Inset(0, 0, top), widget.Inset(theme.Space3, 0, bottom), nil, nil, widget.Inset(theme.Space2, 0, preview))
	b.popup = fynewidget.NewModalPopUp(widget.Closable(widget.Inset(theme.Space4, theme.Space4, all), b.close), c)
	b.popup.Resize(bulkSize.Min(c.Size().Subtract(fyne.NewSquareSize(2 * theme.Space6))))
	b.popup.Show()
	b.edit.Preview()
	c.Focus(widget.FocusableIn(b.field))
}

func (b *Bulk) close() {
	b.edit.Leave()
	b.popup.Hide()
}

// update shows the form and the preview as they are now.
func (b *Bulk) update() {
	if b.edit.Done {
		b.close()
		return
	}
	b.field.Set(string(b.edit.Field), b.fieldName(b.edit.Field))
	b.op.Set(string(b.edit.Op), b.say(bulkWords[b.edit.Op]))
	if shape := [2]string{string(b.edit.Field), string(b.edit.Op)}; shape != b.shape {
		b.shape = shape
		b.wrong, b.price = map[products.BulkInput]wrongLine{}, nil
		b.form.Objects = []fyne.CanvasObject{b.action()}
		b.grid.Arrange(b.arrangement())
	}
	if b.price != nil {
		b.price.show()
	}
	b.showWrong()
	b.counts.SetText(b.summary())
	b.warning.Objects = nil
	if n := b.edit.Result.Large; n > 0 && !b.edit.Busy {
		told := screen.Notice(theme.WarnSoft, theme.WarnText, b.say("bulk-large", "count", n))
		b.warning.Objects = []fyne.CanvasObject{widget.Named(told, "bulk-large")}
	}
	show(b.warning, len(b.warning.Objects) > 0)
	b.popup.Content.Refresh() // the form may be higher than before
	b.save.Allow(b.edit.CanSave())
	b.grid.Reset()
}

// wrongLine is what is wrong with an input, below it.
type wrongLine struct {
	words  *widget.Wrapped
	object fyne.CanvasObject
}

// show shows an object, or hides it.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// showWrong reports at each input what is wrong with it.
func (b *Bulk) showWrong() {
	for input, line := range b.wrong {
		line.words.Set(b.edit.Wrong[input], -1)
		show(line.object, b.edit.Wrong[input] != "")
	}
}

func (b *Bulk) summary() string {
	r := b.edit.Result
	switch {
	case b.edit.Problem != "":
		return b.edit.Problem
	case b.edit.Busy:
		return b.say("bulk-busy")
	case r.Products == 0 && len(b.edit.Wrong) == 0:
		return b.say("bulk-incomplete")
	case r.Products == 0:
		return b.say("bulk-wrong")
	}
	return b.say("bulk-counts", "changed", r.Changed, "same", r.Same, "refused", r.Refused)
}

func (b *Bulk) fieldName(f catalog.Field) string {
	if f == products.AttributeOfBulk {
		return b.say("bulk-attribute")
	}
	if f == b.session.ChineseTitle() {
		return b.say("column-chinese-title")
	}
	return screen.Capital(b.session.Text.Field(f))
}

func (b *Bulk) fields() []input.Choice {
	fields := b.edit.Fields()
	choices := make([]input.Choice, len(fields))
	for i, f := range fields {
		choices[i] = input.Choice{Value: string(f), Text: b.fieldName(f)}
	}
	return choices
}

func (b *Bulk) ops() []input.Choice {
	var choices []input.Choice
	for _, op := range b.edit.Ops() {
		choices = append(choices, input.Choice{Value: string(op), Text: b.say(bulkWords[op])})
	}
	return choices
}

// action is what the action needs to know.
func (b *Bulk) action() fyne.CanvasObject {
	var inputs []fyne.CanvasObject
	if b.edit.Field == products.AttributeOfBulk {
		inputs = append(inputs, b.entry("bulk-attribute", &b.edit.Attribute))
	}
	switch b.edit.Op {
	case workspace.BulkClear:
	case workspace.BulkFormula:
		b.price = newBulkPrice(b)
		inputs = append(inputs, b.price.objects()...)
	case workspace.BulkReplace:
		inputs = append(inputs, b.entry("bulk-find", &b.edit.Text), b.entry("bulk-with", &b.edit.With))
	default:
		if b.edit.Field == catalog.FieldStatus {
			inputs = append(inputs, b.choice("bulk-text", &b.edit.Text, string(catalog.StatusActive), string(catalog.StatusDraft), string(catalog.StatusArchived)))
		} else {
			inputs = append(inputs, widget.Column(theme.Space1, b.entry("bulk-text", &b.edit.Text), b.wrongLine(products.InputText)))
		}
	}
	if len(inputs) == 0 {
		return widget.Gap(1, 1)
	}
	return container.NewGridWithColumns(len(inputs), inputs...)
}

// wrongLine is where it is given what is wrong with an input.
func (b *Bulk) wrongLine(at products.BulkInput) fyne.CanvasObject {
	words := widget.NewWrapped("").Small().In(theme.BadText)
	line := wrongLine{words, widget.Named(words, "bulk-wrong:"+string(at))}
	line.object.Hide()
	b.wrong[at] = line
	return line.object
}

// entry is a text with its name above it.
func (b *Bulk) entry(code string, to *string) fyne.CanvasObject {
	e := input.NewEntry()
	e.SetText(*to)
	e.OnChanged = func(text string) {
		*to = text
		b.edit.Preview()
	}
	return widget.Column(theme.Space1, widget.NewSecondary(b.say(code)), widget.Named(e, code))
}

// choice is one of some values with its name above it.
func (b *Bulk) choice(code string, to *string, values ...string) fyne.CanvasObject {
	word := func(value string) string {
		if value == "" {
			return b.say("bulk-none")
		}
		if b.session.Text.Has("status-" + value) {
			return b.say("status-" + value)
		}
		return value
	}
	var p *input.Picker
	p = input.NewPicker(func() []input.Choice {
		choices := make([]input.Choice, len(values))
		for i, value := range values {
			choices[i] = input.Choice{Value: value + screen.PickMark, Text: word(value)}
		}
		return choices
	}, func(value string) {
		*to = strings.TrimSuffix(value, screen.PickMark)
		p.Set(value, word(*to))
		b.edit.Preview()
	})
	p.Set(*to+screen.PickMark, word(*to))
	return widget.Column(theme.Space1, widget.NewSecondary(b.say(code)), widget.Named(p, code))
}

func (b *Bulk) columns() []grid.Column {
	return []grid.Column{
		{Key: "sku", Title: "SKU", Width: 130, Strong: true},
		{Key: "title", Title: screen.Capital(b.session.Text.Field(catalog.FieldTitle)), Width: 180, Grow: true},
		{Key: "before", Title: b.say("bulk-before"), Width: 150, Grow: true},
		{Key: "after", Title: b.say("bulk-after"), Width: 150, Grow: true, Strong: true},
		{Key: changeColumn, Title: b.say("bulk-change-column"), Kind: grid.FigureColumn, Width: 80},
	}
}

const changeColumn = "change"

// arrangement leaves out by how much prices change where none do.
func (b *Bulk) arrangement() grid.Arrangement {
	a := grid.Arrangement{Order: []string{"sku", "title", "before", "after"}}
	if b.edit.IsOfPrices() {
		a.Order = append(a.Order, changeColumn)
	}
	return a
}

// bulkSource is the preview as a grid asks for it.
type bulkSource struct{ edit *products.Bulk }

func (s bulkSource) Len() int { return len(s.edit.Rows) }

func (s bulkSource) Key(row int) (string, bool) {
	if row < 0 || row >= len(s.edit.Rows) {
		return "", false
	}
	return screen.Thousands(row), true
}

func (s bulkSource) Row(row int) ([]grid.Cell, bool) {
	r := s.edit.Rows[row]
	cell := func(s string) grid.Cell { return screen.Blankable(grid.Cell{Text: s, Value: s}) }
	after := cell(r.After)
	after.Tone = widget.Good
	if r.Refused {
		after.Tone = widget.Wrong
	}
	change := cell(r.Change)
	if r.Large {
		change.Tone = widget.Caution
	}
	return []grid.Cell{cell(r.SKU), cell(r.Title), cell(r.Before), after, change}, true
}
