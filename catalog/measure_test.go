package catalog

import "testing"

func TestParseMeasure(t *testing.T) {
	tests := []struct {
		in       string
		fallback Unit
		want     string
	}{
		{"340 g", "", "340 g"},
		{"12oz", "", "12 oz"},
		{"5.5 lbs", "", "5.5 lb"},
		{"5.5 LBS.", "", "5.5 lb"},
		{"8 fl oz", "", "8 fl oz"},
		{"8 Fluid Ounces", "", "8 fl oz"},
		{"1,250", "g", "1250 g"},
		{`24"`, "", "24 in"},
		{"500毫升", "", "500 ml"},
		{"１２ 厘米", "", "12 cm"},
		{"300 (g)", "lb", "300 g"},
		{"1 lb 4 oz", "", "1.25 lb"},
		{"2 lbs, 8 oz", "", "2.5 lb"},
		{"1lb. 8oz.", "", "1.5 lb"},
		{"1 kg and 250 g", "", "1.25 kg"},
		{"1/2 lb", "", "0.5 lb"},
		{"1 1/2 lb", "", "1.5 lb"},
		{"2-3/4 in", "", "2.75 in"},
		{"2½ oz", "", "2.5 oz"},
		{`5' 6"`, "", "5.5 ft"},
		{`6'`, "", "6 ft"},
		{"1'250 g", "", "1250 g"},
		{"1 st", "", "1 st"},
		{"12", "", ""},
		{"1 lb 4", "lb", ""},
		{"4 oz 1 lb", "", ""},
		{"1 lb 4 in", "", ""},
		{"250/500 g", "", ""},
		{"approx 3 lb", "lb", ""},
		{"3-5 lb", "", ""},
		{"1,5 kg", "", "1.5 kg"},
		{"heavy", "g", ""},
		{"12 parsecs", "g", ""},
		{"", "g", ""},
	}
	for _, tt := range tests {
		m, err := ParseMeasure(tt.in, tt.fallback)
		if got := m.String(); got != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("ParseMeasure(%q, %q) = %q, %v; want %q", tt.in, tt.fallback, got, err, tt.want)
		}
	}
}

func TestMeasureIn(t *testing.T) {
	// The values are GNU units' ("units -t '12 oz' g").
	tests := []struct {
		in   string
		to   Unit
		want string
	}{
		{"12 oz", "g", "340.1942775"},
		{"1 lb", "kg", "0.45359237"},
		{"5 in", "cm", "12.7"},
		{"8 fl oz", "ml", "236.5882365"},
		{"1 gal", "l", "3.785411784"},
		{"500 g", "g", "500"},
	}
	for _, tt := range tests {
		m, err := ParseMeasure(tt.in, "")
		if err != nil {
			t.Fatal(err)
		}
		got, ok := m.In(tt.to)
		if !ok || got.String() != tt.want {
			t.Errorf("%s in %s = %s, %v; want %s", tt.in, tt.to, got, ok, tt.want)
		}
	}
	if _, ok := (Measure{dec("1"), "oz"}).In("ml"); ok {
		t.Error("an ounce of weight was taken for a volume")
	}
}

func FuzzMeasure(f *testing.F) {
	for _, s := range []string{"340 g", "5.5 lbs", `24"`, "8 fl. oz.", "１２厘米", "-3 kg", "1,5 l", ",666666666666666666666666666666666666666l"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMeasure(s, "")
		if err != nil {
			return
		}
		again, err := ParseMeasure(m.String(), "")
		if err != nil || !again.Equal(m) {
			t.Fatalf("%q is read as %v, which is read as %v (%v)", s, m, again, err)
		}
	})
}
