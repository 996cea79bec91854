package localize

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/markup"
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

func describeForTest(t *testing.T, source string) FieldSuggestion {
	t.Helper()
	a := newAnalyser(&catalog.Product{Title: "Trail Running Shoes", Category: "Shoes"}, languageForTest(t))
	f, _, err := a.describe(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestDescription(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain lines", "Machine washable\nMade in USA", "可机洗\n美国制造"},
		{"blocks", "<p>Machine washable.</p><p>Made in USA</p>", "<p>可机洗。</p><p>美国制造</p>"},
		{"inline tags follow their words", "<p>Built for <strong>muddy trails</strong>.</p>", "<p>专为<strong>泥泞山径</strong>打造。</p>"},
		{"attributes and void tags stay", `<p class="x">Waterproof<br/>Lightweight</p><img src="a.jpg?x=1&amp;y=2">`, `<p class="x">防水<br/>轻量</p><img src="a.jpg?x=1&amp;y=2">`},
		{"entities", "<li>Salt &amp; pepper</li>", "<li>盐和胡椒</li>"},
		{"no words", "<p>&nbsp;</p>\n<hr>", "<p>\u00a0</p>\n<hr>"},
		{"scripts are left out", "<script>alert('5 in')</script><style>p{}</style><p>Waterproof</p><!-- 5 in -->", "<p>防水</p>"},
		{"an unknown sentence keeps its words, not its inches", "<p>It quietly <b>survives</b> 5 in. of snow.</p>", "<p>It quietly <b>survives</b> 12.7厘米 of snow.</p>"},
		{"unbalanced", "<p>Waterproof <b>mesh upper</p>", "<p>防水<b>网面鞋面</b></p>"},
		{"stray end", "<p>Waterproof</b></p>", "<p>防水</p>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := describeForTest(t, tt.in).Text; got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestDescriptionTellsWhatIsMissing(t *testing.T) {
	f := describeForTest(t, "<p>Machine washable. It quietly survives 5 in. of snow.</p>")
	if f.Complete {
		t.Error("a description with an English sentence is called complete")
	}
	if got, want := f.Text, "<p>可机洗。It quietly survives 12.7厘米 of snow.</p>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestListItemsAreSellingPoints(t *testing.T) {
	a := newAnalyser(&catalog.Product{}, languageForTest(t))
	_, points, err := a.describe(t.Context(), "<ul><li>Machine <b>washable</b></li><li><p>Made in USA</p></li><li> </li></ul><ol><li>Waterproof</ol>")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(points, "|"), "Machine washable|Made in USA|Waterproof"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHostileDescriptionEnds(t *testing.T) {
	a := newAnalyser(&catalog.Product{}, languageForTest(t))
	for name, source := range map[string]string{
		"nested tags":  strings.Repeat("<b>", 80_000) + "soft" + strings.Repeat("</b>", 80_000),
		"styled words": strings.Repeat("<i>soft</i> ", 20_000),
		"spaces":       strings.Repeat(" \n", 120_000) + "soft",
		"commas":       strings.Repeat("soft, ", 40_000),
		"numbers":      strings.Repeat("1 x ", 60_000) + "in",
		"open tag":     "<p " + strings.Repeat("a='b' ", 40_000),
		"with":         strings.Repeat("with wool, ", 20_000) + "and silk",
		"cut entity":   strings.Repeat("&#x", 80_000),
	} {
		if _, _, err := a.describe(t.Context(), source); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDescriptionStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Suggest(ctx, &catalog.Product{Description: "<p>soft</p>"}, catalog.SimplifiedChinese, languageForTest(t), DefaultLimits); err == nil {
		t.Error("a cancelled suggestion gives no error")
	}
}

// FuzzDescription holds that every block tag of the source is there again, in
// order, and that what comes out is HTML with no script in it.
func FuzzDescription(f *testing.F) {
	f.Add("<p>Soft <b>wool</b> 5 in.</p><ul><li>x</ul>")
	f.Add("<script>x</script>a<br>b &lt;i&gt;")
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 4<<10 {
			return
		}
		a := newAnalyser(&catalog.Product{}, languageForTest(t))
		got, _, err := a.describe(t.Context(), source)
		if err != nil {
			return
		}
		if was, is := blockTags(source), blockTags(got.Text); was != is {
			t.Errorf("%q -> %q: tags %s, then %s", source, got.Text, was, is)
		}
	})
}

// blockTags lists the tags of a text that are neither inline nor left out.
func blockTags(source string) string {
	var list []string
	skip := ""
	z := html.NewTokenizer(strings.NewReader(source))
	for z.Next() != html.ErrorToken {
		switch t := z.Token(); {
		case skip != "":
			if t.Type == html.EndTagToken && t.Data == skip {
				skip = ""
			}
		case t.Type == html.StartTagToken && markup.Unwanted[t.Data]:
			skip = t.Data
		case t.Type == html.TextToken || t.Type == html.CommentToken || markup.Inline[t.Data]:
		default:
			list = append(list, t.String())
		}
	}
	return strings.Join(list, "")
}
