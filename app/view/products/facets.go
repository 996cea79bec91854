package products

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// FacetGroup is a heading with the filters below it.
type FacetGroup struct {
	Code  string // of its heading
	Label string // instead, where it is a name
	Lines []FacetLine
}

// FacetLine is a filter, and how many products of the list it would leave.
type FacetLine struct {
	Label     string
	Code      string // of the label, where it is a word of ours
	Hint      string // says more than the label; may be empty
	Count     int
	Condition catalog.Condition
	Pick      catalog.FindingFilter // instead of the condition
	Active    bool
}

// UseFacet adds what a line represents to the filter, or takes it out.
func (p *Model) UseFacet(l FacetLine) {
	if l.Pick.IsZero() {
		p.Toggle(l.Condition)
	} else {
		p.TogglePick(l.Pick)
	}
}

// mostFacets is how many values of a field are listed.
const mostFacets = 8

// blanks are the gaps that keep a product from being sold, and that SQL counts.
func (p *Model) blanks() []fieldFacet {
	return []fieldFacet{
		{"facet-no-chinese", p.session.ChineseTitle()},
		{"facet-no-price", catalog.FieldPrice},
		{"facet-no-stock", catalog.FieldQuantity},
		{"facet-no-picture", catalog.FieldImages},
		{"facet-no-barcode", catalog.FieldGTIN},
		{"facet-no-category", catalog.FieldCategory},
		{"facet-no-brand", catalog.FieldBrand},
	}
}

// fieldFacet is a field that is counted, and the code of what that is called.
type fieldFacet struct {
	code  string
	field catalog.Field
}

// valued are the fields whose values are listed.
func (p *Model) valued() []fieldFacet {
	return []fieldFacet{
		{"facet-chinese", catalog.ListingState.At(p.session.Script())},
		{"facet-status", catalog.FieldStatus},
		{"facet-category", catalog.FieldCategory},
		{"facet-brand", catalog.FieldBrand},
	}
}

// loadFacets counts what the filters would leave of this list: what was found of the
// products is at hand, the rest is asked of the catalogue.
func (p *Model) loadFacets(ctx context.Context) {
	filter, ok := p.chosen()
	if !ok {
		return
	}
	w, blanks, valued := p.session.Workspace, p.blanks(), p.valued()
	p.loadFound(ctx)
	view.Load(ctx, p.session, func(ctx context.Context) ([]FacetGroup, error) {
		f := filter
		missing, err := countBlanks(ctx, w, f, blanks)
		if err != nil {
			return nil, err
		}
		groups := []FacetGroup{missing}
		for _, v := range valued {
			group, err := countValues(ctx, w, f, v.code, v.field)
			if err != nil {
				return nil, err
			}
			groups = append(groups, group)
		}
		return groups, nil
	}, func(groups []FacetGroup) {
		p.valueFacets = groups
		p.joinFacets()
	}, p.fail)
}

// loadFound counts the facets of what was found.
func (p *Model) loadFound(ctx context.Context) {
	view.Load(ctx, p.session, p.newFoundFacets().count, func(groups []FacetGroup) {
		p.foundFacets = groups
		p.joinFacets()
	}, p.fail)
}

// joinFacets leaves out groups without lines.
func (p *Model) joinFacets() {
	p.Facets = slices.DeleteFunc(slices.Concat(p.foundFacets, p.valueFacets), func(g FacetGroup) bool { return len(g.Lines) == 0 })
	p.OnFacets()
}

// countBlanks counts the gaps; those that no product has are left out.
func countBlanks(ctx context.Context, w *workspace.Workspace, f catalog.Filter, blanks []fieldFacet) (FacetGroup, error) {
	group := FacetGroup{Code: "facet-missing"}
	for _, b := range blanks {
		c := catalog.Condition{Field: b.field, Op: catalog.OpBlank}
		n, err := w.Count(ctx, with(without(f, c), c))
		if err != nil {
			return group, err
		}
		if active := slices.Contains(f.Where, c); n > 0 || active {
			group.Lines = append(group.Lines, FacetLine{Code: b.code, Count: n, Condition: c, Active: active})
		}
	}
	return group, nil
}

// countValues counts the values of a field, as if it were not filtered by.
func countValues(ctx context.Context, w *workspace.Workspace, f catalog.Filter, code string, field catalog.Field) (FacetGroup, error) {
	group := FacetGroup{Code: code}
	facets, err := w.Facets(ctx, without(f, catalog.Condition{Field: field, Op: catalog.OpEqual}), field)
	name, _, _ := field.Locale()
	for _, facet := range facets {
		c := catalog.Condition{Field: field, Op: catalog.OpEqual, Value: facet.Value}
		if facet.Value == "" && name == catalog.ListingState {
			c.Op = catalog.OpBlank
		}
		active := slices.Contains(f.Where, c)
		if facet.Value == "" && name != catalog.ListingState || len(group.Lines) >= mostFacets && !active {
			continue
		}
		line := FacetLine{Label: facet.Value, Count: facet.Count, Condition: c, Active: active}
		switch {
		case field == catalog.FieldStatus:
			line.Code = "status-" + facet.Value
		case name == catalog.ListingState:
			line.Code = "state-" + cmp.Or(facet.Value, "incomplete")
		}
		if i := strings.LastIndex(facet.Value, " > "); field == catalog.FieldCategory && i >= 0 {
			line.Label = facet.Value[i+len(" > "):]
		}
		group.Lines = append(group.Lines, line)
	}
	return group, err
}

func with(f catalog.Filter, c catalog.Condition) catalog.Filter {
	f.Where = append(slices.Clone(f.Where), c)
	return f
}

// without is the filter without the conditions on a field that compare as c does.
func without(f catalog.Filter, c catalog.Condition) catalog.Filter {
	f.Where = slices.DeleteFunc(slices.Clone(f.Where), func(have catalog.Condition) bool { return have.Field == c.Field && have.Op == c.Op })
	return f
}

// loadViews reads the saved views.
func (p *Model) loadViews() {
	view.Load(p.reading, p.session, p.session.Workspace.SavedViews, func(views []workspace.SavedView) {
		p.Views = views
		p.OnViews()
	}, p.session.Fail)
}

// SaveView keeps the filter and the order under a name.
func (p *Model) SaveView(name string) {
	if name = strings.TrimSpace(name); name == "" {
		return
	}
	v := workspace.SavedView{Name: name, Search: p.Filter.Search, Where: p.Filter.Where, Picks: p.Picks, Sort: p.Sort}
	p.write("job-view", func(ctx context.Context) error { return p.session.Workspace.SaveView(ctx, v) })
}

// ForgetView takes a saved view away.
func (p *Model) ForgetView(name string) {
	p.write("job-view", func(ctx context.Context) error { return p.session.Workspace.ForgetView(ctx, name) })
}

// UseView shows a saved view.
func (p *Model) UseView(v workspace.SavedView) {
	p.Sort, p.Picks = v.Sort, slices.Clone(v.Picks)
	p.Filter = catalog.Filter{Search: v.Search, Where: slices.Clone(v.Where)}
	p.Load()
}

// InView reports whether the list is the one of a saved view.
func (p *Model) InView(v workspace.SavedView) bool {
	return p.Filter.Search == v.Search && slices.Equal(p.Filter.Where, v.Where) && slices.Equal(p.Picks, v.Picks) && p.Sort == v.Sort &&
		len(p.Filter.IDs)+len(p.Filter.SKUs) == 0
}
