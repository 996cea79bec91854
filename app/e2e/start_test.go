package e2e

import (
	"os"
	"slices"
	"testing"
	"time"
)

// startRounds is how often each catalogue is opened: the middle time counts.
const startRounds = 7

// TestStartIsAsQuickWithManyProducts opens the program on an empty catalogue and on
// one of 100,000 products in turn, and compares how long it takes until the window
// stands.
func TestStartIsAsQuickWithManyProducts(t *testing.T) {
	if os.Getenv("TRADEWIND_BENCH") == "" {
		t.Skip("not measured: TRADEWIND_BENCH is not set; make bench does")
	}
	binary(t)
	d := openDisplay(t, "1440x900")
	home := t.TempDir()
	empty, full := bigShop(t, t.TempDir(), 0), bigShop(t, t.TempDir(), soakProducts)
	times := map[string][]int64{}
	var rows []time.Duration
	for range startRounds {
		for _, shop := range []string{empty, full} {
			began := time.Now()
			p := start(t, d, home, shop)
			if shop == full {
				p.ask(question{"do": "go", "place": "products"})
				p.cell(productGrid, 0, titleColumn)
				rows = append(rows, time.Since(began))
			}
			times[shop] = append(times[shop], p.state().Shown)
			p.quit()
		}
	}
	few, many := middle(times[empty]), middle(times[full])
	ratio := float64(many) / float64(few)
	t.Logf("the window stands after %d ms with no products, %d ms with %d: %.2f times as long; the first rows, from outside, after %d ms",
		few, many, soakProducts, ratio, middle(rows).Milliseconds())
	if ratio > 1.3 {
		t.Errorf("%.2f times as long, want at most 1.3", ratio)
	}
}

// middle is the median.
func middle[T int64 | time.Duration](list []T) T {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}
