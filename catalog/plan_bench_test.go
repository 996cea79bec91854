package catalog

import (
	"fmt"
	"testing"
)

// BenchmarkPlan plans an import of products that are all new, and once more when they
// are all there. What the rules cost is in it.
func BenchmarkPlan(b *testing.B) {
	file := func() []ImportRow {
		importRows := make([]ImportRow, 2000)
		for i := range importRows {
			importRows[i] = row(Place(fmt.Sprint("a!", i)), "sku", fmt.Sprint("S-", i), "title", fmt.Sprint("Maple Syrup ", i),
				"description", "<p>Dark and rich, from one farm.</p>", "brand", "Alder", "category", "Food > Syrup", "price", "12.99",
				"cost", "6", "quantity", "7", "weight", "340 g", "tags", "syrup, maple", "attr.Care", "Keep cool", "attr.Origin", "Vermont")
		}
		return importRows
	}
	for _, again := range []bool{false, true} {
		b.Run(fmt.Sprint("again=", again), func(b *testing.B) {
			s := &shelf{}
			if again {
				for c := range Plan(b.Context(), each(file()), s.find, Defaults{Currency: "USD"}) {
					s.put(c)
				}
			}
			importRows := file()
			for b.Loop() {
				for _, err := range Plan(b.Context(), each(importRows), s.find, Defaults{Currency: "USD"}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
