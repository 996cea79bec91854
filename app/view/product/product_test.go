package product

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// openedProduct is the product that has the SKU, as a person has it before them.
func openedProduct(t *testing.T, runner job.Runner, sku string) (*Model, *view.Session) {
	t.Helper()
	s := viewtest.Shop(t, runner, viewtest.VariantSheet)
	p := Of(s)
	p.Receive(view.Target{Place: view.ProductPlace, Product: viewtest.IDOf(t, s, sku), Among: viewtest.AllIDs(t, s)})
	p.Enter()
	t.Cleanup(p.Leave)
	return p, s
}

func own(f catalog.Field) Cell { return Cell{Field: f} }

func TestProductIsDirtyWhileItDiffers(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	if p.State != StateReady || p.Dirty() {
		t.Fatalf("state %d, dirty %v", p.State, p.Dirty())
	}
	p.Set(own(catalog.FieldTitle), "Oak Board, Large")
	if !p.Dirty() || p.Changes()[0].Field != catalog.FieldTitle {
		t.Errorf("dirty %v, changes %v", p.Dirty(), p.Changes())
	}
	p.Set(own(catalog.FieldTitle), "Oak Board")
	if p.Dirty() {
		t.Error("dirty with the text that it had")
	}
	p.Set(own(catalog.FieldTags), "kitchen, gift")
	p.Discard()
	if p.Dirty() || p.Text(own(catalog.FieldTags)) != "" {
		t.Errorf("after it was discarded: %q", p.Text(own(catalog.FieldTags)))
	}
	p.Set(own(catalog.FieldTags), "kitchen, gift")
	p.Save()
	have, err := s.Workspace.Product(t.Context(), "B-1")
	if err != nil || !slices.Equal(have.Tags, []string{"kitchen", "gift"}) || p.Dirty() {
		t.Errorf("saved %v (%v), dirty %v", have.Tags, err, p.Dirty())
	}
}

func TestProductKeepsWhatCannotBeRead(t *testing.T) {
	p, _ := openedProduct(t, job.Inline{}, "B-1")
	p.ShowTab(VariantsTab)
	long := own(catalog.FieldHandle)
	p.Set(long, strings.Repeat("x", 300))
	if sentence, blocked := p.Problem(long); sentence == "" || !blocked || len(p.Text(long)) != 300 || p.Draft.Handle != "board" {
		t.Errorf("%q (%v), %d characters stand there, the draft has %q", sentence, blocked, len(p.Text(long)), p.Draft.Handle)
	}
	p.SaveThen(func() { t.Error("it was saved") })
	cell, ok := p.TakeCursor()
	if !ok || cell != long || p.Tab != DetailsTab || p.Wrong == "" || !p.Dirty() {
		t.Errorf("the cursor is on %v (%v) of %s; %q", cell, ok, p.Tab, p.Wrong)
	}
	p.Set(long, "oak-board")
	saved := false
	p.SaveThen(func() { saved = true })
	if !saved || p.Dirty() {
		t.Error("it was not saved once it could be read")
	}
}

func TestProductTellsWhereItWasRefused(t *testing.T) {
	p, _ := openedProduct(t, job.Inline{}, "T-S")
	second := p.Draft.Variants[1].ID
	if wrong := p.SetVariant(second, catalog.FieldPrice, "ask us"); wrong == "" || p.Dirty() {
		t.Errorf("a price that cannot be read: %q, dirty %v", wrong, p.Dirty())
	}
	if wrong := p.SetVariant(second, catalog.FieldSKU, "B-1"); wrong != "" {
		t.Fatal(wrong)
	}
	p.Save()
	cell, _ := p.TakeCursor()
	if !strings.Contains(p.Wrong, "Oak Board") || cell != (Cell{Variant: second, Field: catalog.FieldSKU}) || p.Tab != VariantsTab {
		t.Errorf("%q; the cursor is on %v of %s", p.Wrong, cell, p.Tab)
	}
}

