package catalog

import (
	"encoding/json"
	"testing"
)

func TestAllowed(t *testing.T) {
	p := &Product{ID: "1", Title: "Scarf"}
	l := p.EnsureListing(SimplifiedChinese)
	l.Title = "国家级非遗围巾"
	wrong := NewProblem("law-superlative", Warning, ListingTitle.At(SimplifiedChinese), "words", "国家级非遗", "source", "a list")
	if _, found := l.AllowedFor(wrong); found {
		t.Error("nobody accepted it yet")
	}
	l.Allow(NewProblem("law-level", Warning, ListingTitle.At(SimplifiedChinese), "words", "特级"), "an official grade", "Ann", "2026-12-01")
	l.Allow(wrong, "listed in 2021", "Ann", "2026-12-01")
	l.Allow(wrong, "listed in 2021, no. 7", "Ben", "2026-12-02")
	var back Product
	if err := json.Unmarshal(p.Encode(), &back); err != nil {
		t.Fatal(err)
	}
	got := back.Listing(SimplifiedChinese)
	a, found := got.AllowedFor(wrong)
	if !found || a.Reason != "listed in 2021, no. 7" || a.By != "Ben" || a.At != "2026-12-02" || len(got.Allowed) != 2 {
		t.Errorf("kept is %+v", got.Allowed)
	}
	if string(back.Encode()) != string(p.Encode()) {
		t.Errorf("%s\n%s", back.Encode(), p.Encode())
	}
	other := wrong
	other.Args = map[string]string{"words": "国家级"}
	if _, found := got.AllowedFor(other); found {
		t.Error("other words are accepted as well")
	}
}
