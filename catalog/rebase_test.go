package catalog

import (
	"reflect"
	"slices"
	"testing"
)

// rebased has two variants, a picture each and a listing.
func rebased() *Product {
	n := int64(3)
	p := &Product{
		ID: "p", Title: "Tea", Brand: "Alder", Tags: []string{"a", "b"}, Options: []string{"Size"},
		Attributes: []Attribute{{Key: "Care", Value: "Cool"}},
		Variants:   []Variant{{ID: "1", SKU: "T-1", Options: []string{"S"}, Quantity: &n}, {ID: "2", SKU: "T-2", Options: []string{"L"}}},
		Images:     []Image{{Source: "a.png", Position: 1, Variants: []ID{"1"}}, {Source: "b.png", Position: 2}},
	}
	p.EnsureListing(SimplifiedChinese).Title = "茶"
	return p
}

// edited is a copy of the product with an edit.
func edited(edits ...func(*Product)) *Product {
	p := rebased()
	for _, edit := range edits {
		edit(p)
	}
	return p
}

func TestRebase(t *testing.T) {
	title := func(s string) func(*Product) { return func(p *Product) { p.Title = s } }
	set := func(f Field, v int, s string) func(*Product) {
		return func(p *Product) { fieldIndex[f].set(p, &p.Variants[v], s, Defaults{Currency: "USD", WeightUnit: "g"}) }
	}
	care := func(s string) func(*Product) { return func(p *Product) { p.SetAttribute("Care", s) } }
	chinese := func(s string) func(*Product) {
		return func(p *Product) { p.EnsureListing(SimplifiedChinese).Title = s }
	}
	order := func(p *Product) { slices.Reverse(p.Images) }
	remove := func(id ID) func(*Product) { return func(p *Product) { p.RemoveVariant(id) } }
	add := func(p *Product) { p.Variants = append(p.Variants, Variant{ID: "3", SKU: "T-3"}) }
	for _, tt := range []struct {
		name               string
		mine, theirs, want []func(*Product)
		clashes            []Field
	}{
		{name: "nothing"},
		{"mine alone", []func(*Product){title("Green Tea"), order}, nil, []func(*Product){title("Green Tea"), order}, nil},
		{"theirs alone", nil, []func(*Product){title("Black Tea"), chinese("红茶"), order}, []func(*Product){title("Black Tea"), chinese("红茶"), order}, nil},
		{"two fields", []func(*Product){title("Green Tea")}, []func(*Product){set(FieldPrice, 1, "12.40"), care("Warm")}, []func(*Product){title("Green Tea"), set(FieldPrice, 1, "12.40"), care("Warm")}, nil},
		{"one field alike", []func(*Product){title("Green Tea")}, []func(*Product){title("Green Tea")}, []func(*Product){title("Green Tea")}, nil},
		{"one field unlike", []func(*Product){title("Green Tea")}, []func(*Product){title("Black Tea")}, []func(*Product){title("Green Tea")}, []Field{FieldTitle}},
		{"one cell unlike", []func(*Product){set(FieldPrice, 0, "1")}, []func(*Product){set(FieldPrice, 0, "2"), set(FieldWeight, 0, "340")}, []func(*Product){set(FieldPrice, 0, "1"), set(FieldWeight, 0, "340")}, []Field{FieldPrice}},
		{"theirs takes an attribute away", nil, []func(*Product){care("")}, []func(*Product){care("")}, nil},
		{"both listings", []func(*Product){chinese("绿茶")}, []func(*Product){chinese("红茶")}, []func(*Product){chinese("绿茶")}, []Field{"title@zh-Hans"}},
		{"theirs adds a variant", []func(*Product){title("Green Tea")}, []func(*Product){add}, []func(*Product){title("Green Tea"), add}, nil},
		{"theirs removes a variant", []func(*Product){title("Green Tea")}, []func(*Product){remove("1")}, []func(*Product){title("Green Tea"), remove("1")}, nil},
		{"theirs removes what mine changed", []func(*Product){set(FieldSKU, 1, "T-9")}, []func(*Product){remove("2")}, []func(*Product){set(FieldSKU, 1, "T-9")}, []Field{FieldSKU}},
		{"mine removes what theirs changed", []func(*Product){remove("2")}, []func(*Product){set(FieldPrice, 1, "5")}, []func(*Product){remove("2")}, []Field{FieldSKU}},
		{"mine removes, theirs does nothing to it", []func(*Product){remove("2")}, []func(*Product){title("Black Tea")}, []func(*Product){remove("2"), title("Black Tea")}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, clashes := Rebase(rebased(), edited(tt.mine...), edited(tt.theirs...))
			if want := edited(tt.want...); !got.Equal(want) {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
			var fields []Field
			for _, c := range clashes {
				fields = append(fields, c.Field)
			}
			if !reflect.DeepEqual(fields, tt.clashes) {
				t.Errorf("clashes %v, want %v", fields, tt.clashes)
			}
		})
	}
}

func TestRebaseTellsBothTexts(t *testing.T) {
	mine, theirs := edited(func(p *Product) { p.Variants[0].MPN = "m" }), edited(func(p *Product) { p.Variants[0].MPN = "n" })
	_, clashes := Rebase(rebased(), mine, theirs)
	if want := []Clash{{FieldMPN, mine.Variants[0].ID, "T-1", "m", "n"}}; !reflect.DeepEqual(clashes, want) {
		t.Errorf("got %v, want %v", clashes, want)
	}
}
