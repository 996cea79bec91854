// Package viewtest has what tests of view models share: sessions over temporary
// catalogues, and what is written to them.
package viewtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// Shop is a session over a catalogue of a spreadsheet's products.
func Shop(t testing.TB, runner job.Runner, csv string) *view.Session {
	t.Helper()
	w, err := workspace.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), workspace.Options{Assets: assets.FS, By: "Ann"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	if csv != "" {
		r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(csv), Size: int64(len(csv))}
		if _, err := w.Import(t.Context(), r, nil); err != nil {
			t.Fatal(err)
		}
	}
	return &view.Session{
		Workspace: w, Runner: runner, Text: text.For(text.English),
		Go: func(view.Target) {}, Fail: func(err error) { t.Errorf("failed: %v", err) },
	}
}

// IDOf is the ID of the product that has a SKU.
func IDOf(t testing.TB, s *view.Session, sku string) catalog.ID {
	t.Helper()
	p, err := s.Workspace.Product(t.Context(), sku)
	if err != nil {
		t.Fatal(err)
	}
	return p.ID
}

// AllIDs are the IDs of all products by their titles.
func AllIDs(t testing.TB, s *view.Session) []catalog.ID {
	t.Helper()
	ids, err := s.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{Field: catalog.FieldTitle})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// SetElsewhere writes to the product from another place.
func SetElsewhere(t testing.TB, s *view.Session, sku string, field catalog.Field, text string) {
	t.Helper()
	if _, err := s.Workspace.Set(t.Context(), sku, []catalog.Value{{Field: field, Text: text}}); err != nil {
		t.Fatal(err)
	}
	s.ChangedAll()
}

// Finish does all that waits, and what comes of it.
func Finish(r *job.Stepping) {
	for r.Work() || r.Deliver() {
	}
}

// Describe gives a product the Chinese description without which no marketplace in
// China takes it, so that its listing can be accepted once it has a title.
func Describe(t testing.TB, s *view.Session, sku string) {
	t.Helper()
	field := catalog.ListingDescription.At(catalog.SimplifiedChinese)
	if _, err := s.Workspace.Set(t.Context(), sku, []catalog.Value{{Field: field, Text: "<p>柔和橡木</p>"}}); err != nil {
		t.Fatal(err)
	}
	s.ChangedAll()
}

// Spreadsheet writes a CSV to be imported.
func Spreadsheet(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// VariantSheet is a shop of three products, one of them in two variants.
const VariantSheet = "handle,title,brand,option1 name,option1 value,sku,price,weight\n" +
	"tee,Pine Tee,Alder,Size,S,T-S,20,180 g\ntee,,,,M,T-M,20,190 g\nboard,Oak Board,Alder,,,B-1,68,1.2 kg\nsoap,Pine Soap,Birch,,,S-1,9,\n"

// ThreeProducts is a shop of three products, one of them without price and stock.
const ThreeProducts = "sku,title,brand,price,quantity\nA-1,Oak Board,Alder,68,4\nA-2,Maple Syrup,Alder,12.40,9\nA-3,Pine Soap,Birch,,\n"

// SampleShop is a session over a catalogue of the sample shop's products.
func SampleShop(t testing.TB, runner job.Runner) *view.Session {
	t.Helper()
	s := Shop(t, runner, "")
	if _, err := s.Workspace.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// Found lists the products that a filter by findings chooses.
func Found(t *testing.T, s *view.Session, f catalog.FindingFilter) []catalog.ID {
	t.Helper()
	ids, err := s.Workspace.IDs(t.Context(), catalog.Filter{Findings: []catalog.FindingFilter{f}}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}
