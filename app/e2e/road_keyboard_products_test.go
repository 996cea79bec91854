package e2e

import (
	"strings"
	"testing"
)

// keysCells begins with nothing that has the keyboard, as whoever comes to the list.
func keysCells(t *testing.T, p *program) {
	p.key("Down")
	p.holds(productGrid)
	p.key("End")
	until(t, "the last row is seen", func() bool { return p.seen(sampleProducts - 1) })
	p.key("Home", "Right", "Right")
	first, second := p.cell(productGrid, 0, titleColumn).Text, p.cell(productGrid, 1, titleColumn).Text
	p.key("F2")
	p.see("grid-entry")
	p.write("A title by keys")
	p.showsTitle(0, "A title by keys")
	p.key("ctrl+z")
	p.showsTitle(0, first)
	p.key("ctrl+c", "Down", "ctrl+v")
	p.showsTitle(1, first)
	p.key("ctrl+z")
	p.showsTitle(1, second)
	p.key("ctrl+a")
	p.says("products-chosen", begins("120 "))
	p.key("Delete")
	p.see("delete-sure")
	p.key("Escape") // which keeps them
	p.gone("delete-sure")
	p.key("Home", "F2")
	p.write("Saved on the way")
	p.key("F2", "End", "exclam", "ctrl+1") // a cell that is left for another place is saved
	p.at("home")
	p.key("ctrl+2")
	p.at("products")
	p.showsTitle(0, "Saved on the way!")
	p.key("ctrl+z")
	p.showsTitle(0, "Saved on the way")
	p.key("ctrl+z")
	p.showsTitle(0, first)
}

func (p *program) showsTitle(row int, want string) {
	p.t.Helper()
	until(p.t, "the title is "+want, func() bool { return p.cell(productGrid, row, titleColumn).Text == want })
}

// The filter that is made a view.
const (
	oneBrand  = "Marlfinch"
	viewRole  = "view:Of one brand"
	brandRows = 18
)

func keysViews(_ *testing.T, p *program) {
	p.enter("products-filter")
	p.holds("filter-value")
	p.key("Escape")
	p.holds("products-filter")
	p.key("Return")
	p.holds("filter-value")
	p.write(oneBrand)
	p.hasRows(brandRows)
	p.tabTo("products-save-view")
	p.key("Return")
	p.holds("view-name")
	p.write("Of one brand")
	p.holds(productGrid)
	p.tabBack("filter-chip:0")
	p.key("space")
	p.hasRows(sampleProducts)
	p.tabTo(viewRole)
	p.key("Return")
	p.hasRows(brandRows)
	p.holds(viewRole)
	p.tabBack("products-all")
	p.key("Return")
	p.hasRows(sampleProducts)
}

// lacks waits until the list has no column of a name in view.
func (p *program) lacks(column string) {
	p.t.Helper()
	until(p.t, "the list has no column "+column, func() bool {
		return p.seen(0) && !p.ask(question{"do": "cell", "role": productGrid, "row": 0, "column": column}).Found
	})
}

// keysColumns hides a column, and sorts, moves and widens by the menu of a cell.
func keysColumns(t *testing.T, p *program) {
	p.key("ctrl+1", "ctrl+2")
	p.at("products")
	p.enter("products-columns")
	p.repeat("Down", 4)
	p.key("Return")
	p.holds("products-columns")
	p.lacks(chineseTitle)
	p.key("Home") // the keys of the list work on a button, too
	first := p.cell(productGrid, 0, titleColumn)
	// Up from the last line of the menu stands what is done to the column.
	p.menu("shift+F10", "Up", "Up", "Right", "Down", "Return")
	until(t, "the list is sorted by title", func() bool { return p.cell(productGrid, 0, titleColumn).Text > first.Text })
	p.menu("Menu", "Up", "Up", "Right", "Down", "Down", "Return")
	until(t, "the title has moved to the left", func() bool {
		return p.cell(productGrid, 0, titleColumn).Area.X < p.cell(productGrid, 0, skuColumn).Area.X
	})
	p.menu("Menu", "Up", "Up", "Right", "Down", "Down", "Down", "Down", "Return")
	until(t, "the title is wider", func() bool {
		return p.cell(productGrid, 0, titleColumn).Area.Width > first.Area.Width
	})
	p.key("Right")
	p.menu("Menu", "Up", "Up", "Right", "Return")
	p.showsTitle(0, first.Text)
}

// keysBulk doubles two prices.
func keysBulk(t *testing.T, p *program) {
	p.key("Home", "shift+Down")
	p.says("products-chosen", begins("2 "))
	had := p.price(1)
	p.tabBack("products-bulk")
	p.key("Return")
	p.holds("bulk-field")
	p.tabTo("bulk-change")
	p.write("x2")
	p.enter("bulk-save")
	p.gone("bulk-save")
	until(t, "the price is doubled", func() bool { return p.price(1) == 2*had })
	p.key("ctrl+z")
	until(t, "the price is what it was", func() bool { return p.price(1) == had })
}

// keysProduct goes through the tabs of a product, and works in the first three.
func keysProduct(_ *testing.T, p *program) {
	p.key("Home")
	p.menu("Menu", "Down", "Return")
	p.at("product")
	p.enter("product-tab:details")
	p.tabTo("product-field:tags") // the description before it is left by Tab
	p.write("by keys")
	p.see("product-save")
	p.key("ctrl+s")
	p.gone("product-save")
	p.keysVariants()
	p.keysImages()
	p.key("Page_Down")
	p.holds("product-images") // of the next one
	p.key("Page_Up")
	p.tabBack("product-tab:chinese")
	p.key("Return")
	p.see("localize-entry")
	for _, page := range []struct{ tab, has string }{
		{"shipping", "shipping-grid"}, {"channels", "channel-add:taobao"}, {"history", "product-all-history"},
	} {
		p.enter("product-tab:" + page.tab)
		p.see(page.has)
	}
	p.tabBack("product-next")
	p.key("Return")
	p.tabBack("product-previous")
	p.key("Return", "alt+Left")
	p.at("products")
	p.key("Home")
	p.holds(productGrid)
}

// keysVariants edits a price of the variants, and pastes three rows of a spreadsheet.
func (p *program) keysVariants() {
	p.t.Helper()
	const grid = "variants-grid"
	p.tabBack("product-tab:variants")
	p.key("Return")
	p.tabTo(grid)
	p.key("Home")
	p.repeat("Right", 5) // two options, SKU, barcode and MPN stand before the price
	p.key("F2")
	p.see("grid-entry")
	p.write("11.50")
	shows := func(column string, want ...string) {
		p.t.Helper()
		for row, price := range want {
			until(p.t, "a price is "+price, func() bool { return p.cell(grid, row, column).Text == price })
		}
	}
	shows(priceColumn, "$11.50")
	p.paste("12.50\t20\n13.50\t21\n14.50\t22")
	shows(priceColumn, "$12.50", "$13.50", "$14.50")
	shows("compare_at", "$20.00", "$21.00", "$22.00") // the column beside it
}

// keysImages moves the first picture behind the second, and saves all.
func (p *program) keysImages() {
	p.t.Helper()
	p.tabBack("product-tab:images")
	p.key("Return")
	p.tabTo("product-images")
	p.key("Right", "shift+Left")
	p.says("product-changes", func(text string) bool { return strings.Contains(text, "images") && strings.Contains(text, "price") })
	p.key("ctrl+s")
	p.gone("product-save")
	p.holds("product-images")
}
