package app

import (
	"os"
	"testing"

	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/catalog"
)

// draftedWindow is a window on the sample shop that ended while a title was typed,
// and was opened again.
func draftedWindow(t *testing.T) *window {
	t.Helper()
	w := testWindow(t)
	w.drafts = t.TempDir()
	w.openFile(create(t, "spring.tradewind"))
	ws := w.session.Workspace
	if _, err := ws.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	ids, err := ws.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	w.session.Draft.Keep(view.Edit{Place: view.ProductsPlace, Product: ids[2], Field: "title", Name: "Hoodie", Text: "Hoodie, warm"})
	w.closeFile()
	w.openFile(ws.Path())
	return w
}

func TestTheEditInHandIsOfferedBack(t *testing.T) {
	w := draftedWindow(t)
	tap(t, w, "draft:put-back")
	entry := widget.FindIn(w.win.Canvas(), "grid-entry")
	if entry == nil {
		t.Fatalf("no cell is open at %s", w.route.here().Place)
	}
	if got := said(entry); got != "Hoodie, warm" {
		t.Errorf("the cell holds %q, want what was typed", got)
	}
}

func TestTheEditInHandCanBeThrownAway(t *testing.T) {
	w := draftedWindow(t)
	tap(t, w, "draft:drop")
	if e, err := w.session.Draft.Found(); e != nil || err != nil {
		t.Errorf("still kept: %+v, %v", e, err)
	}
}

func TestEachCatalogueHasItsOwnEdit(t *testing.T) {
	w := draftedWindow(t)
	tap(t, w, "draft:drop")
	w.session.Draft.Keep(view.Edit{Text: "Oak"})
	w.openFile(create(t, "autumn.tradewind"))
	if widget.FindIn(w.win.Canvas(), "draft:put-back") != nil {
		t.Error("another catalogue's edit was offered")
	}
	if kept, err := os.ReadDir(w.drafts); err != nil || len(kept) != 1 {
		t.Errorf("%d files, %v; want the first catalogue's", len(kept), err)
	}
}
