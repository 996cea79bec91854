package localize

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
)

// answered is the shipped language with answers of an owner.
func answered(t *testing.T, list ...Answer) *Language {
	t.Helper()
	var own []terms.Term
	for _, a := range list {
		own = append(own, a.Term())
	}
	return languageForTest(t).With(own)
}

func questionsOf(t *testing.T, p *catalog.Product, l *Language) (Suggestion, []Question) {
	t.Helper()
	s, err := Suggest(t.Context(), p, catalog.SimplifiedChinese, l, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return s, s.Questions
}

// TestAnswers: a word of several senses is asked about with its senses; the answer is
// used where nothing decides, and only there.
func TestAnswers(t *testing.T) {
	p := &catalog.Product{Title: "Cotton Light Zorbit Hoodie", Category: "Clothing"}
	s, questions := questionsOf(t, p, languageForTest(t))
	i := slices.IndexFunc(questions, func(q Question) bool { return q.Word == "light" })
	if i < 0 || questions[i].Why != compose.Ambiguous || len(questions[i].Senses) < 2 || questions[i].Field != "apparel" || !questions[i].Needed {
		t.Fatalf("questions %+v", questions)
	}
	if got := s.Field(catalog.ListingTitle).Texts[0]; got.Standard {
		t.Errorf("%q is called standard with a question beside its noun", got.Text)
	}
	sense := questions[i].Senses[slices.IndexFunc(questions[i].Senses, func(s string) bool { return s == "not heavy" })]
	for _, tt := range []struct {
		answers []Answer
		title   string
		want    string
	}{
		{[]Answer{{Word: "light", Field: "apparel", Use: AsSense, Value: sense}, {Word: "zorbit", Field: "apparel", Use: Skip}}, p.Title, "棉轻量连帽卫衣"},
		{[]Answer{{Word: "light", Field: "apparel", Use: AsSense, Value: sense}, {Word: "zorbit", Field: "apparel", Use: AsWord, Value: "fleece"}}, p.Title, "棉轻量抓绒连帽卫衣"},
		{[]Answer{{Word: "light", Field: "apparel", Use: AsSense, Value: sense}, {Word: "zorbit", Field: "apparel", Use: AsName}}, p.Title, "棉轻量Zorbit连帽卫衣"},
		{[]Answer{{Word: "light", Field: "apparel", Use: AsSense, Value: sense}}, "Light Blue Hoodie", "浅蓝色连帽卫衣"},
		{[]Answer{{Word: "light", Field: "shoes", Use: AsSense, Value: sense}, {Word: "zorbit", Field: "apparel", Use: Skip}}, p.Title, "棉连帽卫衣"},
	} {
		s, _ := questionsOf(t, &catalog.Product{Title: tt.title, Category: "Clothing"}, answered(t, tt.answers...))
		if got := s.Field(catalog.ListingTitle).Text; got != tt.want {
			t.Errorf("%v, %q: got %q, want %q", tt.answers, tt.title, got, tt.want)
		}
	}
}

// TestElsewhere: a term of other goods is asked about; the same one of the product's field
// is not.
func TestElsewhere(t *testing.T) {
	l := languageForTest(t).With(nil)
	l.terms = terms.NewBase(l.lex, []terms.Term{
		{English: "coaster", Hans: "杯垫", Part: terms.Noun, Status: terms.Preferred, Weight: 3, Category: "home,kitchen"},
		{English: "brake", Hans: "刹车", Part: terms.Noun, Status: terms.Preferred, Weight: 3, Category: "bicycles"},
		{English: "drink coaster set", Hans: "杯垫套装", Part: terms.Noun, Status: terms.Preferred, Weight: 3, Category: "home"},
	})
	for _, tt := range []struct{ title, category, want, asked string }{
		{"Coaster Brake", "Cycling", "刹车", "coaster"},
		{"Coaster", "Kitchen", "杯垫", ""},
		{"Drink Coaster Set", "Cycling", "", "drink coaster set"},
		{"Drink Coaster Set", "Home", "杯垫套装", ""},
		{"Coaster", "", "杯垫", ""}, // what it is says what its field is
	} {
		s, questions := questionsOf(t, &catalog.Product{Title: tt.title, Category: tt.category}, l)
		asked := ""
		if len(questions) == 1 && questions[0].Why == compose.Elsewhere {
			asked = questions[0].Word
		}
		if got := s.Field(catalog.ListingTitle).Text; got != tt.want || asked != tt.asked {
			t.Errorf("%s in %q: got %q, asked %+v; want %q, %q", tt.title, tt.category, got, questions, tt.want, tt.asked)
		}
	}
}

func TestFacts(t *testing.T) {
	p := &catalog.Product{
		Title: "Northloom Women's Wool Socks, 3 Pairs", Brand: "Northloom", Category: "Clothing",
		Options: []string{"Color"}, Variants: []catalog.Variant{{Options: []string{"Navy"}}, {Options: []string{"Flimwick"}}},
		Description: "<p>May contain traces of peanuts.</p>",
	}
	facts, err := Facts(t.Context(), p, languageForTest(t))
	if err != nil {
		t.Fatal(err)
	}
	type want struct {
		kind             FactKind
		english, chinese string
		certainty        Certainty
	}
	var got []want
	for _, f := range facts {
		got = append(got, want{f.Kind, f.English, f.Chinese, f.Certainty})
		text := map[catalog.Field]string{catalog.FieldTitle: p.Title, catalog.ListingOptions: f.English}[f.Field]
		if f.Field == catalog.FieldTitle && text[f.From:f.To] != f.English {
			t.Errorf("%q is not at %d to %d of %q", f.English, f.From, f.To, text)
		}
	}
	for _, w := range []want{
		{BrandFact, "Northloom", "Northloom", CertainFact},
		{AudienceFact, "Women's", "女士", CertainFact},
		{ThingFact, "Wool Socks", "羊毛袜", CertainFact},
		{PackFact, "3 Pairs", "3双", CertainFact},
		{ColourFact, "Navy", "藏青色", CertainFact},
		{UnusedFact, "Flimwick", "", Unused},
	} {
		if !slices.Contains(got, w) {
			t.Errorf("%+v is missing among %+v", w, got)
		}
	}
}
