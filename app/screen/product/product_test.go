package product

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/screen"
	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/widget/input"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/view/product"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// shown is the screen of one product in a window.
type shown struct {
	*screentest.Shown

	product *Screen
	ids     []catalog.ID
}

const variantProducts = "handle,title,brand,option1 name,option1 value,sku,price,weight,attr:care\n" +
	"tee,Pine Tee,Alder,Size,S,T-S,20,180 g,Wash cold\ntee,,,,M,T-M,20,190 g,\nboard,Oak Board,Alder,,,B-1,68,1.2 kg,\nsoap,Pine Soap,Birch,,,S-1,9,,\n"

// showProduct shows the product that has the SKU, among all of them.
func showProduct(t *testing.T, csv, sku string) *shown {
	t.Helper()
	screentest.WithIcons(t)
	s := &shown{Shown: screentest.New(t, csv)}
	session := s.Session
	ids, err := session.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{Field: catalog.FieldTitle})
	if err != nil {
		t.Fatal(err)
	}
	s.ids = ids
	s.Window = screentest.Open(t, container.NewStack()) // with the theme that the screen is made in
	s.product = New(session, Asks{Pictures: func(then func(string)) { then("/shop/new.png") }})
	session.Go = func(to view.Target) {
		s.Gone = append(s.Gone, to)
		if to.Place == view.ProductPlace {
			s.product.Leave()
			s.product.Receive(to)
			s.product.Enter()
		}
	}
	s.Window.SetContent(s.product.Object())
	p, err := session.Workspace.Product(t.Context(), sku)
	if err != nil {
		t.Fatal(err)
	}
	session.Go(view.Target{Place: view.ProductPlace, Product: p.ID, Among: ids})
	t.Cleanup(s.product.Leave)
	return s
}

func (s *shown) saved(sku string) *catalog.Product {
	s.T.Helper()
	p, err := s.Session.Workspace.Product(s.T.Context(), sku)
	if err != nil {
		s.T.Fatal(err)
	}
	return p
}

func (s *shown) isSeen(role string) bool { return widget.FindIn(s.Window.Canvas(), role) != nil }

func (s *shown) typeInto(role, text string) {
	s.T.Helper()
	e := s.Role(role).(fyne.Focusable)
	e.(interface{ SetText(string) }).SetText("")
	test.Type(e, text)
}

func (s *shown) title() *input.LineEntry {
	s.T.Helper()
	return s.Role("product-field:title").(*input.LineEntry)
}

func TestProductScreenSavesAndDiscards(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	if s.isSeen("product-save") {
		t.Error("the bar is there while nothing was edited")
	}
	s.typeInto("product-field:title", "Oak Board, Large")
	if got := s.Role("product-changes").(*widget.Text).Text(); got != "Not saved yet: title" {
		t.Errorf("the bar says %q", got)
	}
	s.Tap("product-discard")
	if got := s.title().Text; got != "Oak Board" || s.product.Dirty() {
		t.Errorf("%q stands there after it was discarded", got)
	}
	s.typeInto("product-field:brand", "Cedar")
	s.typeInto("product-attribute-name", "Oil")
	s.Tap("product-attribute-add")
	if got := s.Window.Canvas().Focused(); got != s.Role("product-field:attr.Oil").(fyne.Focusable) {
		t.Errorf("the cursor is not in the new attribute but in %T", got)
	}
	s.typeInto("product-field:attr.Oil", "walnut")
	s.Role("product-field:status").(*input.Picker).Pick("draft")
	s.Tap("product-save")
	p := s.saved("B-1")
	oil, _ := p.Attribute("Oil")
	if p.Brand != "Cedar" || oil != "walnut" || p.Status != catalog.StatusDraft || s.isSeen("product-save") {
		t.Errorf("saved: %+v", p)
	}
}

func TestProductScreenEditsVariants(t *testing.T) {
	s := showProduct(t, variantProducts, "T-S")
	s.Tap("product-tab:variants")
	grid := func() *grid.Grid { return s.Role("variants-grid").(*grid.Grid) }
	grid().Focus()
	grid().MoveToCell(1, "price")
	s.Keys(fyne.KeyF2)
	test.Type(s.Window.Canvas().Focused(), "x")
	s.Keys(fyne.KeyReturn)
	if s.product.Dirty() {
		t.Error("a price that cannot be read is in the draft")
	}
	s.Keys(fyne.KeyEscape)
	s.Tap("variant-add")
	if got := grid().Len(); got != 3 {
		t.Fatalf("%d variants, want 3", got)
	}
	s.Keys(fyne.KeyF2)
	test.Type(s.Window.Canvas().Focused(), "L")
	s.Keys(fyne.KeyReturn)
	name := s.Role("option-name:option1_name").(*input.Field)
	name.Entry.SetText("Fit")
	name.FocusLost()
	s.Tap("product-save")
	p := s.saved("T-S")
	if len(p.Variants) != 3 || !slices.Equal(p.Variants[2].Options, []string{"L"}) || p.Options[0] != "Fit" || p.Variants[2].Price.String() != p.Variants[1].Price.String() {
		t.Errorf("saved: %+v of %v", p.Variants, p.Options)
	}
}

