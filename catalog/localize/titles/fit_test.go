package titles

import (
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/compose"
)

// What was dropped is put back where it fills the limit to its last byte, the dearest
// first.
func TestFitPutsBackWhatFits(t *testing.T) {
	word := func(text string, weight int) compose.Group {
		return compose.Group{Words: []compose.Stretch{{Segment: compose.Segment{Text: text, Origin: compose.FromTerm}}}, Weight: weight}
	}
	blocks := [][]compose.Group{{word("钢", 2), word("不锈钢保温的", 3), word("大", 2), word("杯子", 100)}}
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
		kept, _ := Fit(blocks, limit)
		if got := compose.TextOf(kept); got != want {
			t.Errorf("limit %d: got %q (%d bytes), want %q", limit, got, catalog.GBKLen(got), want)
		}
	}
}
