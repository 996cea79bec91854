package cli

import (
	"testing"

	"tradewind.app/app/text"
	"tradewind.app/catalog/localize/review"
)

func TestReviewHasWords(t *testing.T) {
	p := text.For(text.English)
	for _, o := range review.Outcomes {
		if !p.Has("review-" + string(o)) {
			t.Errorf("nothing is said of the outcome %s", o)
		}
	}
}
