package grid

import (
	"slices"
	"testing"
)

func TestSelection(t *testing.T) {
	list := &sampleList{n: 6}
	tests := map[string]struct {
		do   func(s *Selection)
		want []string
	}{
		"nothing":              {func(*Selection) {}, nil},
		"one":                  {func(s *Selection) { s.Only("k4"); s.Only("k2") }, []string{"k2"}},
		"added":                {func(s *Selection) { s.Toggle("k4"); s.Toggle("k1") }, []string{"k1", "k4"}},
		"taken out":            {func(s *Selection) { s.Only("k4"); s.Toggle("k1"); s.Toggle("k4") }, []string{"k1"}},
		"a range down":         {func(s *Selection) { s.Only("k1"); s.Range(list, 3) }, []string{"k1", "k2", "k3"}},
		"a range up":           {func(s *Selection) { s.Only("k3"); s.Range(list, 1) }, []string{"k1", "k2", "k3"}},
		"another range":        {func(s *Selection) { s.Only("k3"); s.Range(list, 5); s.Range(list, 2) }, []string{"k2", "k3"}},
		"a range from none":    {func(s *Selection) { s.Range(list, 2) }, []string{"k2"}},
		"a range from gone":    {func(s *Selection) { s.Only("x"); s.Range(list, 2) }, []string{"k2"}},
		"a range to no row":    {func(s *Selection) { s.Only("k1"); s.Range(list, 6) }, []string{"k1"}},
		"all":                  {func(s *Selection) { s.All(list) }, []string{"k0", "k1", "k2", "k3", "k4", "k5"}},
		"cleared":              {func(s *Selection) { s.All(list); s.Clear() }, nil},
		"kept of a short list": {func(s *Selection) { s.All(list); s.Keep(&sampleList{n: 2}) }, []string{"k0", "k1"}},
	}
	for name, tt := range tests {
		var s Selection
		tt.do(&s)
		if got := s.Keys(list); !slices.Equal(got, tt.want) || s.Len() != len(tt.want) {
			t.Errorf("%s: %q are chosen (%d), want %q", name, got, s.Len(), tt.want)
		}
		if len(tt.want) > 0 && !s.Has(tt.want[0]) || s.Has("y") {
			t.Errorf("%s: Has disagrees with Keys", name)
		}
	}
}
