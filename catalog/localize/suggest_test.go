package localize

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/script"
)

func sampleProduct() *catalog.Product {
	return &catalog.Product{
		Title: "Blue Heron Women's Trail Running Shoes, Waterproof", Brand: "Blue Heron", Category: "Shoes > Running", Material: "Mesh upper, rubber outsole",
		Tags:    []string{"trail running", "vip-2024", "Waterproof", "water-proof"},
		Options: []string{"Color", "Size"},
		Variants: []catalog.Variant{
			{Options: []string{"Navy", "8"}}, {Options: []string{"Light", "8.5"}}, {Options: []string{"Heron Blue", "M"}},
		},
		Attributes: []catalog.Attribute{
			{Key: "Weight", Value: "10.2 oz"}, {Key: "Closure", Value: "Lace-up"}, {Key: "Waterproof", Value: "yes", Kind: catalog.BoolAttribute},
		},
		Description: `<p>Waterproof mesh upper.</p><ul><li>Cushioned midsole, 0.5 in heel drop</li><li>Machine washable</li><li>It quietly survives</li></ul>`,
	}
}

func suggestForTest(t *testing.T, p *catalog.Product) Suggestion {
	t.Helper()
	s, err := Suggest(t.Context(), p, catalog.SimplifiedChinese, languageForTest(t), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSuggest(t *testing.T) {
	s := suggestForTest(t, sampleProduct())
	want := map[catalog.Field]string{
		catalog.ListingTitle:         "Blue Heron女士防水越野跑鞋",
		catalog.ListingShortTitle:    "Blue Heron女士防水越野跑鞋",
		catalog.ListingSellingPoints: "防水网面鞋面\n缓震中底，1.27厘米前后掌落差",
		catalog.ListingDescription:   "<ul>\n<li>防水网面鞋面</li>\n<li>缓震中底，1.27厘米前后掌落差</li>\n</ul>\n<p>材质：网面鞋面，橡胶外底</p>\n<p>重量：289克</p>\n<p>防水：是</p>\n<p>可机洗</p>",
		catalog.ListingKeywords:      "越野跑\n防水",
		catalog.ListingOptions:       "Color = 颜色\nNavy = 藏青色\nLight = 浅色\nSize = 尺码\n8 = 美码8\n8.5 = 美码8.5",
		catalog.ListingAttributes:    "Mesh upper, rubber outsole = 网面鞋面，橡胶外底\nWeight = 重量\n10.2 oz = 289克\nLace-up = 系带\nWaterproof = 防水\nyes = 是",
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if f := s.Field(name); f == nil || f.Text != want[name] {
			t.Errorf("%s: got %+v, want %q", name, f, want[name])
		}
	}
	if s.Field(catalog.ListingDescription).Complete || !s.Field(catalog.ListingTitle).Complete {
		t.Error("what is complete is told wrongly")
	}
}

func TestSuggestTraditional(t *testing.T) {
	p := &catalog.Product{Title: "Women's Organic Cotton Crew Neck T-Shirt", Category: "Apparel", Description: "<ul><li>Machine wash cold</li></ul>", Options: []string{"Color"}, Variants: []catalog.Variant{{Options: []string{"Navy Blue"}}}}
	for variant, want := range map[script.Variant]string{script.Plain: "女士有機棉圓領T恤", script.Taiwan: "女士有機棉圓領T恤"} {
		s, err := Suggest(t.Context(), p, catalog.TraditionalChinese, languageForTest(t).In(variant), DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		title := s.Field(catalog.ListingTitle)
		if title.Text != want || s.Locale != catalog.TraditionalChinese || compose.TextOf(title.Texts[0].Segments) != want {
			t.Errorf("%s: got %+v", variant, title)
		}
		if d := s.Field(catalog.ListingDescription); !strings.Contains(d.Text, "機洗") {
			t.Errorf("the description is %q", d.Text)
		}
		if o := s.Field(catalog.ListingOptions); o.Texts[1].Source != "Navy Blue" || o.Texts[1].Text != "藏青色" {
			t.Errorf("the options are %+v", o)
		}
	}
	if _, err := Suggest(t.Context(), sampleProduct(), "fr", languageForTest(t), DefaultLimits); err == nil {
		t.Error("French is suggested")
	}
}

func TestApplyToAnEmptyListing(t *testing.T) {
	p := sampleProduct()
	if !Apply(p, suggestForTest(t, p)) {
		t.Fatal("nothing was written")
	}
	l := p.Listing(catalog.SimplifiedChinese)
	if l.Title != "Blue Heron女士防水越野跑鞋" || l.Mark("title") != (catalog.Mark{State: catalog.StateStandard, Source: p.SourceHash("title")}) {
		t.Errorf("got %+v", l)
	}
	if got, want := p.State(l.Locale), catalog.StateEmpty; got != want {
		t.Errorf("without a word for Heron Blue: got %q, want %q", got, want)
	}
	if got := l.Unused; !slices.Equal(got[catalog.ListingDescription], []string{"It", "quietly", "survives"}) || len(got) != 1 {
		t.Errorf("unused: got %v", got)
	}
	if Apply(p, suggestForTest(t, p)) {
		t.Error("the same suggestion changes the listing again")
	}
}

func TestApplyToNothing(t *testing.T) {
	p := &catalog.Product{Handle: "x"}
	if Apply(p, suggestForTest(t, p)) || len(p.Listings) != 0 {
		t.Errorf("an empty product gets a listing: %+v", p.Listings)
	}
}

// TestApplyKeepsWhatAPersonWrote goes through the fields: written by hand, they
// stay; once suggested, they follow the source.
func TestApplyKeepsWhatAPersonWrote(t *testing.T) {
	p := sampleProduct()
	Apply(p, suggestForTest(t, p))
	set := func(name catalog.Field, text string) {
		info, ok := catalog.LookupField(name.At(catalog.SimplifiedChinese))
		if !ok {
			t.Fatalf("no field %s", name)
		}
		info.Set(p, nil, text, catalog.Defaults{})
	}
	set(catalog.ListingTitle, "苍鹭越野跑鞋")
	set(catalog.ListingOptions, "Navy = 海军蓝")
	p.Title, p.Tags, p.Variants[0].Options[0] = "Wool Socks", []string{"wool"}, "Red"
	if !Apply(p, suggestForTest(t, p)) {
		t.Fatal("nothing was written")
	}
	l := p.Listing(catalog.SimplifiedChinese)
	if l.Title != "苍鹭越野跑鞋" || l.Mark("title").IsMachine() {
		t.Errorf("the person's title became %q", l.Title)
	}
	if got, want := l.ShortTitle, "羊毛袜"; got != want {
		t.Errorf("the suggested short title does not follow the source: got %q, want %q", got, want)
	}
	if !slices.Equal(l.Keywords, []string{"羊毛"}) {
		t.Errorf("the suggested keywords do not follow: %q", l.Keywords)
	}
	if l.Options["Navy"] != "海军蓝" || l.Options["Red"] != "红色" || l.Mark("options:Navy").IsMachine() || !l.Mark("options:Red").IsMachine() {
		t.Errorf("options: got %v", l.Options)
	}
	if got := p.StaleTexts(l); !slices.Equal(got, []catalog.TextName{"title"}) {
		t.Errorf("out of date are %v, want the person's title", got)
	}
}

// TestApplyLeavesWhatIsVouchedFor: nothing but a machine's text, and what is not there,
// becomes what is suggested.
func TestApplyLeavesWhatIsVouchedFor(t *testing.T) {
	for _, tt := range []struct {
		state catalog.State
		by    string
		want  string
	}{
		{catalog.StateDraft, "", "羊毛袜"},
		{catalog.StateStandard, "", "羊毛袜"},
		{catalog.StateDraft, "Ann", "毛衣"},
		{catalog.StateImported, "", "毛衣"},
		{catalog.StateTranslated, "", "毛衣"},
		{catalog.StateReviewed, "", "毛衣"},
		{catalog.StateOmitted, "Ann", ""},
	} {
		p := &catalog.Product{Title: "Wool Socks"}
		l := p.EnsureListing(catalog.SimplifiedChinese)
		l.SetMark("title", catalog.Mark{State: tt.state, By: tt.by, Source: "older"})
		if tt.state != catalog.StateOmitted {
			l.Title = "毛衣"
		}
		Apply(p, suggestForTest(t, p))
		if l = p.Listing(catalog.SimplifiedChinese); l.Title != tt.want {
			t.Errorf("%s by %q: got %q, want %q", tt.state, tt.by, l.Title, tt.want)
		}
		if stale := p.IsStale(l, "title"); stale != (tt.want == "毛衣") {
			t.Errorf("%s by %q: out of date %v", tt.state, tt.by, stale)
		}
	}
}

// TestApplyWritesStandard: a field is standard where each of its texts is, and nothing
// was left for a person.
func TestApplyWritesStandard(t *testing.T) {
	composed, draft, nothing, left := Text{Text: "一", Standard: true}, Text{Text: "二"}, Text{Complete: true}, Text{Source: "Zorbly"}
	for name, tt := range map[string]struct {
		texts []Text
		want  catalog.State
	}{
		"one":                     {[]Text{composed}, catalog.StateStandard},
		"one beside nothing":      {[]Text{composed, nothing}, catalog.StateStandard},
		"one beside a draft":      {[]Text{composed, draft}, catalog.StateDraft},
		"one beside what is left": {[]Text{composed, left}, catalog.StateStandard},
	} {
		p := &catalog.Product{Title: "Wool Socks"}
		Apply(p, Suggestion{Locale: "zh-Hans", Fields: []FieldSuggestion{{Field: catalog.ListingSellingPoints, Text: "一", Texts: tt.texts}}})
		if got := p.Listing("zh-Hans").Mark("selling_points").State; got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestApplyTakesOldSuggestionsAway: what is not suggested any more goes, and a value that
// nothing is known for is noted as missing.
func TestApplyTakesOldSuggestionsAway(t *testing.T) {
	p := &catalog.Product{Title: "Case", Options: []string{"Color"}, Variants: []catalog.Variant{{Options: []string{"Navy"}}, {Options: []string{"Red"}}, {Options: []string{"Zorble"}}}}
	options := func(texts ...Text) Suggestion {
		return Suggestion{Locale: "zh-Hans", Fields: []FieldSuggestion{
			{Field: catalog.ListingTitle, Text: "壳", Texts: []Text{{Text: "壳", Standard: true}}}, {Field: catalog.ListingOptions, Texts: texts},
		}}
	}
	navy, red := Text{Source: "Navy", Text: "海军蓝", Complete: true, Standard: true}, Text{Source: "Red", Text: "红色", Complete: true, Standard: true}
	Apply(p, options(navy, red, Text{Source: "Zorble"}))
	if got := p.State("zh-Hans"); got != catalog.StateEmpty {
		t.Errorf("a value is missing, and the listing is %q", got)
	}
	Apply(p, options(red))
	if l := p.Listing("zh-Hans"); len(l.Options) != 1 || p.State("zh-Hans") != catalog.StateStandard {
		t.Errorf("got %v, %q", l.Options, p.State("zh-Hans"))
	}
	if Apply(p, options()); p.Listing("zh-Hans").Options != nil {
		t.Errorf("got %v, want none", p.Listing("zh-Hans").Options)
	}
}
