package workspace_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// leading lists the codes of the problems that come before all others.
func leading(p []string, prefix string) string {
	var codes []string
	for _, code := range p {
		if !strings.HasPrefix(code, prefix) {
			break
		}
		codes = append(codes, code)
	}
	return strings.Join(codes, " ")
}

func TestPreviewSaysFirstWhatMostProductsLack(t *testing.T) {
	for _, test := range []struct{ name, csv, want string }{
		{"titles", "SKU,Price\nA-1,5\nA-2,6\n", "most-without-title"},
		{"prices and codes", "Title,Wholesale,Notes\nMug,5,a\nCup,6,b\n", "most-without-price most-without-code"},
		{"nothing", "SKU,Title,Price\nA-1,Mug,5\n", ""},
	} {
		w := shop(t)
		p, err := w.Preview(t.Context(), workspace.ImportRequest{File: file(t, "list.csv", test.csv)}, 4)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, problem := range p.Problems {
			codes = append(codes, problem.Code)
		}
		if got := leading(codes, "most-without-"); got != test.want {
			t.Errorf("%s: the preview says %q first, want %q", test.name, got, test.want)
		}
	}
}

// TestPriceListOfKnownProductsLacksNothing imports a list of prices: its products
// have their titles already.
func TestPriceListOfKnownProductsLacksNothing(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "goods.csv", "SKU,Title,Price\nA-1,Mug,5\nA-2,Cup,6\n")})
	r := importFile(t, w, workspace.ImportRequest{File: file(t, "prices.csv", "SKU,Price\nA-1,5.50\nA-2,6.50\n")})
	if n := codesOf(r.Problems)["most-without-title"]; n != 0 || r.Changed != 2 {
		t.Errorf("%d changed, told %d times that titles are missing; want 2 and none", r.Changed, n)
	}
}

// TestPreviewAssumesWhatTheImportDoes holds the assumptions before and after an
// import against each other.
func TestPreviewAssumesWhatTheImportDoes(t *testing.T) {
	w := shop(t)
	request := workspace.ImportRequest{File: file(t, "list.csv", "SKU,Title,Price,Weight,Stock East,Stock West\nA-1,Mug,5,12,3,4\nA-2,Cup,6,8,1,0\n")}
	p, err := w.Preview(t.Context(), request, 4)
	if err != nil {
		t.Fatal(err)
	}
	r := importFile(t, w, request)
	kinds := func(all []sheet.Assumption) string {
		var texts []string
		for _, a := range all {
			texts = append(texts, string(a.Kind)+" "+a.Value)
		}
		return strings.Join(texts, ", ")
	}
	before, after := kinds(p.Assumptions), kinds(r.Summary.Assumptions)
	if before != after || !strings.Contains(before, "currency USD") || !strings.Contains(before, "unit lb") || !strings.Contains(before, "sum quantity") {
		t.Errorf("before: %s\nafter: %s\nwant both the same, with USD, lb and the sum of the stocks", before, after)
	}
	if got := product(t, w, "A-1").Variants[0].Quantity; got == nil || *got != 7 {
		t.Errorf("quantity %v, want 7", got)
	}
}

// TestProductApartIsCountedOnce: rows of one product that are apart in the file are one
// product in the counts, when they are new, changed and the same.
func TestProductApartIsCountedOnce(t *testing.T) {
	w := shop(t)
	list := "Handle,Title,SKU,Price\ntee,Tee,T-S,5\nmug,Mug,M-1,6\ntee,Tee,T-M,5\ncup,Cup,C-1,7\ntee,Tee,T-L,5\n"
	for _, tt := range []struct {
		name, csv            string
		fresh, changed, same int
	}{
		{"new", list, 3, 0, 0},
		{"the same", list, 0, 0, 3},
		{"changed", strings.ReplaceAll(list, ",5", ",5.50"), 0, 1, 2},
	} {
		r := importFile(t, w, workspace.ImportRequest{File: file(t, "list.csv", tt.csv)})
		if r.New != tt.fresh || r.Changed != tt.changed || r.Same != tt.same || r.Rows != 5 {
			t.Errorf("%s: got %d new, %d changed, %d the same of %d rows; want %d, %d, %d of 5", tt.name, r.New, r.Changed, r.Same, r.Rows, tt.fresh, tt.changed, tt.same)
		}
	}
}

// TestImportRenamesNoSKU: another SKU for a barcode that is known is another product; a
// variant without one gets it, and is found by it.
func TestImportRenamesNoSKU(t *testing.T) {
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: file(t, "old.csv", "SKU,Title,Barcode,Price\nOLD-1,Mug,4006381333931,5\n,Cup,036000291452,6\n")})
	r := importFile(t, w, workspace.ImportRequest{File: file(t, "new.csv", "SKU,Title,Barcode,Price\nNEW-1,Jug,4006381333931,5.50\nNEW-2,Cup,036000291452,6\n")})
	if r.New != 1 || r.Changed != 1 {
		t.Fatalf("got %d new, %d changed, want the jug new and the cup changed", r.New, r.Changed)
	}
	for sku, want := range map[string]string{"OLD-1": "Mug", "NEW-1": "Jug", "NEW-2": "Cup"} {
		var titles []string
		for p, err := range w.Products(t.Context(), catalog.Filter{SKUs: []string{sku}}) {
			if err != nil {
				t.Fatal(err)
			}
			titles = append(titles, p.Title)
		}
		if got := strings.Join(titles, " "); got != want {
			t.Errorf("%s: got %q, want %q", sku, got, want)
		}
	}
}

// TestImportReportsItsRows: an import reports how many rows it has read, ever more, and
// in the end all of them.
func TestImportReportsItsRows(t *testing.T) {
	w := shop(t)
	var rows []int
	_, err := w.Import(t.Context(), workspace.ImportRequest{File: file(t, "list.csv", "Handle,Title,SKU,Price\ntee,Tee,T-S,5\ntee,,T-M,5\nmug,Mug,M-1,6\ncup,Cup,C-1,7\n")}, func(done, _ int) { rows = append(rows, done) })
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 || !slices.IsSorted(rows) || rows[len(rows)-1] != 4 {
		t.Errorf("got progress %v, want more and more of the 4 rows", rows)
	}
}
