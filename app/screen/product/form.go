package product

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// form is some fields of a product: each has its name above and, while what
// was typed is not as it should be, its problem below.
type form struct {
	p      *Screen
	inputs map[product.Cell]*fieldInput
	order  []product.Cell
	shown  bool // the texts are being shown: nobody types
	relay  func()
}

// fieldInput is one field.
type fieldInput struct {
	entry   *input.Entry
	object  fyne.Focusable // the entry, or what is made of it
	problem *widget.Wrapped
}

// newForm makes a form without fields. relay is called when a problem came
// or went: the fields have other heights then.
func newForm(p *Screen, relay func()) *form {
	return &form{p: p, inputs: map[product.Cell]*fieldInput{}, relay: relay}
}

// descriptionLines is how high a text of many lines is.
const descriptionLines = 9

// field is a field with its name above it.
func (f *form) field(name catalog.Field) fyne.CanvasObject {
	say := f.p.session.Text
	title := widget.NewSecondary(screen.Capital(say.Field(name))).Cut()
	label, code := fyne.CanvasObject(title), "field-hint-"+string(name)
	if say.Has(code) { // a name that a shop may not know
		label = widget.NewHinted(title, func() string { return say.Say(code) })
	}
	return widget.Column(theme.Space1, label, f.input(product.Cell{Field: name}))
}

func (f *form) named(cell product.Cell, title string) fyne.CanvasObject {
	return widget.Column(theme.Space1, widget.NewSecondary(title).Cut(), f.input(cell))
}

// input is a field without its name.
func (f *form) input(cell product.Cell) fyne.CanvasObject {
	i := &fieldInput{problem: widget.NewWrapped("").Small()}
	shown := f.make(cell.Field, i)
	i.problem.Hide()
	i.entry.SetText(f.p.model.Text(cell))
	high := float32(0)
	i.entry.OnChanged = func(text string) {
		if !f.shown {
			f.p.model.Set(cell, text)
		}
		if line, ok := i.object.(*input.LineEntry); ok && line.HeightAt(line.Size().Width) != high {
			high = line.HeightAt(line.Size().Width)
			f.relay()
		}
	}
	if f.p.model.ReadOnly() {
		i.entry.Disable()
	}
	f.inputs[cell] = i
	f.order = append(f.order, cell)
	f.showProblem(cell, i)
	entry := widget.Named(shown, "product-field:"+string(cell.Field))
	if line, ok := i.object.(*input.LineEntry); ok {
		entry = container.New(&asHighAsText{entry: line}, entry)
	}
	return widget.Column(theme.Space1, entry, i.problem)
}

// hint shows in an empty field what could be there.
func (f *form) hint(name catalog.Field, text string) {
	if i := f.inputs[product.Cell{Field: name}]; i != nil {
		i.entry.SetPlaceHolder(text)
	}
}

// make makes the entry of a field: of one line, of many, or for a title, which is
// read as one line and may be long.
func (f *form) make(field catalog.Field, i *fieldInput) fyne.CanvasObject {
	rows := map[catalog.Field]int{catalog.FieldDescription: descriptionLines, catalog.FieldNotes: 3}[field]
	switch {
	case field == catalog.FieldTitle:
		e := input.NewLineEntry()
		e.Wrapping = fyne.TextWrapWord
		e.Submit = func() {}
		e.Escape = func() { unfocus(e) }
		i.entry, i.object = &e.Entry, e
		return e
	case rows > 0:
		i.entry = input.NewMultiLineEntry()
		i.entry.Wrapping = fyne.TextWrapWord
		i.entry.SetMinRowsVisible(rows)
	default:
		i.entry = input.NewEntry()
	}
	i.object = i.entry
	return i.entry
}

// unfocus gives the keys to the window.
func unfocus(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Unfocus()
	}
}

// asHighAsText is the layout of a field with an entry that is as high as its text.
type asHighAsText struct {
	entry *input.LineEntry
	width float32
}

func (a *asHighAsText) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a.width = size.Width
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, min(mostTitle, a.entry.HeightAt(size.Width))))
	}
}

// mostTitle is how high a title gets; what is more is scrolled.
const mostTitle = 4 * theme.RowHeight

func (a *asHighAsText) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.RailWidth, min(mostTitle, a.entry.HeightAt(max(a.width, theme.RailWidth))))
}

// showTexts shows what the model has in all fields.
func (f *form) showTexts() {
	f.shown = true
	defer func() { f.shown = false }()
	for cell, i := range f.inputs {
		if text := f.p.model.Text(cell); text != i.entry.Text {
			i.entry.SetText(text)
		}
	}
	f.showProblems()
}

// showProblems says what is wrong with what was typed.
func (f *form) showProblems() {
	moved := false
	for _, cell := range f.order {
		if f.showProblem(cell, f.inputs[cell]) {
			moved = true
		}
	}
	if moved {
		f.relay()
	}
}

// showProblem reports whether the problem came or went.
func (f *form) showProblem(cell product.Cell, i *fieldInput) bool {
	sentence, blocked := f.p.model.Problem(cell)
	if sentence == i.problem.Text() {
		return false
	}
	color := theme.WarnText
	if blocked {
		color = theme.BadText
	}
	i.problem.In(color).Set(sentence, -1)
	if sentence == "" {
		i.problem.Hide()
	} else {
		i.problem.Show()
	}
	return true
}

// focus puts the cursor into a field behind its text, and reports whether the form
// has it.
func (f *form) focus(cell product.Cell) (fyne.CanvasObject, bool) {
	i := f.inputs[cell]
	if i == nil {
		return nil, false
	}
	o := i.object.(fyne.CanvasObject)
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return o, true
	}
	c.Focus(i.object)
	if !i.entry.MultiLine {
		i.entry.CursorColumn = len([]rune(i.entry.Text))
	}
	i.entry.Refresh()
	return o, true
}

// reveal scrolls until an object can be seen.
func reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	offset := scroll.Offset
	const above = theme.RowHeight
	offset.Y = min(max(offset.Y, top+o.Size().Height+above-scroll.Size().Height), top-above) // the top of what is too high
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset.Y)))
}
