package products

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tradewind.app/app/job"
	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/app/widget/input"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// shown is the list of a spreadsheet's products in a window.
type shown struct {
	*Screen
	*screentest.Shown
}

func showProducts(t *testing.T, csv string) *shown {
	t.Helper()
	s := screentest.New(t, csv)
	p := &shown{New(s.Session), s}
	s.Put(p.Screen)
	return p
}

func (p *shown) cells(column string) []string {
	var texts []string
	for row := range p.grid.Len() {
		s, _ := p.grid.CellText(row, column)
		texts = append(texts, s)
	}
	return texts
}

func TestProductsScreenSearchesAndFilters(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.Search("oak")
	if got := p.cells("title"); !slices.Equal(got, []string{"Oak Board"}) || p.heading.Text() != "1 product" {
		t.Errorf("%q shows %v", p.heading.Text(), got)
	}
	p.Search("zzz")
	p.Tap("products-show-all")
	p.Tap("products-filter")
	p.Role("filter-field").(*input.Picker).Pick("brand")
	entry := p.Role("filter-value").(*input.Entry)
	test.Type(entry, "Birch")
	p.Tap("filter-add")
	if got := p.cells("title"); !slices.Equal(got, []string{"Pine Soap"}) {
		t.Errorf("the brand's products are %v", got)
	}
	chip := p.Role("filter-chip:0").(*widget.Area)
	if words := chip.Held()[0].(*widget.Chip).Text(); !strings.HasPrefix(words, "Brand: Birch") {
		t.Errorf("the chip says %q", words)
	}
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if p.grid.Len() != 3 || len(p.chips.Objects) != 0 {
		t.Errorf("%d products and %d chips after the filter was taken away", p.grid.Len(), len(p.chips.Objects))
	}
}

func TestProductsScreenEditsByKeyboard(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.grid.Focus()
	p.Keys(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyF2)
	test.Type(p.Window.Canvas().Focused(), ", Dark")
	p.Keys(fyne.KeyReturn)
	if got := p.cells("title"); !slices.Contains(got, "Maple Syrup, Dark") {
		t.Errorf("the titles are %v", got)
	}
	p.Keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	test.Type(p.Window.Canvas().Focused(), "x")
	p.Keys(fyne.KeyReturn)
	if got := p.cells("price"); !slices.Contains(got, "$12.40") {
		t.Errorf("a price that cannot be was saved: %v", got)
	}
	if len(p.Failed) != 0 {
		t.Errorf("what is wrong with a cell was told elsewhere: %v", p.Failed)
	}
	p.Keys(fyne.KeyEscape)
	if got := p.grid.Current(); got != 1 {
		t.Errorf("the current row is %d after editing, want 1", got)
	}
}

func TestProductsScreenEditsManyAtOnce(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	if !p.bulk.Disabled() {
		t.Error("nothing is chosen, and it can be edited")
	}
	p.grid.SelectAll()
	p.Tap("products-bulk")
	change := p.Role("bulk-change").(*input.Entry)
	change.SetText("a lot")
	if wrong := widget.FindIn(p.Window.Canvas(), "bulk-wrong:change"); wrong == nil {
		t.Error("it is not told at the field that its text is no change of prices")
	}
	change.SetText("x2")
	if widget.FindIn(p.Window.Canvas(), "bulk-wrong:change") != nil || widget.FindIn(p.Window.Canvas(), "bulk-large") == nil {
		t.Error("prices are doubled, and nothing warns of it, or the change is still told to be wrong")
	}
	p.Role("bulk-ending").(*input.Picker).Pick("9")
	preview := p.Role("bulk-preview").(*grid.Grid)
	if got, _ := preview.CellText(0, "after"); got != "$139.00" || preview.Len() != 2 {
		t.Errorf("%d cells, the first becomes %s; want 2 and $139.00", preview.Len(), got)
	}
	p.Tap("bulk-save")
	if got, want := p.cells("price"), []string{"$139.00", "$29.00", "—"}; !slices.Equal(got, want) {
		t.Errorf("the prices are %v, want %v", got, want)
	}
	if widget.FindIn(p.Window.Canvas(), "bulk-save") != nil {
		t.Error("the form is still open")
	}
	if _, err := p.session.Workspace.Undo(t.Context(), "", nil); err != nil {
		t.Fatal(err)
	}
	p.session.ChangedAll()
	if got, want := p.cells("price"), []string{"$68.00", "$12.40", "—"}; !slices.Equal(got, want) {
		t.Errorf("the prices are %v after undo, want %v", got, want)
	}
	if got := p.grid.Selection().Len(); got != 3 {
		t.Errorf("%d are chosen after undo, want all 3 still", got)
	}
}

func TestProductsScreenDeletesWhatIsChosen(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.grid.Focus()
	p.Keys(fyne.KeyDown, fyne.KeyDelete)
	p.Tap("delete-keep")
	if p.grid.Len() != 3 {
		t.Fatal("deleted without a yes")
	}
	p.Window.Canvas().Unfocus() // the window then hands its keys on
	p.Key(fyne.KeyDelete)
	p.Tap("delete-sure")
	if got := p.cells("title"); !slices.Equal(got, []string{"Oak Board", "Pine Soap"}) {
		t.Errorf("left are %v", got)
	}
}

