package localize

import (
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// A title that is exactly as long as the limit stays whole; one that is a byte longer
// loses a word.
func TestFitToExactlyTheLimit(t *testing.T) {
	title := func(letters, limit int) Text {
		brand := "N" + strings.Repeat("o", letters-1)
		return titleForTest(t, &catalog.Product{Brand: brand, Title: brand + " Soft Organic Cotton Women's Long Sleeve Running Shirt"}, limit)
	}
	const limit = 60
	rest := catalog.GBKLen(title(8, 0).Text) - 8
	for _, tt := range []struct {
		length int
		whole  bool
	}{{59, true}, {60, true}, {61, false}} {
		free, got := title(tt.length-rest, 0), title(tt.length-rest, limit)
		if n := catalog.GBKLen(free.Text); n != tt.length {
			t.Fatalf("without a limit: got %d bytes, want %d", n, tt.length)
		}
		if whole := got.Text == free.Text && len(got.Dropped) == 0; whole != tt.whole || catalog.GBKLen(got.Text) > limit {
			t.Errorf("%d bytes: got %q (%d bytes, dropped %v), want it whole: %v", tt.length, got.Text, catalog.GBKLen(got.Text), got.Dropped, tt.whole)
		}
	}
}
