package products

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// manyProducts is a spreadsheet of n products.
func manyProducts(n int) string {
	var b strings.Builder
	b.WriteString("sku,title,brand,price,quantity\n")
	for i := range n {
		fmt.Fprintf(&b, "P-%05d,Product %05d,%s,%d.50,%d\n", i, i, []string{"Alder", "Birch"}[i%2], 10+i%90, i%7)
	}
	return b.String()
}

func titlesOf(p *Model) []string {
	titles := make([]string, p.Len())
	for i := range titles {
		if r := p.Row(i); r != nil {
			titles[i] = r.Title
		}
	}
	return titles
}

func TestProductsSortSearchAndFilter(t *testing.T) {
	p := New(viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts))
	p.Enter()
	defer p.Leave()
	show := func() { p.Show(0, p.Len()-1) }
	check := func(what string, state view.ListState, want ...string) {
		t.Helper()
		show()
		if got := titlesOf(p); p.State != state || !slices.Equal(got, want) {
			t.Errorf("%s: got %v in state %d, want %v in state %d", what, got, p.State, want, state)
		}
	}
	check("all", view.ListReady, "Oak Board", "Maple Syrup", "Pine Soap")
	p.SortBy(catalog.Sort{Field: catalog.FieldTitle})
	check("by title", view.ListReady, "Maple Syrup", "Oak Board", "Pine Soap")
	p.Search("soap")
	check("search", view.ListReady, "Pine Soap")
	p.Search("")
	p.Toggle(catalog.Condition{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Alder"})
	check("brand", view.ListReady, "Maple Syrup", "Oak Board")
	p.Toggle(catalog.Condition{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Birch"})
	check("other brand", view.ListReady, "Pine Soap")
	p.Search("board")
	check("nothing", view.ListNothing)
	p.ShowAll()
	check("all again", view.ListReady, "Maple Syrup", "Oak Board", "Pine Soap")
	if got := New(viewtest.Shop(t, job.Inline{}, "")); true {
		got.Enter()
		if got.State != view.ListEmpty {
			t.Errorf("an empty catalogue is in state %d, want %d", got.State, view.ListEmpty)
		}
	}
}

func TestProductsTellWhatTheyAre(t *testing.T) {
	p := New(viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts))
	p.Enter()
	defer p.Leave()
	p.Show(0, 2)
	if got := p.Row(1).Price; got != "$12.40" {
		t.Errorf("price %q, want $12.40", got)
	}
	if got := len(p.Row(2).Lights); got == 0 {
		t.Error("no lights of a row in view")
	}
	id, _ := p.ID(2)
	p.Inspect(id)
	d := p.Detail
	if d == nil || d.SKU != "A-3" || len(d.Channels) != len(p.Row(2).Lights) || len(d.Problems) == 0 {
		t.Fatalf("detail %+v", d)
	}
	for i, c := range d.Channels {
		if c.State != p.Row(2).Lights[i] {
			t.Errorf("%s is %s in the detail and %s in the list", c.Name, c.State, p.Row(2).Lights[i])
		}
	}
}

func TestProductsShowTheFirstBeforeAllAreCounted(t *testing.T) {
	runner := &job.Stepping{}
	p := New(viewtest.Shop(t, runner, manyProducts(300)))
	if p.IsCounted() {
		t.Error("none are counted before anything is read")
	}
	p.Load()
	runner.Work()
	runner.Deliver()
	if p.IsCounted() || p.Len() != headRows+1 || p.State != view.ListReady {
		t.Errorf("%d products, counted %v, before the list is there", p.Len(), p.IsCounted())
	}
	if _, ok := p.ID(headRows); ok {
		t.Error("the product that is there for all that follow is known")
	}
	runner.Work()
	runner.Deliver()
	if !p.IsCounted() || p.Len() != 300 {
		t.Errorf("%d products, counted %v, after the list is there", p.Len(), p.IsCounted())
	}
}

func TestProductsReadOnlyWhatIsLookedAt(t *testing.T) {
	p := New(viewtest.Shop(t, job.Inline{}, manyProducts(1000)))
	p.Enter()
	defer p.Leave()
	if r := p.Row(900); r != nil {
		t.Errorf("row 900 was read and nobody looked at it: %+v", r)
	}
	p.Show(890, 910)
	if r := p.Row(900); r == nil || r.SKU != "P-00900" {
		t.Errorf("row 900 is %+v", r)
	}
	if r := p.Row(500); r != nil {
		t.Error("row 500 was read on the way")
	}
}

func TestProductsSetACell(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts)
	p := New(s)
	p.Enter()
	defer p.Leave()
	id, _ := p.ID(0)
	answer := "nothing"
	p.Set(id, catalog.FieldPrice, "70", func(problem string) { answer = problem })
	p.Show(0, 2)
	if got := p.Row(0).Price; answer != "" || got != "$70.00" {
		t.Errorf("the price is %q, answered %q", got, answer)
	}
	p.Set(id, catalog.FieldPrice, "a lot", func(problem string) { answer = problem })
	if !strings.Contains(answer, "a lot") {
		t.Errorf("answered %q, want what is wrong with the price", answer)
	}
	p.Paste(1, []catalog.Field{catalog.FieldTitle, catalog.FieldBrand}, [][]string{{"Syrup", "Cedar"}, {"Soap", "Cedar"}, {"beyond the end", "x"}})
	p.Show(0, 2)
	if got, want := titlesOf(p), []string{"Oak Board", "Syrup", "Soap"}; !slices.Equal(got, want) {
		t.Errorf("pasted %v, want %v", got, want)
	}
	p.Delete([]catalog.ID{id})
	if p.Len() != 2 {
		t.Errorf("%d products after one of three was deleted", p.Len())
	}
}

func TestProductsFacets(t *testing.T) {
	p := New(viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts))
	p.Enter()
	defer p.Leave()
	p.Toggle(catalog.Condition{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Birch"})
	counts := map[string]int{}
	for _, g := range p.Facets {
		for _, l := range g.Lines {
			counts[l.Code+l.Label] = l.Count
			if l.Active != (l.Label == "Birch") {
				t.Errorf("%+v: active %v", l, l.Active)
			}
		}
	}
	for name, want := range map[string]int{"Alder": 2, "Birch": 1, "facet-no-price": 1, "facet-no-chinese": 1, "state-incomplete": 1} {
		if counts[name] != want {
			t.Errorf("%s: %d, want %d", name, counts[name], want)
		}
	}
}

func TestProductsKeepViews(t *testing.T) {
	p := New(viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts))
	p.Enter()
	defer p.Leave()
	p.Toggle(catalog.Condition{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Birch"})
	p.SaveView("  Birch alone ")
	if len(p.Views) != 1 || p.Views[0].Name != "Birch alone" || !p.InView(p.Views[0]) {
		t.Fatalf("views %+v", p.Views)
	}
	p.ShowAll()
	p.UseView(p.Views[0])
	if p.Len() != 1 {
		t.Errorf("%d products in the view, want 1", p.Len())
	}
	p.ForgetView("Birch alone")
	if len(p.Views) != 0 {
		t.Errorf("%d views after the only one was forgotten", len(p.Views))
	}
}

func TestProductsOfAnOlderListAreNotShown(t *testing.T) {
	runner := &job.Stepping{}
	p := New(viewtest.Shop(t, runner, viewtest.ThreeProducts))
	p.Search("board")
	for runner.Work() {
	}
	p.Search("soap")
	for runner.Deliver() {
	}
	if p.Len() != 0 {
		t.Fatalf("%d products of the older list are shown", p.Len())
	}
	for runner.Work() {
		runner.Deliver()
	}
	p.Show(0, 0)
	if got := titlesOf(p); !slices.Equal(got, []string{"Pine Soap"}) {
		t.Errorf("got %v", got)
	}
}

func TestBulkForm(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts)
	p := New(s)
	p.Enter()
	defer p.Leave()
	b := NewBulk(s, p.ids)
	b.TypeChange("x1.5")
	b.EndIn("9")
	want := []BulkLine{
		{SKU: "A-1", Title: "Oak Board", Before: "$68.00", After: "$99.00", Change: "+45.6 %", Large: true},
		{SKU: "A-2", Title: "Maple Syrup", Before: "$12.40", After: "$19.00", Change: "+53.2 %", Large: true},
	}
	if !slices.Equal(b.Rows, want) || !b.CanSave() || b.Result.Large != 2 || b.Price.By != workspace.ByFactor {
		t.Errorf("got %+v, want %+v", b.Rows, want)
	}
	b.TypeChange("one and a half")
	if b.CanSave() || len(b.Rows) != 0 || b.Wrong[InputChange] == "" {
		t.Errorf("an edit by no number: %+v", b)
	}
	b.EndIn("")
	b.TypeChange("8")
	if b.Price.By != workspace.ByFactor || b.Rows[0].After != "$544.00" || b.Wrong[InputChange] != "" {
		t.Errorf("a number alone is not of the chosen kind: %+v", b)
	}
	b.ChangeBy(workspace.ByPercent)
	if b.Price.Change != "+8%" || b.Rows[0].After != "$73.44" || b.Rows[0].Change != "+8 %" || b.Rows[0].Large {
		t.Errorf("as percent it is %q: %+v", b.Price.Change, b.Rows)
	}
	b.TypeChange("-2.50")
	if b.Price.By != workspace.ByAmount || b.Rows[0].After != "$9.90" || b.Rows[0].Change != "−20.2 %" || b.Result.Large != 1 {
		t.Errorf("an amount is %q: %+v", b.Price.By, b.Rows)
	}
	b.TypeChange(" ")
	if b.CanSave() || len(b.Rows) != 0 || len(b.Wrong) != 0 {
		t.Errorf("nothing typed: %+v", b)
	}
	b.Op, b.Text = workspace.BulkSet, "cheap"
	if b.Preview(); b.CanSave() || len(b.Rows) != 0 || b.Wrong[InputText] == "" {
		t.Errorf("a price that is none: %+v", b)
	}
	b.SetField(catalog.FieldQuantity)
	b.Op, b.Text = workspace.BulkSet, "many"
	if b.Preview(); b.CanSave() || len(b.Rows) != 0 || b.Wrong[InputText] == "" {
		t.Errorf("an edit that is refused everywhere: %+v", b)
	}
	b.SetField(AttributeOfBulk)
	b.Attribute, b.Text = "Care", "wipe"
	b.Preview()
	if b.Save(); !b.Done {
		t.Fatalf("not saved: %+v", b)
	}
	product, err := s.Workspace.Product(t.Context(), "A-3")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := product.Attribute("Care"); got != "wipe" {
		t.Errorf("the attribute is %q, want wipe", got)
	}
}

func TestRecent(t *testing.T) {
	r := newRecent[int, int](2)
	for i := range 5 {
		r.put(i, i)
		if _, ok := r.get(0); !ok {
			t.Errorf("0 was dropped while it was asked for, at %d", i)
		}
	}
	if _, ok := r.get(1); ok {
		t.Error("1 is still held")
	}
	if n := len(r.young) + len(r.old); n > 4 {
		t.Errorf("%d values held, more than twice 2", n)
	}
}

// BenchmarkProducts measures what a person waits for over 100,000 products, with
// -short over 10,000.
func BenchmarkProducts(b *testing.B) {
	n := 100_000
	if testing.Short() {
		n = 10_000
	}
	p := New(viewtest.Shop(b, job.Inline{}, manyProducts(n)))
	w := p.session.Workspace
	p.Enter()
	defer p.Leave()
	head := func(f catalog.Filter, by catalog.Sort) func(*testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				if _, err := w.Head(b.Context(), f, by, headRows); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("sort", head(catalog.Filter{}, catalog.Sort{Field: catalog.FieldPrice, Desc: true}))
	b.Run("filter", head(catalog.Filter{Where: []catalog.Condition{{Field: catalog.FieldBrand, Op: catalog.OpEqual, Value: "Birch"}}}, catalog.Sort{}))
	b.Run("search", head(catalog.Filter{Search: "0123"}, catalog.Sort{}))
	b.Run("ids", func(b *testing.B) {
		for b.Loop() {
			if _, err := w.IDs(b.Context(), catalog.Filter{}, catalog.Sort{Field: catalog.FieldTitle}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("rows", func(b *testing.B) {
		row := 0
		for b.Loop() {
			row = (row + 5003) % (n - 30)
			p.Show(row, row+24)
		}
	})
}

// What one setting mends for all products leads to the setting.
func TestDetailProblemOfASettingLeadsThere(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "handle,title,sku,price,image\nmug,Mug,M-1,4,mug.jpg\n")
	in, err := s.Workspace.Inspect(t.Context(), viewtest.IDOf(t, s, "M-1"))
	if err != nil {
		t.Fatal(err)
	}
	lines := problemLines(viewtest.IDOf(t, s, "M-1"), in.Channels, s.Text)
	at := slices.IndexFunc(lines, func(l ProblemLine) bool { return l.Code == "picture-address-missing" })
	if at < 0 || lines[at].Fix.Place != view.SettingsPlace || lines[at].Fix.Setting != "picture_url" {
		t.Fatalf("it leads to %+v", lines)
	}
}

// TestActiveFacetStaysAtNone: a line by which the list is narrowed can be taken back,
// though nothing is left of it; another one without products is not offered.
func TestActiveFacetStaysAtNone(t *testing.T) {
	p := New(viewtest.Shop(t, job.Inline{}, viewtest.ThreeProducts))
	p.Enter()
	defer p.Leave()
	blank := func(code string) (line FacetLine, ok bool) {
		for _, g := range p.Facets {
			for _, l := range g.Lines {
				if l.Code == code {
					return l, true
				}
			}
		}
		return line, false
	}
	line, ok := blank("facet-no-price")
	if !ok || line.Count != 1 || line.Active {
		t.Fatalf("got %+v (%v), want one product without a price", line, ok)
	}
	p.Search("syrup")
	if line, ok := blank("facet-no-price"); ok {
		t.Errorf("got %+v, want no line that no product has", line)
	}
	p.Search("")
	p.UseFacet(line)
	p.Search("syrup")
	if line, ok := blank("facet-no-price"); !ok || line.Count != 0 || !line.Active {
		t.Errorf("got %+v (%v), want the chosen line, with none", line, ok)
	}
}

// TestCanEdit: a cell of the list stands for a product; a field of variants can be edited
// there while there is one at most.
func TestCanEdit(t *testing.T) {
	for _, tt := range []struct {
		field    catalog.Field
		variants int
		want     bool
	}{
		{catalog.FieldTitle, 0, true},
		{catalog.FieldTitle, 2, true},
		{catalog.FieldPrice, 0, true},
		{catalog.FieldPrice, 1, true},
		{catalog.FieldPrice, 2, false},
		{catalog.FieldSKU, 1, true},
		{catalog.FieldSKU, 2, false},
		{catalog.FieldQuantity, 3, false},
		{"nothing", 1, false},
	} {
		if got := CanEdit(&Row{Row: workspace.Row{Variants: tt.variants}}, tt.field); got != tt.want {
			t.Errorf("%s of %d variants: got %v, want %v", tt.field, tt.variants, got, tt.want)
		}
	}
}
