package catalog

import "testing"

// TestPlanVariantTwice: of two rows that are one variant and contradict each other,
// neither is lost without a word.
func TestPlanVariantTwice(t *testing.T) {
	tee := func(place Place, pairs ...string) ImportRow {
		return row(place, append([]string{"handle", "tee", "title", "Tee", "option1_name", "Size"}, pairs...)...)
	}
	for _, test := range []struct {
		name  string
		rows  []ImportRow
		price string // of the variant that stays
		told  string // of the last row
		first string
	}{
		{"the same options", []ImportRow{tee("a!2", "option1", "S", "price", "5"), tee("a!3", "option1", "s", "price", "6")}, "5 USD", "variant-twice", "a!2"},
		{"no options", []ImportRow{tee("a!2", "price", "5"), tee("a!3", "price", "6")}, "5 USD", "variant-twice", "a!2"},
		{"the same barcode", []ImportRow{
			tee("a!2", "gtin", "036000291452", "price", "5"), tee("a!3", "gtin", "036000291452", "price", "6"),
		}, "5 USD", "variant-twice", "a!2"},
		{"an SKU in the first row only", []ImportRow{tee("a!2", "sku", "T-S", "option1", "S", "price", "5"), tee("a!3", "option1", "S", "price", "6")}, "5 USD", "variant-twice", "a!2"},
		{"the same row again", []ImportRow{tee("a!2", "option1", "S", "price", "5"), tee("a!3", "option1", "S", "price", "5.00")}, "5 USD", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := &shelf{}
			changes := s.run(t, test.rows...)
			last := changes[len(changes)-1]
			if got := codes(last.Problems); got != test.told {
				t.Fatalf("got %q, want %q", got, test.told)
			}
			if test.told != "" && (last.RefusedRows != 1 || last.Problems[0].Args["first"] != test.first) {
				t.Errorf("got %d rows refused, %+v; want one and its first", last.RefusedRows, last.Problems)
			}
			if got := s.products[0].Variants; len(got) != 1 || got[0].Price.String() != test.price {
				t.Errorf("got variants %+v, want one for %s", got, test.price)
			}
			next := s.run(t, tee("b!2", "option1", "S", "price", "9"), tee("b!3", "option1", "M", "price", "9"))
			for _, c := range next {
				if len(c.Problems) > 0 {
					t.Errorf("the next import is told of %s", codes(c.Problems))
				}
			}
		})
	}
}

// TestPlanRefusedDraft: what the source could not read is refused with what it says.
func TestPlanRefusedDraft(t *testing.T) {
	d := ImportRow{Place: "a.csv:3", Rows: 1, Refused: true, Problems: []Problem{NewProblem("cells-shifted", Blocked, "").At("a.csv:3")}}
	c := (&shelf{}).run(t, d)[0]
	if c.Outcome != Refused || c.RefusedRows != 1 || codes(c.Problems) != "cells-shifted" || c.RefusedAt[0] != "a.csv:3" {
		t.Errorf("got %+v, want the row refused", c)
	}
}
