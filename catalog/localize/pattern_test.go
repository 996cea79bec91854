package localize

import (
	"testing"

	"tradewind.app/catalog"
)

// TestPatterns says sentences in Chinese whole: their numbers, foods and names, and not
// when a word too many is in them.
func TestPatterns(t *testing.T) {
	tests := []struct{ category, in, want string }{
		{"Food", "May contain traces of peanuts and tree nuts.", "可能含有花生和树坚果"},
		{"Food", "Contains milk, soy, and wheat.", "含有牛奶、大豆和小麦"},
		{"Food", "Made in a facility that also processes eggs", "本产品的生产场所也加工鸡蛋制品"},
		{"Food", "Contains zorbit", ""},
		{"Health", "Take 1 tablet twice a day", "每日2次，每次1片"},
		{"Health", "Adults take 2 capsules daily with food.", "每日2粒，随餐服用"},
		{"Health", "Take 2 capsules daily unless advised otherwise", ""},
		{"Apparel", "Take 2 capsules daily", ""},
		{"Toys", "Not for children under 3 years.", "不适合3岁以下儿童使用"},
		{"Toys", "WARNING: Choking hazard: small parts. ", "警示：含小零件，有窒息危险"},
		{"Apparel", "Machine wash cold, tumble dry low", "冷水机洗，低温烘干"},
		{"Apparel", "Do not bleach", "请勿漂白"},
		{"Home", "Store in a cool, dry place away from direct sunlight", "请存放于阴凉干燥处，避免阳光直射"},
		{"Electronics", "Requires 2 AA batteries (not included)", "需2节5号电池，不含电池"},
		{"Electronics", "Works with Alexa and iOS", "兼容Alexa和iOS"},
		{"Electronics", "24/7 customer support", "全天候客服"},
		{"Kitchen", "Food grade silicone", "食品级硅胶"},
	}
	for _, tt := range tests {
		a := newAnalyser(&catalog.Product{Category: tt.category}, languageForTest(t))
		body, _ := a.lex.CutEnd(tt.in)
		got, ok := a.patterned(tt.in, body)
		if got.Text != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q: got %q, want %q", tt.category, tt.in, got.Text, tt.want)
		}
	}
}
