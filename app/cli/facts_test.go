package cli

import (
	"testing"

	"tradewind.app/app/text"
	"tradewind.app/catalog/localize"
)

func TestFactsHaveWords(t *testing.T) {
	p := text.For(text.English)
	for _, kind := range localize.FactKinds {
		if !p.Has("fact-" + string(kind)) {
			t.Errorf("nothing is said of the fact %s", kind)
		}
	}
	for _, c := range localize.Certainties {
		if !p.Has("certainty-" + string(c)) {
			t.Errorf("nothing is said of the certainty %s", c)
		}
	}
}
