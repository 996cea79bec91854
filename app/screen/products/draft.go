package products

import (
	"fyne.io/fyne/v2"

	"tradewind.app/app/view"
	"tradewind.app/catalog"
)

// keepEdit keeps what is being typed into a cell, should the program end.
func (p *Screen) keepEdit(key, column, text string) {
	id, name := catalog.ID(key), ""
	if r := p.list.RowOf(id); r != nil {
		if name = r.Title; name == "" {
			name = r.SKU
		}
	}
	p.session.KeepDraft(view.Edit{Place: view.ProductsPlace, Product: id, Field: p.columnField(column), Name: name, Text: text})
}

// showRows shows rows that have come.
func (p *Screen) showRows() {
	p.grid.Refresh()
	p.putBack()
}

// putBack opens the cell again that was being edited when the program ended, as
// soon as its row is there.
func (p *Screen) putBack() {
	if p.back == nil || !p.list.IsCounted() {
		return
	}
	if fyne.CurrentApp().Driver().CanvasForObject(p.object) == nil {
		p.session.Soon(p.putBack)
		return
	}
	row := p.rowOf(p.back.Product)
	if row >= 0 {
		if p.grid.MoveTo(row); p.back == nil || p.list.Row(row) == nil {
			return // it was put back with the rows that MoveTo brought, or comes with the next
		}
	}
	e := p.back
	p.back = nil
	if row < 0 || !p.grid.Edit(row, string(e.Field), e.Text) {
		p.session.TellLost(e.Text)
	}
}

// rowOf is the row of a product, -1 when it is not in the list.
func (p *Screen) rowOf(id catalog.ID) int {
	for row := range p.list.Len() {
		if have, ok := p.list.ID(row); ok && have == id {
			return row
		}
	}
	return -1
}
