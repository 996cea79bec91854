package workspace_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// BenchmarkLook measures what a change costs the window over 20,000 products, with
// -short over 2,000: reading them all, looking at all of them, looking after an edit
// of one, adding up what is known, and the list of a problem that half of them have.
func BenchmarkLook(b *testing.B) {
	n := 20_000
	if testing.Short() {
		n = 2_000
	}
	w := filledShop(b, n)
	f, err := w.Look(b.Context(), nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	ids := f.IDs()
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			for _, err := range w.Products(b.Context(), catalog.Filter{}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Look(b.Context(), nil, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
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
			if f, err = w.Look(b.Context(), f, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("sum", func(b *testing.B) {
		for b.Loop() {
			f.Survey()
		}
	})
	b.Run("half", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.Head(b.Context(), catalog.Filter{IDs: ids[:n/2]}, catalog.Sort{Field: catalog.FieldTitle}, 64); err != nil {
				b.Fatal(err)
			}
		}
	})
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
		fmt.Fprintf(&list, "P-%05d,Product %05d,%s,%d.50,%d,<p>What number %d is for</p>\n", i, i, []string{"Alder", "Birch"}[i%2], 10+i%90, i%7, i)
	}
	r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(list.String()), Size: int64(list.Len())}
	if _, err := w.Import(b.Context(), r, nil); err != nil {
		b.Fatal(err)
	}
	return w
}