func TestProductTakesOverWhatOthersChanged(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	p.Set(own(catalog.FieldTitle), "Oak Board, Large")
	viewtest.SetElsewhere(t, s, "B-1", catalog.FieldBrand, "Cedar")
	if got := p.Text(own(catalog.FieldBrand)); got != "Cedar" || len(p.Clashes) != 0 || len(p.Changes()) != 1 {
		t.Errorf("brand %q, clashes %v, changes %v", got, p.Clashes, p.Changes())
	}
	viewtest.SetElsewhere(t, s, "B-1", catalog.FieldTitle, "Oak Board, Small")
	if len(p.Clashes) != 1 || p.Text(own(catalog.FieldTitle)) != "Oak Board, Large" {
		t.Fatalf("clashes %v; %q stands there", p.Clashes, p.Text(own(catalog.FieldTitle)))
	}
	p.TakeTheirs()
	if p.Dirty() || p.Text(own(catalog.FieldTitle)) != "Oak Board, Small" {
		t.Errorf("theirs: dirty %v, %q", p.Dirty(), p.Text(own(catalog.FieldTitle)))
	}
	viewtest.SetElsewhere(t, s, "B-1", catalog.FieldPrice, "70")
	if got := p.Draft.Variants[0].Price.String(); got != "70 USD" || p.Dirty() {
		t.Errorf("price %s, dirty %v: what is not edited follows the catalogue", got, p.Dirty())
	}
}

func TestProductTakesTheirsOfEachKind(t *testing.T) {
	for name, mine := range map[string]func(p *Model){
		"variant's field": func(p *Model) { p.SetVariant(p.Draft.Variants[0].ID, catalog.FieldPrice, "21") },
		"removed variant": func(p *Model) { p.RemoveVariants([]catalog.ID{p.Draft.Variants[0].ID}) },
		"attribute":       func(p *Model) { p.Set(own("attr.Care"), "cold") },
		"pictures":        func(p *Model) { p.AddImages([]string{"https://shop.example/mine.jpg"}) },
	} {
		t.Run(name, func(t *testing.T) {
			p, s := openedProduct(t, job.Inline{}, "T-S")
			mine(p)
			for field, text := range map[catalog.Field]string{catalog.FieldPrice: "22", "attr.Care": "warm", catalog.FieldImages: "https://shop.example/theirs.jpg"} {
				viewtest.SetElsewhere(t, s, "T-S", field, text)
			}
			if len(p.Clashes) != 1 {
				t.Fatalf("clashes %v, want one", p.Clashes)
			}
			p.TakeTheirs()
			if p.Dirty() || len(p.Clashes) != 0 {
				t.Errorf("changes %v are left", p.Changes())
			}
		})
	}
}

func TestProductDeletedMeanwhile(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	remove := func(sku string) {
		if _, err := s.Workspace.Delete(t.Context(), []string{sku}); err != nil {
			t.Fatal(err)
		}
		s.ChangedAll()
	}
	p.Set(own(catalog.FieldTitle), "Oak Board, Large")
	remove("B-1")
	if !p.Deleted || !p.Dirty() {
		t.Fatalf("deleted %v, dirty %v", p.Deleted, p.Dirty())
	}
	p.Save()
	if p.Deleted || p.Dirty() || viewtest.IDOf(t, s, "B-1") != p.ID {
		t.Error("it was not put back")
	}
	p.Set(own(catalog.FieldTitle), "Oak")
	remove("B-1")
	p.Discard()
	if p.State != StateGone || p.Dirty() {
		t.Errorf("state %d, dirty %v", p.State, p.Dirty())
	}
}

func TestProductSteps(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1") // Oak Board, Pine Soap, Pine Tee
	var gone []view.Target
	s.Go = func(to view.Target) { gone = append(gone, to) }
	if n, of := p.Place(); n != 1 || of != 3 || p.CanStep(-1) {
		t.Errorf("%d of %d", n, of)
	}
	p.Step(-1)
	p.Step(1)
	if len(gone) != 1 || gone[0].Product != viewtest.IDOf(t, s, "S-1") || len(gone[0].Among) != 3 {
		t.Fatalf("went to %+v", gone)
	}
	p.ShowTab(ShippingTab)
	p.Receive(gone[0])
	p.Enter()
	if n, _ := p.Place(); n != 2 || p.Draft.Title != "Pine Soap" || p.Tab != ShippingTab {
		t.Errorf("%d: %q in %s", n, p.Draft.Title, p.Tab)
	}
	p.Receive(view.Target{Place: view.ProductPlace})
	if p.Draft.Title != "Pine Soap" {
		t.Error("a target without a product took it away")
	}
}

