package products

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// showChips shows the parts of the filter; a tap takes one away.
func (p *Screen) showChips() {
	p.chips.Objects = nil
	add := func(word string, remove func()) {
		chip := widget.NewTapChip(word+"  ×", widget.Current, remove).Hint(func() string { return p.say("filter-remove") })
		p.chips.Add(widget.Named(chip, "filter-chip:"+strconv.Itoa(len(p.chips.Objects))))
	}
	f := p.list.Filter
	if n := len(f.IDs) + len(f.SKUs); n > 0 {
		add(p.say("filter-some", "count", n), p.list.DropChosen)
	}
	for _, pick := range p.list.Picks {
		add(p.list.PickWords(pick), func() { p.list.TogglePick(pick) })
	}
	for _, c := range f.Where {
		add(p.conditionText(c), func() { p.list.Toggle(c) })
	}
	p.chips.Refresh()
}

// conditionText says a condition: "Status: active", "Price > 20", "HS code: blank".
func (p *Screen) conditionText(c catalog.Condition) string {
	field, value := screen.Capital(p.session.Text.Field(c.Field)), c.Value
	if c.Field == p.session.ChineseTitle() {
		field = p.say("column-chinese-title")
	}
	if c.Field == catalog.FieldStatus && value != "" {
		value = p.say("status-" + value)
	}
	if name, _, ok := c.Field.Locale(); ok && name == catalog.ListingState {
		field = p.say("facet-chinese")
		if value = p.session.Text.State(catalog.State(value)); c.Op == catalog.OpBlank {
			return field + ": " + p.say("state-incomplete")
		}
	}
	switch c.Op {
	case catalog.OpEqual:
		return field + ": " + value
	case catalog.OpBlank, catalog.OpPresent, catalog.OpContains:
		return p.say(filterWords[c.Op], "field", field, "value", value)
	}
	return field + " " + string(c.Op) + " " + value
}

// filterWords say the conditions that have no sign.
var filterWords = map[catalog.Op]string{
	catalog.OpBlank: "filter-blank", catalog.OpPresent: "filter-present", catalog.OpContains: "filter-contains",
}

// opWords are the names of comparisons.
var opWords = map[catalog.Op]string{
	catalog.OpEqual: "op-equal", catalog.OpContains: "op-contains", catalog.OpMore: "op-more", catalog.OpLess: "op-less",
	catalog.OpBlank: "op-blank", catalog.OpPresent: "op-present",
}

// filterOps are the comparisons to choose from.
var filterOps = []catalog.Op{catalog.OpEqual, catalog.OpContains, catalog.OpMore, catalog.OpLess, catalog.OpBlank, catalog.OpPresent}

// filterForm is what a new condition is made with.
type filterForm struct {
	p         *Screen
	condition catalog.Condition
	field, op *input.Picker
	value     *input.Entry
	close     func()
}

// openFilter asks for a condition.
func (p *Screen) openFilter(at fyne.Position) {
	f := &filterForm{p: p, condition: catalog.Condition{Field: catalog.FieldBrand, Op: catalog.OpEqual}}
	f.field = input.NewPicker(func() []input.Choice { return fieldChoices(p.session) }, func(value string) {
		f.condition.Field = catalog.Field(value)
		f.show()
	})
	f.op = input.NewPicker(f.ops, func(value string) {
		f.condition.Op = catalog.Op(value)
		f.show()
	})
	f.value = input.NewEntry()
	f.value.OnSubmitted = func(string) { f.add() }
	add := widget.NewButton(p.say("filter-add"), f.add).As(widget.Primary)
	form := widget.Column(
		theme.Space2, widget.NewGroup(p.say("products-filter")),
		widget.Named(f.field, "filter-field"), widget.Named(f.op, "filter-op"), widget.Named(f.value, "filter-value"),
		widget.Row(0, widget.Spring(), widget.Named(add, "filter-add")),
	)
	f.show()
	f.close = p.popup(widget.Fixed(260, 0, form), at, f.value)
}

func (f *filterForm) ops() []input.Choice {
	choices := make([]input.Choice, len(filterOps))
	for i, op := range filterOps {
		choices[i] = input.Choice{Value: string(op), Text: f.p.say(opWords[op])}
	}
	return choices
}