func TestProductScreenSteps(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	if s.Role("product-previous").(*widget.Button).Disabled() == s.Role("product-next").(*widget.Button).Disabled() {
		t.Error("the first product has both neighbours, or none")
	}
	s.Tap("product-next")
	if got := s.Gone[len(s.Gone)-1]; got.Product != s.ids[1] || len(got.Among) != 3 {
		t.Errorf("went to %+v", got)
	}
	if got := s.title().Text; got != "Pine Soap" {
		t.Errorf("shows %q", got)
	}
}

func TestProductScreenGoesToTheField(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.Session.Go(view.Target{Place: view.ProductPlace, Product: s.product.model.ID, Field: catalog.FieldMaterial})
	if s.Window.Canvas().Focused() != s.Role("product-field:material").(fyne.Focusable) {
		t.Errorf("the cursor is in %T", s.Window.Canvas().Focused())
	}
	s.Session.Go(view.Target{Place: view.ProductPlace, Product: s.saved("S-1").ID, Field: catalog.FieldSKU})
	if !s.isSeen("variants-grid") {
		t.Error("the variants are not shown")
	}
}

func TestProductScreenIsKeptByTheSession(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.typeInto("product-field:title", "Oak Board, Large")
	id := s.product.model.ID
	s.product.Leave()
	again := New(s.Session, Asks{}) // as a switch of the language does
	s.Window.SetContent(again.Object())
	again.Receive(view.Target{Place: view.ProductPlace, Product: id})
	again.Enter()
	t.Cleanup(again.Leave)
	if got := s.title().Text; got != "Oak Board, Large" || !again.Dirty() {
		t.Errorf("%q stands there", got)
	}
}

func TestProductScreenOfNoProduct(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	if err := deleteAll(t, s); err != nil {
		t.Fatal(err)
	}
	s.Session.ChangedAll()
	s.Tap("product-to-list")
	if got := s.Gone[len(s.Gone)-1].Place; got != view.ProductsPlace {
		t.Errorf("went to %s", got)
	}
}

func deleteAll(t *testing.T, s *shown) error {
	t.Helper()
	_, err := s.Session.Workspace.DeleteProducts(t.Context(), s.ids)
	return err
}

func TestProductScreenTellsADeletedDraft(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.typeInto("product-field:title", "Oak Board, Large")
	if err := deleteAll(t, s); err != nil {
		t.Fatal(err)
	}
	s.Session.ChangedAll()
	s.Role("product-deleted")
	s.Tap("product-save")
	if got := s.saved("B-1").Title; got != "Oak Board, Large" || strings.Join(s.Failed, "") != "" {
		t.Errorf("%q was saved; %v", got, s.Failed)
	}
}

func TestProductScreenImages(t *testing.T) {
	s := showProduct(t, variantProducts, "T-S")
	s.Tap("product-tab:images")
	if !s.product.Drop([]string{"/shop/side.png", "/shop/back.jpg"}) {
		t.Fatal("pictures that were dropped were not taken")
	}
	if s.product.Drop([]string{"/shop/list.xlsx"}) {
		t.Error("a spreadsheet was taken for a picture")
	}
	s.Tap("image-add") // the chooser gives /shop/new.png
	s.Tap("product-image:2")
	s.Tap("image-first")
	test.Type(s.Role("image-alt").(*input.Entry), "From above")
	s.Role("image-variant:1").(*widget.Check).SetChecked(true)
	s.Tap("product-image:1")
	s.Tap("image-remove")
	s.Tap("product-save")
	p := s.saved("T-S")
	if len(p.Images) != 2 || p.Images[0].Source != "/shop/new.png" || p.Images[0].Alt != "From above" || p.Images[1].Source != "/shop/back.jpg" {
		t.Fatalf("saved %+v", p.Images)
	}
	if shows := p.Images[0].Variants; !slices.Equal(shows, []catalog.ID{p.Variants[1].ID}) {
		t.Errorf("the picture shows %v", shows)
	}
}

