package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tradewind.app/app/view"
	"tradewind.app/app/view/product"
	"tradewind.app/app/view/settings"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// productWindow shows the first of three products in a window.
func productWindow(t *testing.T) (*window, []catalog.ID) {
	t.Helper()
	w := shopWindow(t)
	csv := "sku,title,price\nB-1,Oak Board,68\nS-1,Pine Soap,9\nT-1,Pine Tee,20\n"
	if _, err := w.session.Workspace.Import(t.Context(), workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(csv), Size: int64(len(csv))}, nil); err != nil {
		t.Fatal(err)
	}
	ids, err := w.session.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{Field: catalog.FieldTitle})
	if err != nil {
		t.Fatal(err)
	}
	w.goTo(view.Target{Place: view.ProductsPlace})
	w.goTo(view.Target{Place: view.ProductPlace, Product: ids[0], Among: ids})
	return w, ids
}

// title is what stands in the field of the title.
func title(t *testing.T, w *window) *input.LineEntry {
	t.Helper()
	e, ok := widget.FindIn(w.win.Canvas(), "product-field:title").(*input.LineEntry)
	if !ok {
		t.Fatalf("no product is shown; there are %q", widget.Roles(w.win.Content()))
	}
	return e
}

func TestSteppingAsksAboutAnEdit(t *testing.T) {
	w, ids := productWindow(t)
	test.Type(title(t, w), "New ")
	tap(t, w, "product-next")
	tap(t, w, "ask:save")
	if got := title(t, w).Text; got != "Pine Soap" {
		t.Errorf("shows %q after saving, want the next product", got)
	}
	if p, err := w.session.Workspace.Product(t.Context(), "B-1"); err != nil || p.Title != "New Oak Board" {
		t.Errorf("saved %v, %v", p, err)
	}
	test.Type(title(t, w), "New ")
	tap(t, w, "product-next")
	tap(t, w, "ask:discard")
	if got := title(t, w).Text; got != "Pine Tee" {
		t.Errorf("shows %q after discarding, want the next product", got)
	}
	if got := w.route.here().Product; got != ids[2] {
		t.Errorf("the route is at %s, want %s", got, ids[2])
	}
	w.step(-1)
	if got := w.route.here().Place; got != view.ProductsPlace {
		t.Errorf("back leads to %s, want the list", got)
	}
	w.step(1)
	if got := title(t, w).Text; got != "Pine Tee" {
		t.Errorf("forward shows %q", got)
	}
}

func TestAProductThatCannotBeSavedIsNotLeft(t *testing.T) {
	w, _ := productWindow(t)
	title(t, w).SetText(strings.Repeat("long ", 900))
	tap(t, w, "product-back")
	tap(t, w, "ask:save")
	if got := w.route.here().Place; got != view.ProductPlace || widget.FindIn(w.win.Canvas(), "product-wrong") == nil {
		t.Errorf("is at %s; why it was not saved is told: %v", got, widget.FindIn(w.win.Canvas(), "product-wrong") != nil)
	}
}

func TestSwitchingTheLanguageKeepsTheDraft(t *testing.T) {
	w, _ := productWindow(t)
	tap(t, w, "product-tab:details")
	test.Type(title(t, w), "New ")
	w.preferences.SetPreference(settings.PreferenceLanguage, "zh-Hans")
	if got := title(t, w).Text; got != "New Oak Board" {
		t.Errorf("%q stands there", got)
	}
	if b, ok := widget.FindIn(w.win.Canvas(), "product-save").(*widget.Button); !ok || b.Text() != "保存" {
		t.Errorf("the bar is not there, or not in Chinese: %v", ok)
	}
	w.save()
	if p, err := w.session.Workspace.Product(t.Context(), "B-1"); err != nil || p.Title != "New Oak Board" {
		t.Errorf("saved %v, %v", p, err)
	}
}

func TestDroppedPicturesAreTheProducts(t *testing.T) {
	w, _ := productWindow(t)
	w.take([]string{"/shop/side.png"})
	if got := len(product.Of(w.session).Draft.Images); got != 1 {
		t.Errorf("%d pictures, want the dropped one", got)
	}
	if widget.FindIn(w.win.Canvas(), "product-image:0") == nil {
		t.Error("the pictures are not shown")
	}
}
