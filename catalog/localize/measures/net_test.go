package measures

import (
	"testing"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// TestNetContent: by SAMR order 70, g below 1,000 g, kg from there, and so on.
func TestNetContent(t *testing.T) {
	tests := []struct{ value, unit, want string }{
		{"250", "ml", "净含量：250毫升"},
		{"999", "g", "净含量：999克"},
		{"1000", "g", "净含量：1千克"},
		{"1500", "g", "净含量：1.5千克"},
		{"0.5", "kg", "净含量：500克"},
		{"0.75", "l", "净含量：750毫升"},
		{"1", "l", "净含量：1升"},
		{"1250", "ml", "净含量：1.25升"},
		{"99", "cm", "净含量：99厘米"},
		{"100", "cm", "净含量：1米"},
		{"5", "mm", "净含量：5毫米"},
		{"500", "mg", "净含量：500毫克"},
		{"3.4", "fl oz", "净含量：100毫升"},
		{"12", "fl oz", "净含量：355毫升"},
		{"12", "oz", "净含量：340克"},
		{"2.2", "lb", "净含量：1千克"},
		{"5", "lb", "净含量：2.27千克"},
		{"0", "g", ""},
		{"3", "", ""},
	}
	for _, tt := range tests {
		got, ok := unitsForTest(t).NetContent(catalog.Measure{Value: decimal.RequireFromString(tt.value), Unit: catalog.Unit(tt.unit)})
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s %s: got %q, %t, want %q", tt.value, tt.unit, got, ok, tt.want)
		}
	}
}
