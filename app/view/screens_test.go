package view_test

import (
	"database/sql"
	"slices"
	"testing"

	_ "modernc.org/sqlite"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/history"
	"tradewind.app/app/view/home"
	"tradewind.app/app/view/product"
	"tradewind.app/app/view/products"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// TestOpenGoesToWhatIsWrong: from a list of products that lack something, each product
// is opened there, and so are those that are stepped to.
func TestOpenGoesToWhatIsWrong(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "handle,title,option1 name,option1 value,sku,price\ntee,Tee,Size,S,T-S,20\ntee,,,M,T-M,\nmug,Mug,,,M-1,\n")
	list := products.New(s)
	list.Enter()
	defer list.Leave()
	list.Toggle(catalog.Condition{Field: catalog.FieldPrice, Op: catalog.OpBlank})
	var went view.Target
	s.Go = func(t view.Target) { went = t }
	list.Show(0, 1)
	if got := []string{list.Row(0).Price, list.Row(1).Price}; !slices.Contains(got, "$20.00, 1 missing") || !slices.Contains(got, "") {
		t.Errorf("the prices are shown as %q", got)
	}
	list.Open(viewtest.IDOf(t, s, "T-S"), nil)
	p := product.Of(s)
	p.Receive(went)
	p.Enter()
	defer p.Leave()
	want := product.Cell{Variant: p.Draft.Variants[1].ID, Field: catalog.FieldPrice}
	if cell, ok := p.TakeCursor(); !ok || cell != want || p.Tab != product.VariantsTab || !p.TakeCaret() {
		t.Errorf("the cursor is on %+v (%v) of %s, want the price that is missing, open", cell, ok, p.Tab)
	}
	p.Step(1)
	if went.Product != viewtest.IDOf(t, s, "M-1") || went.Field != catalog.FieldPrice || went.Problem == "" {
		t.Errorf("the next one is opened at %+v", went)
	}
	list.ShowAll()
	if list.Open(viewtest.IDOf(t, s, "M-1"), nil); went.Field != "" || went.Problem != "" {
		t.Errorf("from all products one is opened at %+v", went)
	}
}

// A product whose content is damaged is named on the first page, which leads to it; it
// is deleted there, and an undo says that it cannot bring it back.
func TestAProductThatCannotBeReadIsNamedAndDeleted(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title,price\nA-1,Tea,4.50\nA-2,Soap,3.00\nA-3,Balm,9.00\n")
	path := s.Workspace.Path()
	if err := s.Workspace.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE product_body SET body = substr(body, 1, 40) WHERE product = 2`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if s.Workspace, err = workspace.Open(t.Context(), path, workspace.Options{Assets: assets.FS}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Workspace.Close(); err != nil {
			t.Error(err)
		}
	})
	var went view.Target
	s.Go = func(to view.Target) { went = to }
	h := home.New(s)
	h.Enter()
	if !slices.Equal(h.Unreadable, []string{"A-2"}) {
		t.Fatalf("named are %q, want A-2", h.Unreadable)
	}
	h.ShowUnreadable()
	if went.Place != view.ProductsPlace || len(went.Filter.IDs) != 1 {
		t.Fatalf("it leads to %+v", went)
	}
	p := products.New(s)
	p.Delete(append(went.Filter.IDs, viewtest.IDOf(t, s, "A-3")))
	if n, err := s.Workspace.Count(t.Context(), went.Filter); n != 0 || err != nil || len(h.Unreadable) != 0 {
		t.Errorf("%d are left (%v), named are %q", n, err, h.Unreadable)
	}
	entries := history.New(s)
	entries.Load()
	if entries.Undo(); entries.Wrong != nil {
		t.Fatal(entries.Wrong)
	}
	if u := entries.Undone; u == nil || u.Restored != 1 || len(u.Kept) != 1 || u.Kept[0].Reason != "unreadable" {
		t.Errorf("undone: %+v; want A-3 back and the other named", u)
	}
}

// TestSurveyIsShared: what one screen has counted the others show at once.
func TestSurveyIsShared(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.SampleShop(t, runner)
	work := func() {
		for runner.Work() {
			runner.Deliver()
		}
	}
	road := view.NewRoad(s, func() {})
	defer road.Close()
	road.Load()
	work()
	p := products.New(s)
	p.Enter()
	defer p.Leave()
	work()
	if len(p.Facets) == 0 || p.Facets[0].Code != "facet-problem" {
		t.Errorf("facets %+v, want the problems first", p.Facets)
	}
	ids, err := s.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	p.Set(ids[0], catalog.FieldStatus, "draft", func(string) {})
	work()
	if standing, known := road.Standing(); !known || standing.Blocked == 0 {
		t.Errorf("the road counts %+v after an edit", standing)
	}
}

// A shop that writes Traditional meets Traditional everywhere, and no other.
func TestTraditionalShop(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title,title@zh-Hans,title@zh-Hant\nA,Both,茶叶,茶葉\nB,Simplified,茶杯,\n")
	set := map[string]string{workspace.SettingScript: string(catalog.TraditionalChinese)}
	if err := s.Workspace.SetSettings(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	s.TakeScript()
	title := catalog.ListingTitle.At(catalog.TraditionalChinese)
	if got := s.ChineseTitle(); got != title {
		t.Errorf("the Chinese title is %s", got)
	}
	p := products.New(s)
	p.Enter()
	defer p.Leave()
	p.Inspect(p.Among()[0])
	if got := p.Detail.Chinese; got != "茶葉" {
		t.Errorf("the detail shows %q", got)
	}
	missing := products.FacetLine{Code: "facet-no-chinese", Count: 1, Condition: catalog.Condition{Field: title, Op: catalog.OpBlank}}
	if i := slices.IndexFunc(p.Facets, func(g products.FacetGroup) bool { return slices.Contains(g.Lines, missing) }); i < 0 {
		t.Errorf("one product has no Traditional title; the facets are %+v", p.Facets)
	}
	if fields := products.NewBulk(s, p.Among()).Fields(); !slices.Contains(fields, title) || slices.Contains(fields, catalog.ListingTitle.At(catalog.SimplifiedChinese)) {
		t.Errorf("many products are edited by %q", fields)
	}
}
