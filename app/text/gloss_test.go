package text

import (
	"testing"

	"tradewind.app/catalog/localize"
)

func TestGloss(t *testing.T) {
	list := []localize.GlossWord{{Chinese: "棉", English: "cotton"}, {Chinese: "鸑鷟"}, {Chinese: "USB-C", English: "USB-C"}, {Chinese: "73.7厘米", English: "29\n in"}}
	if got, want := For(English).Gloss(list), "棉 cotton · 鸑鷟 ? · USB-C · 73.7厘米 29 in"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := For(Chinese).Gloss(nil); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}
