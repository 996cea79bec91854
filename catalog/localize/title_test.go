package localize

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
)

func titleForTest(t testing.TB, p *catalog.Product, limit int) Text {
	t.Helper()
	return firstTitle(newAnalyser(p, languageForTest(t)), p.Title, limit)
}

func firstTitle(a *analyser, source string, limit int) Text {
	title, _ := a.titles(source, Limits{Title: limit})
	return title
}

func TestTitle(t *testing.T) {
	tests := []struct{ category, in, want string }{
		{"Baby", "Organic Cotton Baby Blanket, 30 x 40 in", "有机棉婴儿毯 76×102厘米"},
		{"Shoes", "Trail Running Shoes, Men's, Lightweight", "男士轻量越野跑鞋"},
		{"Shoes", "Blue Heron Women's Trail Running Shoes - Waterproof, Size 8", "Blue Heron女士防水越野跑鞋 尺码8"},
		{"Shoes", "Running Shoes for Women with Arch Support", "女士跑步鞋 带足弓支撑"},
		{"Home", "Stainless Steel Tumbler with Straw, 24 oz", "不锈钢吸管杯 710毫升"},
		{"Home", "The Best 14 oz Mug", "马克杯 414毫升"},
		{"Home", "Set of 4 Ceramic Coffee Mugs, 12 oz", "陶瓷咖啡杯 4件套 355毫升"},
		{"Home", "Soy Candle, Lavender Scented, 8 oz", "薰衣草香大豆蜡香薰蜡烛 227克"},
		{"Food", "Maple Syrup, Grade A Dark, 12 fl oz (355 mL)", "A级深色枫糖浆 355毫升"},
		{"Food", "Whole Bean Coffee, Dark Roast, 2 lb Bag", "深烘咖啡豆 907克袋装"},
		{"Food", "Pack of 6 Organic Granola Bars", "有机谷物棒 6件装"},
		{"Food", "Granola with Almonds, Cranberries and Honey", "格兰诺拉麦片 含巴旦木、蔓越莓和蜂蜜"},
		{"Food", "Box of 20 Tea Bags", ""},
		{"Food", "Dried Cranberries from Wisconsin", "威斯康星州产蔓越莓干"},
		{"Health > Vitamins", "Vitamin D3 5000 IU, 120 Softgels", "维生素D3 5000 IU 120粒"},
		{"Health", "Whey Protein Isolate Powder", "分离乳清蛋白粉"},
		{"Beauty", "Moisturizer for Sensitive Skin, Fragrance-Free, 1.7 fl oz", "敏感肌适用不含香精保湿霜 50毫升"},
		{"Beauty", "Natural Deodorant Stick, Aluminum Free", "不含铝天然香体膏"},
		{"Beauty", "3-in-1 Shampoo, Conditioner & Body Wash", "三合一洗发水 护发素和沐浴露"},
		{"Cycling > Parts", "12-Speed Rear Derailleur", "12速后拨"},
		{"Cycling > Parts", "Carbon Fork", "碳纤维前叉"},
		{"Home > Kitchen", "Salad Fork", "沙拉叉"},
		{"Apparel", "Cotton Crew Socks, 6-Pack, Black", "棉中筒袜 6件装 黑色"},
		{"Apparel", "Soft and Cozy Wool Sweater in Navy", "柔软舒适羊毛衫 藏青色"},
		{"Apparel", "T-SHIRT, TSHIRT, tee shirts", "T恤"},
		{"Apparel", "Water-proof Jackets™ 🎁", "防水夹克"},
		{"Apparel", "Gift Hat, Box Included", "附带礼品帽子"},
		{"Apparel", "Straw Hat with Leather Band", "草帽 配真皮饰带"},
		{"Apparel", "Women's Drawstring Shorts", "女士抽绳短裤"},
		{"Shoes", "Women's Satin Heels, Navy", "女士缎面高跟鞋 藏青色"},
		{"Clothing", "Toddler Girls' Twirl Dress, Woodland Animals", "女幼童转转公主裙 森林动物"},
		{"Health", "Electrolyte Powder Stick Packs, Sugar Free, 30 Count", "无糖电解质粉条装 30条"},
		{"Cycling", "Gravel Bike, 1x11 Speed", "砾石公路车 1x11速"},
		{"Cycling", "Bike Saddle for Women and Men", "男女通用自行车坐垫"},
		{
			"Home > Camping", "Blue Heron Ultralight 2 Person Backpacking Tent, Freestanding, 3 Season, Waterproof Ripstop Nylon with Aluminum Poles, Rain Fly, Footprint, Stakes and Storage Bag, Easy Setup for Hiking, Camping, Travel, Beach and Outdoor, 4 lb",
			"Blue Heron独立式三季防水防撕裂尼龙超轻双人徒步帐篷 1.81千克",
		},
		{"", "The North Star", ""},
		{"", "", ""},
	}
	for _, tt := range tests {
		p := &catalog.Product{Title: tt.in, Category: tt.category, Brand: "Blue Heron"}
		if got := titleForTest(t, p, 60).Text; got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTitleTellsItsOrigins(t *testing.T) {
	p := &catalog.Product{Title: "Blue Heron Ultimate Wool Snerk Tumbler, 24 oz, USB", Brand: "Blue Heron"}
	title := titleForTest(t, p, 60)
	var got []string
	for _, s := range title.Segments {
		if s.Origin != compose.Mark {
			got = append(got, string(s.Origin)+" "+s.Source+" "+s.Text)
		}
	}
	want := []string{"brand Blue Heron Blue Heron", "term Wool 羊毛", "term Tumbler 随行杯", "kept USB USB", "unit 24 oz 710毫升"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if !slices.Equal(title.Unknown, []string{"snerk"}) {
		t.Errorf("got the unknown words %q", title.Unknown)
	}
	if title.Complete {
		t.Error("a title with an unknown word is called complete")
	}
	if len(title.LeftOut) != 1 || title.LeftOut[0].Source != "Ultimate" || title.LeftOut[0].Note == "" {
		t.Errorf("a forbidden word is left out with its rule, got %+v", title.LeftOut)
	}
	if last := title.Segments[len(title.Segments)-1]; last.Note != "tumbler" {
		t.Errorf("the ounces are fluid because of the tumbler, got %q", last.Note)
	}
}

func TestFitDropsTheLeastFirst(t *testing.T) {
	p := &catalog.Product{Brand: "Nordvik", Title: "Nordvik Beautiful Premium Soft Organic Cotton Women's Long Sleeve Running Shirt with Pockets, Breathable, Navy Blue, 2 lb, Made in USA"}
	tests := []struct {
		limit int
		want  string
	}{
		{0, "Nordvik美国制造女士透气漂亮优质柔软有机棉长袖跑步T恤 带口袋 藏青色 907克"},
		{60, "Nordvik美国制造女士透气柔软有机棉长袖跑步T恤 藏青色 907克"},
		{40, "Nordvik女士柔软有机棉长袖跑步T恤 907克"},
		{30, "Nordvik女士柔软跑步T恤 907克"},
		{16, "Nordvik跑步T恤"},
		{8, "跑步T恤"},
		{6, ""},
	}
	for _, tt := range tests {
		got := titleForTest(t, p, tt.limit)
		if got.Text != tt.want {
			t.Errorf("limit %d: got %q (%d bytes), want %q", tt.limit, got.Text, catalog.GBKLen(got.Text), tt.want)
		}
		if tt.limit > 0 && len(got.Dropped) == 0 {
			t.Errorf("limit %d: nothing is told to be dropped", tt.limit)
		}
	}
}

// randomTitle strings words of the term base, unknown words, measures and signs together.
func randomTitle(r *rand.Rand, terms []terms.Term) string {
	measures := []string{"12 oz", "5-7 in", "30 x 40 in", `5' 6"`, "1 1/2 cups", "500 mg", "6-Pack", "Set of 4", "12-Speed", "60 Capsules", "350°F", "SPF 50", "2 lb 3 oz", "700c", "1,000 IU"}
	joints := []string{" ", " ", " ", " ", ", ", " - ", " with ", " for ", " and ", " & ", " (", ") ", " / ", " of ", " in ", "! ", "-", " ™ "}
	unknown := []string{"Snerk", "Qoph", "Zibbit", "Crème", "naïve", "Brücke", "山水", "🎁", "X200"}
	var b strings.Builder
	for i, n := 0, 1+r.IntN(16); i < n; i++ {
		if i > 0 {
			b.WriteString(joints[r.IntN(len(joints))])
		}
		switch k := r.IntN(10); {
		case k < 6:
			b.WriteString(terms[r.IntN(len(terms))].English)
		case k < 8:
			b.WriteString(measures[r.IntN(len(measures))])
		default:
			b.WriteString(unknown[r.IntN(len(unknown))])
		}
	}
	return b.String()
}

// TestTitleProperties holds for any title: it fits, it is GBK, its segments are
// its text, no word is cut, and no number is lost without being told.
func TestTitleProperties(t *testing.T) {
	language := languageForTest(t)
	terms := slices.Collect(language.terms.Terms())
	r := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		p := &catalog.Product{Title: randomTitle(r, terms), Brand: "Snerk"}
		limit := []int{0, 20, 30, 60}[r.IntN(4)]
		a := newAnalyser(p, language)
		got, _ := a.titles(p.Title, Limits{Title: limit})
		if n := catalog.GBKLen(got.Text); limit > 0 && n > limit {
			t.Fatalf("%q: %d bytes in %d: %q", p.Title, n, limit, got.Text)
		}
		if len(catalog.Unencodable(got.Text, catalog.GBK)) > 0 {
			t.Fatalf("%q: not GBK: %q", p.Title, got.Text)
		}
		if text := compose.TextOf(got.Segments); text != got.Text {
			t.Fatalf("%q: the segments say %q, the text %q", p.Title, text, got.Text)
		}
		if got.Text == "" {
			continue
		}
		checkStretches(t, a, p.Title, append(slices.Clone(got.Segments), got.Dropped...), got.Unused)
	}
}

// checkStretches holds that every stretch of the source is whole in what was
// written or dropped.
func checkStretches(t *testing.T, a *analyser, source string, list []compose.Segment, unused []string) {
	t.Helper()
	there := map[string]bool{}
	for _, s := range list {
		there[s.Text] = true
	}
	repeats := compose.TextOf(list)
	for _, s := range a.analyse(source) {
		if s.Role != compose.MeasureRole && s.Role != compose.PackRole && s.Role != compose.NumberRole && s.Role != compose.UnknownRole {
			continue
		}
		if text := encodable(s.Text); !there[text] && !strings.Contains(repeats, text) && !slices.Contains(unused, s.Source) {
			t.Fatalf("%q: %q is neither written nor said to be dropped: %+v", source, text, list)
		}
	}
}

func FuzzTitle(f *testing.F) {
	for _, s := range []string{"Organic Cotton Baby Blanket, 30 x 40 in", "Salt & Pepper (Set of 2) - 8 oz", "and and , with", "free free included", "per per 2", "½ to ¾ in wide", "of of of"} {
		f.Add(s)
	}
	language := languageForTest(f)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 300 || !utf8.ValidString(s) {
			return
		}
		a := newAnalyser(&catalog.Product{Title: s, Brand: "Heron"}, language)
		got, _ := a.titles(s, DefaultLimits)
		if n := catalog.GBKLen(got.Text); n > 60 {
			t.Errorf("%q: %q has %d bytes", s, got.Text, n)
		}
		prose := a.part(s)
		if text := compose.TextOf(prose.Segments); text != prose.Text {
			t.Errorf("%q: the segments say %q, the text %q", s, text, prose.Text)
		}
		for _, st := range a.analyse(s) {
			if prose.Text != "" && !numberIsIn(st, prose.Text) {
				t.Errorf("%q: the number of %q is lost in %q", s, st.Source, prose.Text)
			}
		}
	})
}

