package sheet_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// writeCSV puts a file into a folder of the test.
func writeCSV(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPlainRowIsProduct(t *testing.T) {
	path := writeCSV(t, "spring.csv", "Spring list 2026,,,\nItem No.,Product name*,Price (USD),Weight (g)\nMU-1,Stoneware mug,12.5,340\nMU-2,Tea bowl,\"1,299.00\",\n")
	got, b := importRows(t, path, sheet.Options{})
	if len(got) != 2 {
		t.Fatalf("got %d importRows, want 2", len(got))
	}
	want := map[catalog.Field]string{
		catalog.FieldTitle: "Stoneware mug", catalog.FieldSKU: "MU-1", catalog.FieldPrice: "12.5 USD", catalog.FieldWeight: "340 g",
	}
	for f, w := range want {
		if g := text(got[0], f); g != w {
			t.Errorf("%s: got %q, want %q", f, g, w)
		}
	}
	if g := text(got[1], catalog.FieldPrice); g != "1299 USD" {
		t.Errorf("grouped price: got %q, want 1299 USD", g)
	}
	if g, w := got[1].Place, catalog.Place("spring.csv:4"); g != w {
		t.Errorf("got place %q, want %q", g, w)
	}
	if g := b.Summary(); g.Rows != 2 || g.Products != 2 {
		t.Errorf("got summary %+v, want 2 rows and products", g)
	}
}

// TestRowsWithoutTheHandle: below a product, rows that name an option only are its
// variants, whether or not they repeat the handle.
func TestRowsWithoutTheHandle(t *testing.T) {
	got, _ := importRows(t, writeCSV(t, "list.csv", "Handle,Title,Size,SKU,Price\nmug,Mug,S,A,9\n,,L,B,11\ncup,Cup,S,C,7\n,Jar,S,D,5\n"), sheet.Options{})
	var sizes []int
	for _, d := range got {
		sizes = append(sizes, len(d.Variants))
	}
	if !slices.Equal(sizes, []int{2, 1, 1}) {
		t.Errorf("variants of the products: %v", sizes)
	}
	got, _ = importRows(t, writeCSV(t, "list.csv", "SKU,Size,Price\nA,S,9\nB,L,11\n"), sheet.Options{})
	if len(got) != 2 {
		t.Errorf("without titles: %d products", len(got))
	}
}
