package localize

import (
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// TestTitleStandings: a title is standard only where what is left out takes nothing from
// what is said, and no reading of its order is in doubt.
func TestTitleStandings(t *testing.T) {
	for _, tt := range []struct {
		title, category, want string
		standard              bool
	}{
		{"Infant & Baby Jersey Bodysuit", "Baby", "婴儿平针织连体衣", true},
		{"Notebook 5 in x 8 in", "Office", "笔记本 12.7×20.3厘米", true},
		{"Sports Bra", "Clothing", "运动文胸", true},
		{"Lavender Soap Bar 3.5 oz", "Soap", "薰衣草皂 99克", true},
		{"Lavender Soap 3.5 oz", "Soap", "薰衣草皂", false},            // a bar by weight, or a bottle
		{"Wafers Strawberry", "Food", "威化草莓", false},               // or strawberry wafers
		{"Zorbit & Peach Scented Candle", "Home", "蜜桃香薰蜡烛", false}, // one of two scents
		{"Shea & Zorbit Lip Balm", "Beauty", "乳木果润唇膏", false},
		{"Zorbit Frumpel Klimp Plush Cat Toy", "Pets", "", false},             // more is unknown than known
		{"Soft Cotton Blanket - Stroller / Throw Blanket", "Baby", "", false}, // a stroller is not sold
	} {
		p := &catalog.Product{Title: tt.title, Category: tt.category}
		s := suggestForTest(t, p)
		text := s.Field(catalog.ListingTitle).Texts[0]
		if text.Standard != tt.standard || tt.want != "" && text.Text != tt.want {
			t.Errorf("%s: got %q, standard %t; want %q, %t", tt.title, text.Text, text.Standard, tt.want, tt.standard)
		}
	}
}

// TestTablesSayNothingByHalves: a name of which one word is unknown stays English whole,
// and "short_description" is no "short_商品描述".
func TestTablesSayNothingByHalves(t *testing.T) {
	p := &catalog.Product{
		Title: "Cotton T-Shirt", Category: "Apparel", Options: []string{"Zorbit Color"},
		Variants:   []catalog.Variant{{Options: []string{"Red"}}},
		Attributes: []catalog.Attribute{{Key: "short_description", Value: "Zorbit shirt"}, {Key: "Frumpel Material", Value: "Cotton"}},
	}
	s := suggestForTest(t, p)
	for _, name := range []catalog.Field{catalog.ListingOptions, catalog.ListingAttributes} {
		for _, text := range s.Field(name).Texts {
			if strings.ContainsAny(text.Text, "abcdefghijklmnopqrstuvwxyz") {
				t.Errorf("%s: %q became %q", name, text.Source, text.Text)
			}
		}
	}
	if got := s.Field(catalog.ListingOptions).Texts; len(got) != 2 || got[1].Text != "红色" {
		t.Errorf("the value beside it: %+v", got)
	}
}
