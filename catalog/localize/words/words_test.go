package words

import (
	"os"
	"strings"
	"testing"
)

func lexiconForTest(t testing.TB) *Lexicon {
	t.Helper()
	lx, err := Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

func TestStem(t *testing.T) {
	lx := lexiconForTest(t)
	same := [][]string{
		{"shoe", "shoes"},
		{"box", "boxes"},
		{"watch", "watches"},
		{"cookie", "cookies"},
		{"berry", "berries"},
		{"knife", "knives"},
		{"tomato", "tomatoes"},
		{"woman", "women", "women's", "womens", "woman's"},
		{"dress", "dresses"},
		{"size", "sizes"},
		{"brush", "brushes"},
		{"glass", "glasses"},
		{"kid", "kids", "kids'", "kid's"},
		{"hoodie", "hoodies"},
		{"scarf", "scarves"},
	}
	for _, ws := range same {
		for _, w := range ws[1:] {
			if got, want := lx.Stem(w), lx.Stem(ws[0]); got != want {
				t.Errorf("stem(%q) is %q, stem(%q) is %q", w, got, ws[0], want)
			}
		}
	}
	for _, pair := range [][2]string{{"cloth", "clothes"}, {"bus", "bu"}, {"pas", "pass"}, {"basis", "basi"}} {
		if lx.Stem(pair[0]) == lx.Stem(pair[1]) {
			t.Errorf("%q and %q have one stem", pair[0], pair[1])
		}
	}
}

func TestTokens(t *testing.T) {
	lx := lexiconForTest(t)
	tests := []struct{ in, want string }{
		{"Long-Sleeve T-Shirt", "Long|-Sleeve| T|-Shirt"},
		{"Shoes - Black", "Shoes| -| Black"},
		{"women’s 1,000 mg (5-7) 1/2\"", "women’s| 1,000| mg| (|5-7|)| 1/2|\""},
		{"D3 500mg 12x10 有机Oil", "D3| 500|mg| 12|x10| 有机|Oil"},
		{"100%, 1½ cups. U.S.A.", "100|%|,| 1½| cups|.| U|.|S|.|A|."},
	}
	for _, tt := range tests {
		var parts []string
		for _, tok := range lx.Tokens(tt.in) {
			parts = append(parts, tok.Gap+tok.Text)
		}
		if got := strings.Join(parts, "|"); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestOunceSense(t *testing.T) {
	lx := lexiconForTest(t)
	tests := []struct {
		context string
		fluid   bool
	}{
		{"Insulated Tumbler", true},
		{"Maple Syrup, Amber", true},
		{"Chocolate Syrup", true},
		{"Shampoo Bar", false},
		{"Coffee Mug", true},
		{"Whole Bean Coffee", false},
		{"Soy Candle in Glass Tumbler", false},
		{"Net Wt. Honey Bottle", false},
		{"Olive Oil Soap Bar", false},
		{"Water Bottle, weighs", false},
		{"Wool Socks", false},
		{"Body Lotion", true},
	}
	for _, tt := range tests {
		if got, why := lx.OunceSense(tt.context); got != tt.fluid {
			t.Errorf("%q: got fluid %v because of %q, want %v", tt.context, got, why, tt.fluid)
		}
	}
	if fluid, why := lx.OunceSense("holds", "Travel Mug"); !fluid || why != "mug" {
		t.Errorf("the second context decides when the first is silent: got %v, %q", fluid, why)
	}
}
