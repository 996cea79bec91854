package shopify

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
	"tradewind.app/export"
	"tradewind.app/export/exporttest"
)

// TestComesBackTheSame exports products, imports the file again over them, and
// wants no product changed.
func TestComesBackTheSame(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	products := append(exporttest.Sound(), odd()...)
	for _, p := range products {
		p.Description, _, _ = strings.Cut(p.Description, "<script>") // which does not go out
	}
	dir := t.TempDir()
	report, err := export.Run(t.Context(), c, exporttest.Stream(products...), export.NewDirSink(dir), exporttest.Options(), nil)
	if err != nil || len(report.Skipped) > 0 {
		t.Fatalf("%v, left out %+v", err, report.Skipped)
	}
	got := map[catalog.Outcome]int{}
	for change, err := range plan(t, filepath.Join(dir, "shopify.csv"), products) {
		if err != nil {
			t.Fatal(err)
		}
		got[change.Outcome]++
		if change.Outcome != catalog.Same {
			t.Errorf("%s is %s: %+v %+v", change.Place, change.Outcome, catalog.Diff(change.Before, change.After), change.Problems)
		}
	}
	if got[catalog.Same] != len(products) {
		t.Errorf("%d products came back the same, want %d: %v", got[catalog.Same], len(products), got)
	}
}

// odd returns products that are sound and awkward: states, texts that need
// quotes, weights in ounces, attributes with columns of their own.
func odd() []*catalog.Product {
	draft := exporttest.Sound()[0]
	draft.ID, draft.Handle, draft.Status = "draft", "draft-syrup", catalog.StatusDraft
	draft.Title, draft.Description = `Syrup, "raw"`, "line one\nline two\n\n<p>a, b; c</p>\ttab"
	draft.Variants[0].Cost, draft.Variants[0].Compare, draft.Variants[1].Quantity = draft.Variants[0].Price, draft.Variants[1].Price, nil
	for _, key := range []string{"seo_title", "seo_description", "custom_label_0", "custom_label_4", "condition", "color-pattern", "ads_labels", "tax_code"} {
		draft.SetAttribute(key, "value of "+key)
	}
	draft.SetAttribute("charge_tax", "FALSE")
	draft.SetAttribute("continue_selling", "continue")
	hidden := exporttest.Sound()[2]
	hidden.ID, hidden.Handle, hidden.Status = "hidden", "hidden-lotion", catalog.StatusActive
	hidden.SetAttribute("published", "FALSE")
	hidden.Variants[0].GTIN = "36000291452" // wrong, and the merchant's all the same
	odd := []*catalog.Product{draft, hidden}
	for i, weight := range []string{"1 oz", "12 oz", "5.5 oz", "5.25 oz", "1.25 lb", "0.6 kg", "340 g", "2.205 lb"} {
		p := exporttest.Sound()[2]
		p.ID, p.Handle = catalog.ID("weight "+weight), "lotion-of-"+catalog.Slug(weight)
		m, err := catalog.ParseMeasure(weight, "")
		if err != nil {
			panic(err)
		}
		p.Variants[0].Weight = m
		p.Variants[0].ID = catalog.ID(p.Handle)
		odd = append(odd, p)
		_ = i
	}
	for i, p := range odd {
		for v := range p.Variants {
			p.Variants[v].SKU = p.Handle + "-" + p.Variants[v].SKU
			if i > 1 {
				p.Variants[v].GTIN = ""
			}
		}
	}
	return odd
}

// plan imports a file over products, without writing.
func plan(t *testing.T, path string, products []*catalog.Product) catalog.Changes {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Open(path, f, info.Size(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mapping, problems, err := book.Guess(sheet.Options{})
	if err != nil {
		t.Fatalf("%v %v", err, problems)
	}
	return catalog.Plan(t.Context(), book.ImportRows(t.Context(), mapping, sheet.Options{}), finder(products), catalog.Defaults{Currency: "USD", WeightUnit: "g"})
}

// finder finds among products, as a store does.
func finder(products []*catalog.Product) catalog.Find {
	index := map[catalog.Key]*catalog.Product{}
	for _, p := range products {
		index[catalog.Key{Kind: catalog.KeyHandle, Value: p.Handle}] = p
		for _, v := range p.Variants {
			index[catalog.Key{Kind: catalog.KeySKU, Value: v.SKU}] = p
			index[catalog.Key{Kind: catalog.KeyGTIN, Value: v.GTIN}] = p
		}
	}
	return func(_ context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
		found := map[catalog.Key]*catalog.Product{}
		for _, k := range keys {
			if p := index[k]; p != nil && k.Value != "" {
				found[k] = p
			}
		}
		return found, nil
	}
}