func TestProductGoesToTheFieldItWasOpenedFor(t *testing.T) {
	for field, want := range map[catalog.Field]Tab{
		catalog.FieldTitle: DetailsTab, "attr.Care": DetailsTab, catalog.FieldOption1Name: VariantsTab, catalog.FieldPrice: VariantsTab,
		catalog.FieldImages: ImagesTab, catalog.FieldOrigin: ShippingTab, catalog.FieldWeight: ShippingTab,
		catalog.ListingTitle.At(catalog.SimplifiedChinese): ChineseTab, "channel.taobao.cid": ChannelsTab,
	} {
		p, _ := openedProduct(t, job.Inline{}, "T-S")
		p.Receive(view.Target{Place: view.ProductPlace, Product: p.ID, Field: field})
		p.Enter()
		cell, ok := p.TakeCursor()
		if p.Tab != want || !ok || cell.Field != field {
			t.Errorf("%s: %s, cursor %v (%v); want %s", field, p.Tab, cell, ok, want)
		}
		if field == catalog.FieldPrice && cell.Variant != p.Draft.Variants[0].ID {
			t.Errorf("the cursor is on no variant: %v", cell)
		}
	}
}

func TestProductGoesToTheVariantWithTheProblem(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	second := p.Draft.Variants[1].ID
	viewtest.SetElsewhere(t, s, "T-M", catalog.FieldGTIN, "4006381333932")
	p.Receive(view.Target{Place: view.ProductPlace, Product: p.ID, Field: catalog.FieldGTIN, Problem: "gtin-check-digit"})
	p.Enter()
	if cell, _ := p.TakeCursor(); cell != (Cell{Variant: second, Field: catalog.FieldGTIN}) || p.Tab != VariantsTab {
		t.Errorf("the cursor is on %v of %s; %+v", cell, p.Tab, p.Channels)
	}
}

func TestProductChecksFollowTheDraft(t *testing.T) {
	p, _ := openedProduct(t, job.Inline{}, "B-1")
	missing := func(field catalog.Field) (Problem, bool) {
		for _, c := range p.Channels {
			for _, problem := range c.Problems {
				if problem.Cell.Field == field {
					return problem, true
				}
			}
		}
		return Problem{}, false
	}
	if _, ok := missing(catalog.FieldTitle); ok {
		t.Fatal("a title is missing that is there")
	}
	p.Set(own(catalog.FieldTitle), "")
	if problem, ok := missing(catalog.FieldTitle); !ok || problem.Severity != catalog.Blocked || problem.Rule == "" {
		t.Errorf("%+v (%v): nobody misses the title", problem, ok)
	}
	p.SetVariant(p.Draft.Variants[0].ID, catalog.FieldPrice, "")
	problem, ok := missing(catalog.FieldPrice)
	if !ok {
		t.Fatal("nobody misses the price")
	}
	p.Mend(problem)
	if cell, _ := p.TakeCursor(); cell != (Cell{Variant: p.Draft.Variants[0].ID, Field: catalog.FieldPrice}) || p.Tab != VariantsTab {
		t.Errorf("the cursor is on %v of %s", cell, p.Tab)
	}
}

func TestProductChecksOnceMoreAfterAnEdit(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.Shop(t, job.Inline{}, viewtest.VariantSheet)
	s.Runner = runner
	p := Of(s)
	p.Receive(view.Target{Place: view.ProductPlace, Product: viewtest.IDOf(t, s, "B-1")})
	p.Enter()
	viewtest.Finish(runner)
	p.Set(own(catalog.FieldTitle), "")
	p.Set(own(catalog.FieldTitle), "Oak")
	p.Set(own(catalog.FieldTitle), "")
	viewtest.Finish(runner)
	found := false
	for _, c := range p.Channels {
		found = found || slices.ContainsFunc(c.Problems, func(problem Problem) bool { return problem.Cell.Field == catalog.FieldTitle })
	}
	if !found {
		t.Error("the last edit was not checked")
	}
	p.Set(own(catalog.FieldTitle), "Oak Board, Large")
	p.Leave()
	viewtest.Finish(runner)
	if !p.Dirty() {
		t.Error("leaving took the draft away")
	}
}

