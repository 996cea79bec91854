package localize

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"tradewind.app/catalog"
)

// shipped is the language of the project itself: the tests hold the words that users
// get.
var shipped = sync.OnceValues(func() (*Language, error) { return Load(os.DirFS("../../assets")) })

func languageForTest(t testing.TB) *Language {
	t.Helper()
	l, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func describeForTest(t *testing.T, p *catalog.Product) FieldSuggestion {
	t.Helper()
	s, err := Suggest(t.Context(), p, catalog.SimplifiedChinese, languageForTest(t), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return *s.Field(catalog.ListingDescription)
}

func TestDescription(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"lines", "Waterproof\nMade in USA", "<ul>\n<li>防水</li>\n<li>美国制造</li>\n</ul>"},
		{"prose stays away", "<p>Waterproof. It quietly survives 5 in. of snow.</p>", "<ul>\n<li>防水</li>\n</ul>"},
		{"inline tags and entities", "<li>Rubber &amp; <b>leather</b></li>", "<ul>\n<li>橡胶和真皮</li>\n</ul>"},
		{"pictures stay", `<p>Waterproof</p><img src="a.jpg?x=1&amp;y=2"><script>alert(1)</script>`, "<ul>\n<li>防水</li>\n</ul>\n<p><img src=\"a.jpg?x=1&amp;y=2\"></p>"},
		{"nothing that can be said", `<p>Zorbit flimwick</p><img src="a.jpg">`, ""},
		{"no words", "<p>&nbsp;</p>\n<hr>", ""},
	}
	for _, tt := range tests {
		got := describeForTest(t, &catalog.Product{Title: "Trail Running Shoes", Category: "Shoes", Description: tt.in})
		if got.Text != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got.Text, tt.want)
		}
	}
}

// TestDescriptionSaysWhatIsMissing: a sentence of which one word is not known is not
// said, and the word is listed.
func TestDescriptionSaysWhatIsMissing(t *testing.T) {
	f := describeForTest(t, &catalog.Product{Title: "Trail Running Shoes", Category: "Shoes", Description: "<li>Waterproof flimwick</li><li>Waterproof</li>"})
	if f.Complete || len(f.Texts) != 2 || f.Texts[0].Text != "" || len(f.Texts[0].Unused) != 1 || f.Texts[0].Unused[0] != "flimwick" {
		t.Errorf("got %+v", f)
	}
}

func TestAttributesAreATable(t *testing.T) {
	p := &catalog.Product{
		Title: "Wool Scarf", Category: "Apparel", Material: "Wool",
		Attributes: []catalog.Attribute{{Key: "Color", Value: "Blue"}, {Key: "Length", Value: "70 in"}, {Key: "Zorbit", Value: "Blue"}, {Key: "Pattern", Value: "flimwick"}},
	}
	f := describeForTest(t, p)
	want := "<p>材质：羊毛</p>\n<p>颜色：蓝色</p>\n<p>长度：1.78米</p>"
	if f.Text != want {
		t.Errorf("got %s, want %s", f.Text, want)
	}
}

// TestHostileDescriptionEnds reads what nobody would write.
func TestHostileDescriptionEnds(t *testing.T) {
	for _, in := range []string{
		strings.Repeat("<b>", 20_000) + "Waterproof",
		strings.Repeat("<li>Waterproof", 5_000),
		strings.Repeat("a. ", 20_000),
		"<" + strings.Repeat("x", 1_000_000),
	} {
		f := describeForTest(t, &catalog.Product{Title: "Trail Running Shoes", Category: "Shoes", Description: in})
		if _, err := html.Parse(strings.NewReader(f.Text)); err != nil {
			t.Error(err)
		}
	}
}

func TestSuggestStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Suggest(ctx, sampleProduct(), catalog.SimplifiedChinese, languageForTest(t), DefaultLimits); err == nil {
		t.Error("a suggestion that was cancelled is made")
	}
}
