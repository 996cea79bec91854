package localize

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

func TestStem(t *testing.T) {
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
			if got, want := lexiconForTest(t).stem(w), lexiconForTest(t).stem(ws[0]); got != want {
				t.Errorf("stem(%q) is %q, stem(%q) is %q", w, got, ws[0], want)
			}
		}
	}
	for _, pair := range [][2]string{{"cloth", "clothes"}, {"bus", "bu"}, {"pas", "pass"}, {"basis", "basi"}} {
		if lexiconForTest(t).stem(pair[0]) == lexiconForTest(t).stem(pair[1]) {
			t.Errorf("%q and %q have one stem", pair[0], pair[1])
		}
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Long-Sleeve T-Shirt", "Long|-Sleeve| T|-Shirt"},
		{"Shoes - Black", "Shoes| -| Black"},
		{"women’s 1,000 mg (5-7) 1/2\"", "women’s| 1,000| mg| (|5-7|)| 1/2|\""},
		{"D3 500mg 12x10 有机Oil", "D3| 500|mg| 12|x10| 有机|Oil"},
		{"100%, 1½ cups. U.S.A.", "100|%|,| 1½| cups|.| U|.|S|.|A|."},
	}
	for _, tt := range tests {
		var parts []string
		for _, tok := range lexiconForTest(t).tokens(tt.in) {
			parts = append(parts, tok.gap+tok.text)
		}
		if got := strings.Join(parts, "|"); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

// lookup finds the Chinese for a whole phrase in a shop's category.
func lookup(tb *TermBase, phrase, category string, part Part) string {
	ts := tb.lex.tokens(phrase)
	h, ok := tb.find(ts, wanted{part, tb.lex.fieldOf(&catalog.Product{Category: category}), part == Pack})
	switch {
	case !ok || h.words != len(ts):
		return ""
	case h.left:
		return "left out"
	case h.term.Status == DoNotTranslate:
		return "kept"
	}
	return h.term.Hans
}

func TestFindTerm(t *testing.T) {
	tb := termsForTest(t)
	tests := []struct {
		phrase, category string
		part             Part
		want             string
	}{
		{"running shoe", "", "", "跑步鞋"},
		{"Running-Shoes", "", "", "跑步鞋"},
		{"RUNNING SHOES", "Food", "", "跑步鞋"},
		{"glasses", "", "", "眼镜"},
		{"glass", "", "", "玻璃"},
		{"fork", "Sporting Goods > Cycling", "", "前叉"},
		{"fork", "Home > Kitchen", "", "叉子"},
		{"cream", "Beauty", "", "霜"},
		{"cream", "Apparel", "", "奶油色"},
		{"natural", "", "", "天然"},
		{"natural", "", Colour, "原色"},
		{"pack", "", Pack, "件装"},
		{"tshirt", "", "", "T恤"},
		{"t shirts", "", "", "T恤"},
		{"best", "", "", "left out"},
		{"antibacterial", "Beauty > Skin", "", "left out"},
		{"antibacterial", "Apparel > Socks", "", ""},
		{"XL", "", "", "kept"},
		{"women’s", "", "", "女士"},
		{"flurble", "", "", ""},
	}
	for _, tt := range tests {
		if got := lookup(tb, tt.phrase, tt.category, tt.part); got != tt.want {
			t.Errorf("%q as %q in %q: got %q, want %q", tt.phrase, tt.part, tt.category, got, tt.want)
		}
	}
}

func TestUserTermsWin(t *testing.T) {
	user := []Term{
		{English: "tumbler", Hans: "随行保温杯", Part: Noun, Status: Preferred, Weight: 3},
		{English: "Heron Blue", Hans: "苍鹭蓝", Part: Colour, Status: Preferred, Weight: 2},
		{English: "kettle", Hans: "烧水壶", Part: Noun, Status: Forbidden},
		{English: "Everdry", Part: Noun, Status: DoNotTranslate, Weight: 2},
		{English: "best", Hans: "最佳", Part: Adj, Status: Preferred, Weight: 1},
		{English: "rug", Hans: "机织毯", Part: Noun, Status: Preferred, Weight: 3, Category: "Weaving"},
	}
	shipped := termsForTest(t)
	tb := shipped.With(user)
	for phrase, want := range map[string]string{
		"tumblers": "随行保温杯", "heron blue": "苍鹭蓝", "kettle": "", "everdry": "kept", "best": "left out", "steel": "钢",
	} {
		if got := lookup(tb, phrase, "", ""); got != want {
			t.Errorf("%q: got %q, want %q", phrase, got, want)
		}
	}
	if got, want := lookup(tb, "rug", "Weaving > Floor", ""), "机织毯"; got != want {
		t.Errorf("a user's word in its category: got %q, want %q", got, want)
	}
	if got, want := tb.Len(), shipped.Len()+len(user); got != want {
		t.Errorf("got %d terms, want %d", got, want)
	}
	if got := lookup(tb.With(nil), "tumbler", "", ""); got != "保温杯" {
		t.Errorf("taking the user's terms away gives %q", got)
	}
	p := &catalog.Product{Title: "Heron Blue Everdry Tumbler"}
	title := firstTitle(newAnalyser(p, tb), p.Title, 60)
	if got, want := title.Text, "苍鹭蓝Everdry随行保温杯"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if title.Segments[0].Origin != FromUser {
		t.Errorf("a user's term comes from %q", title.Segments[0].Origin)
	}
}

func TestBrandIsNeverTranslated(t *testing.T) {
	for _, tt := range []struct{ brand, title, want string }{
		{"Cotton", "Cotton Wool Socks", "Cotton羊毛袜"},
		{"Maple", "Maple Syrup", "枫糖浆"},
		{"Blue Heron", "BLUE HERON’S Wool Socks", "BLUE HERON’S羊毛袜"},
	} {
		a := newAnalyser(&catalog.Product{Brand: tt.brand}, termsForTest(t))
		if got := firstTitle(a, tt.title, 60).Text; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.brand, got, tt.want)
		}
	}
}

