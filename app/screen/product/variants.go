package product

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/catalog"
)

// variantsPage is what the variants are and differ in, as a table.
type variantsPage struct {
	p       *Screen
	options *fyne.Container
	table   *variantTable
	remove  *widget.Button
	whole   *fyne.Container
	wrong   *fyne.Container
}

// variantFields are the columns behind the options.
var variantFields = []catalog.Field{
	catalog.FieldSKU, catalog.FieldGTIN, catalog.FieldMPN,
	catalog.FieldPrice, catalog.FieldCompare, catalog.FieldCost, catalog.FieldQuantity, catalog.FieldTracker, catalog.FieldWeight,
}

func newVariantsPage(p *Screen) *variantsPage {
	v := &variantsPage{p: p, options: container.NewStack(), wrong: container.NewVBox()}
	v.remove = widget.NewButton(p.say("variant-remove"), v.removeChosen).WithIcon(theme.Icon(theme.IconDelete)).Small()
	v.table = newVariantTable(p, "variants-grid", v.columns)
	v.table.chosen = v.showChosen
	v.table.told = v.showWrong
	v.table.remove = v.removeChosen
	v.showOptions()
	v.showChosen()
	head := widget.Column(theme.Space3, v.options, v.toolbar(), v.wrong)
	v.whole = widget.Bordered(head, nil, nil, nil, widget.Inset(theme.Space3, 0, v.table.object))
	v.showWrong("")
	return v
}

func (v *variantsPage) object() fyne.CanvasObject {
	return widget.Inset(theme.Space4, theme.Space6, v.whole)
}

// columns are the fields that the table shows: the options first.
func (v *variantsPage) columns() []catalog.Field {
	var fields []catalog.Field
	for _, o := range v.p.model.Options() {
		fields = append(fields, o.Value)
	}
	return append(fields, variantFields...)
}

func (v *variantsPage) toolbar() fyne.CanvasObject {
	p := v.p
	add := widget.NewButton(p.say("variant-add"), func() { p.model.AddVariant() }).WithIcon(theme.Icon(theme.IconPlus)).Small()
	add.Allow(!p.model.ReadOnly())
	buttons := widget.Row(theme.Space2, widget.Named(add, "variant-add"), widget.Named(v.remove, "variant-remove"))
	return container.NewBorder(nil, nil, buttons, nil, container.New(widget.CentredRow{}, widget.Inset(0, theme.Space3, widget.NewSecondary(p.say("variant-hint")).Cut())))
}

func (v *variantsPage) refresh(part product.Part) {
	switch part {
	case product.PartWhole, product.PartVariants:
		v.showOptions()
		v.table.reload()
		v.showChosen()
		v.showWrong("")
	default:
	}
}

func (v *variantsPage) aim(cell product.Cell) {
	if cell.Variant != "" {
		v.table.aim(cell)
		return
	}
	// A name that the product has, one that it gets, or a variant where it has none.
	for _, role := range []string{"option-name:" + string(cell.Field), "option-add", "variant-add"} {
		if strings.HasPrefix(role, "option") && !strings.HasPrefix(string(cell.Field), "option") {
			continue
		}
		if o := widget.Find(v.whole, role); o != nil {
			screen.FocusIn(o)
			return
		}
	}
}

// optionWidth is how wide the name of an option is.
const optionWidth = 150

// showOptions shows the names of what the variants differ in.
func (v *variantsPage) showOptions() {
	p := v.p
	row := widget.Row(theme.Space2, widget.NewText(p.say("product-options")).In(theme.Muted))
	options := p.model.Options()
	for i, o := range options {
		name := input.NewField(func(text string) { p.model.SetOptionName(o.Name, text) })
		name.SetText(o.Text)
		remove := widget.NewIconButton(theme.Icon(theme.IconClose), func() { p.model.RemoveOption(i) }).Small()
		if p.model.ReadOnly() {
			name.Disable()
			remove.Allow(false)
		}
		row.Add(widget.Fixed(optionWidth, 0, widget.Named(name, "option-name:"+string(o.Name))))
		row.Add(widget.Named(remove, "option-remove:"+string(o.Name)))
	}
	if len(options) < catalog.MaxOptions && !p.model.ReadOnly() {
		name := input.NewField(p.model.AddOption)
		name.SetPlaceHolder(p.say("product-option-add"))
		row.Add(widget.Fixed(optionWidth, 0, widget.Named(name, "option-add")))
	}
	v.options.Objects = []fyne.CanvasObject{row}
	v.options.Refresh()
}

func (v *variantsPage) showChosen() {
	n := len(v.table.selected())
	v.remove.Allow(n > 0 && !v.p.model.ReadOnly())
}

func (v *variantsPage) removeChosen() {
	if ids := v.table.selected(); len(ids) > 0 && !v.p.model.ReadOnly() {
		v.table.grid.ClearSelection()
		v.p.model.RemoveVariants(ids)
	}
}

// mostWrong is how many problems are shown below the table.
const mostWrong = 3

// showWrong says what is wrong with the texts, and why something was not taken: above
// the table, where the eye comes by.
func (v *variantsPage) showWrong(refused string) {
	v.wrong.Objects = nil
	if refused != "" {
		v.wrong.Add(widget.Named(screen.Notice(theme.BadSoft, theme.BadText, refused), "variants-refused"))
	}
	if len(v.p.model.Draft.Variants) == 0 {
		v.wrong.Add(widget.Named(screen.Notice(theme.WarnSoft, theme.WarnText, v.p.say("variant-none")), "variants-none"))
	}
	if lines := v.p.model.VariantProblems(); len(lines) > 0 {
		shown := lines[:min(len(lines), mostWrong)]
		v.wrong.Add(widget.Named(screen.Notice(theme.WarnSoft, theme.WarnText, strings.Join(shown, "\n")), "variants-problems"))
	}
	if len(v.wrong.Objects) == 0 {
		v.wrong.Hide() // otherwise it would leave a gap
	} else {
		v.wrong.Show()
	}
	v.whole.Refresh()
}
