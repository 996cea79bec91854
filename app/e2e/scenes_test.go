package e2e

import (
	"fmt"
	"os"
	"path/filepath"
)

// scene is a screen in a state, and how to come there from the scene before it.
type scene struct {
	name string
	show func(p *program)
}

// firstRun are the scenes of a program that has no catalogue yet.
var firstRun = []scene{
	{"welcome", func(p *program) { p.at("welcome") }},
	{"welcome-sample", func(p *program) { p.click("welcome:sample"); p.see("welcome:create") }},
}

// scenes are those of the sample shop.
var scenes = []scene{
	{"home", func(p *program) { p.visit("home"); p.see("home-export:taobao") }},
	{"products", func(p *program) { p.visit("products"); p.hasRows(sampleProducts) }},
	{"products-editing", func(p *program) {
		p.point(p.cell(productGrid, 1, titleColumn))
		p.mouse("click", "1")
		p.key("F2")
		p.see("grid-entry")
	}},
	{"products-found", func(p *program) { p.key("Escape"); p.replace("search", "tea") }},
	{"products-filter", func(p *program) { p.key("Escape"); p.click("products-filter"); p.see("filter-add") }},
	{"products-bulk", func(p *program) {
		p.key("Escape")
		p.point(p.cell(productGrid, 0, titleColumn))
		p.mouse("click", "1")
		p.key("ctrl+a")
		p.click("products-bulk")
		p.replace("bulk-change", "+8%")
		until(p.t, "the edit can be saved", func() bool { return !p.find("bulk-save").Off })
	}},
	{"products-bulk-large", func(p *program) { p.replace("bulk-change", "x2"); p.see("bulk-large") }},
	{"products-bulk-wrong", func(p *program) { p.replace("bulk-change", "a bit more"); p.see("bulk-wrong:change") }},
	{"product-details", func(p *program) { p.click("bulk-cancel"); p.openProduct("crew neck"); p.see("product-light:taobao") }},
	{"product-unsaved", func(p *program) { p.replace("product-field:brand", "Harbor & Pine Kids"); p.see("product-save") }},
	{"product-variants", func(p *program) { p.click("product-discard"); p.tab("variants", "variants-grid") }},
	{"product-images", func(p *program) { p.tab("images", "product-image:0") }},
	{"product-chinese", func(p *program) { p.tab("chinese", "localize-entry") }},
	{"product-shipping", func(p *program) { p.tab("shipping", "shipping-grid") }},
	{"product-channels", func(p *program) { p.tab("channels", "channel-add:taobao") }},
	{"product-history", func(p *program) { p.tab("history", "product-undo") }},
	{"products-nothing", func(p *program) {
		p.visit("products")
		p.replace("search", "no such product")
		p.see("products-show-all")
	}},
	{"import", func(p *program) { p.visit("import") }},
	{"import-mapping", func(p *program) {
		p.ask(question{"do": "go", "place": "import", "file": supplierList(p, "Kram")})
		p.see("import-field:Kram")
	}},
	{"import-preview", func(p *program) {
		p.ask(question{"do": "go", "place": "import", "file": supplierList(p, "Title")})
		p.see("import-now")
	}},
	{"import-done", func(p *program) { p.click("import-now"); p.see("import-undo") }},
	{"import-undone", func(p *program) { p.click("import-undo"); p.see("import-redo") }},
	{"import-lacks", func(p *program) {
		p.ask(question{"do": "go", "place": "import", "file": bareList(p)})
		p.see("import-doubt:most-without-price")
	}},
	{"import-nothing", func(p *program) {
		p.ask(question{"do": "go", "place": "import", "file": sameList(p)})
		p.see("import-now")
	}},
	{"localize", func(p *program) { p.visit("localize"); p.see("localize-entry") }},
	{"localize-all", func(p *program) { p.click("localize-show:all"); p.see("localize-entry") }},
	{"localize-too-long", func(p *program) {
		p.click("localize-line:title")
		p.replace("localize-entry", "手工橡木床头台灯 北欧风卧室客厅装饰护眼阅读灯 暖光可调节实木底座")
	}},
	{"localize-refused", func(p *program) { p.key("ctrl+Return"); p.see("localize-notice") }},
	{"localize-suggest-all", func(p *program) {
		p.replace("localize-entry", "橡木床头台灯")
		p.key("Return")
		p.click("localize-suggest")
		p.see("suggest-all")
	}},
	{"localize-unsaved", func(p *program) {
		p.click("suggest-cancel")
		p.replace("localize-entry", "橡木床头台灯 北欧风")
		p.ask(question{"do": "go", "place": "export"})
		p.see("ask:discard")
	}},
	{"export", func(p *program) { p.click("ask:discard"); p.at("export"); p.visit("export") }},
	{"export-check", func(p *program) { p.click("export-channel:taobao"); p.see("export-next") }},
	{"export-preview", func(p *program) { p.click("export-next"); p.see("export-write") }},
	{"export-done", func(p *program) {
		p.choosing(p.home)
		p.click("export-change")
		p.click("export-write")
		p.see("export-open")
	}},
	{"history", func(p *program) {
		p.visit("history")
		p.key("ctrl+z")
		p.key("ctrl+shift+z")
		until(p.t, "it is done again", func() bool { return !p.state().Busy })
	}},
	{"history-backups", func(p *program) { p.click("history-backups") }},
	{"settings", func(p *program) { p.visit("settings") }},
	{"settings-channels", func(p *program) { p.click("settings:topic:channels") }},
	{"settings-shop", func(p *program) { p.click("settings:topic:shop") }},
	{"settings-typed", func(p *program) {
		p.click("settings:shop")
		p.key("ctrl+a")
		p.paste("Harbor & Pine 上海")
	}},
	{"keys", func(p *program) { p.key("Tab", "F1"); p.see("ask:close") }},
	{"product-missing-price", func(p *program) {
		p.key("Escape")
		p.visit("home")
		p.click("fix:price-missing")
		p.at("product") // the only one that has none
		p.see("variants-grid")
	}},
	{"file-lost", func(p *program) {
		p.key("Escape")
		p.visit("products")
		if err := os.Rename(p.home+"/sample.tradewind", p.home+"/moved.tradewind"); err != nil {
			p.t.Fatal(err)
		}
		p.see("ask:open-again")
	}},
}

