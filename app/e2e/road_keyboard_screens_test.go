package e2e

import (
	"os"
	"path/filepath"
	"testing"
)

// keysImport chooses a file, says what a column is, imports and takes it back. After
// each step the button for the next one has the keyboard.
func keysImport(_ *testing.T, p *program) {
	p.choosing(supplierList(p, "Kram"))
	p.key("ctrl+3", "Tab", "Tab") // behind the step that it is, at once
	p.holds("import-choose")
	p.key("Return")
	p.holds("import-compare")
	p.tabBack("import-field:Kram")
	p.key("Return")
	p.see("picker-search")
	p.paste("Title")
	p.key("Return")
	p.says("import-field:Kram", func(text string) bool { return text == "Title" })
	p.tabBack("import-step-sheet")
	p.key("Return")
	p.tabTo("import-rows")
	p.enter("import-next")
	p.holds("import-compare")
	p.key("Return")
	p.holds("import-now")
	p.tabBack("changes")
	p.enter("import-now")
	p.holds("import-products")
	p.enter("import-undo")
	p.gone("import-undo")
	p.see("import-redo") // there are no products of it to show any more
	p.key("ctrl+2")
	p.at("products")
	p.hasRows(sampleProducts)
}

// keysLocalize has all put into Chinese, writes and accepts, and goes through filters.
func keysLocalize(_ *testing.T, p *program) {
	const entry = "localize-entry"
	p.key("ctrl+4")
	p.holds(entry)
	p.tabBack("localize-suggest")
	p.key("Return")
	p.holds("suggest-cancel")
	p.enter("suggest-all")
	p.see("localize-notice")
	p.tabBack("localize-show:all")
	p.key("Return")
	p.tabTo(entry)
	p.key("Down", "ctrl+a")
	p.paste(firstShort)
	p.key("ctrl+Return") // saved and accepted: the next product's texts take the place
	was := p.says(entry, func(text string) bool { return text != firstShort })
	p.key("Return") // and the one after, for there is nothing to do
	p.says(entry, func(text string) bool { return text != was })
	p.tabBack("localize-show:translated")
	p.key("Return")
	p.tabTo(entry)
	p.key("Down")
	p.says(entry, func(text string) bool { return text == firstShort })
	p.tabBack("localize-problem")
	p.key("Return")
	p.see("picker-search")
	p.key("Escape")
	p.holds("localize-problem")
}

// keysExport writes the feed of a marketplace.
func keysExport(t *testing.T, p *program) {
	folder := filepath.Join(p.home, "feed")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	p.key("ctrl+5")
	p.at("export")
	p.enter("export-channel:taobao")
	p.tabTo("export-drafts")
	p.key("space")
	p.tabTo("export-need:rate.USD/CNY")
	p.write("7.10")
	p.tabTo("fix:price-missing")
	p.enter("export-next")
	p.holds("export-write")
	p.tabBack("export-rows")
	p.choosing(folder)
	p.enter("export-change")
	p.says("export-folder", func(text string) bool { return text == folder })
	p.enter("export-write")
	p.holds("export-open")
	if _, err := os.Stat(filepath.Join(folder, "taobao.csv")); err != nil {
		t.Error(err)
	}
}

// keysHistory takes the entry before the last one back, and makes a backup.
func keysHistory(_ *testing.T, p *program) {
	p.key("ctrl+6")
	p.at("history")
	p.tabTo("history-list")
	p.key("Down")
	p.enter("history-undo")
	p.holds("history-list")
	p.gone("history-undo")
	p.tabBack("history-backups")
	p.key("Return")
	p.enter("history-back-up")
	p.see("history-backups-list")
	p.tabTo("history-backups-list")
}

// keysSettings sells in one more place, and switches the language there and back: by
// the settings and by the menus.
func keysSettings(t *testing.T, p *program) {
	p.key("ctrl+1")
	p.at("home")
	p.see("home-export:taobao")
	p.gone("home-export:shopify")
	p.key("ctrl+7")
	p.at("settings")
	p.enter("settings:topic:channels")
	p.tabTo("settings:channels:shopify")
	p.key("space")
	p.tabBack("settings:topic:look")
	p.key("Return")
	p.choose("settings:language", "Down", 2)
	p.says("rail:products", func(text string) bool { return text == "商品" })
	p.choose("settings:language", "Up", 1)
	p.says("rail:products", func(text string) bool { return text == "Products" })
	p.key("Alt_L", "Right", "Right", "Down", "Return") // the menu Go, its first line
	p.at("home")
	p.see("home-export:shopify")
	p.key("Tab", "question")
	p.see("ask:close")
	p.key("Escape")
	p.gone("ask:close")
}

// keysReopen finds the view and the columns again.
func keysReopen(t *testing.T, p *program) {
	p.key("ctrl+2")
	p.at("products")
	want := p.cell(productGrid, 0, titleColumn).Area
	p.quit()
	again := start(t, p.display, p.home)
	defer again.keepIfFailed()
	again.at("products")
	again.see(viewRole)
	again.lacks(chineseTitle)
	if got := again.cell(productGrid, 0, titleColumn).Area; got.X != want.X || got.Width != want.Width {
		t.Errorf("the title is at %v, %v wide; it was at %v, %v wide", got.X, got.Width, want.X, want.Width)
	}
	again.quit()
}