func TestShippedTerms(t *testing.T) {
	tb := termsForTest(t)
	if got, want := tb.Len(), 900; got < want {
		t.Errorf("got %d terms, want %d and more", got, want)
	}
	for term := range tb.Terms() {
		if bad := catalog.Unencodable(term.Hans, catalog.GBK); len(bad) > 0 {
			t.Errorf("%q: %q has %q, which GBK lacks", term.English, term.Hans, bad[0].Rune)
		}
		if strings.TrimSpace(term.Hans) != term.Hans || strings.ContainsAny(term.Hans, ",;.!?") {
			t.Errorf("%q: stray characters in %q", term.English, term.Hans)
		}
		if term.English != strings.ToLower(term.English) {
			t.Errorf("%q is not in lower case", term.English)
		}
		if _, known := tb.lex.fields[term.Category]; term.Category != "" && !known {
			t.Errorf("%q: no field %q", term.English, term.Category)
		}
		if h, ok := tb.find(tb.lex.tokens(term.English), wanted{term.Part, tb.lex.fieldOf(&catalog.Product{}), true}); !ok && term.Status != Forbidden || ok && h.words != len(tb.lex.tokens(term.English)) {
			t.Errorf("%q is not found by its own words", term.English)
		}
	}
}

// official are names in which a word of the law is no boast: the grade of an oil,
// what is said of a genome, a steriliser for bottles.
var official = []string{"特级初榨", "非转基因", "奶瓶消毒器"}

// TestNoAdvertisingLawWords holds the shipped words against the lists of the law
// and of those who enforce it; medical words count for what is put on the skin,
// claims of effect for what is eaten.
func TestNoAdvertisingLawWords(t *testing.T) {
	var law struct {
		Groups map[string][]string `json:"groups"`
	}
	sharedFile(t, "data/localization/adlaw_terms.json", &law)
	for term := range termsForTest(t).Terms() {
		if term.Status != Preferred || slices.ContainsFunc(official, func(s string) bool { return strings.Contains(term.Hans, s) }) {
			continue
		}
		for group, banned := range law.Groups {
			for _, word := range banned {
				if strings.Contains(term.Hans, word) {
					t.Errorf("%q: %q has %q of %s", term.English, term.Hans, word, group)
				}
			}
		}
	}
}
