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
	return &Language{senses: shipped.senses, sentences: shipped.sentences, sizes: shipped.sizes, lex: shipped.lex, units: shipped.units, terms: terms.NewBase(shipped.lex, []terms.Term{
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
		if line.Text != "" || line.State() != catalog.StateEmpty {
			t.Errorf("%s %s is %q, %q before anything was written", line.Field, line.Part, line.Text, line.State())
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
		if got.Finished() {
			t.Errorf("%s %s, %q: finished, and nobody has seen it", want.field, want.part, got.Text)
		}
		if got.Source != want.source || got.Text != want.text || got.State() != want.state {
			t.Errorf("%s %s is %q for %q, %q; want %q for %q, %q", want.field, want.part, got.Text, got.Source, got.State(), want.text, want.source, want.state)
		}
	}
}

// ann is who writes in the tests.
var ann = catalog.Mark{State: catalog.StateTranslated, By: "Ann", At: "2026-11-30"}

func TestWriteLine(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	Apply(p, s)
	write := func(field catalog.Field, part, text string) {
		t.Helper()
		if !WriteLine(p, s, Line{Field: field, Part: part}, text, ann) {
			t.Fatalf("%s %s was not written", field, part)
		}
	}
	if got := p.State(s.Locale); got != catalog.StateEmpty {
		t.Fatalf("with a colour missing the state is %q", got)
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
	title := ann
	title.Source = p.SourceHash("title")
	if got := l.Mark("title"); got != title || l.Mark("description").State != catalog.StateDraft || p.State(s.Locale) != catalog.StateDraft {
		t.Errorf("title %+v, description %+v, all %q", got, l.Mark("description"), p.State(s.Locale))
	}
	write(catalog.ListingDescription, "2", "")
	if got := lineOf(t, Lines(p, s), catalog.ListingDescription, "2"); got.Text != "" || got.State() != catalog.StateEmpty || got.Needed() {
		t.Errorf("a cleared paragraph is %q, %q, needed %v", got.Text, got.State(), got.Needed())
	}
	if WriteLine(p, s, Line{Field: catalog.ListingDescription, Part: "9"}, "x", ann) {
		t.Error("a line that is not there was written")
	}
}

// TestAcceptingLineByLine: a field of several texts is a person's once each of them is,
// and the listing once each field is. What is accepted is not what somebody wrote.
func TestAcceptingLineByLine(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	Apply(p, s)
	left := map[string]string{"Zorbly lamp": "佐布利台灯", "Zorble": "佐布"}
	for _, line := range Lines(p, s) {
		if line.Field == catalog.ListingSellingPoints && line.Text == "" {
			continue
		}
		if p.State(s.Locale) == catalog.StateTranslated {
			t.Fatalf("translated before %s %s was seen", line.Field, line.Part)
		}
		text := line.Text
		if other, ok := left[line.Source]; ok {
			text = other
		}
		if !WriteLine(p, s, line, text, ann) {
			t.Fatalf("%s %s was not written", line.Field, line.Part)
		}
		got := lineOf(t, Lines(p, s), line.Field, line.Part)
		if accepted := text == line.Text; got.State() != catalog.StateTranslated || got.Mark.By != "Ann" || got.Mark.Accepted != accepted && !got.Mark.Accepted {
			t.Errorf("%s %s: got %+v, want accepted %v", line.Field, line.Part, got.Mark, accepted)
		}
	}
	if got := p.State(s.Locale); got != catalog.StateTranslated || p.Listing(s.Locale).HasParts(catalog.ListingDescription) {
		t.Errorf("the listing is %q with marks %+v", got, p.Listing(s.Locale).Marks)
	}
	if Apply(p, s) {
		t.Error("a suggestion changes what a person accepted")
	}
}

// TestPointsKeepTheirMarks: a point that is taken out moves those below up, with what is
// known of them.
func TestPointsKeepTheirMarks(t *testing.T) {
	p := lamp()
	p.WriteListing("zh-Hans", catalog.ListingSellingPoints, catalog.Mark{State: catalog.StateDraft}, func(l *catalog.Listing) { l.SellingPoints = []string{"一", "二", "三"} })
	s := Suggestion{Locale: "zh-Hans"}
	WriteLine(p, s, Line{Field: catalog.ListingSellingPoints, Part: "3"}, "叁", ann)
	WriteLine(p, s, Line{Field: catalog.ListingSellingPoints, Part: "1"}, "", ann)
	for part, want := range map[string]catalog.State{"1": catalog.StateDraft, "2": catalog.StateTranslated} {
		if got := lineOf(t, Lines(p, s), catalog.ListingSellingPoints, part); got.State() != want {
			t.Errorf("%s, %q: got %q, want %q", part, got.Text, got.State(), want)
		}
	}
	WriteLine(p, s, Line{Field: catalog.ListingSellingPoints, Part: "1"}, "二", ann)
	if l := p.Listing("zh-Hans"); l.Mark("selling_points").State != catalog.StateTranslated || l.HasParts(catalog.ListingSellingPoints) {
		t.Errorf("all are a person's, and the marks are %+v", l.Marks)
	}
}

// TestWriteLineIntoAnEmptyListing: the first paragraph that a person writes brings
// the others along, as drafts.
func TestWriteLineIntoAnEmptyListing(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	if !WriteLine(p, s, Line{Field: catalog.ListingDescription, Part: "2"}, "实心橡木", ann) {
		t.Fatal("not written")
	}
	lines := Lines(p, s)
	if got := lineOf(t, lines, catalog.ListingDescription, "2"); got.Text != "实心橡木" || got.State() != catalog.StateTranslated {
		t.Errorf("it is %q, %q", got.Text, got.State())
	}
	if got := lineOf(t, lines, catalog.ListingDescription, "1"); got.Text != "橡木台灯" || got.State() != catalog.StateDraft {
		t.Errorf("the other is %q, %q", got.Text, got.State())
	}
	if got := p.Listing(s.Locale).Mark("description").State; got != catalog.StateDraft {
		t.Errorf("the description is %q", got)
	}
}

// TestLinesWithoutASuggestion: a person who writes alone has the same lines.
func TestLinesWithoutASuggestion(t *testing.T) {
	p := lamp()
	s := Suggestion{Locale: catalog.TraditionalChinese}
	for field, part := range map[catalog.Field]string{catalog.ListingTitle: "", catalog.ListingDescription: "3", catalog.ListingOptions: "Red"} {
		line := lineOf(t, Lines(p, s), field, part)
		if !WriteLine(p, s, line, "繁體", ann) {
			t.Errorf("%s %s was not written", field, part)
		}
		if got := lineOf(t, Lines(p, s), field, part); got.Text != "繁體" || got.State() != catalog.StateTranslated {
			t.Errorf("%s %s is %q, %q", field, part, got.Text, got.State())
		}
	}
}

func TestLinesOfAnotherDescription(t *testing.T) {
	p := lamp()
	s := suggestLamp(t, p)
	p.WriteListing(s.Locale, catalog.ListingDescription, ann, func(l *catalog.Listing) { l.Description = "<p>整段</p>" })
	whole := lineOf(t, Lines(p, s), catalog.ListingDescription, "")
	if whole.Text != "<p>整段</p>" || whole.Source != p.Description {
		t.Errorf("the whole is %+v", whole)
	}
	WriteLine(p, s, whole, "<p>一</p>\n<p>二</p>", ann)
	if got := p.Listing(s.Locale).Description; got != "<p>一</p>\n<p>二</p>" {
		t.Errorf("the description is %q", got)
	}
}

// A listing whose last text is taken out is as one that was never begun.
func TestWriteLineTakesTheLastTextOut(t *testing.T) {
	p := &catalog.Product{Title: "Oak lamp"}
	s := suggestLamp(t, p)
	title := Line{Field: catalog.ListingTitle}
	for _, tt := range []struct {
		text string
		want catalog.State
	}{{"橡木台灯", catalog.StateTranslated}, {"", catalog.StateEmpty}} {
		if !WriteLine(p, s, title, tt.text, ann) {
			t.Fatalf("%q is not written", tt.text)
		}
		if got := p.State(s.Locale); got != tt.want {
			t.Errorf("with the title %q the listing is %q, want %q", tt.text, got, tt.want)
		}
	}
}
