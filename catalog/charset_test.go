package catalog

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// sharedFile reads a test vector that lies beside the checkout and is not part
// of the project.
func sharedFile(t *testing.T, name string, v any) {
	t.Helper()
	dir := os.Getenv("TRADEWIND_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
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

func TestUnencodableAgreesWithOtherCodecs(t *testing.T) {
	var file struct {
		Vectors []struct {
			Char string  `json:"char"`
			GBK  *string `json:"gbk"`
			GB18 *string `json:"gb18030"`
		} `json:"vectors"`
	}
	sharedFile(t, "data/localization/gbk_chars.json", &file)
	for _, v := range file.Vectors {
		if got, want := len(Unencodable(v.Char, GBK)) == 0, v.GBK != nil; got != want && v.Char != "\ufffd" {
			t.Errorf("GBK holds %q: got %v, want %v", v.Char, got, want)
		}
		if got, want := len(Unencodable(v.Char, GB18030)) == 0, v.GB18 != nil; got != want {
			t.Errorf("GB18030 holds %q: got %v, want %v", v.Char, got, want)
		}
		if v.GBK != nil {
			if got, want := GBKLen(v.Char), len(*v.GBK)/2; got != want {
				t.Errorf("GBKLen(%q): got %d, want %d", v.Char, got, want)
			}
		}
	}
}

func TestGBKLenOfTitles(t *testing.T) {
	var file struct {
		Vectors []struct {
			Title string `json:"title"`
			Bytes int    `json:"gbk_bytes"`
		} `json:"vectors"`
	}
	sharedFile(t, "data/localization/title_bytes.json", &file)
	for _, v := range file.Vectors {
		if got, want := GBKLen(v.Title), v.Bytes; got != want {
			t.Errorf("GBKLen(%q): got %d, want %d", v.Title, got, want)
		}
	}
}

func TestCharsetFit(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Blue Heron™ 枫糖浆®", "Blue Heron 枫糖浆"},
		{"1½ cups, ½ oz", "1 1/2 cups, 1/2 oz"},
		{"10 m² ¥99 jalapeño façade", "10 m2 ￥99 jalapeno facade"},
		{"soft\u00a0wool • warm", "soft wool · warm"},
		{"gift 🎁👨‍👩‍👧🇺🇸!", "gift !"},
		{"Crème brûlée", "Crème brulée"},
		{"㎡ ℃ № ①", "㎡ ℃ № ①"},
		{"bad \xff byte", "bad  byte"},
		{"𠮷野家", "𠮷野家"},
	}
	for _, tt := range tests {
		got, left := GBK.Fit(tt.in)
		if got != tt.want {
			t.Errorf("Fit(%q): got %q, want %q", tt.in, got, tt.want)
		}
		if n := len(Unencodable(got, GBK)); n != len(left) {
			t.Errorf("Fit(%q): %d characters unencodable, %d told", tt.in, n, len(left))
		}
	}
}

func TestUnencodablePlaces(t *testing.T) {
	got := Unencodable("枫™a𠮷", GBK)
	want := []BadRune{{3, '™', "", true}, {7, '𠮷', "", false}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := Unencodable("🎁𠮷\xff", UTF8); len(got) != 1 || got[0].At != 8 {
		t.Errorf("UTF-8 holds all but the broken byte, got %+v", got)
	}
}

func TestReplacementsAreEncodable(t *testing.T) {
	for r, text := range replacements {
		if len(Unencodable(text, GBK)) > 0 {
			t.Errorf("replacement %q of %q is itself not in GBK", text, r)
		}
	}
}

func FuzzCharsetFit(f *testing.F) {
	f.Add("枫™糖 1½ \xff𠮷🎁")
	f.Fuzz(func(t *testing.T, s string) {
		got, left := GBK.Fit(s)
		if n := len(Unencodable(got, GBK)); n != len(left) {
			t.Errorf("Fit(%q) = %q: %d unencodable, %d told", s, got, n, len(left))
		}
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("Fit(%q) = %q is no UTF-8", s, got)
		}
	})
}
