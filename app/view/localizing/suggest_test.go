package localizing

import (
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func TestSuggestShowsWhatIsLeftToFinish(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title\nA1,Zorblax Bamboo Cutting Board\nA2,Zorblax Frimp\n")
	told := 0
	s.OnChange(func() { told++ })
	Suggest(s, catalog.Filter{}, catalog.SimplifiedChinese, func(r workspace.LocalizeResult, err error) {
		if err != nil || r.Products != 2 || r.Finished != 0 || r.Unfinished != 2 || r.Texts[catalog.StateDraft] == 0 {
			t.Errorf("got %+v, %v; want drafts, and both to finish", r, err)
		}
	})
	n := 0
	for p, err := range s.Workspace.Products(t.Context(), catalog.Filter{Unfinished: catalog.SimplifiedChinese}) {
		if err != nil {
			t.Fatal(err)
		}
		if got := p.State(catalog.SimplifiedChinese); got.GoesOut() {
			t.Errorf("%s is unfinished, and %s", p.Variants[0].SKU, got)
		}
		n++
	}
	if n != 2 || told != 1 {
		t.Errorf("%d unfinished, told %d times; want 2 and 1", n, told)
	}
}
