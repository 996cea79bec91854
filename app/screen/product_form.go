package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// productForm is some fields of a product: each has its name above and, while what
// was typed is not as it should be, its problem below.
type productForm struct {
	p      *Product
	inputs map[view.ProductCell]*productInput
	order  []view.ProductCell
	shown  bool // the texts are being shown: nobody types
	relay  func()
}

// productInput is one field.
type productInput struct {
	entry   *fynewidget.Entry
	problem *fynewidget.Label
	below   fyne.CanvasObject // with the problem in it
}

// newProductForm makes a form without fields. relay is called when a problem came
// or went: the fields have other heights then.
func newProductForm(p *Product, relay func()) *productForm {
	return &productForm{p: p, inputs: map[view.ProductCell]*productInput{}, relay: relay}
}

// descriptionLines is how high a text of many lines is.
const descriptionLines = 9

// field is a field with its name above it.
func (f *productForm) field(name catalog.Field) fyne.CanvasObject {
	return f.named(view.ProductCell{Field: name}, capital(f.p.session.Text.Field(name)))
}

func (f *productForm) named(cell view.ProductCell, title string) fyne.CanvasObject {
	return widget.Column(theme.Space1, widget.NewSecondary(title).Cut(), f.input(cell))
}

// input is a field without its name.
func (f *productForm) input(cell view.ProductCell) fyne.CanvasObject {
	i := &productInput{entry: fynewidget.NewEntry(), problem: wrapped("")}
	if cell.Field == catalog.FieldDescription || cell.Field == catalog.FieldNotes {
		i.entry = fynewidget.NewMultiLineEntry()
		i.entry.Wrapping = fyne.TextWrapWord
		i.entry.SetMinRowsVisible(3)
		if cell.Field == catalog.FieldDescription {
			i.entry.SetMinRowsVisible(descriptionLines)
		}
	}
	i.problem.SizeName = theme.TextSecondary
	i.below = flush(i.problem)
	i.below.Hide()
	i.entry.SetText(f.p.model.Text(cell))
	i.entry.OnChanged = func(text string) {
		if !f.shown {
			f.p.model.Set(cell, text)
		}
	}
	if f.p.model.ReadOnly() {
		i.entry.Disable()
	}
	f.inputs[cell] = i
	f.order = append(f.order, cell)
	f.showProblem(cell, i)
	entry := widget.Named(i.entry, "product-field:"+string(cell.Field))
	return widget.Column(theme.Space1, entry, i.below)
}

// showTexts shows what the model has in all fields.
func (f *productForm) showTexts() {
	f.shown = true
	defer func() { f.shown = false }()
	for cell, i := range f.inputs {
		if text := f.p.model.Text(cell); text != i.entry.Text {
			i.entry.SetText(text)
		}
	}
	f.showProblems()
}

// showProblems tells what is wrong with what was typed.
func (f *productForm) showProblems() {
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
func (f *productForm) showProblem(cell view.ProductCell, i *productInput) bool {
	sentence, blocked := f.p.model.Problem(cell)
	i.problem.Importance = fynewidget.WarningImportance
	if blocked {
		i.problem.Importance = fynewidget.DangerImportance
	}
	if sentence == i.problem.Text {
		return false
	}
	i.problem.SetText(sentence)
	if sentence == "" {
		i.below.Hide()
	} else {
		i.below.Show()
	}
	return true
}

// focus puts the cursor into a field behind its text, and reports whether the form
// has it.
func (f *productForm) focus(cell view.ProductCell) (fyne.CanvasObject, bool) {
	i := f.inputs[cell]
	if i == nil {
		return nil, false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(i.entry)
	if c == nil {
		return i.entry, true
	}
	c.Focus(i.entry)
	lines := []rune(i.entry.Text)
	if !i.entry.MultiLine {
		i.entry.CursorColumn = len(lines)
	}
	i.entry.Refresh()
	return i.entry, true
}

// reveal scrolls until an object can be seen.
func reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	offset := scroll.Offset
	const above = theme.RowHeight
	offset.Y = max(min(offset.Y, top-above), top+o.Size().Height+above-scroll.Size().Height)
	scroll.ScrollToOffset(fyne.NewPos(0, max(0, offset.Y)))
}