func TestProductVariants(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	added := p.AddVariant()
	if cell, _ := p.TakeCursor(); cell != (Cell{Variant: added, Field: catalog.FieldOption1}) || p.Draft.Variants[2].Price.String() != "20 USD" {
		t.Errorf("cursor %v, price %s", cell, p.Draft.Variants[2].Price)
	}
	if wrong := p.PasteVariants(1, []catalog.Field{catalog.FieldSKU, "", catalog.FieldPrice}, [][]string{{"T-M2", "x", "21"}, {"T-L", "x", "22"}, {"T-XL", "x", "23"}}); wrong != "" {
		t.Fatal(wrong)
	}
	if got := p.Draft.SKUs(); !slices.Equal(got, []string{"T-S", "T-M2", "T-L", "T-XL"}) {
		t.Errorf("SKUs %v", got)
	}
	before := p.Draft.Clone()
	if wrong := p.PasteVariants(0, []catalog.Field{catalog.FieldPrice}, [][]string{{"1"}, {"dear"}}); !strings.Contains(wrong, "Row 2") || !p.Draft.Equal(before) {
		t.Errorf("%q; a half was pasted: %v", wrong, !p.Draft.Equal(before))
	}
	p.AddOption("Color")
	p.SetVariant(added, catalog.FieldOption2, "Navy")
	p.RemoveOption(0)
	if got := p.Options(); len(got) != 1 || got[0].Text != "Color" || p.Text(Cell{Variant: added, Field: catalog.FieldOption1}) != "Navy" {
		t.Errorf("options %+v", got)
	}
	p.RemoveVariants([]catalog.ID{p.Draft.Variants[0].ID})
	p.Save()
	have, err := s.Workspace.Product(t.Context(), "T-L")
	if err != nil || len(have.Variants) != 3 || !have.Equal(p.Draft) {
		t.Errorf("saved %+v (%v), %s", have, err, p.Wrong)
	}
}

func TestProductImages(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "T-S")
	n := p.AddImages([]string{"https://shop.example/a.jpg", "/shop/b.png", "/shop/list.xlsx", "https://shop.example/a.jpg", ""})
	if n != 2 {
		t.Fatalf("%d were added, want 2", n)
	}
	p.MoveImage(1, 0)
	p.SetAlt(0, "From the side")
	p.ToggleVariant(0, p.Draft.Variants[1].ID)
	if got := p.Draft.Images[0]; got.Source != "/shop/b.png" || got.Position != 1 || got.Alt != "From the side" || !p.ShowsVariant(0, p.Draft.Variants[1].ID) {
		t.Errorf("got %+v", got)
	}
	if picture, ok := p.Picture("/shop/b.png"); !ok || picture.Facts.State != workspace.PictureMissing {
		t.Errorf("a file that is not there: %+v (%v)", picture, ok)
	}
	p.Save()
	p.RemoveImage(1)
	p.Save()
	have, err := s.Workspace.Product(t.Context(), "T-S")
	if err != nil || len(have.Images) != 1 || have.Images[0].Alt != "From the side" {
		t.Errorf("saved %+v (%v)", have.Images, err)
	}
}

