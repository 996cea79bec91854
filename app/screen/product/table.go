package product

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tradewind.app/app/screen"
	"tradewind.app/app/theme"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/catalog"
)

// variantTable is a table of the variants' fields that is edited in its cells.
type variantTable struct {
	p       *Screen
	role    string
	columns func() []catalog.Field
	made    []catalog.Field // that the grid was made for
	titles  []string
	grid    *grid.Grid
	object  *fyne.Container
	chosen  func()
	told    func(refused string)
	remove  func() // what is chosen
}

func newVariantTable(p *Screen, role string, columns func() []catalog.Field) *variantTable {
	t := &variantTable{p: p, role: role, columns: columns, chosen: func() {}, told: func(string) {}, remove: func() {}}
	t.object = container.New(asHighAsRows{func() int { return (variantSource{t}).Len() }})
	t.make()
	return t
}

// variantWidths are the columns' widths.
var variantWidths = map[catalog.Field]float32{
	catalog.FieldOption1: 130, catalog.FieldOption2: 130, catalog.FieldOption3: 110, catalog.FieldSKU: 132, catalog.FieldGTIN: 128, catalog.FieldMPN: 84,
	catalog.FieldPrice: 84, catalog.FieldCompare: 92, catalog.FieldCost: 84, catalog.FieldQuantity: 64, catalog.FieldTracker: 84, catalog.FieldVariantHSCode: 124,
	catalog.FieldWeight: 84, catalog.FieldLength: 84, catalog.FieldWidth: 84, catalog.FieldHeight: 84,
}

// variantTitles are the columns whose field has a longer name than there is room for.
var variantTitles = map[catalog.Field]string{
	catalog.FieldGTIN: "variant-gtin", catalog.FieldCompare: "variant-compare", catalog.FieldQuantity: "column-stock", catalog.FieldTracker: "variant-tracker", catalog.FieldMPN: "variant-mpn", catalog.FieldVariantHSCode: "variant-hs-code",
}

func (t *variantTable) title(f catalog.Field) string {
	for _, o := range t.p.model.Options() {
		if o.Value == f && o.Text != "" {
			return o.Text
		}
	}
	if code, ok := variantTitles[f]; ok {
		return t.p.say(code)
	}
	return screen.Capital(t.p.session.Text.Field(f))
}

// asHighAsRows gives a table no more height than its rows need, where there is
// more.
type asHighAsRows struct{ rows func() int }

// tableExtra is the height of a table beside its rows: titles, a scroll bar, the line around.
const tableExtra = theme.RowHeight + 12

func (a asHighAsRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	need := float32(max(a.rows(), 1))*theme.RowHeight + tableExtra
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, min(size.Height, need)))
	}
}

func (asHighAsRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}

// make makes the grid for the columns that there are now.
func (t *variantTable) make() {
	t.made, t.titles = t.columns(), nil
	var columns []grid.Column
	for _, f := range t.made {
		info, _ := catalog.LookupField(f)
		t.titles = append(t.titles, t.title(f))
		c := grid.Column{Key: string(f), Title: t.title(f), Width: variantWidths[f], Strong: true}
		switch info.Kind {
		case catalog.KindMoney, catalog.KindInteger, catalog.KindWeight, catalog.KindLength:
			c.Kind = grid.FigureColumn
		default:
			c.Grow = true
		}
		columns = append(columns, c)
	}
	t.grid = grid.New(variantSource{t}, columns...)
	t.grid.OnSelect = func() { t.chosen() }
	t.grid.OnDelete = func() { t.remove() }
	t.grid.OnCommit = t.commit
	t.grid.OnPaste = t.paste
	surface := widget.NewSurface(theme.Surface, widget.Named(t.grid, t.role)).Lined().Round(theme.CardRadius).Inside(1, 1)
	t.object.Objects = []fyne.CanvasObject{surface}
	t.object.Refresh()
}

// reload shows the variants as they are now; with other columns in another grid.
func (t *variantTable) reload() {
	columns := t.columns()
	titles := make([]string, len(columns))
	for i, f := range columns {
		titles[i] = t.title(f)
	}
	if !slices.Equal(columns, t.made) || !slices.Equal(titles, t.titles) {
		t.make()
		return
	}
	t.grid.Reload()
	t.object.Refresh() // it may have another number of rows
}

// selected are the chosen variants.
func (t *variantTable) selected() []catalog.ID {
	var ids []catalog.ID
	for _, key := range t.grid.Selection().Keys(variantSource{t}) {
		ids = append(ids, catalog.ID(key))
	}
	return ids
}

func (t *variantTable) commit(key, column, text string, answer func(problem string)) {
	answer(t.p.model.SetVariant(catalog.ID(key), catalog.Field(column), text))
}

func (t *variantTable) paste(row int, columns []string, cells [][]string) {
	fields := make([]catalog.Field, len(columns))
	for i, key := range columns {
		fields[i] = catalog.Field(key)
	}
	if refused := t.p.model.PasteVariants(row, fields, cells); refused != "" {
		t.told(refused)
	}
}

// aim makes a cell the current one.
func (t *variantTable) aim(cell product.Cell) {
	row := slices.IndexFunc(t.p.model.Draft.Variants, func(v catalog.Variant) bool { return v.ID == cell.Variant })
	t.grid.MoveToCell(row, string(cell.Field))
	t.grid.Focus()
	if t.p.model.TakeCaret() {
		t.open(row, cell)
	}
}

// open puts the caret into a cell, with its text. A table that was made just now is
// laid out first.
func (t *variantTable) open(row int, cell product.Cell) {
	if t.grid.Size().Height > 0 {
		t.grid.Edit(row, string(cell.Field), t.p.model.Text(cell))
		return
	}
	t.p.session.Soon(func() { t.open(row, cell) })
}

// variantSource is the variants as a grid asks for them.
type variantSource struct{ t *variantTable }

func (s variantSource) variants() []catalog.Variant {
	if s.t.p.model.Draft == nil {
		return nil
	}
	return s.t.p.model.Draft.Variants
}

func (s variantSource) Len() int { return len(s.variants()) }

func (s variantSource) Key(row int) (string, bool) {
	if row < 0 || row >= s.Len() {
		return "", false
	}
	return string(s.variants()[row].ID), true
}

func (s variantSource) Row(row int) ([]grid.Cell, bool) {
	if row < 0 || row >= s.Len() {
		return nil, false
	}
	m := s.t.p.model
	v := &m.Draft.Variants[row]
	cells := make([]grid.Cell, len(s.t.made))
	for i, f := range s.t.made {
		at := product.Cell{Variant: v.ID, Field: f}
		cells[i] = screen.Blankable(grid.Cell{Text: m.VariantText(v, f), Value: m.Text(at), Edit: !m.ReadOnly()})
		if sentence, _ := m.Problem(at); sentence != "" {
			cells[i].Tone = widget.Caution
		}
	}
	return cells, true
}
