package measures

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"tradewind.app/catalog/localize/words"
)

// vectorUnits maps the target units of the vectors to their size in base units.
var vectorUnits = map[string]string{"g": "1", "cm": "10", "mL": "1", "m2": "1", "km": "1000000", "°C": "1"}

func unitsForTest(t testing.TB) *Units {
	t.Helper()
	u, err := Load(lexiconForTest(t), os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func lexiconForTest(t testing.TB) *words.Lexicon {
	t.Helper()
	lex, err := words.Load(os.DirFS("../../../assets/language"))
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestConversionAgainstGNUUnits(t *testing.T) {
	var file struct {
		Vectors []struct{ In, Unit, Exact, R2, R0 string } `json:"vectors"`
	}
	sharedVectors(t, "data/localization/units.json", &file)
	if len(file.Vectors) < 80 {
		t.Fatalf("got %d vectors, want 80 and more", len(file.Vectors))
	}
	u := unitsForTest(t)
	for _, v := range file.Vectors {
		in, _, _ := strings.Cut(v.In, " (")
		m, ok := u.Scan(in, 0)
		if !ok || m.To != len(in) {
			t.Errorf("%q is not read as a measure", v.In)
			continue
		}
		got := m.Unit.base(m.values[0])
		got = new(big.Rat).Quo(got, rat(vectorUnits[v.Unit]))
		if v.Exact != "" && got.Cmp(rat(v.Exact)) != 0 {
			t.Errorf("%s: got %s, want exactly %s %s", v.In, got.FloatString(12), v.Exact, v.Unit)
		}
		if got.FloatString(2) != v.R2 || got.FloatString(0) != v.R0 {
			t.Errorf("%s: got %s and %s, want %s and %s", v.In, got.FloatString(2), got.FloatString(0), v.R2, v.R0)
		}
	}
}

func TestMeasureInChinese(t *testing.T) {
	tests := []struct{ in, want string }{
		{"12 fl oz", "355毫升"},
		{"6 x 55 mph", "6×89公里/小时"},
		{"4 x 9 mph", "4×14公里/小时"},
		{"12 fl. oz. bottle", "355毫升"},
		{"1.7 FL OZ", "50毫升"},
		{"0.15 oz", "4.25克"},
		{"8-oz", "227克"},
		{"10.2 oz per shoe", "289克"},
		{"5 lbs", "2.27千克"},
		{"2 lb 3 oz", "992克"},
		{"35.3 oz", "1千克"},
		{"1 gal", "3.79升"},
		{"2 cups", "473毫升"},
		{"1 tbsp", "15毫升"},
		{"1/2 tsp", "2.46毫升"},
		{"1 1/2 in", "3.81厘米"},
		{"1-1/2 inches", "3.81厘米"},
		{"1½ in.", "3.81厘米"},
		{"¼ inch", "6.35毫米"},
		{`24"`, "61厘米"},
		{`24” wide`, "61厘米"},
		{`5' 6"`, "1.68米"},
		{"5 ft 6 in tall", "1.68米"},
		{"6 ft cable", "1.83米"},
		{"30 x 40 in", "76×102厘米"},
		{"12x10x4 in", "30.5×25.4×10.2厘米"},
		{`12" x 10" x 4"`, "30.5×25.4×10.2厘米"},
		{`12"L x 10"W x 4"H`, "长30.5×宽25.4×高10.2厘米"},
		{"12 by 16 inch", "30.5×40.6厘米"},
		{"5' x 7' rug", "152×213厘米"},
		{"5-7 in", "12.7～17.8厘米"},
		{"12 to 16 oz", "340～454克"},
		{"5 in - 7 in", "12.7～17.8厘米"},
		{"350°F", "177℃"},
		{"20-30 °F", "-7～-1℃"},
		{"-20°F", "-29℃"},
		{"98.6 degrees Fahrenheit", "37℃"},
		{"60 °C", "60℃"},
	}
	for _, tt := range tests {
		checkMeasure(t, tt.in, tt.want)
	}
}

// checkMeasure holds the Chinese of the measure that a text begins with.
func checkMeasure(t *testing.T, in, want string) {
	t.Helper()
	m, ok := unitsForTest(t).Scan(in, 0)
	if got := m.Chinese(); !ok || got != want {
		t.Errorf("%q: got %q (%v), want %q", in, got, ok, want)
	}
}

func TestMetricAndLabelledMeasures(t *testing.T) {
	tests := []struct{ in, want string }{
		{"6 x 12 oz", "6×340克"},
		{"12 oz x 2", "2×340克"},
		{"6 x 330 ml", "6×330毫升"},
		{"10 yd", "9.14米"},
		{"26.2 mi", "42.2公里"},
		{"20 mph", "32公里/小时"},
		{"120 sq ft", "11.1平方米"},
		{"16 square inches", "103平方厘米"},
		{"500 mL", "500毫升"},
		{"1000 mg", "1000毫克"},
		{"1,000 mg", "1,000毫克"},
		{"500mg", "500毫克"},
		{"25 mcg", "25微克"},
		{"1.5 L", "1.5升"},
		{"200 m2", "200平方米"},
		{"12 fl oz (355 mL)", "355毫升"},
		{"12 oz (354 ml)", "354毫升"},
		{"1.7 oz / 48 g", "48克"},
		{"355 mL (12 fl oz)", "355毫升"},
		{"12 oz (6 lb)", "340克"},
		{"1,250 lbs", "567千克"},
	}
	for _, tt := range tests {
		checkMeasure(t, tt.in, tt.want)
	}
}

func TestWhereAMeasureEnds(t *testing.T) {
	tests := []struct{ in, want string }{
		{"12 oz - 6 pack", "12 oz"},
		{"8 in. x 10 in. frame", "8 in. x 10 in."},
		{"5 lb. bag", "5 lb."},
		{"12 fl oz (355 mL), glass", "12 fl oz (355 mL)"},
		{`1" x 10 yd`, `1"`},
		{"6 x 12 oz bottles", "6 x 12 oz"},
	}
	for _, tt := range tests {
		m, ok := unitsForTest(t).Scan(tt.in, 0)
		if !ok || tt.in[:m.To] != tt.want {
			t.Errorf("%q: got %q (%v), want %q", tt.in, tt.in[:m.To], ok, tt.want)
		}
	}
}

func TestNoMeasure(t *testing.T) {
	for _, in := range []string{
		"2 in 1", "2-in-1", "5 in stock", "6 Pack", "60 capsules", "size 5", "8 M", "5G", "90's style", "3 inner tubes",
		"12 ozone", "18/8 stainless", "24/7", "1/0 in", "100 - 20 oz", "9999999999999 in", "12", "x 5 in", "3d", "12 t", "4 # box",
	} {
		if m, ok := unitsForTest(t).Scan(in, 0); ok {
			t.Errorf("%q: got the measure %q, want none", in, m.Chinese())
		}
	}
	if m, ok := unitsForTest(t).Scan(`the "size 5" shoe`, strings.Index(`the "size 5" shoe`, "5")); ok {
		t.Errorf("a closing quote is read as an inch: %q", m.Chinese())
	}
}

func FuzzScanMeasure(f *testing.F) {
	for _, s := range []string{"12 fl oz (355 mL)", `5' 6" x 7'`, "1 1/2 - 2 in", "6 x 330 ml", `12"L x 10"W`, "-20°F", "1½", "2-in-1", "½ oz.", "1,000,000 lb", "((((", "3 sq. ft."} {
		f.Add(s)
	}
	u := unitsForTest(f)
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" || !utf8.ValidString(s) {
			return
		}
		for at := range s {
			m, ok := u.Scan(s, at)
			if !ok {
				continue
			}
			if m.To <= at || m.To > len(s) || !utf8.ValidString(s[at:m.To]) {
				t.Fatalf("%q at %d: ends at %d", s, at, m.To)
			}
			if text := m.Chinese(); !utf8.ValidString(text) || !strings.ContainsAny(text, "0123456789½⅓⅔¼¾⅕⅛⅜⅝⅞") {
				t.Fatalf("%q at %d: written %q", s, at, text)
			}
		}
	})
}

// sharedVectors reads a test vector that lies beside the checkout and is not part
// of the project.
func sharedVectors(t *testing.T, name string, v any) {
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