func TestProductPast(t *testing.T) {
	p, _ := openedProduct(t, job.Inline{}, "B-1")
	p.ShowTab(HistoryTab)
	if _, can := p.CanUndo(); can || len(p.Past.Entries) != 1 {
		t.Fatalf("%d entries; an import of three products can be undone here: %v", len(p.Past.Entries), can)
	}
	p.Set(own(catalog.FieldTitle), "Oak Board, Large")
	p.Save()
	newest, can := p.CanUndo()
	if !can || len(newest.Change.Cells) != 1 || newest.Change.Cells[0].Before != "Oak Board" {
		t.Fatalf("the newest is %+v (%v)", newest, can)
	}
	p.Undo()
	if got := p.Text(own(catalog.FieldTitle)); got != "Oak Board" || p.Dirty() || len(p.Past.Entries) != 3 {
		t.Errorf("%q after it was undone; %d entries", got, len(p.Past.Entries))
	}
}

func TestProductChannelValues(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	keys := func() []string {
		var list []string
		for _, v := range p.ChannelValues("taobao") {
			list = append(list, v.Key)
		}
		return list
	}
	if !slices.Contains(keys(), "cid") {
		t.Errorf("the category is not asked for: %v", keys())
	}
	p.AddChannelValue("taobao", "postage_id")
	p.Set(own("channel.taobao.postage_id"), "7")
	p.Save()
	have, err := s.Workspace.Product(t.Context(), "B-1")
	if err != nil {
		t.Fatal(err)
	}
	if value, _ := have.ChannelValue("taobao", "postage_id"); value != "7" || !slices.Contains(keys(), "postage_id") {
		t.Errorf("saved %q; listed %v", value, keys())
	}
	for _, v := range p.FreeColumns("taobao") {
		if slices.Contains(keys(), v.Key) {
			t.Errorf("%s is offered though it is there", v.Key)
		}
	}
}

func TestProductChinese(t *testing.T) {
	p, s := openedProduct(t, job.Inline{}, "B-1")
	p.GoTo(own(catalog.ListingTitle.At(catalog.SimplifiedChinese)))
	p.TypeLine(strings.Repeat("橡木砧板", 8))
	p.Review()
	page := p.Listing.Page
	if !page.IsBlocked() || page.State == catalog.StateReviewed || !strings.Contains(p.Wrong, "too long") || !p.Listing.Current().IsBlocked(p.Listing.Typed) {
		t.Errorf("a title that is too long was accepted: %+v, %q", page.Blockers, p.Wrong)
	}
	p.Discard()
	viewtest.Describe(t, s, "B-1")
	p.GoTo(own(catalog.ListingTitle.At(catalog.SimplifiedChinese)))
	line := p.Listing.Current()
	if p.Tab != ChineseTab || line == nil || line.Field != catalog.ListingTitle || line.Source != "Oak Board" {
		t.Fatalf("%s shows %+v", p.Tab, line)
	}
	if p.CanVouch(catalog.StateReviewed) {
		t.Error("a listing without a title can be reviewed")
	}
	p.TypeLine("橡木砧板")
	if !p.Dirty() || p.Draft.Listing(catalog.SimplifiedChinese).Title != "" {
		t.Error("what is being typed is no edit, or is in the draft already")
	}
	p.DropLine()
	if p.Dirty() {
		t.Error("dirty after it was taken back")
	}
	p.TypeLine("橡木砧板")
	p.ShowTab(DetailsTab) // keeps it
	p.Set(own(catalog.FieldBrand), "Cedar")
	p.ShowTab(ChineseTab)
	p.Review()
	p.Save()
	have, err := s.Workspace.Product(t.Context(), "B-1")
	if err != nil {
		t.Fatal(err)
	}
	l := have.Listing(catalog.SimplifiedChinese)
	if l == nil || l.Title != "橡木砧板" || have.StateOf(l) != catalog.StateReviewed || l.Mark("title").By != "Ann" || have.SourceChanged(l) || have.Brand != "Cedar" {
		t.Errorf("saved %+v of %q; %s", l, have.Brand, p.Wrong)
	}
	if p.Dirty() || p.CanVouch(catalog.StateReviewed) {
		t.Errorf("dirty %v, can be reviewed %v", p.Dirty(), p.CanVouch(catalog.StateReviewed))
	}
	p.TypeLine("橡木菜板")
	p.Discard()
	if p.Dirty() || p.Listing.Typed != "橡木砧板" {
		t.Errorf("%q after it was discarded", p.Listing.Typed)
	}
}
