package sentences

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/localize/words"
)

const header = "en\tzh\tkind\tfields\treviewed\n"

func lexicon(t testing.TB) *words.Lexicon {
	t.Helper()
	lx, err := words.Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

func load(t testing.TB, lines string) (*Table, error) {
	t.Helper()
	return Load(lexicon(t), fstest.MapFS{"sentences.tsv": {Data: []byte(header + lines)}})
}

// numbers takes numbers for {n}, and anything for {x}.
func numbers(name string, ts []words.Token, i, j int) (string, bool) {
	if strings.HasPrefix(name, "n") {
		return ts[i].Text, j == i+1 && ts[i].Kind == words.NumberToken
	}
	var list []string
	for _, t := range ts[i:j] {
		list = append(list, t.Low)
	}
	return strings.Join(list, "+"), true
}

func TestMatch(t *testing.T) {
	tb, err := load(t, "not for (children|kids) under {n} [years|yrs] [old]\t不适合{n}岁以下\tcaution\t\t\n"+
		"keep (away from|out of reach of) {x}\t远离{x}\tcaution\t\t\n"+
		"keep dry\t保持干燥\tcaution\tfood\t\n"+
		"[please] wash {n} times, dry {n2} times\t洗{n}次，晾{n2}次\tpoint\t\t\n")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ category, in, want string }{
		{"", "Not for children under 3 years", "不适合3岁以下"},
		{"", "NOT FOR KIDS UNDER 3", "不适合3岁以下"},
		{"", "Not for children under three years", ""},
		{"", "Not for children under 3 years unless supervised", ""},
		{"", "Toys not for children under 3 years", ""},
		{"", "Keep out of reach of children", "远离children"},
		{"", "Keep away from heat and flame", "远离heat+and+flame"},
		{"", "Keep away from", ""},
		{"Grocery", "Keep dry", "保持干燥"},
		{"Shoes", "Keep dry", ""},
		{"", "Please wash 2 times, dry 3 times", "洗2次，晾3次"},
		{"", "Wash 2 times, dry 3 times", "洗2次，晾3次"},
		{"", "Wash 2 times. Dry 3 times", ""},
		{"", "Wash 2 times (dry 3 times)!", "洗2次，晾3次"},
		{"", "", ""},
	}
	for _, tt := range tests {
		field := terms.FieldOf(tb.lex, &catalog.Product{Category: tt.category})
		h, ok := tb.Match(tb.lex.Tokens(tt.in), field, numbers)
		if h.Chinese != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q, %t, want %q", tt.in, h.Chinese, ok, tt.want)
		}
	}
}

func TestHostileSentencesEnd(t *testing.T) {
	tb, err := load(t, "{x} [{x2}] [{x3}] [{x4}] [{x5}] end\t{x}{x2}{x3}{x4}{x5}\tpoint\t\t\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := tb.Match(tb.lex.Tokens(strings.Repeat("a ", 59)), terms.Field{}, numbers); ok {
		t.Error("a sentence without an end fits")
	}
}

func TestLoadIsStrict(t *testing.T) {
	for line, want := range map[string]string{
		"keep (dry\t干\tpoint\t\t\n":                        "well formed",
		"keep dry)\t干\tpoint\t\t\n":                        "well formed",
		"keep [] dry\t干\tpoint\t\t\n":                      "well formed",
		"keep {N}\t干\tpoint\t\t\n":                         "well formed",
		"keep dry\t\tpoint\t\t\n":                          "Chinese is missing",
		"keep dry\t干\tnote\t\t\n":                          "unknown kind",
		"keep dry\t干\tpoint\tmoon\t\n":                     "unknown field",
		"keep {n}\t干\tpoint\t\t\n":                         "slots",
		"keep dry\t{n}干\tpoint\t\t\n":                      "slots",
		"keep dry\t干®\tpoint\t\t\n":                        "GBK",
		"keep dry\t干\tpoint\t\tme\n":                       "review",
		"keep dry\t干\tpoint\t\t\nkeep dry\t燥\tpoint\t\t\n": "there twice",
	} {
		if _, err := load(t, line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", line, err, want)
		}
	}
}
