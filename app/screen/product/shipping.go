package product

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// shippingPage is what carriers and customs ask.
type shippingPage struct {
	p     *Screen
	form  *form
	table *variantTable
	wrong *fyne.Container
	whole *fyne.Container
}

// measureFields are the columns behind a variant's name.
var measureFields = []catalog.Field{catalog.FieldVariantHSCode, catalog.FieldWeight, catalog.FieldLength, catalog.FieldWidth, catalog.FieldHeight}

func newShippingPage(p *Screen) *shippingPage {
	s := &shippingPage{p: p, wrong: container.NewVBox()}
	s.form = newForm(p, func() { s.whole.Refresh() })
	s.table = newVariantTable(p, "shipping-grid", s.columns)
	s.table.told = s.showWrong
	fields := container.New(unevenly{1, 1}, s.form.field(catalog.FieldOrigin), s.form.field(catalog.FieldHSCode))
	s.form.hint(catalog.FieldOrigin, p.say("shipping-origin-hint"))
	s.form.hint(catalog.FieldHSCode, p.say("shipping-hs-hint"))
	customs := widget.NewCard(widget.Column(theme.Space2, widget.NewSection(p.say("shipping-customs")), fields))
	weight, length := p.model.Units()
	units := widget.NewSecondary(p.say("shipping-units", "weight", weight, "length", length)).Cut()
	parcel := container.NewBorder(nil, nil, widget.NewSection(p.say("shipping-parcel")), nil, container.New(widget.CentredRow{}, widget.Inset(0, theme.Space3, units)))
	head := widget.Column(theme.Space4, customs, parcel)
	s.whole = widget.Bordered(head, s.wrong, nil, nil, widget.Inset(theme.Space3, 0, s.table.object))
	return s
}

// columns name each variant before its measures.
func (s *shippingPage) columns() []catalog.Field {
	fields := []catalog.Field{catalog.FieldSKU}
	for _, o := range s.p.model.Options() {
		fields = append(fields, o.Value)
	}
	return append(fields, measureFields...)
}

func (s *shippingPage) object() fyne.CanvasObject {
	return widget.Inset(theme.Space4, theme.Space6, s.whole)
}

func (s *shippingPage) refresh(part product.Part) {
	switch part {
	case product.PartWhole:
		s.form.showTexts()
		s.table.reload()
		s.showWrong("")
	case product.PartTexts:
		s.form.showProblems()
	case product.PartVariants:
		s.table.reload()
		s.showWrong("")
	default:
	}
}

func (s *shippingPage) aim(cell product.Cell) {
	if cell.Variant != "" {
		s.table.aim(cell)
		return
	}
	if _, ok := s.form.focus(cell); !ok { // a variant's, and there is none
		s.table.grid.Focus()
	}
}

func (s *shippingPage) showWrong(refused string) {
	s.wrong.Objects = nil
	if refused != "" {
		s.wrong.Add(widget.Named(screen.Notice(theme.BadSoft, theme.BadText, refused), "shipping-refused"))
	}
	s.whole.Refresh()
}
