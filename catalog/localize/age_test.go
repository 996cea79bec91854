package localize

import (
	"testing"

	"tradewind.app/catalog"
)

// TestAgesAndLimits: what a plus sign and its words say is part of the quantity.
func TestAgesAndLimits(t *testing.T) {
	tests := []struct{ category, in, want string }{
		{"Toys", "Ages 4+", "4岁以上"},
		{"Toys", "Age: 3+", "3岁以上"},
		{"Toys", "Ages 8 & up", "8岁以上"},
		{"Toys", "Ages 8 and older", "8岁以上"},
		{"Toys", "Ages 3-6", "3～6岁"},
		{"Baby", "6+ months", "6个月以上"},
		{"Baby", "18 months and up", "18个月以上"},
		{"Baby", "3 years+", "3岁以上"},
		{"Electronics", "12+ hours", "12小时以上"},
		{"Electronics", "500+ lumens", "500流明以上"},
		{"Electronics", "12 MP", "1200万像素"},
		{"Health", "50 billion", "500亿"},
		{"Health", "1.5 million", "150万"},
		{"Apparel", "32W x 30L", "腰围32×内长30英寸"},
		{"Apparel", "34W/32L", "腰围34×内长32英寸"},
		{"Grocery", "12 oz bag", "340克袋装"},
		{"Grocery", "5 fl oz bottle", "148毫升瓶装"},
		{"Auto", "225/45R17", "225/45R17"},
		{"Tools", "1/4-20", "1/4-20"},
		{"Electronics", "±5 °F", "±2.8℃"},
		{"Food", "Nov 21, 2026", "2026年11月21日"},
		{"Food", "11/21/2026", "2026年11月21日"},
		{"Food", "2026-11-21", "2026年11月21日"},
		{"Food", "21st November 2026", "2026年11月21日"},
	}
	for _, tt := range tests {
		a := newAnalyser(&catalog.Product{Title: "Thing", Category: tt.category}, languageForTest(t))
		got := ""
		for _, s := range a.analyse(tt.in) {
			got += s.Text
		}
		if got != tt.want {
			t.Errorf("%s: %q: got %q, want %q", tt.category, tt.in, got, tt.want)
		}
	}
}
