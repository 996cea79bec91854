package products

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
)

func TestProductsScreenPutsAnEditBack(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.session.Draft = view.NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
	kept := func() *view.Edit {
		t.Helper()
		e, err := p.session.Draft.Found()
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	p.grid.Focus()
	p.Keys(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyF2)
	if kept() != nil {
		t.Error("kept before anything was typed")
	}
	test.Type(p.Window.Canvas().Focused(), ", Dark")
	e := kept()
	if e == nil || e.Text != "Maple Syrup, Dark" || e.Name != "Maple Syrup" || e.Field != "title" {
		t.Fatalf("kept %+v", e)
	}
	p.Keys(fyne.KeyEscape)
	if got := kept(); got != nil {
		t.Errorf("kept %+v after it was given up", got)
	}
	p.list.Search("soap") // it is put back wherever the list is
	p.Receive(view.Target{Place: view.ProductsPlace, Product: e.Product, Field: e.Field, Edit: e})
	p.Enter()
	p.Role("grid-entry")
	p.Keys(fyne.KeyReturn)
	if got := p.cells("title"); !slices.Contains(got, "Maple Syrup, Dark") {
		t.Errorf("the titles are %v", got)
	}
	if got := kept(); got != nil {
		t.Errorf("kept %+v after it was saved", got)
	}
}

func TestProductsScreenTellsAnEditWithoutAProduct(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	e := &view.Edit{Place: view.ProductsPlace, Product: "gone", Field: "title", Text: "Maple Syrup, Dark"}
	p.Receive(view.Target{Product: e.Product, Edit: e})
	p.Enter()
	if len(p.Failed) != 1 || widget.FindIn(p.Window.Canvas(), "grid-entry") != nil {
		t.Errorf("told %q, want where the text went", p.Failed)
	}
}
