package localize

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/terms"
)

// lamp is a product of which the term base of a test knows half the words.
func lamp() *catalog.Product {
	return &catalog.Product{
		ID: catalog.NewID(), Handle: "lamp", Title: "Oak lamp",
		Description: "<p>A lamp of <b>oak</b>.</p><ul><li>Oak</li><li>Zorbly lamp</li></ul>",
		Options:     []string{"Color"}, Tags: []string{"lamp"},
		Variants: []catalog.Variant{{ID: catalog.NewID(), Options: []string{"Red"}}, {ID: catalog.NewID(), Options: []string{"Zorble"}}},
	}
}

func lampTerms(t testing.TB) *Language {
	shipped := languageForTest(t)
	return &Language{senses: shipped.senses, sentences: shipped.sentences, lex: shipped.lex, units: shipped.units, terms: terms.NewBase(shipped.lex, []terms.Term{
		{English: "lamp", Hans: "台灯", Part: terms.Noun, Status: terms.Preferred, Weight: 3},
		{English: "oak", Hans: "橡木", Part: terms.Material, Status: terms.Preferred, Weight: 2},
		{English: "of", Hans: "…", Part: terms.Frame, Status: terms.Preferred},
		{English: "red", Hans: "红色", Part: terms.Colour, Status: terms.Preferred, Weight: 2},
		{English: "color", Hans: "颜色", Part: terms.Noun, Status: terms.Preferred, Weight: 2},
	})}
}