func TestProductsScreenOpens(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.grid.Focus()
	p.Keys(fyne.KeyDown, fyne.KeyReturn)
	p.Tap("products-open")
	id, _ := p.list.ID(1)
	if len(p.Gone) != 2 || p.Gone[0].Product != id || p.Gone[1].Product != id || len(p.Gone[0].Among) != 3 {
		t.Errorf("went to %+v", p.Gone)
	}
	menu := p.menu(1, "title")
	i := slices.IndexFunc(menu.Items, func(m *fyne.MenuItem) bool { return m.Label == "Copy" })
	menu.Items[i].Action()
	if got := fyne.CurrentApp().Clipboard().Content(); got == "" {
		t.Error("nothing was copied")
	}
}

func TestProductsScreenCopiesRowsThatNobodyLookedAt(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("sku,title\n")
	for i := range 600 {
		fmt.Fprintf(&csv, "P-%d,Product %d\n", i, i)
	}
	p := showProducts(t, csv.String())
	p.grid.SelectAll()
	clipboard := fyne.CurrentApp().Clipboard()
	p.grid.CopyTo(clipboard)
	rows := grid.ParseTSV(clipboard.Content())
	if len(rows) != 600 || rows[599][0] != "P-599" {
		t.Errorf("copied %d rows, the last is %v; want 600", len(rows), rows[len(rows)-1])
	}
}

func TestProductsScreenStates(t *testing.T) {
	p := showProducts(t, "")
	p.Tap("products-import")
	if len(p.Gone) != 1 || p.Gone[0].Place != view.ImportPlace {
		t.Errorf("went to %+v", p.Gone)
	}
	full := showProducts(t, screentest.SampleProducts)
	full.Receive(view.Target{Filter: catalog.Filter{Search: "soap"}})
	full.Enter()
	if full.grid.Len() != 1 {
		t.Errorf("%d products of the filter that was sent along, want 1", full.grid.Len())
	}
	full.Receive(view.Target{})
	if full.Enter(); full.grid.Len() != 1 {
		t.Error("coming back without a filter did not leave the list as it was")
	}
	full.Window.Resize(fyne.NewSize(900, 600))
	if widget.FindIn(full.Window.Canvas(), "products-all") != nil {
		t.Error("the views are in sight in a narrow window")
	}
}

func TestProductsScreenKeepsItsColumns(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.grid.OnArrange(grid.Arrangement{Order: []string{"title", "brand"}})
	again := New(p.session)
	test.NewTempWindow(t, again.Object()).Resize(fyne.NewSize(1256, 816))
	again.Enter()
	t.Cleanup(again.Leave)
	if _, _, seen := again.grid.CellArea(0, "brand"); !seen {
		t.Error("the brand's column is not in sight again")
	}
	if _, _, seen := again.grid.CellArea(0, "sku"); seen {
		t.Error("the SKU's column is in sight again")
	}
}

// TestProductsScreenReadOnly: what cannot be kept cannot be typed.
func TestProductsScreenReadOnly(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	look, err := workspace.Open(t.Context(), p.session.Workspace.Path(), workspace.Options{Assets: assets.FS, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := look.Close(); err != nil {
			t.Error(err)
		}
	})
	s := &view.Session{Workspace: look, Runner: job.Inline{}, Text: text.For(text.English)}
	read := New(s)
	if read.grid.OnCommit != nil || read.grid.OnPaste != nil {
		t.Error("cells can be edited")
	}
	menu := read.menu(0, "title")
	for _, item := range menu.Items {
		if (item.Label == s.Text.Say("products-delete") || item.Label == s.Text.Say("products-bulk")) && !item.Disabled {
			t.Errorf("the menu offers %s", item.Label)
		}
	}
	if p.grid.OnCommit == nil || p.grid.OnPaste == nil {
		t.Error("cells of a catalogue that can be written cannot be edited")
	}
}

// TestProductsScreenTakesTheArrows: who comes to the list by a shortcut moves in it at
// once.
func TestProductsScreenTakesTheArrows(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	c := p.Window.Canvas()
	c.Unfocus()
	if !p.Key(fyne.KeyDown) || c.Focused() == nil {
		t.Error("nobody takes the down key")
	}
}

// Whoever leaves before the product under the cursor was read finds it when he comes
// back.
func TestProductsScreenLeftTooEarly(t *testing.T) {
	p := showProducts(t, screentest.SampleProducts)
	p.grid.Focus()
	p.Keys(fyne.KeyDown)
	p.list.CloseDetail() // as one that was not read to its end
	p.Leave()
	p.Enter()
	if d := p.list.Detail; d == nil || d.Title != "Maple Syrup" {
		t.Errorf("the detail is %+v", d)
	}
}

func TestProductsLooks(t *testing.T) {
	screentest.WithIcons(t)
	p := showProducts(t, screentest.SampleProducts)
	p.grid.Focus()
	p.Keys(fyne.KeyDown)
	p.list.CloseDetail() // a name in it is Chinese
	test.AssertRendersToMarkup(t, "products.xml", p.Window.Canvas())
	p.Search("no such product")
	screentest.CheckLayout(t, p.Window) // products_nothing.xml
	screentest.CheckLayout(t, showProducts(t, "").Window, "products-filter", "products-columns", "products-grid", "products-import", "products-all")
}
