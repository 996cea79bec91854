package terms

import "testing"

func TestParseReview(t *testing.T) {
	tests := []struct {
		cell string
		want Review
		ok   bool
	}{
		{"", Review{}, true},
		{"program:second reader 2026-12-01", Review{Reader: "second reader", On: "2026-12-01"}, true},
		{"person:Lin 2026-01-31", Review{Person: true, Reader: "Lin", On: "2026-01-31"}, true},
		{"person: 2026-01-31", Review{}, false},
		{"Lin 2026-01-31", Review{}, false},
		{"person:Lin 2026-02-31", Review{}, false},
		{"person:Lin", Review{}, false},
	}
	for _, tt := range tests {
		got, err := ParseReview(tt.cell)
		if got != tt.want || (err == nil) != tt.ok {
			t.Errorf("%q: got %+v, %v, want %+v, ok %t", tt.cell, got, err, tt.want, tt.ok)
		}
	}
}