func TestProductScreenTabsKnowOfEachOther(t *testing.T) {
	s := showProduct(t, variantProducts, "T-S")
	s.product.model.AddImages([]string{"/shop/side.png"})
	s.Tap("product-tab:images")
	s.Role("image-variant:1")
	s.Tap("product-tab:variants")
	s.Tap("variant-add")
	s.Tap("product-tab:shipping")
	if got := s.Role("shipping-grid").(*grid.Grid).Len(); got != 3 {
		t.Errorf("%d variants are shipped, want 3", got)
	}
	s.Tap("product-tab:images")
	s.Role("image-variant:2")
	s.Tap("product-tab:variants")
	grid := s.Role("variants-grid").(*grid.Grid)
	grid.Focus()
	s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := grid.Len(); got != 2 {
		t.Errorf("%d variants after Del, want 2", got)
	}
	grid.SelectAll()
	s.Tap("variant-remove")
	s.Role("variants-none")
	s.Tap("product-tab:images")
	if s.isSeen("image-variant:0") {
		t.Error("variants that were removed are still offered")
	}
}

func TestProductScreenChannelsLeadToTheField(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.typeInto("product-field:title", "")
	s.Tap("product-tab:channels")
	found := false
	for i, problem := range s.product.model.Channels[0].Problems {
		if problem.Cell.Field == catalog.FieldTitle {
			s.Tap("channel-problem:" + s.product.model.Channels[0].Name + ":" + screen.Thousands(i))
			found = true
			break
		}
	}
	if !found || s.Window.Canvas().Focused() != s.Role("product-field:title").(fyne.Focusable) {
		t.Errorf("found %v; the cursor is in %T", found, s.Window.Canvas().Focused())
	}
	s.Tap("product-tab:channels")
	s.typeInto("product-field:channel.taobao.cid", "50013932")
	s.Role("channel-add:taobao").(*input.Picker).Pick("postage_id")
	s.typeInto("product-field:channel.taobao.postage_id", "7")
	s.Tap("product-tab:details")
	s.typeInto("product-field:title", "Oak Board")
	s.Tap("product-save")
	p := s.saved("B-1")
	cid, _ := p.ChannelValue("taobao", "cid")
	postage, _ := p.ChannelValue("taobao", "postage_id")
	if cid != "50013932" || postage != "7" {
		t.Errorf("saved %+v", p.ChannelValues)
	}
}

func TestProductScreenShippingAndHistory(t *testing.T) {
	s := showProduct(t, variantProducts, "T-S")
	before := s.saved("T-S")
	s.Tap("product-tab:shipping")
	s.typeInto("product-field:origin", "Peru")
	grid := s.Role("shipping-grid").(*grid.Grid)
	grid.Focus()
	grid.MoveToCell(1, "weight")
	s.Keys(fyne.KeyF2)
	e := s.Window.Canvas().Focused()
	e.(interface{ SetText(string) }).SetText("")
	test.Type(e, "6.5 oz")
	s.Keys(fyne.KeyReturn)
	s.Tap("product-save")
	p := s.saved("T-S")
	if p.Origin != "PE" || p.Variants[1].Weight.String() != "6.5 oz" {
		t.Errorf("saved %s, %s", p.Origin, p.Variants[1].Weight)
	}
	s.Tap("product-tab:history")
	s.Tap("product-undo")
	if p := s.saved("T-S"); !p.Equal(before) {
		t.Errorf("undone: %+v, want %+v", p, before)
	}
	s.Tap("product-tab:shipping")
	if got := s.Role("product-field:origin").(*input.Entry).Text; got != "" {
		t.Errorf("%q stands there after it was undone", got)
	}
}

func TestProductScreenChinese(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	viewtest.Describe(t, s.Session, "B-1")
	s.Session.Go(view.Target{Place: view.ProductPlace, Product: s.product.model.ID, Field: s.Session.ChineseTitle()})
	entry := s.Role("localize-entry").(*input.LineEntry)
	if s.Window.Canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("the cursor is in %T", s.Window.Canvas().Focused())
	}
	test.Type(entry, "橡木砧板")
	if !s.isSeen("product-save") {
		t.Error("what is typed cannot be saved")
	}
	s.Keys(fyne.KeyReturn)
	s.Tap("product-review")
	s.Tap("product-save")
	p := s.saved("B-1")
	if l := p.Listing(catalog.SimplifiedChinese); l == nil || l.Title != "橡木砧板" || p.StateOf(l) != catalog.StateReviewed {
		t.Errorf("saved %+v", l)
	}
}

