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
	"tradewind.app/catalog"
)

// commit saves what was typed into a cell.
func (p *Screen) commit(key, column, text string, answer func(problem string)) {
	p.list.Set(catalog.ID(key), p.columnField(column), text, answer)
}

// paste puts the cells of a spreadsheet in.
func (p *Screen) paste(row int, columns []string, cells [][]string) {
	fields := make([]catalog.Field, 0, len(columns))
	for _, key := range columns {
		if field := p.columnField(key); field != "" {
			fields = append(fields, field)
		}
	}
	p.list.Paste(row, fields, cells)
}

// mostCopied is how many products are copied at most: a clipboard is kept in
// memory by several programs.
const mostCopied = 20_000

// copyRows copies the chosen products as a spreadsheet pastes them.
func (p *Screen) copyRows() {
	ids := p.selected()
	clipboard := fyne.CurrentApp().Clipboard()
	p.list.Read(ids[:min(len(ids), mostCopied)], func(rows []*products.Row) {
		var b strings.Builder
		for _, r := range rows {
			b.WriteString(p.grid.Line(p.cells(r)))
		}
		clipboard.SetContent(b.String())
	})
}

// menu is what can be done with the chosen products, and with the column of the cell.
func (p *Screen) menu(row int, column string) *fyne.Menu {
	entry := func(code string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.say(code), do) }
	var open []*fyne.MenuItem
	if p.session.Reaches(view.ProductPlace) {
		open = append(open, entry("products-open", func() { p.open(row) }))
	}
	bulk, remove := entry("products-bulk", p.openBulk), entry("products-delete", p.delete)
	bulk.Disabled, remove.Disabled = !p.writable(), !p.writable()
	return fyne.NewMenu("", append(
		open,
		entry("products-copy", func() { p.grid.CopyTo(fyne.CurrentApp().Clipboard()) }),
		fyne.NewMenuItemSeparator(),
		bulk,
		entry("products-localize", func() {
			p.session.Go(view.Target{Place: view.LocalizePlace, Filter: catalog.Filter{IDs: p.selected()}})
		}),
		entry("products-export", func() {
			p.session.Go(view.Target{Place: view.ExportPlace, Filter: catalog.Filter{IDs: p.selected()}})
		}),
		fyne.NewMenuItemSeparator(),
		p.columnMenu(column),
		fyne.NewMenuItemSeparator(),
		remove,
	)...)
}

// columnMenu is what the pointer does to a column at its title: by the menu the keyboard
// does it too.
func (p *Screen) columnMenu(column string) *fyne.MenuItem {
	g := p.grid
	entry := func(code string, can bool, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(p.say(code), do)
		item.Disabled = !can
		return item
	}
	menu := fyne.NewMenuItem(p.say("column-menu", "name", g.ColumnTitle(column)), nil)
	menu.ChildMenu = fyne.NewMenu(
		"",
		entry("column-ascending", g.Sorts(column), func() { g.SortBy(column, false) }),
		entry("column-descending", g.Sorts(column), func() { g.SortBy(column, true) }),
		fyne.NewMenuItemSeparator(),
		entry("column-left", g.CanMoveColumn(column, -1), func() { g.MoveColumn(column, -1) }),
		entry("column-right", g.CanMoveColumn(column, 1), func() { g.MoveColumn(column, 1) }),
		entry("column-wider", true, func() { g.WidenColumn(column, 1) }),
		entry("column-narrower", true, func() { g.WidenColumn(column, -1) }),
		entry("column-hide", true, func() { g.HideColumn(column) }),
	)
	return menu
}

// delete asks, then takes the chosen products away. It can be undone.
func (p *Screen) delete() {
	ids := p.selected()
	c := fyne.CurrentApp().Driver().CanvasForObject(p.object)
	if c == nil || len(ids) == 0 {
		return
	}
	var pop *fynewidget.PopUp
	cancel := widget.NewButton(p.say("products-keep"), func() { pop.Hide() })
	remove := widget.NewButton(p.say("products-delete"), func() {
		pop.Hide()
		p.list.Delete(ids)
	}).As(widget.Danger)
	words := widget.Column(
		theme.Space2, widget.NewSection(p.say("products-delete-title", "count", len(ids))),
		widget.NewWrapped(p.say("products-delete-how")).Within(screen.DeleteWidth),
		widget.Row(theme.Space2, widget.Spring(), widget.Named(cancel, "delete-keep"), widget.Named(remove, "delete-sure")),
	)
	content := container.NewPadded(widget.Inset(theme.Space4, theme.Space4, widget.Fixed(screen.DeleteWidth, 0, words)))
	pop = fynewidget.NewModalPopUp(widget.Closable(content, func() { pop.Hide() }), c)
	pop.Show()
	c.Focus(cancel)
}

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
		p.session.ReportLost(e.Text)
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
