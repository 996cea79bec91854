package export

import (
	"strings"
	"testing"
)

func TestSafeName(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"TS-M_RED.2", "TS-M_RED.2"},
		{"a b/c\\d:e", "a-b-c-d-e"},
		{"../../etc/passwd", "etc-passwd"},
		{"手机壳 red", "red"},
		{"手机壳", ""},
		{"CON", "x-CON"},
		{"nul.jpg", "x-nul.jpg"},
		{"com1", "x-com1"},
		{"COMB", "COMB"},
		{"trailing. . .", "trailing"},
		{".hidden", "hidden"},
		{"zero\x00byte", "zero-byte"},
		{strings.Repeat("x", 300), strings.Repeat("x", longestName)},
	} {
		if got := safeName(tt.text); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestNamesAreAllDifferent(t *testing.T) {
	n := names{}
	for _, tt := range []struct{ wish, want string }{
		{"a", "a"}, {"A", "A-2"}, {"a", "a-3"}, {"a-2", "a-2-2"}, {"b", "b"}, {"a-4", "a-4"}, {"a", "a-5"},
	} {
		if got := n.take(tt.wish); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.wish, got, tt.want)
		}
	}
}

// FuzzSafeName holds what every file system asks of a name.
func FuzzSafeName(f *testing.F) {
	f.Add("CON.jpg")
	f.Add("a/../b")
	f.Add("CON." + strings.Repeat("x.", 60))
	f.Fuzz(func(t *testing.T, text string) {
		got := safeName(text)
		if strings.ContainsFunc(got, func(r rune) bool { return !safeRune(r) }) || strings.HasPrefix(got, ".") || strings.HasSuffix(got, ".") || len(got) > longestName {
			t.Fatalf("%q: got %q", text, got)
		}
		if safeName(got) != got {
			t.Fatalf("%q: %q becomes %q", text, got, safeName(got))
		}
	})
}