func suggestLamp(t *testing.T, p *catalog.Product) Suggestion {
	t.Helper()
	s, err := Suggest(t.Context(), p, catalog.SimplifiedChinese, lampTerms(t), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lineOf(t *testing.T, lines []Line, field catalog.Field, part string) Line {
	t.Helper()
	i := slices.IndexFunc(lines, Line{Field: field, Part: part}.Is)
	if i < 0 {
		t.Fatalf("no line %s %q among %v", field, part, lines)
	}
	return lines[i]
}

func TestLinesOfASuggestion(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	for _, line := range Lines(p, s) {
		if line.Text != "" || line.State != catalog.StateEmpty {
			t.Errorf("%s %s is %q, %q before anything was written", line.Field, line.Part, line.Text, line.State)
		}
	}
	Apply(p, s)
	lines := Lines(p, s)
	for _, want := range []struct {
		field  catalog.Field
		part   string
		source string
		text   string
		state  catalog.State
	}{
		{catalog.ListingTitle, "", "Oak lamp", "橡木台灯", catalog.StateDraft},
		{catalog.ListingSellingPoints, "1", "A lamp of oak.", "橡木台灯", catalog.StateDraft},
		{catalog.ListingSellingPoints, "2", "Oak", "橡木", catalog.StateDraft},
		{catalog.ListingDescription, "1", "A lamp of oak.", "橡木台灯", catalog.StateDraft},
		{catalog.ListingDescription, "2", "Oak", "橡木", catalog.StateDraft},
		{catalog.ListingOptions, "Red", "Red", "红色", catalog.StateDraft},
		{catalog.ListingOptions, "Zorble", "Zorble", "", catalog.StateEmpty},
		{catalog.ListingKeywords, "", "lamp", "台灯", catalog.StateDraft},
	} {
		got := lineOf(t, lines, want.field, want.part)
		if missing := got.Text == ""; got.Finished() == missing {
			t.Errorf("%s %s, %q: finished %v", want.field, want.part, got.Text, got.Finished())
		}
		if got.Source != want.source || got.Text != want.text || got.State != want.state {
			t.Errorf("%s %s is %q for %q, %q; want %q for %q, %q", want.field, want.part, got.Text, got.Source, got.State, want.text, want.source, want.state)
		}
	}
}

func TestWriteLine(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	Apply(p, s)
	write := func(field catalog.Field, part, text string) {
		t.Helper()
		if !WriteLine(p, s, Line{Field: field, Part: part}, text) {
			t.Fatalf("%s %s was not written", field, part)
		}
	}
	if got := p.Listing(s.Locale).State; got != catalog.StateDraft {
		t.Fatalf("the state is %q to begin with", got)
	}
	write(catalog.ListingTitle, "", " 橡木\n护眼台灯 ")
	write(catalog.ListingSellingPoints, "2", "佐布利台灯")
	write(catalog.ListingDescription, "2", "佐布利 & 台灯")
	write(catalog.ListingOptions, "Zorble", "佐布")
	l := p.Listing(s.Locale)
	if l.Title != "橡木 护眼台灯" || !slices.Equal(l.SellingPoints, []string{"橡木台灯", "佐布利台灯"}) || l.Options["Zorble"] != "佐布" {
		t.Errorf("the listing is %+v", l)
	}
	if !strings.Contains(l.Description, "<li>佐布利 &amp; 台灯</li>") || !strings.Contains(l.Description, "<li>橡木台灯</li>") {
		t.Errorf("the description is %q", l.Description)
	}
	if l.State != catalog.StateDraft || !l.Filled || l.IsSuggested("title") || l.IsSuggested("description") {
		t.Errorf("the state is %q, suggested still are %v", l.State, l.Suggested)
	}
	write(catalog.ListingDescription, "2", "")
	if got := lineOf(t, Lines(p, s), catalog.ListingDescription, "2"); got.Text != "" || got.State != catalog.StateEmpty {
		t.Errorf("a cleared paragraph is %q, %q", got.Text, got.State)
	}
	if l := p.Listing(s.Locale); l.State != catalog.StateDraft || l.Filled {
		t.Errorf("the state is %q with a paragraph missing", l.State)
	}
	if WriteLine(p, s, Line{Field: catalog.ListingDescription, Part: "9"}, "x") {
		t.Error("a line that is not there was written")
	}
}

// TestWriteLineIntoAnEmptyListing: the first paragraph that a person writes brings
// the others along, as drafts.
func TestWriteLineIntoAnEmptyListing(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	if !WriteLine(p, s, Line{Field: catalog.ListingDescription, Part: "2"}, "实心橡木") {
		t.Fatal("not written")
	}
	lines := Lines(p, s)
	if got := lineOf(t, lines, catalog.ListingDescription, "2"); got.Text != "实心橡木" || got.State != catalog.StateTranslated {
		t.Errorf("it is %q, %q", got.Text, got.State)
	}
	if got := lineOf(t, lines, catalog.ListingDescription, "1"); got.Text != "橡木台灯" || got.State != catalog.StateDraft {
		t.Errorf("the other is %q, %q", got.Text, got.State)
	}
	if got := p.Listing(s.Locale).State; got != catalog.StateDraft {
		t.Errorf("the listing is %q", got)
	}
}

// TestLinesWithoutASuggestion: a person who writes alone has the same lines.
func TestLinesWithoutASuggestion(t *testing.T) {
	p := lamp()
	s := Suggestion{Locale: catalog.TraditionalChinese, SourceHash: p.SourceHash()}
	for field, part := range map[catalog.Field]string{catalog.ListingTitle: "", catalog.ListingDescription: "3", catalog.ListingOptions: "Red"} {
		line := lineOf(t, Lines(p, s), field, part)
		if !WriteLine(p, s, line, "繁體") {
			t.Errorf("%s %s was not written", field, part)
		}
		if got := lineOf(t, Lines(p, s), field, part); got.Text != "繁體" || got.State != catalog.StateTranslated {
			t.Errorf("%s %s is %q, %q", field, part, got.Text, got.State)
		}
	}
}

func TestLinesOfAnotherDescription(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	p.WriteListing(s.Locale, catalog.ListingDescription, func(l *catalog.Listing) { l.Description = "<p>整段</p>" })
	whole := lineOf(t, Lines(p, s), catalog.ListingDescription, "")
	if whole.Text != "<p>整段</p>" || whole.Source != p.Description {
		t.Errorf("the whole is %+v", whole)
	}
	WriteLine(p, s, whole, "<p>一</p>\n<p>二</p>")
	if got := p.Listing(s.Locale).Description; got != "<p>一</p>\n<p>二</p>" {
		t.Errorf("the description is %q", got)
	}
}

// A listing whose last text is taken out is as one that was never begun.
func TestWriteLineTakesTheLastTextOut(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	title := Line{Field: catalog.ListingTitle}
	for _, tt := range []struct {
		text string
		want catalog.State
	}{{"橡木台灯", catalog.StateDraft}, {"", catalog.StateEmpty}} {
		if !WriteLine(p, s, title, tt.text) {
			t.Fatalf("%q is not written", tt.text)
		}
		if got := p.Listing(s.Locale).State; got != tt.want {
			t.Errorf("with the title %q the listing is %q, want %q", tt.text, got, tt.want)
		}
	}
}
