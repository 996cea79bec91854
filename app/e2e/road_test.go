package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The columns and controls that the road meets.
const (
	productGrid  = "products-grid"
	titleColumn  = "title"
	chineseTitle = "title@zh-Hans"
)

// sampleProducts is how many products the sample shop has.
const sampleProducts = 120

// TestRoad goes down the road of a shop owner in one window, then opens the program
// anew. Each step stands on the one before it, so the first that fails ends it.
func TestRoad(t *testing.T) {
	binary(t) // without one there is nothing to open a display for
	home := t.TempDir()
	p := start(t, openDisplay(t, "1440x900"), home)
	steps := []struct {
		name string
		do   func(*testing.T, *program)
	}{
		{"first run to the sample", firstRunToSample},
		{"import a workbook and undo it", importAndUndo},
		{"edit a cell", editCell},
		{"paste a Chinese title", pasteChinese},
		{"edit a product whole", editProduct},
		{"switch the language", switchLanguage},
		{"quit and find the state again", reopen},
	}
	for _, s := range steps {
		if !t.Run(s.name, func(t *testing.T) {
			p.t, p.display.t = t, t
			s.do(t, p)
		}) {
			p.keepPicture(t)
			return
		}
	}
}

// keepPicture saves what the window shows where a step failed, when a folder for it
// is named.
func (p *program) keepPicture(t *testing.T) {
	t.Helper()
	if folder := os.Getenv("TRADEWIND_SHOTS"); folder != "" {
		p.run("import", "-window", "root", filepath.Join(folder, "failed.png"))
	}
}

func firstRunToSample(t *testing.T, p *program) {
	p.at("welcome")
	p.click("welcome:sample")
	p.click("welcome:create")
	p.at("products")
	p.hasRows(sampleProducts)
	if found, err := filepath.Glob(filepath.Join(p.home, "*.tradewind")); err != nil || len(found) != 1 {
		t.Errorf("catalogues at home: %q, %v, want one", found, err)
	}
}

// hasRows waits until the list of products has so many.
func (p *program) hasRows(want int) {
	p.t.Helper()
	until(p.t, "the list has its rows", func() bool { return p.find(productGrid).Rows == want })
}

// importAndUndo imports a list with two new products, one of them without a price
// that can be read, and takes it back.
func importAndUndo(t *testing.T, p *program) {
	p.ask(question{"do": "go", "place": "import", "file": supplierList(p)})
	p.at("import")
	p.click("import-now") // all columns are known, so the preview stands first
	p.see("import-undo")
	p.visit("products")
	p.hasRows(sampleProducts + 2)
	p.visit("import")
	p.click("import-undo")
	p.gone("import-undo")
	p.visit("products")
	p.hasRows(sampleProducts)
}

// supplierList writes the list into the user's home.
func supplierList(p *program) string {
	file := filepath.Join(p.home, "supplier 供应商.xlsx")
	writeWorkbook(p.t, file, [][]any{
		{"SKU", "Title", "Price", "Barcode"},
		{"E2E-1", "Birch serving tray", "24.50", "0012345678905"},
		{"E2E-2", "Oak serving tray", "ask us", ""},
	})
	return file
}

func writeWorkbook(t *testing.T, path string, rows [][]any) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

func editCell(t *testing.T, p *program) { p.edit(0, titleColumn, "A title of the road") }

func pasteChinese(t *testing.T, p *program) { p.edit(1, chineseTitle, "手工桦木托盘 北欧风") }

// edit puts a text into a cell by keyboard and clipboard, and waits for it to show.
func (p *program) edit(row int, column, text string) {
	p.t.Helper()
	p.point(p.cell(productGrid, row, column))
	p.run("xdotool", "click", "1")
	p.key("F2")
	p.key("ctrl+a")
	p.paste(text)
	p.key("Return")
	until(p.t, "the cell shows "+text, func() bool { return p.cell(productGrid, row, column).Text == text })
}

// editProduct edits a product on its own screen, saves it on the way to the next one,
// comes back and undoes it.
func editProduct(t *testing.T, p *program) {
	const brand, mine = "product-field:brand", "A brand of the road"
	p.openRow()
	p.replace(brand, mine)
	p.click("product-next")
	p.click("ask:save")
	until(t, "the next product is shown", func() bool { return p.find(brand).Text != mine })
	p.click("product-previous")
	until(t, "the brand was saved", func() bool { return p.find(brand).Text == mine })
	p.click("product-tab:history")
	p.click("product-undo")
	p.click("product-tab:details")
	until(t, "the brand was undone", func() bool { a := p.find(brand); return a.Found && a.Text != mine })
	p.click("product-back")
	p.at("products")
	p.hasRows(sampleProducts)
}

func switchLanguage(t *testing.T, p *program) {
	before := p.see("rail:products").Text
	p.ask(question{"do": "set", "key": "language", "value": "zh-Hans"})
	until(t, "the window speaks Chinese", func() bool { return p.see("search").Found && p.see("rail:products").Text != before })
	p.ask(question{"do": "set", "key": "language", "value": "en"})
	until(t, "the window speaks English", func() bool { return p.see("rail:products").Text == before })
}

func reopen(t *testing.T, p *program) {
	p.visit("products")
	title := p.state().Title
	p.quit()
	again := start(t, p.display, p.home)
	again.at("products")
	if got := again.state().Title; got != title {
		t.Errorf("title = %q, want %q", got, title)
	}
	if got, want := again.cell(productGrid, 1, chineseTitle).Text, "手工桦木托盘 北欧风"; got != want {
		t.Errorf("Chinese title = %q, want %q", got, want)
	}
	again.quit()
}
