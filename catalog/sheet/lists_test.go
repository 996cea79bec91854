package sheet

import (
	"slices"
	"testing"
)

// TestSplitSources: a cell may hold several pictures, and an address commas or another
// address.
func TestSplitSources(t *testing.T) {
	const one, two = "https://s.example/a.jpg", "https://s.example/b.jpg"
	both := []string{one, two}
	for text, want := range map[string][]string{
		one + ", " + two:                      both,
		one + " " + two:                       both,
		one + "\n" + two:                      both,
		one + "|" + two:                       both,
		one + "；" + two:                       both,
		one + "、" + two:                       both,
		one + two:                             both,
		one + " and " + two:                   both,
		one + "+" + two:                       both,
		one + "&" + two:                       both,
		one + "?v=1" + two:                    {one + "?v=1", two},
		one + ", pics/b.png":                  {one, "pics/b.png"},
		"a.jpg, b.jpg":                        {"a.jpg", "b.jpg"},
		"pics/a.jpg, " + two:                  {"pics/a.jpg", two},
		one + "/" + two:                       {one + "/" + two},
		"https://s.example/w_100,h_200/a.jpg": {"https://s.example/w_100,h_200/a.jpg"},
		"https://s.example/r?u=https://t.example/b.jpg":        {"https://s.example/r?u=https://t.example/b.jpg"},
		"https://s.example/fetch/https://t.example/b.jpg":      {"https://s.example/fetch/https://t.example/b.jpg"},
		"https://s.example/a.jpg?size=1,2, http://t.example/c": {"https://s.example/a.jpg?size=1,2", "http://t.example/c"},
	} {
		if got := splitSources(text); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
