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

// What was dropped is put back where it fills the limit to its last byte, the dearest
// first.
func TestFitPutsBackWhatFits(t *testing.T) {
	word := func(text string, weight int) group {
		return group{words: []stretch{{Segment: Segment{Text: text, Origin: FromTerm}}}, weight: weight}
	}
	blocks := [][]group{{word("钢", 2), word("不锈钢保温的", 3), word("大", 2), word("杯子", 100)}}
	for limit, want := range map[int]string{
		20: "钢不锈钢保温的大杯子",
		19: "钢不锈钢保温的杯子", // the rightmost of two equals goes
		17: "不锈钢保温的杯子",
		16: "不锈钢保温的杯子",
		15: "钢大杯子",
		8:  "钢大杯子",
		7:  "钢杯子", // of two equals the one that was dropped last comes back
		6:  "钢杯子",
		5:  "杯子",
		3:  "",
	} {
		kept, _ := fit(blocks, limit)
		if got := textOf(kept); got != want {
			t.Errorf("limit %d: got %q (%d bytes), want %q", limit, got, catalog.GBKLen(got), want)
		}
	}
}
