package store

import (
	"errors"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// New products of an import are written many at once. The one that cannot be is named,
// by the rule that it breaks, whichever call writes them.
func TestImportNamesTheRefusedProduct(t *testing.T) {
	const count = loadSize + 20
	tests := []struct {
		name  string
		at    int // which of the products breaks the rule
		spoil func(p *catalog.Product)
		want  error
	}{
		{"SKU of the first", 30, func(p *catalog.Product) { p.Variants[0].SKU = sample(1).Variants[0].SKU }, refusal("sku-taken")},
		{"SKU of one that was there", 3, func(p *catalog.Product) { p.Variants[0].SKU = sample(900).Variants[0].SKU }, refusal("sku-taken")},
		{"handle of the first, written late", loadSize + 5, func(p *catalog.Product) { p.Handle = sample(1).Handle }, refusal("handle-taken")},
		{"the first again", 10, func(p *catalog.Product) { *p = *sample(1) }, ErrStale},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := emptyStore(t)
			apply(t, s, KindEdit, news(sample(900))...)
			before := dump(t, s)
			b := begin(t, s, KindImport)
			var err error
			for i := 1; i <= count && err == nil; i++ {
				p := sample(i)
				if i == tt.at {
					tt.spoil(p)
				}
				err = b.Put(t.Context(), news(p)[0])
			}
			if _, late := b.Commit(t.Context()); err == nil {
				err = late
			}
			spoilt := sample(tt.at)
			tt.spoil(spoilt)
			if !errors.Is(err, tt.want) && !isRefusal(err, tt.want) || !strings.Contains(err.Error(), name(spoilt)) {
				t.Errorf("got %v, want %v of %s", err, tt.want, name(spoilt))
			}
			if err := b.Rollback(); err != nil {
				t.Fatal(err)
			}
			if after := dump(t, s); after != before {
				t.Errorf("the catalogue has changed:\n%s\nwant\n%s", after, before)
			}
		})
	}
}

// What an import has made so far is found, written or not.
func TestImportFindsWhatWaits(t *testing.T) {
	s := emptyStore(t)
	b := begin(t, s, KindImport)
	for i := range loadSize + 7 {
		p := sample(i + 1)
		if err := b.Put(t.Context(), news(p)[0]); err != nil {
			t.Fatal(err)
		}
		key := catalog.NewKey(catalog.KeySKU, p.Variants[0].SKU)
		found, err := b.Find(t.Context(), []catalog.Key{key})
		if err != nil || found[key] == nil || found[key].ID != p.ID {
			t.Fatalf("product %d: found %v, %v", i+1, found, err)
		}
	}
	if e, err := b.Commit(t.Context()); err != nil || e.Counts.New != loadSize+7 {
		t.Errorf("got %+v, %v", e.Counts, err)
	}
}
