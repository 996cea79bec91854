package workspace_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

// sample is the workbook of the shipped sample shop.
const sample = "../../assets/samples/shop.xlsx"

// shop makes an empty catalogue.
func shop(t *testing.T) *workspace.Workspace {
	t.Helper()
	options := workspace.Options{Assets: assets.FS, By: "tester", Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }}
	w, err := workspace.Create(t.Context(), filepath.Join(t.TempDir(), "shop.tradewind"), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// sampleShop is a catalogue with the sample in it.
func sampleShop(t *testing.T) *workspace.Workspace {
	t.Helper()
	w := shop(t)
	importFile(t, w, workspace.ImportRequest{File: sample})
	return w
}

func importFile(t *testing.T, w *workspace.Workspace, r workspace.ImportRequest) workspace.ImportResult {
	t.Helper()
	result, err := w.Import(t.Context(), r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// file writes a small spreadsheet.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func dump(t *testing.T, w *workspace.Workspace) string {
	t.Helper()
	var b bytes.Buffer
	if err := w.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func product(t *testing.T, w *workspace.Workspace, code string) *catalog.Product {
	t.Helper()
	p, err := w.Product(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func count(t *testing.T, w *workspace.Workspace, f catalog.Filter) int {
	t.Helper()
	n := 0
	for _, err := range w.Products(t.Context(), f) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func codesOf(problems []catalog.Problem) map[string]int {
	codes := map[string]int{}
	for _, p := range problems {
		codes[p.Code]++
	}
	return codes
}

func TestSampleComesInWithItsMistakesTold(t *testing.T) {
	w := shop(t)
	r := importFile(t, w, workspace.ImportRequest{File: sample})
	if r.New != 120 || r.Changed != 0 || r.Same != 0 || r.Refused != 1 || r.Rows != 300 {
		t.Errorf("new %d, changed %d, same %d, refused %d of %d rows; want 120, 0, 0, 1 of 300", r.New, r.Changed, r.Same, r.Refused, r.Rows)
	}
	codes := codesOf(r.Problems)
	for _, want := range []string{"gtin-check-digit", "gtin-lost-zero", "sku-taken"} {
		if codes[want] != 1 {
			t.Errorf("problem %s: told %d times, want once (all: %v)", want, codes[want], codes)
		}
	}
	if p := product(t, w, "AP-101-WHITE-S"); len(p.Variants) != 8 || p.Brand != "Marlfinch" || p.Variants[0].Price.String() != "28 USD" || p.Variants[0].Weight.String() != "5.6 oz" {
		t.Errorf("the first product came in as %+v", p)
	}
}

func TestImportTwiceWritesNothing(t *testing.T) {
	w := sampleShop(t)
	before := dump(t, w)
	r := importFile(t, w, workspace.ImportRequest{File: sample})
	if r.Same != 120 || r.New+r.Changed != 0 || r.Entry != "" {
		t.Errorf("new %d, changed %d, same %d, entry %q; want 0, 0, 120 and no entry", r.New, r.Changed, r.Same, r.Entry)
	}
	if dump(t, w) != before {
		t.Error("the catalogue changed")
	}
}

func TestDryRunSaysWhatTheRealRunDoes(t *testing.T) {
	w := shop(t)
	before := dump(t, w)
	dry := importFile(t, w, workspace.ImportRequest{File: sample, DryRun: true})
	if dump(t, w) != before || dry.Entry != "" {
		t.Error("a dry run changed the catalogue")
	}
	real := importFile(t, w, workspace.ImportRequest{File: sample})
	if dry.New != real.New || dry.Refused != real.Refused || len(dry.Problems) != len(real.Problems) {
		t.Errorf("dry run: %d new, %d refused, %d problems; real run: %d, %d, %d",
			dry.New, dry.Refused, len(dry.Problems), real.New, real.Refused, len(real.Problems))
	}
}

func TestUndoOfAnImportKeepsLaterEdits(t *testing.T) {
	w := shop(t)
	empty := dump(t, w)
	importFile(t, w, workspace.ImportRequest{File: sample})
	full := dump(t, w)
	undone, err := w.Undo(t.Context(), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if dump(t, w) != empty || undone.Restored != 120 {
		t.Errorf("undo restored %d products; want 120 and the empty catalogue", undone.Restored)
	}
	if _, err := w.Undo(t.Context(), undone.Entry.ID, nil); err != nil {
		t.Fatal(err)
	}
	if dump(t, w) != full {
		t.Error("the undo undone is not the catalogue as it was")
	}

	if _, err := w.Set(t.Context(), "FD-111", []catalog.Value{{Field: catalog.FieldPrice, Text: "9.50"}}); err != nil {
		t.Fatal(err)
	}
	first := firstEntry(t, w)
	again, err := w.Undo(t.Context(), first.ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Kept) != 1 || again.Kept[0].Handle != product(t, w, "FD-111").Handle {
		t.Errorf("kept %+v; want the one product edited since", again.Kept)
	}
}

func firstEntry(t *testing.T, w *workspace.Workspace) store.Entry {
	t.Helper()
	var first store.Entry
	for e, err := range w.History(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		first = e
	}
	return first
}

func TestEmptyCells(t *testing.T) {
	for _, tt := range []struct {
		rule workspace.EmptyCells
		want string
	}{{workspace.KeepEmpty, "Alder"}, {workspace.ClearEmpty, ""}} {
		w := shop(t)
		importFile(t, w, workspace.ImportRequest{File: file(t, "a.csv", "SKU,Title,Brand,Price\nA1,Bowl,Alder,5\n")})
		importFile(t, w, workspace.ImportRequest{File: file(t, "b.csv", "SKU,Title,Brand,Price\nA1,Bowl,,5\n"), Empty: tt.rule})
		if got := product(t, w, "A1").Brand; got != tt.want {
			t.Errorf("--empty %s: brand %q, want %q", tt.rule, got, tt.want)
		}
	}
}

func TestColumnsMappedOnceAreRemembered(t *testing.T) {
	w := shop(t)
	const header = "Artikel,Was,Betrag\n"
	chosen := map[string]catalog.Field{"Artikel": catalog.FieldSKU, "Was": catalog.FieldTitle, "Betrag": catalog.FieldPrice}
	importFile(t, w, workspace.ImportRequest{File: file(t, "may.csv", header+"A1,Bowl,5\n"), Map: chosen})
	r := importFile(t, w, workspace.ImportRequest{File: file(t, "june.csv", header+"A2,Cup,6\n")})
	if p := product(t, w, "A2"); r.New != 1 || p.Title != "Cup" || p.Variants[0].Price.String() != "6 USD" {
		t.Errorf("the second file came in as %+v (%+v)", p, r)
	}
}

func TestSet(t *testing.T) {
	w := sampleShop(t)
	before := dump(t, w)
	_, err := w.Set(t.Context(), "FD-111", []catalog.Value{{Field: catalog.FieldTitle, Text: "New"}, {Field: catalog.FieldPrice, Text: "soon"}})
	var refused *workspace.RefusedError
	if !errors.As(err, &refused) || refused.Problems[0].Code != "price-unreadable" {
		t.Errorf("a price that is none: %v", err)
	}
	if dump(t, w) != before {
		t.Error("a refused edit changed the catalogue")
	}
	r, err := w.Set(t.Context(), "AP-101-NAB-S", []catalog.Value{{Field: catalog.FieldPrice, Text: "$31.50"}, {Field: catalog.ListingTitle.At(catalog.SimplifiedChinese), Text: "女士有机棉T恤"}})
	if err != nil {
		t.Fatal(err)
	}
	p := product(t, w, "AP-101-NAB-S")
	if p.Variant("AP-101-NAB-S").Price.String() != "31.5 USD" || p.Variant("AP-101-WHITE-S").Price.String() != "28 USD" || p.Listing(catalog.SimplifiedChinese).Title != "女士有机棉T恤" {
		t.Errorf("the product is now %+v", p)
	}
	if r.Entry == "" || r.Products != 1 {
		t.Errorf("result %+v", r)
	}
	if _, err := w.Set(t.Context(), "no-such", nil); !errors.Is(err, store.ErrNoProduct) {
		t.Errorf("an SKU that nobody has: %v", err)
	}
	var unknown *workspace.UnknownFieldError
	if _, err := w.Set(t.Context(), "FD-111", []catalog.Value{{Field: "colour", Text: "x"}}); !errors.As(err, &unknown) {
		t.Errorf("a field that is none: %v", err)
	}
}

func TestDelete(t *testing.T) {
	w := sampleShop(t)
	before := dump(t, w)
	r, err := w.Delete(t.Context(), []string{"AP-101-WHITE-S", "AP-101-WHITE-M", "FD-111"})
	if err != nil {
		t.Fatal(err)
	}
	if n := count(t, w, catalog.Filter{}); n != 119 || r.Products != 2 {
		t.Errorf("%d products left, %d touched; want 119, 2", n, r.Products)
	}
	if p := product(t, w, "AP-101-WHITE-L"); len(p.Variants) != 6 {
		t.Errorf("%d variants left, want 6", len(p.Variants))
	}
	if _, err := w.Undo(t.Context(), "", nil); err != nil {
		t.Fatal(err)
	}
	if dump(t, w) != before {
		t.Error("undo did not bring back what was deleted")
	}
	if _, err := w.Delete(t.Context(), []string{"FD-111", "no-such"}); !errors.Is(err, store.ErrNoProduct) || dump(t, w) != before {
		t.Errorf("one unknown SKU among them: %v", err)
	}
}

func TestLocalizeNeverOverwritesAPerson(t *testing.T) {
	w := sampleShop(t)
	const mine = "手写标题"
	title := catalog.ListingTitle.At(catalog.SimplifiedChinese)
	if _, err := w.Set(t.Context(), "FD-111", []catalog.Value{{Field: title, Text: mine}}); err != nil {
		t.Fatal(err)
	}
	r, err := w.Localize(t.Context(), workspace.LocalizeRequest{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Products != 120 || r.Changed != 120 || r.Finished+r.Unfinished != 120 {
		t.Errorf("result %+v", r)
	}
	if got := product(t, w, "FD-111").Listing(catalog.SimplifiedChinese); got.Title != mine || got.Description == "" {
		t.Errorf("listing %+v; want the person's title and a suggested description", got)
	}
	before := dump(t, w)
	again, err := w.Localize(t.Context(), workspace.LocalizeRequest{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if again.Changed != 0 || again.Entry != "" || dump(t, w) != before {
		t.Errorf("localizing again changed %d listings", again.Changed)
	}
	for p, err := range w.Products(t.Context(), catalog.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if l := p.Listing(catalog.SimplifiedChinese); catalog.GBKLen(l.Title) > 60 {
			t.Errorf("%s: %q is %d bytes", p.Handle, l.Title, catalog.GBKLen(l.Title))
		}
	}
}

func TestShopifyFeedImportedAgainIsTheSame(t *testing.T) {
	w := sampleShop(t)
	dir := t.TempDir()
	report, err := w.Export(t.Context(), workspace.ExportRequest{Channel: "shopify", Dir: dir, All: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, f := range report.Files {
		r := importFile(t, w, workspace.ImportRequest{File: f.Path})
		total += r.Same
		if r.New+r.Changed+r.Refused != 0 {
			t.Errorf("%s: new %d, changed %d, same %d, refused %d %v", f.Path, r.New, r.Changed, r.Same, r.Refused, codesOf(r.Problems))
		}
	}
	if total != report.Products || total == 0 {
		t.Errorf("%d products are the same of %d exported", total, report.Products)
	}
}

func TestCheckAgreesWithExport(t *testing.T) {
	w := sampleShop(t)
	if _, err := w.Localize(t.Context(), workspace.LocalizeRequest{}, nil); err != nil {
		t.Fatal(err)
	}
	// Half of the listings are accepted, so that some products are blocked and some are not.
	accept := workspace.BulkEdit{Field: catalog.ListingState.At(catalog.SimplifiedChinese), Op: workspace.BulkSet, Text: string(catalog.StateTranslated)}
	f := catalog.Filter{Where: []catalog.Condition{{Field: catalog.FieldSKU, Op: catalog.OpContains, Value: "FD-"}}}
	if r, err := w.Bulk(t.Context(), f, accept, nil); err != nil || r.Changed == 0 {
		t.Fatalf("accepted %d, %v", r.Changed, err)
	}
	for _, c := range w.Channels() {
		report, err := w.Export(t.Context(), workspace.ExportRequest{
			Channel: c.Name(), Dir: t.TempDir(), Rates: map[string]string{"USD": "7.12"},
			PageURL: "https://shop.example/products/{handle}", PictureURL: "https://shop.example/pictures/{file}",
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		states := map[string]int{}
		for r, err := range w.Check(t.Context(), c.Name(), catalog.Filter{}) {
			if err != nil {
				t.Fatal(err)
			}
			states[string(r.State)]++
		}
		if got := states["ready"] + states["warnings"]; got != report.Products || states["blocked"] != len(report.Skipped) || report.Products == 0 {
			t.Errorf("%s: check says %v, the feed has %d products and skipped %d", c.Name(), states, report.Products, len(report.Skipped))
		}
	}
	var unknown *workspace.UnknownChannelError
	if _, err := w.Export(t.Context(), workspace.ExportRequest{Channel: "nowhere", Dir: t.TempDir()}, nil); !errors.As(err, &unknown) || !strings.Contains(err.Error(), "taobao") {
		t.Errorf("a channel that is none: %v", err)
	}
}

func TestImportErrorsLeaveNothing(t *testing.T) {
	w := sampleShop(t)
	before := dump(t, w)
	for _, path := range []string{file(t, "empty.xlsx", ""), file(t, "page.xlsx", "<html></html>"), filepath.Join(t.TempDir(), "missing.csv"), t.TempDir()} {
		if r, err := w.Import(t.Context(), workspace.ImportRequest{File: path}, nil); err == nil {
			t.Errorf("%s: %+v, want an error", path, r)
		}
	}
	if dump(t, w) != before {
		t.Error("a failed import changed the catalogue")
	}
}
