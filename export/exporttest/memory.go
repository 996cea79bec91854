package exporttest

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// many is how many products go through a channel to see whether memory grows.
// Their descriptions alone are 40 MB.
const many = 10_000

// allowed is how much more may be alive near the end than near the beginning:
// hashes of what must be unique, and what the collector has not seen yet.
const allowed = 8 << 20

func memoryIsBounded(t *testing.T, c *export.Channel) {
	if testing.Short() {
		t.Skip("not tested in short mode: memory over 10,000 products")
	}
	var early, late uint64
	watch := func(done, _ int) {
		switch done {
		case many / 10:
			early = alive()
		case many:
			late = alive()
		}
	}
	report, err := export.Run(context.Background(), c, crowdOfProducts(many), export.NewDirSink(t.TempDir()), Options(), watch)
	if err != nil {
		t.Fatal(err)
	}
	if report.Products != many {
		t.Fatalf("%d products written, want %d: %v", report.Products, many, report.Problems)
	}
	if late > early+allowed {
		t.Errorf("%d bytes alive after %d products, %d after %d", late, many, early, many/10)
	}
}

func alive() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// crowdOfProducts makes sound products one by one, each with words of its own.
func crowdOfProducts(n int) func(func(*catalog.Product, error) bool) {
	return func(yield func(*catalog.Product, error) bool) {
		for i := range n {
			p := lotion()
			p.ID = catalog.ID(fmt.Sprintf("crowd-%d", i))
			p.Handle = fmt.Sprintf("lotion-%d", i)
			p.Variants[0].SKU = fmt.Sprintf("L-%d", i)
			p.Description = strings.Repeat(fmt.Sprintf("<p>Batch %d, made by hand.</p>", i), 130)
			p.MarkListing(catalog.SimplifiedChinese, catalog.Mark{State: catalog.StateReviewed})
			if !yield(p, nil) {
				return
			}
		}
	}
}

// Products yields n sound products, for benchmarks.
func Products(n int) func(func(*catalog.Product, error) bool) { return crowdOfProducts(n) }
