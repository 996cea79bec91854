package product

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// detailsPage is the product's own texts.
type detailsPage struct {
	p          *Screen
	form       *form
	attributes *fyne.Container
	fields     *form // of the attributes
	listed     []product.Cell
	status     *input.Picker
	scroll     *container.Scroll
}

func newDetailsPage(p *Screen) *detailsPage {
	d := &detailsPage{p: p, attributes: container.NewStack()}
	d.form = newForm(p, d.relay)
	d.status = input.NewPicker(d.statuses, func(value string) { p.model.Set(product.Cell{Field: catalog.FieldStatus}, value) })
	d.status.Allow(!p.model.ReadOnly())
	d.showStatus()
	texts := widget.NewCard(widget.Column(theme.Space3, d.form.field(catalog.FieldTitle), d.form.field(catalog.FieldDescription), d.form.field(catalog.FieldTags)))
	status := widget.Column(theme.Space1, widget.NewSecondary(screen.Capital(p.session.Text.Field(catalog.FieldStatus))), widget.Named(d.status, "product-field:status"))
	order := widget.NewCard(widget.Column(
		theme.Space3, status, d.form.field(catalog.FieldBrand), d.form.field(catalog.FieldCategory), d.form.field(catalog.FieldType),
		d.form.field(catalog.FieldMaterial), d.form.field(catalog.FieldHandle), d.form.field(catalog.FieldURL),
	))
	notes := widget.NewCard(d.form.field(catalog.FieldNotes))
	d.showAttributes()
	left := widget.Column(theme.Space4, texts, widget.NewCard(d.attributes))
	right := widget.Column(theme.Space4, order, notes)
	page := widget.Inset(theme.Space4, theme.Space6, container.New(unevenly{3, 2}, left, right))
	d.scroll = container.NewVScroll(page)
	return d
}

// unevenly shares a width between objects, each as high as it needs.
type unevenly []float32

func (u unevenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total, x := float32(0), float32(0)
	for _, share := range u {
		total += share
	}
	wide := size.Width - theme.Space4*float32(len(objects)-1)
	for i, o := range objects {
		width := wide * u[i] / total
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		o.Resize(fyne.NewSize(width, o.MinSize().Height)) // words have wrapped by now
		x += width + theme.Space4
	}
}

func (u unevenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		need := o.MinSize()
		least = fyne.NewSize(least.Width+need.Width, max(least.Height, need.Height))
	}
	return least
}

func (d *detailsPage) object() fyne.CanvasObject { return d.scroll }

func (d *detailsPage) relay() { d.scroll.Refresh() }

func (d *detailsPage) refresh(part product.Part) {
	switch part {
	case product.PartWhole:
		if attributes := d.p.model.Attributes(); !slices.Equal(attributes, d.listed) {
			d.showAttributes()
			d.relay()
		}
		d.form.showTexts()
		d.fields.showTexts()
		d.showStatus()
	case product.PartTexts:
		d.form.showProblems()
		d.fields.showProblems()
		d.showStatus()
	default:
	}
}

func (d *detailsPage) aim(cell product.Cell) {
	for _, form := range []*form{d.form, d.fields} {
		if o, ok := form.focus(cell); ok {
			reveal(d.scroll, o)
			return
		}
	}
	if cell.Field == catalog.FieldStatus {
		screen.FocusIn(d.status)
	}
}

func (d *detailsPage) statuses() []input.Choice {
	var choices []input.Choice
	for _, s := range product.Statuses {
		choices = append(choices, input.Choice{Value: string(s), Text: screen.Capital(d.p.say("status-" + string(s)))})
	}
	return choices
}

func (d *detailsPage) showStatus() {
	s := d.p.model.StatusOf()
	d.status.Set(string(s), screen.Capital(d.p.say("status-"+string(s))))
}

// attributeWidths: name, value, what takes it out.
var attributeWidths = widget.Columns{-2, -4, theme.SmallControl}

// showAttributes lists the attributes, and what adds one.
func (d *detailsPage) showAttributes() {
	p := d.p
	d.fields = newForm(p, d.relay)
	d.listed = p.model.Attributes()
	lines := []fyne.CanvasObject{widget.NewSection(p.say("product-attributes"))}
	for _, cell := range d.listed {
		remove := widget.NewIconButton(theme.Icon(theme.IconClose), func() { p.model.RemoveAttribute(cell) }).Small()
		remove.Allow(!p.model.ReadOnly())
		key := product.AttributeKey(cell.Field)
		lines = append(lines, attributeWidths.Row(widget.NewText(key).In(theme.Muted).Cut(), d.fields.input(cell), widget.Named(remove, "product-attribute-remove:"+key)))
	}
	if len(d.listed) == 0 {
		lines = append(lines, widget.NewSecondary(p.say("product-no-attributes")).Cut())
	}
	if !p.model.ReadOnly() {
		lines = append(lines, d.newAttribute())
	}
	d.attributes.Objects = []fyne.CanvasObject{widget.Column(theme.Space2, lines...)}
	d.attributes.Refresh()
}

// newAttribute asks for the name of another attribute.
func (d *detailsPage) newAttribute() fyne.CanvasObject {
	name := input.NewEntry()
	name.SetPlaceHolder(d.p.say("product-attribute-name"))
	add := func() { d.p.model.AddAttribute(name.Text) }
	name.OnSubmitted = func(string) { add() }
	button := widget.NewButton(d.p.say("product-attribute-add"), add).WithIcon(theme.Icon(theme.IconPlus))
	return attributeWidths.Row(
		widget.Named(name, "product-attribute-name"), widget.Row(0, widget.Named(button, "product-attribute-add")), widget.Gap(0, 0),
	)
}
