package localize

import (
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
