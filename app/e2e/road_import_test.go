package e2e

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// importAndUndo drops a list with two new products, one of them without a price
// that can be read. Its titles stand under a name that nobody can guess, so that
// the person says what they are. The import is then taken back.
func importAndUndo(t *testing.T, p *program) {
	p.drop(supplierList(p, "Kram"))
	p.at("import")
	p.click("import-field:Kram")
	p.see("picker-search")
	p.paste("Title")
	p.says("picker-search", func(text string) bool { return text == "Title" })
	p.key("Return")
	p.gone("picker-search")
	p.says("import-field:Kram", func(text string) bool { return text == "Title" })
	p.click("import-compare")
	p.click("import-now")
	p.see("import-undo")
	p.click("rail:products")
	p.at("products")
	p.hasRows(sampleProducts + 2)
	p.replace("search", "birch serving")
	p.hasRows(1)
	if got, want := p.cell(productGrid, 0, titleColumn).Text, "Birch serving tray"; got != want {
		t.Errorf("title = %q, want %q", got, want)
	}
	p.key("Escape")
	p.click("rail:import")
	p.at("import")
	p.click("import-undo")
	p.gone("import-undo")
	p.click("rail:products")
	p.at("products")
	p.hasRows(sampleProducts)
}

// supplierList writes a list into the user's home; its titles stand under a name.
func supplierList(p *program, titles string) string {
	file := filepath.Join(p.home, "supplier 供应商.xlsx")
	writeWorkbook(p.t, file, [][]any{
		{"SKU", titles, "Price", "Barcode"},
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
