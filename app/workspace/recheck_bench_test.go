package workspace_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// BenchmarkFindings measures findings of 100,000 products on twelve channels, with -short
// of 5,000: the evaluation of all of them, by product and channel; the figures of Home;
// the facets of a list; the check after an edit; the products that have a problem; and by
// how much the file has grown, in parts of what it was.
func BenchmarkFindings(b *testing.B) {
	n := 100_000
	if testing.Short() {
		n = 5_000
	}
	w := filledShop(b, n)
	const channels = 12
	workspace.MultiplyChannels(w, channels/len(w.Channels()))
	before := sizeOf(b, w)
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			if err := workspace.ForgetFindings(w); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if got, err := w.Recheck(b.Context(), nil); err != nil || got != n {
				b.Fatal(got, err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n*channels), "µs/product-channel")
		b.ReportMetric(100*float64(sizeOf(b, w)-before)/float64(before), "%file")
	})
	s := measureSurvey(b, w)
	ids, err := w.IDs(b.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("edit", func(b *testing.B) {
		i := 0
		for b.Loop() {
			b.StopTimer()
			i++
			edit := workspace.CellEdit{Product: ids[n/2], Field: catalog.FieldTitle, Text: fmt.Sprint("Title ", i)}
			if _, err := w.SetCells(b.Context(), []workspace.CellEdit{edit}); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if got, err := w.Recheck(b.Context(), nil); err != nil || got != 1 {
				b.Fatal(got, err)
			}
		}
	})
	b.Run("list", func(b *testing.B) {
		f := catalog.Filter{Findings: []catalog.FindingFilter{{Problem: s.Problems[0].Kind}}}
		for b.Loop() {
			if _, err := w.Head(b.Context(), f, catalog.Sort{Field: catalog.FieldTitle}, 64); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// measureSurvey measures what Home and the facets of a list read.
func measureSurvey(b *testing.B, w *workspace.Workspace) (s workspace.Survey) {
	b.Helper()
	for name, f := range map[string]catalog.Filter{
		"home":   {},
		"facets": {Where: []catalog.Condition{{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Alder"}}},
		"picks":  {Findings: []catalog.FindingFilter{{State: catalog.NotReady}}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				got, err := w.Survey(b.Context(), f)
				if err != nil || got.Products == 0 {
					b.Fatal(got.Products, err)
				}
				s = got
			}
		})
	}
	return s
}

// sizeOf is how many pages the catalogue has, folded or not.
func sizeOf(b *testing.B, w *workspace.Workspace) (pages int64) {
	b.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(w.Path())+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		b.Fatal(err)
	}
	return pages
}

// filledShop is a catalogue of n products.
func filledShop(b *testing.B, n int) *workspace.Workspace {
	b.Helper()
	w, err := workspace.Create(b.Context(), filepath.Join(b.TempDir(), "shop.tradewind"), workspace.Options{Assets: assets.FS})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := w.Close(); err != nil {
			b.Error(err)
		}
	})
	var list strings.Builder
	list.WriteString("sku,title,brand,price,quantity,description\n")
	for i := range n {
		fmt.Fprintf(&list, "P-%06d,Product %06d,%s,%d.50,%d,<p>What number %d is for</p>\n", i, i, []string{"Alder", "Birch"}[i%2], 10+i%90, i%7, i)
	}
	r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(list.String()), Size: int64(list.Len())}
	if _, err := w.Import(b.Context(), r, nil); err != nil {
		b.Fatal(err)
	}
	return w
}
