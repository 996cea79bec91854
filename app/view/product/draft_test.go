package product

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// TestProductForgetsWhatWasTakenBackByHand: nothing is offered after a crash that is
// what the catalogue has.
func TestProductForgetsWhatWasTakenBackByHand(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	s.Draft = view.NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
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
	p.Receive(view.Target{Place: view.ProductPlace, Product: id, Edit: &view.Edit{Product: id, Field: catalog.FieldBrand, Text: "Cedar"}})
	p.Enter()
	if p.State != StateGone || len(told) != 1 || !strings.Contains(told[0], "Cedar") {
		t.Errorf("state %d, told %v", p.State, told)
	}
}

// TestProductChineseStaysInItsLine: what others change moves the lines, not the text
// that is being typed.
func TestProductChineseStaysInItsLine(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	viewtest.SetElsewhere(t, s, "T-S", catalog.FieldDescription, "<p>Soft pine</p>")
	p.ShowTab(ChineseTab)
	at := slices.IndexFunc(p.Listing.Page.Lines, func(l listing.Line) bool { return l.Field == catalog.ListingOptions }) // behind the description
	p.PickLine(at)
	line := p.Listing.Current().Line
	p.TypeLine("中号")
	viewtest.SetElsewhere(t, s, "T-S", catalog.FieldDescription, "")
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
	if l == nil || l.Title != "橡木砧板" || p.Draft.StateOf(l) != catalog.StateReviewed || p.Draft.Listing(catalog.SimplifiedChinese) != nil {
		t.Errorf("the listings are %+v", p.Draft.Listings)
	}
}

// TestProductPutsBackAllOfAnEdit: whoever edits for ten minutes before the program
// ends loses none of it, not only the last field.
func TestProductPutsBackAllOfAnEdit(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	s.Draft = view.NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
	id := p.Draft.Variants[1].ID
	p.Set(own(catalog.FieldTitle), "Pine Tee, Heavy")
	p.AddImages([]string{"https://shop.example/front.jpg"})
	p.SetAlt(0, "from the front")
	p.SetVariant(id, catalog.FieldPrice, "21")
	p.ShowTab(ChineseTab)
	p.TypeLine("松木T恤")
	kept, err := s.Draft.Found()
	if err != nil || kept == nil || kept.Text != "松木T恤" || kept.Others() < 4 {
		t.Fatalf("kept is %+v, %v", kept, err)
	}
	viewtest.SetElsewhere(t, s, "T-S", catalog.FieldMaterial, "cotton")
	p = newModel(s) // the program was started again
	p.Receive(view.Target{Place: view.ProductPlace, Product: kept.Product, Field: kept.Field, Edit: kept})
	p.Enter()
	t.Cleanup(p.Leave)
	l := p.Draft.Listing(catalog.SimplifiedChinese)
	if p.Draft.Title != "Pine Tee, Heavy" || p.Draft.Images[0].Alt != "from the front" || p.variant(id).Price.String() != "21 USD" || l == nil || l.Title != "松木T恤" {
		t.Errorf("put back is %+v", p.Draft)
	}
	if p.Draft.Material != "cotton" || len(p.Clashes) != 0 || p.Tab != ChineseTab {
		t.Errorf("material %q, clashes %v, at %s", p.Draft.Material, p.Clashes, p.Tab)
	}
	p.Save()
	if kept, err := s.Draft.Found(); kept != nil || err != nil || p.Dirty() {
		t.Errorf("kept %+v, %v after it was saved; %s", kept, err, p.Wrong)
	}
}

func TestProductPutsBackWhatCannotBeRead(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	s.Draft = view.NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
	p.Set(own(catalog.FieldTitle), "Oak")
	long := strings.Repeat("x", 300)
	p.Set(own(catalog.FieldHandle), long)
	p.SetVariant(p.Draft.Variants[0].ID, catalog.FieldPrice, "70")
	kept, err := s.Draft.Found()
	if err != nil || kept == nil || !kept.Unread || kept.Others() != 2 {
		t.Fatalf("kept is %+v, %v", kept, err)
	}
	p = newModel(s)
	p.Receive(view.Target{Place: view.ProductPlace, Product: kept.Product, Edit: kept})
	p.Enter()
	t.Cleanup(p.Leave)
	if p.Draft.Title != "Oak" || p.Text(own(catalog.FieldHandle)) != long || len(p.Refused()) != 1 {
		t.Errorf("put back is %+v with %q", p.Draft, p.Text(own(catalog.FieldHandle)))
	}
}

