package localizing

import (
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func TestSuggestShowsWhatIsLeftToFinish(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title\nA1,Bamboo Cutting Board\nA2,Zorblax Frimp\n")
	told := 0
	s.OnChange(func() { told++ })
	Suggest(s, catalog.Filter{}, catalog.SimplifiedChinese, func(r workspace.LocalizeResult, err error) {
		if err != nil || r.Products != 2 || r.Filled != 1 || r.Unfinished != 1 {
			t.Errorf("got %+v, %v; want one filled and one to finish", r, err)
		}
	})
	n := 0
	for p, err := range s.Workspace.Products(t.Context(), catalog.Filter{Unfinished: catalog.SimplifiedChinese}) {
		if err != nil {
			t.Fatal(err)
		}
		if sku := p.Variants[0].SKU; sku != "A2" {
			t.Errorf("%s is told to be unfinished", sku)
		}
		n++
	}
	if n != 1 || told != 1 {
		t.Errorf("%d unfinished, told %d times; want 1 and 1", n, told)
	}
}
