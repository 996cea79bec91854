package localize

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"tradewind.app/catalog"
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
		catalog.ListingSellingPoints: "防水网面鞋面\n缓震中底，1.27厘米前后掌落差\n可机洗",
		catalog.ListingDescription:   "<ul>\n<li>防水网面鞋面</li>\n<li>缓震中底，1.27厘米前后掌落差</li>\n<li>可机洗</li>\n</ul>\n<p>材质：网面鞋面，橡胶外底</p>\n<p>重量：289克</p>\n<p>防水：是</p>",
		catalog.ListingKeywords:      "越野跑\n防水",
		catalog.ListingOptions:       "Color = 颜色\nNavy = 藏青色\nLight = 浅色\nSize = 尺码",
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

func TestSuggestRefusesOtherLanguages(t *testing.T) {
	_, err := Suggest(t.Context(), sampleProduct(), catalog.TraditionalChinese, languageForTest(t), DefaultLimits)
	if !errors.Is(err, ErrNoTraditional) {
		t.Errorf("got %v, want ErrNoTraditional", err)
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
	if l.Title != "Blue Heron女士防水越野跑鞋" || !l.IsSuggested("title") || l.SourceHash != p.SourceHash() {
		t.Errorf("got %+v", l)
	}
	if got, want := l.State, catalog.StateDraft; got != want {
		t.Errorf("a description with English in it: got %q, want %q", got, want)
	}
	if Apply(p, suggestForTest(t, p)) {
		t.Error("the same suggestion changes the listing again")
	}
}

func TestApplyWholeListingIsAFilledDraft(t *testing.T) {
	p := &catalog.Product{Title: "Wool Sweater", Description: "<p>Machine washable.</p>"}
	Apply(p, suggestForTest(t, p))
	if l := p.Listing(catalog.SimplifiedChinese); l.State != catalog.StateDraft || !l.Filled || !l.IsFinished() {
		t.Errorf("got %q, filled %v; want a filled draft", l.State, l.Filled)
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
	before := p.Listing(catalog.SimplifiedChinese).SourceHash
	if !Apply(p, suggestForTest(t, p)) {
		t.Fatal("nothing was written")
	}
	l := p.Listing(catalog.SimplifiedChinese)
	if l.Title != "苍鹭越野跑鞋" || l.IsSuggested("title") {
		t.Errorf("the person's title became %q", l.Title)
	}
	if got, want := l.ShortTitle, "羊毛袜"; got != want {
		t.Errorf("the suggested short title does not follow the source: got %q, want %q", got, want)
	}
	if !slices.Equal(l.Keywords, []string{"羊毛"}) {
		t.Errorf("the suggested keywords do not follow: %q", l.Keywords)
	}
	if l.Options["Navy"] != "海军蓝" || l.Options["Red"] != "红色" || l.IsSuggested("options") {
		t.Errorf("options: got %v", l.Options)
	}
	if l.SourceHash != before || !p.SourceChanged(l) {
		t.Error("the person's title was made from an older source, and that is no longer told")
	}
}

func TestApplyTakesAReviewBack(t *testing.T) {
	p := &catalog.Product{Title: "Wool Sweater"}
	Apply(p, suggestForTest(t, p))
	l := p.Listing(catalog.SimplifiedChinese)
	l.State = catalog.StateReviewed
	if Apply(p, suggestForTest(t, p)); l.State != catalog.StateReviewed {
		t.Errorf("a suggestion that changes nothing takes the review back: %q", l.State)
	}
	p.Title = "Wool Socks"
	Apply(p, suggestForTest(t, p))
	if l := p.Listing(catalog.SimplifiedChinese); l.State != catalog.StateDraft || !l.Filled || !l.IsFinished() {
		t.Errorf("got %q, filled %v; want a filled draft", l.State, l.Filled)
	}
}
