package products

import (
	"slices"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// facet finds a line by its words.
func facet(t *testing.T, p *Model, group, label string) FacetLine {
	t.Helper()
	for _, g := range p.Facets {
		for _, line := range g.Lines {
			if (g.Code == group || g.Label == group) && (line.Label == label || line.Code == label) {
				return line
			}
		}
	}
	t.Fatalf("no line %q in %s of %+v", label, group, p.Facets)
	return FacetLine{}
}

func TestProductsByProblemAndChannel(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	p := New(s)
	p.Enter()
	defer p.Leave()
	all := p.Len()
	sum, _ := s.Survey().Sum()
	google := sum.Channels[slices.IndexFunc(sum.Channels, func(c workspace.ChannelSurvey) bool { return c.Channel.Name() == "google" })]
	if got := facet(t, p, "Google Merchant Center", "readiness-blocked").Count; got != google.Blocked || got == 0 {
		t.Errorf("%d are blocked, want %d", got, google.Blocked)
	}
	barcode := facet(t, p, "facet-problem", "Barcode check digit")
	p.UseFacet(barcode)
	if p.Len() != barcode.Count || p.Len() == all || len(p.Picks) != 1 {
		t.Fatalf("%d products with %+v, want %d", p.Len(), p.Picks, barcode.Count)
	}
	if !facet(t, p, "facet-problem", "Barcode check digit").Active {
		t.Error("the line that was chosen is not marked")
	}
	other := facet(t, p, "facet-problem", "No Chinese title")
	if other.Count == 0 {
		t.Error("other problems are counted as if there were no pick of a problem")
	}
	ready := facet(t, p, "Google Merchant Center", "readiness-blocked")
	p.UseFacet(ready)
	if p.Len() != ready.Count || len(p.Picks) != 2 {
		t.Errorf("%d products by %+v, want %d", p.Len(), p.Picks, ready.Count)
	}
	p.UseFacet(other)
	if len(p.Picks) != 2 || slices.Contains(p.Picks, barcode.Pick) {
		t.Errorf("picks %+v, want another problem in place of the first", p.Picks)
	}
	p.UseFacet(other)
	p.UseFacet(ready)
	if p.Len() != all || p.IsFiltered() {
		t.Errorf("%d products after all was taken away, want %d", p.Len(), all)
	}
}

func TestPicksNarrowTheFilter(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	p := New(s)
	p.Enter()
	defer p.Leave()
	pick := catalog.FindingFilter{Channel: "google", State: catalog.Unready}
	ids := viewtest.Found(t, s, pick)
	p.Receive(view.Target{Filter: catalog.Filter{IDs: ids[:2]}, Pick: pick})
	p.Load()
	if p.Len() != 2 || p.PickWords(pick) != "Google Merchant Center: to check" {
		t.Errorf("%d products, %q", p.Len(), p.PickWords(pick))
	}
	p.Receive(view.Target{})
	if len(p.Picks) != 1 {
		t.Error("a target that chooses nothing takes the list away")
	}
	p.Receive(view.Target{Pick: catalog.FindingFilter{Problem: catalog.ProblemKind{Code: "no-such"}}})
	p.Load()
	if p.Len() != 0 || p.State != view.ListNothing {
		t.Errorf("a problem that no product has leaves %d products in state %d", p.Len(), p.State)
	}
	p.DropChosen()
	p.ShowAll()
	if p.IsFiltered() {
		t.Error("all products are a filter")
	}
}

// TestSavedViewIsFoundAnew: a view of a problem has the products that have it now.
func TestSavedViewIsFoundAnew(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	p := New(s)
	p.Enter()
	defer p.Leave()
	p.TogglePick(catalog.FindingFilter{Channel: "shopify", State: export.NotReady})
	had := p.Len()
	p.SaveView("Blocked")
	p.ShowAll()
	id, _ := p.ID(slices.IndexFunc(p.ids, func(id catalog.ID) bool {
		return !slices.Contains(viewtest.Found(t, s, catalog.FindingFilter{Channel: "shopify", State: export.NotReady}), id)
	}))
	if len(p.Views) != 1 || p.InView(p.Views[0]) {
		t.Fatalf("views %+v", p.Views)
	}
	p.Set(id, catalog.FieldTitle, "", func(string) {})
	p.UseView(p.Views[0])
	if !p.InView(p.Views[0]) || p.Len() != had+1 {
		t.Errorf("%d products, want one more than %d", p.Len(), had)
	}
	p.Set(id, catalog.FieldTitle, "A title again", func(string) {})
	if p.Len() != had {
		t.Errorf("%d products after it was mended, want %d", p.Len(), had)
	}
}

// TestPicksWaitForTheSurvey: the list of a problem is there when it is known who
// has it.
func TestPicksWaitForTheSurvey(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.SampleShop(t, runner)
	p := New(s)
	p.Receive(view.Target{Pick: catalog.FindingFilter{Channel: "shopify", State: export.NotReady}})
	p.Enter()
	defer p.Leave()
	if p.State != view.ListLoading {
		t.Fatalf("state %d before anything was counted", p.State)
	}
	for runner.Work() {
		runner.Deliver()
	}
	if sum, _ := s.Survey().Sum(); p.State != view.ListReady || p.Len() == 0 || p.Len() == sum.Products {
		t.Errorf("%d products in state %d", p.Len(), p.State)
	}
}

// TestRoadLeadsToWhatIsBlocked: the step Fix leads to as many products as it counts.
func TestRoadLeadsToWhatIsBlocked(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	road := view.NewRoad(s, func() {})
	defer road.Close()
	road.Load()
	fix := road.Steps()[1]
	p := New(s)
	p.Receive(fix.To)
	p.Enter()
	defer p.Leave()
	if fix.To.Place != view.ProductsPlace || fix.Count == 0 || p.Len() != fix.Count {
		t.Errorf("%d products, want %d", p.Len(), fix.Count)
	}
	if got := p.PickWords(p.Picks[0]); got != "Some channel: blocked" {
		t.Errorf("the chip says %q", got)
	}
}
