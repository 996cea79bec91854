package measures

import (
	"math/big"
	"strings"
	"testing"
	"time"
)

// TestProductMeasures holds measures that plain tables of units get wrong against values
// that were computed independently.
func TestProductMeasures(t *testing.T) {
	var file struct {
		Vectors []struct {
			In, Unit, Out string
			Decimals      int
		} `json:"vectors"`
	}
	sharedVectors(t, "data/localization/product_measures.json", &file)
	if len(file.Vectors) < 24 {
		t.Fatalf("got %d vectors, want 24 and more", len(file.Vectors))
	}
	u := unitsForTest(t)
	for _, v := range file.Vectors {
		var got string
		switch v.Unit {
		case "": // a code of a tire stays
			got = v.In[:u.ScanCrossed(v.In)]
		case "英寸":
			got = strings.TrimSuffix(readings(t, v.In), v.Unit)
		default:
			got = baseOf(u, v.In, v.Decimals)
		}
		if got != v.Out {
			t.Errorf("%s: got %s, want %s %s", v.In, got, v.Out, v.Unit)
		}
	}
}

// baseOf is a measure in its base unit. What is in brackets says what is measured.
func baseOf(u *Units, in string, decimals int) string {
	text := strings.Replace(in, " (fabric)", " fabric", 1)
	if _, grams, ok := strings.Cut(in, " scoop ("); ok {
		text = grams // of the pack, and never from the scoop
	}
	ts := u.lex.Tokens(text)
	m, ok := u.Scan(text, 0)
	if !ok {
		return "none"
	}
	sc := u.sceneOf(Setting{Text: text, Tokens: ts}, m)
	switch m.Unit.Code {
	case "oz":
		kind, _ := sc.ounces(m)
		if kind != clothOunce {
			return "no cloth"
		}
		m.Unit, _ = u.unit("oz/yd2")
	case "F":
		m.span = sc.isSpan(m)
	}
	return m.base(m.values[0]).FloatString(decimals)
}

// TestUnitNames holds the Chinese of units against ICU's long forms. ICU's short forms
// mix Latin and Chinese in one list (kg beside 毫升) and are not used; Traditional texts are
// made of the Simplified ones as a whole, not unit by unit.
func TestUnitNames(t *testing.T) {
	var file struct {
		Vectors []struct {
			Unit string
			Long string `json:"zh_long"`
		} `json:"vectors"`
	}
	sharedVectors(t, "data/localization/unit_names.json", &file)
	codes := map[string]string{
		"kilogram": "kg", "gram": "g", "liter": "l", "milliliter": "ml", "centimeter": "cm", "millimeter": "mm", "meter": "m", "inch": "in", "foot": "ft",
		"ounce": "oz", "pound": "lb", "fluid-ounce": "fl oz", "gallon": "gal", "celsius": "C", "fahrenheit": "F",
	}
	exceptions := map[string]string{"celsius": "2.5℃"} // the sign is what shops and labels print, and is in GBK
	u := unitsForTest(t)
	if len(file.Vectors) != len(codes) {
		t.Errorf("got %d vectors, want %d", len(file.Vectors), len(codes))
	}
	for _, v := range file.Vectors {
		found, ok := u.unit(codes[v.Unit])
		want := v.Long
		if other := exceptions[v.Unit]; other != "" {
			want = other
		}
		if got := "2.5" + found.Chinese + found.name; !ok || got != want {
			t.Errorf("%s: got %s, want %s", v.Unit, got, want)
		}
	}
}

// TestDates holds dates of English texts against ICU's Chinese ones. Two styles of ICU are
// not written: the full one has the day of the week, which no label has, and the short one
// is for tables, where the program writes 2026-11-21.
func TestDates(t *testing.T) {
	var file struct {
		Vectors []struct{ UTC, TZ, Style, Date string } `json:"vectors"`
	}
	sharedVectors(t, "data/localization/dates.json", &file)
	tested := 0
	for _, v := range file.Vectors {
		at, err := time.Parse(time.RFC3339, v.UTC)
		if err != nil {
			t.Fatal(err)
		}
		at = at.In(time.FixedZone(v.TZ, 8*60*60)) // China has had one zone and no summer time since 1991
		want := v.Date
		switch v.Style {
		case "full":
			want, _, _ = strings.Cut(want, "星期")
		case "short":
			want = strings.Replace(strings.Replace(want, "/", "年", 1), "/", "月", 1) + "日"
		}
		for _, layout := range []string{"January 2, 2006", "Jan 2 2006", "2 January 2006", "2006-01-02", "1/2/2006", "Jan. 2, 2006"} {
			in := at.Format(layout)
			if got, size := ScanDate(in); got != want || size != len(in) {
				t.Errorf("%s: got %q, %d, want %q", in, got, size, want)
			}
			tested++
		}
	}
	if tested == 0 {
		t.Error("no date was tested")
	}
}

func TestDatesAndNone(t *testing.T) {
	tests := []struct{ in, want string }{
		{"November 2026", "2026年11月"},
		{"Sept 5th, 2026 batch", "2026年9月5日"},
		{"13/21/2026", ""},
		{"1/32/2026", ""},
		{"May 5", ""},
		{"Model 2026", ""},
		{"Marble 2026", ""},
		{"12-2026", ""},
	}
	for _, tt := range tests {
		if got, _ := ScanDate(tt.in); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestMommeIsExact: the definition of the momme, 1 lb on 100 yd of 45 in.
func TestMommeIsExact(t *testing.T) {
	momme, _ := unitsForTest(t).unit("momme")
	pound, yards := rat("453.59237"), rat("91.44")
	want := new(big.Rat).Quo(pound, yards.Mul(yards, rat("1.143")))
	if got := momme.base(one); got.Cmp(want) != 0 {
		t.Errorf("got %s, want %s g/m2", got.FloatString(9), want.FloatString(9))
	}
}
