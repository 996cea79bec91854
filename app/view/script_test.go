package view

import (
	"slices"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// A shop that writes Traditional meets Traditional everywhere, and no other.
func TestTraditionalShop(t *testing.T) {
	s := productShop(t, job.Inline{}, "sku,title,title@zh-Hans,title@zh-Hant\nA,Both,茶叶,茶葉\nB,Simplified,茶杯,\n")
	set := map[string]string{workspace.SettingScript: string(catalog.TraditionalChinese)}
	if err := s.Workspace.SetSettings(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	s.TakeScript()
	title := catalog.ListingTitle.At(catalog.TraditionalChinese)
	if got := s.ChineseTitle(); got != title {
		t.Errorf("the Chinese title is %s", got)
	}
	p := NewProducts(s)
	p.Enter()
	defer p.Leave()
	p.Inspect(p.ids[0])
	if got := p.Detail.Chinese; got != "茶葉" {
		t.Errorf("the detail shows %q", got)
	}
	missing := FacetLine{Code: "facet-no-chinese", Count: 1, Condition: catalog.Condition{Field: title, Op: catalog.OpBlank}}
	if i := slices.IndexFunc(p.Facets, func(g FacetGroup) bool { return slices.Contains(g.Lines, missing) }); i < 0 {
		t.Errorf("one product has no Traditional title; the facets are %+v", p.Facets)
	}
	if fields := NewBulk(s, p.ids).Fields(); !slices.Contains(fields, title) || slices.Contains(fields, catalog.ListingTitle.At(catalog.SimplifiedChinese)) {
		t.Errorf("many products are edited by %q", fields)
	}
}

func TestScriptIsFollowed(t *testing.T) {
	s := productShop(t, job.Inline{}, "")
	changed := 0
	s.FollowScript(func() { changed++ })
	set := map[string]string{workspace.SettingScript: string(catalog.TraditionalChinese)}
	if err := s.Workspace.SetSettings(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s.FollowScript(func() { changed++ })
	}
	if changed != 1 || s.Script() != catalog.TraditionalChinese {
		t.Errorf("told %d times, the script is %s", changed, s.Script())
	}
}