// TestProductIsLeftOnceItIsSaved: also when the person asked to leave while it was
// being saved already.
func TestProductIsLeftOnceItIsSaved(t *testing.T) {
	runner := &job.Stepping{}
	p, _ := openedProduct(t, runner, "B-1")
	viewtest.Finish(runner)
	p.Set(own(catalog.FieldTitle), "Oak")
	left := 0
	p.Save()
	p.SaveThen(func() { left++ })
	if left != 0 {
		t.Error("left before it was saved")
	}
	viewtest.Finish(runner)
	p.Set(own(catalog.FieldTitle), "Oak Board")
	p.Save()
	viewtest.Finish(runner)
	if left != 1 || p.Dirty() {
		t.Errorf("left %d times, dirty %v", left, p.Dirty())
	}
}

func TestProductPutsBackWhatWasTyped(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	s.Draft = view.NewDraft(filepath.Join(t.TempDir(), "draft.json"), 0, job.Inline{})
	p.Set(own(catalog.FieldMaterial), "oak")
	kept, err := s.Draft.Found()
	if err != nil || kept == nil || kept.Place != view.ProductPlace || kept.Field != catalog.FieldMaterial || kept.Text != "oak" {
		t.Fatalf("kept %+v, %v", kept, err)
	}
	p = newModel(s) // the program was started again
	p.Receive(view.Target{Place: view.ProductPlace, Product: kept.Product, Edit: kept})
	p.Enter()
	t.Cleanup(p.Leave)
	if cell, _ := p.TakeCursor(); p.Text(own(catalog.FieldMaterial)) != "oak" || !p.Dirty() || cell.Field != catalog.FieldMaterial {
		t.Errorf("%q stands there, the cursor is on %v", p.Text(own(catalog.FieldMaterial)), cell)
	}
	p.Save()
	if kept, err := s.Draft.Found(); kept != nil || err != nil {
		t.Errorf("kept %+v, %v after it was saved", kept, err)
	}
}

func TestProductKeepsTheDraftWhenItCannotBeRead(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	var failed []error
	s.Fail = func(err error) { failed = append(failed, err) }
	p.Set(own(catalog.FieldTitle), "Oak Board, Large")
	if err := s.Workspace.Close(); err != nil {
		t.Fatal(err)
	}
	s.ChangedAll()
	if p.State != StateReady || !p.Dirty() || len(failed) == 0 {
		t.Errorf("state %d, dirty %v, told %v", p.State, p.Dirty(), failed)
	}
	p.Save()
	if p.Wrong == "" || p.Busy || p.Text(own(catalog.FieldTitle)) != "Oak Board, Large" {
		t.Errorf("saving into nothing: %q, busy %v", p.Wrong, p.Busy)
	}
}

// TestProductTakesTheirsOfARenamedVariant: a variant is the same one under whatever
// SKU it has here and there.
func TestProductTakesTheirsOfARenamedVariant(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	id := p.Draft.Variants[0].ID
	p.SetVariant(id, catalog.FieldSKU, "T-MINE")
	p.SetVariant(id, catalog.FieldPrice, "21")
	viewtest.SetElsewhere(t, s, "T-S", catalog.FieldSKU, "T-THEIRS")
	viewtest.SetElsewhere(t, s, "T-THEIRS", catalog.FieldPrice, "22")
	if len(p.Clashes) != 2 {
		t.Fatalf("clashes %v, want two", p.Clashes)
	}
	p.TakeTheirs()
	if v := p.variant(id); v.SKU != "T-THEIRS" || p.Dirty() {
		t.Errorf("the variant is %+v, changes %v are left", v, p.Changes())
	}
}
