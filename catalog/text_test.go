package catalog

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanText(t *testing.T) {
	tests := []struct {
		in, want string
		removed  int
	}{
		{"  Maple Syrup\t", "Maple Syrup", 0},
		{"a\x00b\x0bc", "abc", 2},
		{"Cafe\u0301", "Café", 0},
		{"one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", 0},
		{"\ufeff枫糖\u200b浆", "枫糖浆", 2},
		{"abc\u202edef", "abcdef", 1},
		{"bad\xffbyte", "badbyte", 1},
		{"👩‍🍳", "👩‍🍳", 0},
	}
	for _, tt := range tests {
		if got, removed := CleanText(tt.in); got != tt.want || removed != tt.removed {
			t.Errorf("CleanText(%q) = %q, %d; want %q, %d", tt.in, got, removed, tt.want, tt.removed)
		}
	}
}

func FuzzCleanText(f *testing.F) {
	f.Add("a\x00\u202eb\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		clean, _ := CleanText(s)
		if again, removed := CleanText(clean); again != clean || removed != 0 {
			t.Fatalf("%q is cleaned to %q and then to %q", s, clean, again)
		}
		if !utf8.ValidString(clean) {
			t.Fatalf("%q is cleaned to invalid UTF-8", s)
		}
	})
}

func TestSplitList(t *testing.T) {
	tests := map[string][]string{
		"a, b,c":        {"a", "b", "c"},
		"a; b, c":       {"a", "b, c"},
		"a\nb, c":       {"a", "b, c"},
		"新款，进口":         {"新款", "进口"},
		"red | blue":    {"red", "blue"},
		" , ":           nil,
		"x":             {"x"},
		"one, two\nend": {"one, two", "end"},
	}
	for in, want := range tests {
		if got := SplitList(in); !slices.Equal(got, want) {
			t.Errorf("SplitList(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	tests := map[string]string{
		"Maple Syrup, 12 oz": "maple-syrup-12-oz",
		"Crème Brûlée":       "creme-brulee",
		"Women's Tee":        "womens-tee",
		"有机 枫糖浆":             "有机-枫糖浆",
		"!!!":                "",
	}
	for in, want := range tests {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLongSlugsStayApart(t *testing.T) {
	const title = "Ultralight Two Person Backpacking Tent, Freestanding, Three Season, Waterproof, with Aluminum Poles, "
	a, b := Slug(title+"green"), Slug(title+"orange")
	if a == b || len(a) > maxSlug || len(b) > maxSlug {
		t.Errorf("slugs %q, %q", a, b)
	}
	if han := Slug(strings.Repeat("枫糖浆", 20)); len(han) > maxSlug || !utf8.ValidString(han) {
		t.Errorf("slug %q", han)
	}
}
