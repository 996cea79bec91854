package export

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestMeasure(t *testing.T) {
	for _, tt := range []struct {
		text string
		unit LengthUnit
		want int
	}{
		{"", Characters, 0},
		{"枫糖a", Characters, 3},
		{"枫糖a", Bytes, 7},
		{"枫糖a", GBKBytes, 5},
		{"™", GBKBytes, 2},
		{"👩‍👧", Characters, 3},
		{"a\nb\nc", Parts, 3},
		{"", Parts, 0},
	} {
		if got := (Limit{1, tt.unit}).Measure(tt.text); got != tt.want {
			t.Errorf("%q in %s: got %d, want %d", tt.text, tt.unit, got, tt.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct{ text, within, over string }{
		{"枫糖", "枫糖", ""},
		{"枫糖a", "枫糖", "a"},
		{"a枫糖浆", "a枫", "糖浆"},
	} {
		if within, over := (Limit{4, GBKBytes}).Cut(tt.text); within != tt.within || over != tt.over {
			t.Errorf("%q is cut into %q and %q, want %q and %q", tt.text, within, over, tt.within, tt.over)
		}
	}
}

// TestMeasureAsOthers holds the three units against lengths that Python counted.
func TestMeasureAsOthers(t *testing.T) {
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, "data", "localization", "title_bytes.json"))
	if err != nil {
		t.Skipf("NOT TESTED: title lengths against Python: %v", err)
	}
	var file struct {
		Vectors []struct {
			Title string `json:"title"`
			Runes int    `json:"runes"`
			GBK   *int   `json:"gbk_bytes"`
			UTF8  int    `json:"utf8_bytes"`
		} `json:"vectors"`
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) < 8 {
		t.Fatalf("only %d titles in the file", len(file.Vectors))
	}
	check := func(title string, unit LengthUnit, want int) {
		if got := (Limit{1, unit}).Measure(title); got != want {
			t.Errorf("%q in %s: got %d, want %d", title, unit, got, want)
		}
	}
	for _, v := range file.Vectors {
		check(v.Title, Characters, v.Runes)
		check(v.Title, Bytes, v.UTF8)
		if v.GBK != nil {
			check(v.Title, GBKBytes, *v.GBK)
		}
	}
}

func TestLimitIsTighter(t *testing.T) {
	for _, tt := range []struct {
		a, b Limit
		want bool
	}{
		{Limit{60, GBKBytes}, Limit{50, Characters}, true}, // 30 characters, 50
		{Limit{50, Characters}, Limit{60, GBKBytes}, false},
		{Limit{60, Bytes}, Limit{50, GBKBytes}, true}, // 20 characters, 25
		{Limit{60, GBKBytes}, Limit{60, GBKBytes}, false},
	} {
		if got := tt.a.IsTighter(tt.b); got != tt.want {
			t.Errorf("%v is tighter than %v: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