// numberIsIn reports whether the digits of a stretch, as they were or as they
// were converted, are in a text.
func numberIsIn(st compose.Stretch, text string) bool {
	was, is, there := onlyDigits(st.Source), onlyDigits(st.Text), onlyDigits(text)
	counts := st.Role == compose.NumberRole || st.Role == compose.MeasureRole || st.Role == compose.PackRole || st.Part == terms.Count
	return !counts || was == "" || is == "" || strings.Contains(there, was) || strings.Contains(there, is)
}

// TestPartKeepsNumbers holds that no number of a sentence is lost: a sentence is said
// whole, or not at all.
func TestPartKeepsNumbers(t *testing.T) {
	language := languageForTest(t)
	terms := slices.Collect(language.terms.Terms())
	r := rand.New(rand.NewPCG(3, 4))
	said := 0
	for range 2000 {
		a := newAnalyser(&catalog.Product{Category: []string{"Food", "Apparel", "Baby", "Beauty"}[r.IntN(4)]}, language)
		source := randomTitle(r, terms)
		for _, at := range languageForTest(t).lex.Sentences(source) {
			body, _ := languageForTest(t).lex.CutEnd(source[at.From:at.To])
			part := a.part(body)
			if part.Text == "" {
				continue
			}
			said++
			for _, st := range a.analyse(body) {
				if !numberIsIn(st, part.Text) {
					t.Fatalf("%q: the number of %q is lost in %q", body, st.Source, part.Text)
				}
			}
		}
	}
	if said == 0 {
		t.Error("nothing is said at all")
	}
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func BenchmarkSuggest(b *testing.B) {
	language := languageForTest(b)
	p := sampleProduct()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Suggest(b.Context(), p, catalog.SimplifiedChinese, language, DefaultLimits); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLongTitle(b *testing.B) {
	a := newAnalyser(&catalog.Product{}, languageForTest(b))
	var long strings.Builder
	for i := range 500 {
		long.WriteString("soft" + strconv.Itoa(i) + " ")
	}
	for b.Loop() {
		a.titles(long.String()+"wool sweater", DefaultLimits)
	}
}
