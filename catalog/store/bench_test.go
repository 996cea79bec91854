package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"tradewind.app/catalog"
)

// The benchmarks are run with -short for 10,000 products, else also 100,000.

func sizes(b *testing.B) []int {
	if testing.Short() {
		return []int{10_000}
	}
	return []int{10_000, 100_000}
}

var generated = sync.OnceValue(func() []*catalog.Product { return newGenerator(1).products(100_000) })

func generatedProducts(n int) []*catalog.Product { return generated()[:n] }

// filled makes a catalogue of n generated products in a folder that b owns.
func filled(b *testing.B, n int) *Store {
	b.Helper()
	s := emptyStore(b)
	apply(b, s, KindImport, news(generatedProducts(n)...)...)
	return s
}

func BenchmarkImport(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			changes := news(generatedProducts(n)...)
			folder := b.TempDir()
			i := 0
			for b.Loop() {
				i++
				s, err := Create(b.Context(), filepath.Join(folder, fmt.Sprint(i)), Options{})
				if err != nil {
					b.Fatal(err)
				}
				apply(b, s, KindImport, changes...)
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkChangeAll(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := filled(b, n)
			now := generatedProducts(n)
			i := 0
			for b.Loop() {
				b.StopTimer()
				i++
				changes := make([]catalog.Change, n)
				next := make([]*catalog.Product, n)
				for j, p := range now {
					changes[j] = edited(p, func(p *catalog.Product) { p.Title = fmt.Sprint(p.Title, " ", i) })
					next[j] = changes[j].After
				}
				now = next
				b.StartTimer()
				apply(b, s, KindBulkEdit, changes...)
			}
		})
	}
}

func BenchmarkFindAll(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := filled(b, n)
			for b.Loop() {
				var keys []catalog.Key
				for _, p := range generatedProducts(n) {
					keys = append(keys, catalog.Key{Kind: catalog.KeySKU, Value: p.Variants[0].SKU},
						catalog.Key{Kind: catalog.KeyGTIN, Value: p.Variants[0].GTIN}, catalog.Key{Kind: catalog.KeyHandle, Value: p.Handle})
					if len(keys) >= 256*3 {
						if found, err := s.Find(b.Context(), keys); err != nil || len(found) != len(keys) {
							b.Fatal(len(found), len(keys), err)
						}
						keys = keys[:0]
					}
				}
			}
		})
	}
}

func BenchmarkUndoImport(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := filled(b, n)
			for b.Loop() {
				e, err := s.LastUndoable(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				r, err := s.Undo(b.Context(), e.ID, nil)
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if _, err := s.Undo(b.Context(), r.Entry.ID, nil); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

func BenchmarkRedoImport(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := filled(b, n)
			for b.Loop() {
				b.StopTimer()
				e, err := s.LastUndoable(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				r, err := s.Undo(b.Context(), e.ID, nil)
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if _, err := s.Undo(b.Context(), r.Entry.ID, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// median runs a call until the benchmark has seen enough and reports the median
// of how long it took: the mean tells more of what else the machine does.
func median(b *testing.B, call func()) {
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		call()
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1000, "p50-ms")
}

func BenchmarkPage(b *testing.B) {
	for _, n := range sizes(b) {
		s := filled(b, n)
		for field := range orders {
			b.Run(fmt.Sprintf("%d/%s", n, field), func(b *testing.B) {
				q := PageQuery{Sort: catalog.Sort{Field: field}}
				median(b, func() {
					page, err := s.Page(b.Context(), q)
					if err != nil || len(page.Rows) == 0 && q.From == "" {
						b.Fatal(len(page.Rows), err)
					}
					q.From = page.Next // after the last page from the first again
				})
			})
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range sizes(b) {
		s := filled(b, n)
		sku := generatedProducts(n)[n/2].Variants[0].SKU
		for _, search := range []string{"不锈钢", "钢", "bamboo", "mboo", sku, "bamboo mug", "a"} {
			for _, field := range []catalog.Field{"", catalog.FieldTitle, catalog.FieldPrice} {
				b.Run(fmt.Sprintf("%d/%s/%s", n, search, field), func(b *testing.B) {
					q := PageQuery{Sort: catalog.Sort{Field: field}, Filter: catalog.Filter{Search: search}}
					median(b, func() {
						page, err := s.Page(b.Context(), q)
						if err != nil || len(page.Rows) == 0 {
							b.Fatal(len(page.Rows), err)
						}
					})
				})
			}
		}
	}
}

func BenchmarkFilter(b *testing.B) {
	for _, n := range sizes(b) {
		s := filled(b, n)
		for _, where := range []string{"brand=brand cedar", "status=active", "quantity<20", "title@zh-Hans blank"} {
			conditions, err := catalog.ParseFilter(where)
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%d/%s", n, where), func(b *testing.B) {
				q := PageQuery{Sort: catalog.Sort{Field: catalog.FieldPrice}, Filter: catalog.Filter{Where: conditions}}
				median(b, func() {
					page, err := s.Page(b.Context(), q)
					if err != nil || len(page.Rows) == 0 {
						b.Fatal(len(page.Rows), err)
					}
				})
			})
		}
	}
}

func BenchmarkIDs(b *testing.B) {
	for _, n := range sizes(b) {
		s := filled(b, n)
		for _, f := range []catalog.Filter{{}, {Search: "bamboo"}, {Where: []catalog.Condition{{Field: catalog.FieldStatus, Op: catalog.OpEqual, Value: "active"}}}} {
			b.Run(fmt.Sprintf("%d/%v", n, f), func(b *testing.B) {
				for b.Loop() {
					for _, err := range s.IDs(b.Context(), f, catalog.Sort{Field: catalog.FieldTitle}) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}