// unreadable are those of a damaged catalogue.
var unreadable = []scene{
	{"unreadable", func(p *program) { p.at("unreadable") }},
}

// bareList writes a list of which no row has a price, and most no code.
func bareList(p *program) string {
	file := filepath.Join(p.home, "bare.xlsx")
	rows := [][]any{{"SKU", "Title"}}
	for i := range 6 {
		rows = append(rows, []any{"", fmt.Sprintf("Serving tray, size %d", i+1)})
	}
	writeWorkbook(p.t, file, append(rows, []any{"E2E-9", "Birch bowl"}))
	return file
}

// sameList writes a list of which all is in the sample already.
func sameList(p *program) string {
	file := filepath.Join(p.home, "same.xlsx")
	p.visit("products")
	p.click("search") // an earlier scene searched in vain
	p.key("ctrl+a", "BackSpace")
	p.hasRows(sampleProducts)
	row := []any{p.cell(productGrid, 0, skuColumn).Text, p.cell(productGrid, 0, titleColumn).Text, p.cell(productGrid, 0, priceColumn).Text}
	writeWorkbook(p.t, file, [][]any{{"SKU", "Title", "Price"}, row})
	return file
}

// empty are the places of a catalogue that has nothing in it yet.
var empty = []scene{
	{"home-empty", func(p *program) { p.visit("home"); p.see("home-import") }},
	{"products-empty", func(p *program) { p.visit("products"); p.see("products-import") }},
	{"localize-empty", func(p *program) { p.visit("localize"); p.see("localize-import") }},
	{"export-empty", func(p *program) { p.visit("export"); p.see("export-import") }},
	{"history-empty", func(p *program) { p.visit("history") }},
}

// openProduct opens the first product that is found by some words.
func (p *program) openProduct(words string) {
	p.t.Helper()
	p.visit("products")
	p.replace("search", words)
	until(p.t, "a product is found", func() bool { return p.find(productGrid).Rows < sampleProducts })
	p.openRow()
}

// openRow opens the first product of the list: its picture cannot be edited, so Enter
// opens it.
func (p *program) openRow() {
	p.t.Helper()
	p.point(p.cell(productGrid, 0, "picture"))
	p.run("xdotool", "click", "1")
	p.key("Return")
	p.at("product")
}

// tab shows a tab of the product, and waits for what it has.
func (p *program) tab(name, role string) {
	p.t.Helper()
	p.click("product-tab:" + name)
	p.see(role)
}

// visit goes to a place.
func (p *program) visit(place string) {
	p.t.Helper()
	p.ask(question{"do": "go", "place": place})
	p.at(place)
}
