package terms

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/words"
)

// termsForTest are the terms of the project itself.
func termsForTest(t testing.TB) *Base {
	t.Helper()
	tb, err := Load(wordsForTest(t), os.DirFS("../../../assets/terms"))
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

func wordsForTest(t testing.TB) *words.Lexicon {
	t.Helper()
	lx, err := words.Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

// lookup finds the Chinese for a whole phrase in a shop's category.
func lookup(tb *Base, phrase, category string, part Part) string {
	ts := tb.lex.Tokens(phrase)
	h, ok := tb.Find(ts, Wanted{part, FieldOf(tb.lex, &catalog.Product{Category: category}), part == Pack})
	switch {
	case !ok || h.Words != len(ts):
		return ""
	case h.Left:
		return "left out"
	case h.Term.Status == DoNotTranslate:
		return "kept"
	}
	return h.Term.Hans
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
		{"durable", "", "", "耐用"},
		{"natural", "", Colour, "原色"},
		{"pack", "", Pack, "件装"},
		{"tshirt", "", "", "T恤"},
		{"t shirts", "", "", "T恤"},
		{"best", "", "", "left out"},
		{"antibacterial", "Beauty > Skin", "", "left out"},
		{"antibacterial", "Apparel > Socks", "", ""},
		{"XL", "", "", "kept"},
		{"women’s", "", "", "女士"},
		{"puffer jacket", "Apparel", "", "面包服"}, // what is inside is not said
		{"down puffer jacket", "Apparel", "", "羽绒面包服"},
		{"faux fur vest", "Apparel", "", "仿皮草马甲"},
		{"base layer", "Apparel", "", "打底衣"},
		{"acrylic", "Apparel", "", "腈纶"},
		{"acrylic", "Home", "", "亚克力"},
		{"enamel", "Jewelry", "", "珐琅"},
		{"enamel", "Kitchen", "", "搪瓷"},
		{"bamboo", "Apparel", "", "竹纤维"},
		{"bamboo", "Kitchen", "", "竹"},
		{"leather", "Furniture", "", "皮革"},
		{"14k yellow gold", "Jewelry", "", "14K黄金"},
		{"gold filled", "Jewelry", "", "包金"},
		{"cubic zirconia", "Jewelry", "", "合成锆石"},
		{"clogs", "Shoes", "", "包头拖鞋"},
		{"foam clogs", "Shoes", "", "洞洞鞋"},
		{"high rise", "Apparel", "", "高腰"},
		{"light wash", "Apparel", Colour, "浅色水洗"},
		{"dove gray", "", Colour, "鸽灰色"},
		{"dove grey", "", Colour, "鸽灰色"},
		{"tie-dyed", "Apparel", Pattern, "扎染"},
		{"toddler boys", "Apparel", Audience, "男幼童"},
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
	if got := lookup(tb.With(nil), "tumbler", "", ""); got != "随行杯" {
		t.Errorf("taking the user's terms away gives %q", got)
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
		for category := range strings.SplitSeq(term.Category, ",") {
			if _, known := tb.lex.Fields[category]; category != "" && !known {
				t.Errorf("%q: no field %q", term.English, category)
			}
		}
		if h, ok := tb.Find(tb.lex.Tokens(term.English), Wanted{term.Part, FieldOf(tb.lex, &catalog.Product{}), true}); !ok && term.Status != Forbidden || ok && h.Words != len(tb.lex.Tokens(term.English)) {
			t.Errorf("%q is not found by its own words", term.English)
		}
	}
}

// official are names in which a word of the law is no boast: the grade of an oil,
// what is said of a genome, what sterilises bottles, how milk is heated, what an
// animal was not given.
var official = []string{"特级初榨", "非转基因", "消毒器", "巴氏杀菌", "未使用抗生素", "未添加激素"}

// TestNoAdvertisingLawWords holds the shipped words against the lists of the law
// and of those who enforce it; medical words count for what is put on the skin,
// claims of effect for what is eaten.
func TestNoAdvertisingLawWords(t *testing.T) {
	var law struct {
		Groups map[string][]string `json:"groups"`
	}
	sharedList(t, "data/localization/adlaw_terms.json", &law)
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

// sharedList reads a test vector that lies beside the checkout and is not part
// of the project.
func sharedList(t *testing.T, name string, v any) {
	t.Helper()
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skipf("NOT TESTED against independent vectors: %s is missing (set TRADEWIND_SHARED)", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
