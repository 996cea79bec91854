package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// ChangeList lists products with what is another about each: a line for the
// product, and below it one for each field with its text before and after.
type ChangeList struct {
	say    *text.Printer
	place  func(catalog.Place) string
	lines  []changeLine
	list   *widget.List
	width  float32 // that the lines are measured for
	Object fyne.CanvasObject
}

// changeLine is a product, one of its fields, or a sentence about it.
type changeLine struct {
	product  *view.ProductChange
	cell     *catalog.CellChange
	outcome  catalog.Outcome // of the product that the cell is of
	sentence string
}

// changeWidths: field, before, arrow, after.
var changeWidths = widget.Columns{-5, -5, theme.IconSize, -5}

// onlyWidths: field, and the one text that it had or has.
var onlyWidths = widget.Columns{-5, -11}

// NewChangeList makes the list; place says where a row is in its file.
func NewChangeList(say *text.Printer, place func(catalog.Place) string) *ChangeList {
	c := &ChangeList{say: say, place: place}
	c.list = widget.NewList(func() int { return len(c.lines) }, newChangeRow, c.update)
	c.list.HideSeparators = true
	c.Object = widget.Named(container.New(c, c.list.Object()), "changes")
	return c
}

// Show lists products from the first on.
func (c *ChangeList) Show(products []view.ProductChange) {
	c.lines = c.lines[:0]
	for i := range products {
		p := &products[i]
		c.lines = append(c.lines, changeLine{product: p})
		for j := range p.Cells {
			c.lines = append(c.lines, changeLine{cell: &p.Cells[j], outcome: p.Outcome})
		}
		for _, wrong := range p.Problems {
			c.lines = append(c.lines, changeLine{sentence: c.say.Problem(wrong)})
		}
		if p.More > 0 {
			c.lines = append(c.lines, changeLine{sentence: c.say.Say("import-more-cells", "count", p.More)})
		}
	}
	c.measure(c.list.Size().Width)
	c.list.Refresh()
	c.list.ScrollToTop()
}

// measure gives each line its height in a width of the list: a sentence has as many
// lines as it needs.
func (c *ChangeList) measure(width float32) {
	c.width = width
	for i, l := range c.lines {
		height := theme.SmallControl
		switch {
		case l.product != nil:
			height = theme.RowHeight
		case l.cell == nil:
			height = widget.NewWrapped(l.sentence).HeightAt(width-2*theme.Space4) + theme.Space2
		}
		c.list.SetItemHeight(i, height)
	}
}

// Layout implements fyne.Layout: sentences are measured anew when the width is another.
func (c *ChangeList) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	if size.Width != c.width {
		c.measure(size.Width)
	}
}

// MinSize implements fyne.Layout.
func (c *ChangeList) MinSize([]fyne.CanvasObject) fyne.Size { return c.list.MinSize() }

// changeRow are the parts of a line; what it does not need is hidden.
type changeRow struct {
	title, place         *widget.Text
	field, before, after *widget.Text
	name, value          *widget.Text // of a field of a product that is new, or gone
	sentence             *widget.Wrapped

	product, cell, only, saying *fyne.Container
}

func newChangeRow() fyne.CanvasObject {
	r := &changeRow{
		title: widget.NewText("").Strong().Cut(), place: widget.NewSecondary("").Cut().Right(),
		field: widget.NewText("").In(theme.Muted).Cut(), before: widget.NewText("").In(theme.Muted).Cut(), after: widget.NewText("").Cut(),
		name: widget.NewText("").In(theme.Muted).Cut(), value: widget.NewText("").Cut(),
		sentence: widget.NewWrapped(""),
	}
	r.product = widget.Columns{-9, -5}.Row(r.title, r.place)
	r.cell = changeWidths.Row(r.field, r.before, widget.NewIcon(theme.IconForward, theme.Faint), r.after)
	r.only = onlyWidths.Row(r.name, r.value)
	r.saying = container.NewStack(r.sentence)
	inside := widget.Inset(0, theme.Space4, container.NewStack(r.product, r.cell, r.only, r.saying))
	return NewHolder(widget.Fixed(0, theme.SmallControl, inside), r)
}

func (c *ChangeList) update(at int, o fyne.CanvasObject) {
	r, l := Held[*changeRow](o), c.lines[at]
	for _, part := range []*fyne.Container{r.product, r.cell, r.only, r.saying} {
		part.Hide()
	}
	switch {
	case l.product != nil:
		c.showProduct(r, l.product)
	case l.cell != nil:
		c.showCell(r, l)
	default:
		r.saying.Show()
		r.sentence.Set(l.sentence, -1)
	}
}

func (c *ChangeList) showProduct(r *changeRow, p *view.ProductChange) {
	r.product.Show()
	title, place := p.Title, c.place(p.Place)
	if title == "" {
		title, place = place, ""
	}
	r.title.SetText(OneLine(title))
	r.place.SetText(Joined(p.SKU, place))
}

func (c *ChangeList) showCell(r *changeRow, l changeLine) {
	field := Capital(c.say.Field(l.cell.Field))
	if l.cell.SKU != "" {
		field += "  " + l.cell.SKU
	}
	switch l.outcome {
	case catalog.New, catalog.Deleted:
		r.only.Show()
		r.name.SetText(field)
		r.value.SetText(c.text(l.cell.Field, l.cell.Before+l.cell.After)) // one of them is empty
	default:
		r.cell.Show()
		r.field.SetText(field)
		r.before.SetText(c.text(l.cell.Field, l.cell.Before))
		r.after.SetText(c.text(l.cell.Field, l.cell.After))
	}
}

// text is a field's text on one line; a state is said in words.
func (c *ChangeList) text(f catalog.Field, s string) string {
	info, _ := catalog.LookupField(f)
	for kind, code := range map[catalog.Kind]string{catalog.KindState: "state-", catalog.KindStatus: "status-"} {
		if info.Kind == kind && c.say.Has(code+s) {
			return c.say.Say(code + s)
		}
	}
	return Shown(s)
}
