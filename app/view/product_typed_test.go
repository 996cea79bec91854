package view

import (
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// TestProductForgetsWhatWasTakenBackByHand: nothing is offered after a crash that is
// what the catalogue has.
func TestProductForgetsWhatWasTakenBackByHand(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	s.Draft = NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
	p.Set(own(catalog.FieldTitle), "Oak")
	p.Set(own(catalog.FieldTitle), "Oak Board")
	if kept, err := s.Draft.Found(); kept != nil || err != nil || p.Dirty() {
		t.Errorf("kept is %+v, %v, dirty %v", kept, err, p.Dirty())
	}
}

func TestProductTellsWhatCannotBePutBack(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	var told []string
	s.Fail = func(err error) { told = append(told, s.Text.Error(err)) }
	id := p.ID
	if _, err := s.Workspace.Delete(t.Context(), []string{"B-1"}); err != nil {
		t.Fatal(err)
	}
	p.Receive(Target{Place: ProductPlace, Product: id, Edit: &Edit{Product: id, Field: catalog.FieldBrand, Text: "Cedar"}})
	p.Enter()
	if p.State != ProductGone || len(told) != 1 || !strings.Contains(told[0], "Cedar") {
		t.Errorf("state %d, told %v", p.State, told)
	}
}

// TestProductChineseStaysInItsLine: what others change moves the lines, not the text
// that is being typed.
func TestProductChineseStaysInItsLine(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	elsewhere(t, s, "T-S", catalog.FieldDescription, "<p>Soft pine</p>")
	p.ShowTab(ChineseTab)
	at := len(p.Listing.Page.Lines) - 2
	p.PickLine(at)
	line := p.Listing.Current().Line
	p.TypeLine("中号")
	elsewhere(t, s, "T-S", catalog.FieldDescription, "")
	if got := p.Listing.Current(); !got.Is(line) || p.Listing.Typed != "中号" || p.Listing.Line == at {
		t.Errorf("%q is typed into %+v", p.Listing.Typed, got)
	}
}

func TestProductChineseIsInTheShopsScript(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	if err := s.Workspace.SetSettings(t.Context(), map[string]string{workspace.SettingScript: string(catalog.TraditionalChinese)}); err != nil {
		t.Fatal(err)
	}
	p.ShowTab(ChineseTab)
	p.TypeLine("橡木砧板")
	p.Review()
	l := p.Draft.Listing(catalog.TraditionalChinese)
	if l == nil || l.Title != "橡木砧板" || l.State != catalog.StateReviewed || p.Draft.Listing(catalog.SimplifiedChinese) != nil {
		t.Errorf("the listings are %+v", p.Draft.Listings)
	}
}