func (f *filterForm) show() {
	f.field.Set(string(f.condition.Field), screen.Capital(f.p.session.Text.Field(f.condition.Field)))
	f.op.Set(string(f.condition.Op), f.p.say(opWords[f.condition.Op]))
	if f.condition.Op == catalog.OpBlank || f.condition.Op == catalog.OpPresent {
		f.value.Disable()
	} else {
		f.value.Enable()
	}
}

func (f *filterForm) add() {
	c := f.condition
	c.Value = strings.TrimSpace(f.value.Text)
	if f.value.Disabled() {
		c.Value = ""
	} else if c.Value == "" {
		return
	}
	f.close()
	f.p.list.Toggle(c)
}

// fieldChoices are the fields of products and of their Chinese listing.
func fieldChoices(s *view.Session) []input.Choice {
	var choices []input.Choice
	for _, info := range append(catalog.Fields(), catalog.ListingFields(s.Script())...) {
		choices = append(choices, input.Choice{Value: string(info.Name), Text: screen.Capital(s.Text.Field(info.Name))})
	}
	return choices
}

// openSaveView asks for a name for what is shown.
func (p *Screen) openSaveView(at fyne.Position) {
	name := input.NewEntry()
	var dismiss func()
	save := func() {
		dismiss()
		p.list.SaveView(name.Text)
	}
	name.OnSubmitted = func(string) { save() }
	button := widget.NewButton(p.say("products-save"), save).As(widget.Primary)
	form := widget.Column(
		theme.Space2, widget.NewGroup(p.say("products-view-name")), widget.Named(name, "view-name"),
		widget.Row(0, widget.Spring(), widget.Named(button, "view-save")),
	)
	dismiss = p.popup(widget.Fixed(260, 0, form), at, name)
}

// popup shows a small form over the screen and returns what closes it.
func (p *Screen) popup(form fyne.CanvasObject, at fyne.Position, focus fyne.Focusable) (dismiss func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.object)
	if c == nil {
		return func() {}
	}
	var pop *fynewidget.PopUp
	content := container.NewPadded(widget.Inset(theme.Space3, theme.Space3, form))
	pop = fynewidget.NewPopUp(widget.Closable(content, func() { pop.Hide() }), c)
	size := pop.MinSize()
	at.X = min(at.X, c.Size().Width-size.Width-theme.Space2)
	pop.ShowAtPosition(at)
	c.Focus(focus)
	return pop.Hide
}

// showState shows, in place of the grid, why there is nothing in it.
func (p *Screen) showState() {
	if p.list.State == view.ListReady {
		p.state.Hide()
		return
	}
	p.state.Objects = []fyne.CanvasObject{widget.NewSurface(theme.Surface, container.NewCenter(p.stateCard()))}
	p.state.Show()
	p.state.Refresh()
}

func (p *Screen) stateCard() fyne.CanvasObject {
	card := func(code, how string, button fyne.CanvasObject) fyne.CanvasObject {
		icon := container.NewCenter(widget.NewIcon(theme.IconProducts, theme.Faint))
		parts := []fyne.CanvasObject{icon, widget.NewSection(p.say(code)).Center(), screen.CentredWords(p.say(how), screen.StateWidth), container.NewCenter(button)}
		return widget.Fixed(screen.StateWidth, 0, widget.Column(theme.Space2, parts...))
	}
	switch p.list.State {
	case view.ListEmpty:
		imports := widget.NewButton(p.say("products-import"), func() { p.session.Go(view.Target{Place: view.ImportPlace}) }).As(widget.Primary)
		return card("products-empty", "products-empty-how", widget.Named(imports, "products-import"))
	case view.ListNothing:
		all := widget.NewButton(p.say("products-show-all"), p.list.ShowAll)
		return card("products-nothing", "products-nothing-how", widget.Named(all, "products-show-all"))
	case view.ListFailed:
		again := widget.NewButton(p.say("products-again"), p.list.Load)
		wrong := screen.CentredWords(p.session.Text.Error(p.list.Err), screen.StateWidth)
		return widget.Fixed(screen.StateWidth, 0, widget.Column(theme.Space2, widget.NewSection(p.say("products-failed")).Center(), wrong, container.NewCenter(again)))
	}
	return widget.NewSecondary(p.say("products-loading"))
}
