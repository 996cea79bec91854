package store

import (
	"iter"
	"slices"
	"testing"

	"tradewind.app/catalog"
)

func placesOf(t *testing.T, seq iter.Seq2[Placed, error]) (there, gone []int64) {
	t.Helper()
	for at, err := range seq {
		switch {
		case err != nil:
			t.Fatal(err)
		case at.Product == nil:
			gone = append(gone, at.Place)
		default:
			there = append(there, at.Place)
		}
	}
	return there, gone
}

func TestNews(t *testing.T) {
	s := emptyStore(t)
	if n, err := s.News(t.Context(), 0); err != nil || n.Entry != 0 || n.All != 0 {
		t.Fatalf("an empty catalogue has the news %+v, %v", n, err)
	}
	products := samples(4)
	first := apply(t, s, KindImport, news(products...)...)
	if there, _ := placesOf(t, s.From(t.Context(), 0)); !slices.Equal(there, []int64{1, 2, 3, 4}) {
		t.Errorf("places %v", there)
	}
	if there, _ := placesOf(t, s.From(t.Context(), 2)); !slices.Equal(there, []int64{3, 4}) {
		t.Errorf("behind 2 are %v", there)
	}
	apply(t, s, KindEdit, edited(products[2], func(p *catalog.Product) { p.Title = "another" }))
	deleted := apply(t, s, KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: products[0]})
	if _, err := s.SetDocument(t.Context(), Settings, "shop", "Blue Heron"); err != nil {
		t.Fatal(err)
	}
	n, err := s.News(t.Context(), first.Number)
	if err != nil || n.Entry != deleted.Number+1 || n.Products != 2 || n.All != 3 || !slices.Equal(n.Kinds, []DocumentKind{Settings}) {
		t.Errorf("news %+v, %v", n, err)
	}
	there, gone := placesOf(t, s.Touched(t.Context(), first.Number))
	if !slices.Equal(there, []int64{3}) || !slices.Equal(gone, []int64{1}) {
		t.Errorf("written to are %v, gone are %v; want 3 and 1", there, gone)
	}
	if _, err := s.Undo(t.Context(), deleted.ID, nil); err != nil {
		t.Fatal(err)
	}
	if there, gone := placesOf(t, s.Touched(t.Context(), deleted.Number)); !slices.Equal(there, []int64{1}) || gone != nil {
		t.Errorf("after the undo %v and %v: what comes back has the place it had", there, gone)
	}
	if there, _ := placesOf(t, s.At(t.Context(), []int64{4, 2, 99})); !slices.Equal(there, []int64{2, 4}) {
		t.Errorf("at 4, 2 and 99 stand %v", there)
	}
}

func TestNewsStops(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(3)...)...)
	for at, err := range s.From(t.Context(), 0) {
		if err != nil || at.Place != 1 {
			t.Errorf("%d, %v", at.Place, err)
		}
		break
	}
}
