package store

import (
	"errors"
	"testing"

	"tradewind.app/catalog"
)

// A batch reads what it has written, and each product of a stream once, although every
// one of them is written over while the stream runs.
func TestBatchReadsWhatItWrites(t *testing.T) {
	const count = readAtOnce + 30
	s := emptyStore(t)
	apply(t, s, KindEdit, news(samples(count)...)...)
	b := begin(t, s, KindBulkEdit)
	met := map[catalog.ID]int{}
	for p, err := range b.Products(t.Context(), catalog.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		met[p.ID]++
		if err := b.Put(t.Context(), edited(p, func(p *catalog.Product) { p.Title, p.Brand = "New "+p.Title, "Aaa" })); err != nil {
			t.Fatal(err)
		}
		now, err := b.Product(t.Context(), p.ID)
		if err != nil || now.Brand != "Aaa" {
			t.Fatalf("the batch reads %+v, %v", now, err)
		}
		if then, err := s.Product(t.Context(), p.ID); err != nil || then.Brand == "Aaa" {
			t.Fatalf("outside of it is read %+v, %v", then, err)
		}
	}
	for id, times := range met {
		if times != 1 {
			t.Errorf("product %s was read %d times", id, times)
		}
	}
	if len(met) != count {
		t.Errorf("got %d products, want %d", len(met), count)
	}
	renamed := catalog.Filter{Where: []catalog.Condition{{Field: catalog.FieldTitle, Op: catalog.OpContains, Value: "new "}}}
	n := 0
	for _, err := range b.Products(t.Context(), renamed) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != count {
		t.Errorf("a condition that SQL does not decide: got %d products, want %d", n, count)
	}
	if _, err := b.Product(t.Context(), catalog.NewID()); !errors.Is(err, ErrNoProduct) {
		t.Errorf("got %v, want ErrNoProduct", err)
	}
}
