package view

import (
	"database/sql"
	"slices"
	"testing"

	_ "modernc.org/sqlite"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// A product whose content is damaged is named on the first page, which leads to it; it
// is deleted there, and an undo says that it cannot bring it back.
func TestAProductThatCannotBeReadIsNamedAndDeleted(t *testing.T) {
	s := productShop(t, job.Inline{}, "sku,title,price\nA-1,Tea,4.50\nA-2,Soap,3.00\nA-3,Balm,9.00\n")
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
	var went Target
	s.Go = func(to Target) { went = to }
	h := NewHome(s)
	h.Enter()
	if !slices.Equal(h.Unreadable, []string{"A-2"}) {
		t.Fatalf("named are %q, want A-2", h.Unreadable)
	}
	h.ShowUnreadable()
	if went.Place != ProductsPlace || len(went.Filter.IDs) != 1 {
		t.Fatalf("it leads to %+v", went)
	}
	p := NewProducts(s)
	p.Delete(append(went.Filter.IDs, idOf(t, s, "A-3")))
	if n, err := s.Workspace.Count(t.Context(), went.Filter); n != 0 || err != nil || len(h.Unreadable) != 0 {
		t.Errorf("%d are left (%v), named are %q", n, err, h.Unreadable)
	}
	entries := NewHistory(s)
	entries.Load()
	if entries.Undo(); entries.Wrong != nil {
		t.Fatal(entries.Wrong)
	}
	if u := entries.Undone; u == nil || u.Restored != 1 || len(u.Kept) != 1 || u.Kept[0].Reason != "unreadable" {
		t.Errorf("undone: %+v; want A-3 back and the other named", u)
	}
}
