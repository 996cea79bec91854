package sheet_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tradewind.app/catalog/sheet"
)

// BenchmarkDrafts reads a text file of 20,000 products with numbers, codes and
// texts: guessing, decoding and grouping, without a catalogue.
func BenchmarkDrafts(b *testing.B) {
	var text strings.Builder
	text.WriteString("SKU,Title,Description,Brand,Price,Compare at price,Cost,Stock,Weight,Length,Barcode,Color,Image,Care\n")
	for i := range 20_000 {
		fmt.Fprintf(&text, "SKU-%06d,Stoneware mug %d,\"A mug, thrown by hand\",Kilnmoor,%d.50,%d.00,$%d.10,%d,12 oz,4 in,4006381333931,Blue,https://shop.example/%d.jpg,Wash by hand\n",
			i, i, i%90+5, i%90+9, i%40+2, i%300, i)
	}
	path := writeCSV(b, "list.csv", text.String())
	b.ReportAllocs()
	for b.Loop() {
		book, err := openBook(b, path, sheet.Options{})
		check(b, err)
		m, _, err := book.Guess(sheet.Options{})
		check(b, err)
		n := 0
		for _, err := range book.ImportRows(context.Background(), m, sheet.Options{}) {
			check(b, err)
			n++
		}
		if n != 20_000 {
			b.Fatalf("got %d importRows", n)
		}
	}
}
