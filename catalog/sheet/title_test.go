package sheet_test

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// TestTitleBesideItem: the column that is called the title has the titles, wherever
// it stands; one of codes that could be called so is the SKU.
func TestTitleBesideItem(t *testing.T) {
	for name, tt := range map[string]struct{ csv, sku, title string }{
		"a code called item":     {"Item,Title,Price\nN-1,Beeswax Wrap,12\nN-2,Beeswax Bag,15\nN-3,Beeswax Box,9\n", "N-1", "Beeswax Wrap"},
		"behind the title":       {"Product Name,Price,Product\nBeeswax Wrap,12,N-1\nBeeswax Bag,15,N-2\n", "N-1", "Beeswax Wrap"},
		"an SKU is there too":    {"SKU,Item,Title,Price\nS1,N-1,Beeswax Wrap,12\nS2,N-2,Beeswax Bag,15\n", "S1", "Beeswax Wrap"},
		"two columns of words":   {"SKU,Item,Title,Price\nS1,Wrap,Beeswax Wrap,12\nS2,Bag,Beeswax Bag,15\n", "S1", "Beeswax Wrap"},
		"a title without values": {"SKU,Title,Item,Price\nS1,,Beeswax Wrap,12\nS2,,Beeswax Bag,15\n", "S1", "Beeswax Wrap"},
		"titles that are codes":  {"SKU,Title,Price\nS1,XK-200,12\nS2,XK-300,15\n", "S1", "XK-200"},
	} {
		t.Run(name, func(t *testing.T) {
			all, _ := importRows(t, writeCSV(t, "list.csv", tt.csv), sheet.Options{})
			d := all[0]
			title, sku := catalog.Text(d.Values, catalog.FieldTitle), catalog.Text(d.Variants[0].Values, catalog.FieldSKU)
			if title != tt.title || sku != tt.sku {
				t.Errorf("got %q, %q, want %q, %q", sku, title, tt.sku, tt.title)
			}
		})
	}
}

// TestNoBrand: what says that there is no brand is none.
func TestNoBrand(t *testing.T) {
	all, book := importRows(t, writeCSV(t, "list.csv", "SKU,Title,Brand\nA,Pen,-\nB,Pencil,None\nC,Ruler,n/a\nD,Eraser,Oak & Ink\n"), sheet.Options{})
	for i, want := range []string{"", "", "", "Oak & Ink"} {
		if got := catalog.Text(all[i].Values, catalog.FieldBrand); got != want {
			t.Errorf("row %d: brand %q, want %q", i+2, got, want)
		}
	}
	told := false
	for _, p := range book.Summary().Problems {
		told = told || p.Code == "code-placeholder" && p.Args["column"] == "Brand" && p.Args["count"] == "3"
	}
	if !told {
		t.Errorf("%+v: nobody says that three were left out", book.Summary().Problems)
	}
}

func TestNoTitle(t *testing.T) {
	all, book := importRows(t, writeCSV(t, "list.csv", "SKU,Title,Price\nA,★,5\nB,—,6\nC,7,7\nD,杯,8\n"), sheet.Options{})
	for i, want := range []string{"", "", "7", "杯"} {
		if got := catalog.Text(all[i].Values, catalog.FieldTitle); got != want {
			t.Errorf("row %d: title %q, want %q", i+2, got, want)
		}
	}
	reported := func(p catalog.Problem) bool { return p.Code == "code-placeholder" && p.Args["count"] == "2" }
	if problems := book.Summary().Problems; !slices.ContainsFunc(problems, reported) {
		t.Errorf("got problems %+v, want one that says that two were left out", problems)
	}
}