func TestProductScreenTakesTheirs(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.typeInto("product-field:title", "Oak Board, Large")
	if _, err := s.Session.Workspace.Set(t.Context(), "B-1", []catalog.Value{{Field: catalog.FieldTitle, Text: "Oak Board, Small"}}); err != nil {
		t.Fatal(err)
	}
	s.Session.ChangedAll()
	s.Role("product-clashes")
	s.Tap("product-take-theirs")
	if got := s.title().Text; got != "Oak Board, Small" || s.isSeen("product-clashes") || s.isSeen("product-save") {
		t.Errorf("%q stands there", got)
	}
}

func TestProductScreenLooks(t *testing.T) {
	screentest.InUTC(t)
	s := showProduct(t, variantProducts, "T-S")
	for tab, parts := range map[string][]string{
		"details":  {"product-field:title", "product-field:description", "product-attribute-add", "product-field:status", "product-field:handle", "product-field:notes"},
		"variants": {"option-name:option1_name", "option-add", "variant-add", "variant-remove", "variants-grid"},
		"images":   {"image-add", "image-address"},
		"chinese":  {"listing-state", "product-review", "localize-line:title", "localize-line:options:Size", "localize-entry", "localize-use", "localize-term:1"},
		"shipping": {"product-field:origin", "product-field:hs_code", "shipping-grid"},
		"channels": {"channel-problem:google:0", "channel-add:google", "channel-add:shopify", "product-field:channel.taobao.cid", "channel-add:taobao"},
		"history":  {"product-all-history", "product-undo", "changes"},
	} {
		s.Tap("product-tab:" + tab)
		screentest.CheckLayout(t, s.Window, append([]string{"product-back", "product-next", "product-tab:details", "product-tab:history"}, parts...)...)
	}
	s.Tap("product-tab:details") // the form, as it was looked at and found right
	test.AssertObjectRendersToMarkup(t, "product_details.xml", s.product.body)
}

func TestProductScreenTellsWhatCannotBeSaved(t *testing.T) {
	s := showProduct(t, variantProducts, "B-1")
	s.title().SetText(strings.Repeat("long ", 900))
	s.Tap("product-tab:variants")
	s.Tap("product-save")
	s.Role("product-wrong")
	if s.Window.Canvas().Focused() != fyne.Focusable(s.title()) {
		t.Errorf("the cursor is in %T", s.Window.Canvas().Focused())
	}
	if got := s.Role("product-changes").(*widget.Text).Text(); got != "Cannot be saved yet: title" {
		t.Errorf("the bar says %q", got)
	}
	s.title().SetText("Oak")
	if s.isSeen("product-wrong") {
		t.Error("the reason is left when it is gone")
	}
	s.Tap("product-save")
	if got := s.saved("B-1").Title; got != "Oak" {
		t.Errorf("saved %q", got)
	}
}

func TestProductScreenOfAReadOnlyCatalogue(t *testing.T) {
	screentest.WithIcons(t)
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	o := workspace.Options{Assets: assets.FS}
	w, err := workspace.Create(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	r := workspace.ImportRequest{File: "shop.csv", Content: strings.NewReader(variantProducts), Size: int64(len(variantProducts))}
	if _, err := w.Import(t.Context(), r, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	o.ReadOnly = true
	if w, err = workspace.Open(t.Context(), path, o); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	test.NewTempApp(t).Settings().SetTheme(&theme.Theme{Mode: theme.Light})
	session := &view.Session{Workspace: w, Runner: job.Inline{}, Text: text.For(text.English), Go: func(view.Target) {}, Fail: func(err error) { t.Error(err) }}
	p, err := w.Product(t.Context(), "T-S")
	if err != nil {
		t.Fatal(err)
	}
	s := New(session, Asks{})
	window := test.NewTempWindow(t, s.Object())
	window.Resize(fyne.NewSize(1256, 816))
	s.Receive(view.Target{Place: view.ProductPlace, Product: p.ID})
	s.Enter()
	t.Cleanup(s.Leave)
	if widget.FindIn(window.Canvas(), "product-read-only") == nil {
		t.Error("nobody tells that nothing can be changed")
	}
	if !widget.FindIn(window.Canvas(), "product-field:brand").(*input.Entry).Disabled() {
		t.Error("a field can be typed into")
	}
	for _, tab := range []product.Tab{product.VariantsTab, product.ImagesTab, product.ChineseTab, product.ShippingTab, product.ChannelsTab, product.HistoryTab} {
		s.model.ShowTab(tab)
	}
	s.model.Set(product.Cell{Field: catalog.FieldTitle}, "Other")
	s.model.AddVariant()
	s.model.RemoveVariants([]catalog.ID{p.Variants[0].ID})
	s.model.RemoveOption(0)
	s.model.TypeLine("x")
	if s.Drop([]string{"/shop/a.png"}) || s.Dirty() {
		t.Errorf("edited: %v", s.model.Changes())
	}
}
