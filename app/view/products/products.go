// Package products is the view model of the list of all products: what is listed,
// the facets, the product in detail, and the edit of many products at once.
package products

import (
	"context"
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Model is the list of all products: which there are, in which order, and the
// rows of those that are looked at. The IDs of the whole list are in memory, the
// rows are not. Nothing of it waits for the catalogue.
type Model struct {
	// What is shown has changed: another list, other rows of it, another product in
	// detail, other facets, other saved views. All must be set.
	OnList, OnRows, OnDetail, OnFacets, OnViews func()

	Filter catalog.Filter
	Picks  []catalog.FindingFilter // beside the filter: by what was found of the products
	Sort   catalog.Sort
	State  view.ListState
	Err    error // of ListFailed
	All    int   // products of the catalogue
	Detail *Detail
	Facets []FacetGroup
	Views  []workspace.SavedView

	session  *view.Session
	list     view.Loading
	reading  context.Context // of this list: ends when another is asked for
	detail   view.Loading
	ids      []catalog.ID
	total    int  // products of the list
	begun    bool // only the first ids are known; one of total represents the rest
	rows     *recent[catalog.ID, *Row]
	pictures *recent[string, picture]
	version  int // of the list: rows of an older one are shown, and read again
	found    int // of what was found about the products: likewise, of lights
	first    int // the rows in view
	last     int
	busy     fetching
	forget   []func()

	stopLater func() // see later
	moved     bool   // products may be elsewhere in the list, or out of it, see follow

	foundFacets []FacetGroup // the first of Facets: by problem and channel
	valueFacets []FacetGroup // the rest
}

// fetching says what is being read.
type fetching struct{ rows, lights, pictures bool }

// Row is a product in the list.
type Row struct {
	workspace.Row

	Price  string
	Lights []export.Readiness // in the order of Channels; nil while it is not known

	version int // of the list that it was read for
	lit     int // what was found then, see Model.found
}

const (
	headRows  = 64   // read with the list itself
	aheadRows = 96   // read before they come into view
	mostRows  = 4000 // kept in memory
)

// New makes the list of a session.
func New(s *view.Session) *Model {
	p := &Model{session: s, rows: newRecent[catalog.ID, *Row](mostRows), pictures: newRecent[string, picture](mostPictures)}
	for _, tell := range []*func(){&p.OnList, &p.OnRows, &p.OnDetail, &p.OnFacets, &p.OnViews} {
		*tell = func() {}
	}
	return p
}

// Enter reads the list, and again whenever the catalogue is written to.
func (p *Model) Enter() {
	survey := p.session.Survey()
	if p.forget == nil {
		p.forget = []func(){p.session.OnChanges(p.changed), survey.Watch(p.surveyed)}
	}
	p.reload()
	survey.Look()
}

// Leave ends all reading.
func (p *Model) Leave() {
	p.list.Stop()
	p.detail.Stop()
	if p.stopLater != nil {
		p.stopLater()
		p.stopLater = nil
	}
	for _, forget := range p.forget {
		forget()
	}
	p.forget = nil
}

// Receive shows the products that somebody was sent here for. A target that chooses
// none leaves the list as it was.
func (p *Model) Receive(t view.Target) {
	if view.IsFilter(t.Filter) || !t.Pick.IsZero() {
		p.Filter, p.Picks = t.Filter, nil
		if !t.Pick.IsZero() {
			p.Picks = []catalog.FindingFilter{t.Pick}
		}
	}
	if t.Edit != nil {
		p.Filter, p.Picks = catalog.Filter{}, nil
	}
}

// reload reads the list again; what is shown stays until then, and where it was
// scrolled to.
func (p *Model) reload() {
	if p.State == view.ListLoading || p.State == view.ListFailed {
		p.Load()
	} else {
		p.loadIDs(p.begin())
	}
	p.loadViews()
	if p.Detail != nil {
		p.Inspect(p.Detail.ID)
	}
}

// Load reads the list of the filter, in the order of the sort: its first rows, and when
// these are shown the IDs of all. What was shown stays until the new list is there.
func (p *Model) Load() {
	ctx, by := p.begin(), p.Sort
	filter, ok := p.chosen()
	if !ok {
		return
	}
	view.Load(ctx, p.session, func(ctx context.Context) (workspace.Head, error) {
		return p.session.Workspace.Head(ctx, filter, by, headRows)
	}, func(h workspace.Head) {
		for _, row := range h.Rows {
			p.keep(row)
		}
		p.showHead(h)
		if h.More {
			p.loadIDs(ctx)
		} else {
			p.later(p.follow)
		}
	}, p.fail)
}

// begin ends what was read for the list before.
func (p *Model) begin() context.Context {
	p.reading = p.list.Start()
	p.busy = fetching{}
	p.version++
	return p.reading
}

// whole is a list by its IDs.
type whole struct {
	ids []catalog.ID
	all int // products of the catalogue
}

// loadIDs reads the list without its rows. What is counted follows a moment later: who
// types does not wait for it.
func (p *Model) loadIDs(ctx context.Context) {
	by, w := p.Sort, p.session.Workspace
	filter, ok := p.chosen()
	if !ok {
		return
	}
	view.Load(ctx, p.session, func(ctx context.Context) (list whole, err error) {
		if list.ids, err = w.IDs(ctx, filter, by); err == nil {
			list.all, err = w.Count(ctx, catalog.Filter{})
		}
		return list, err
	}, func(list whole) {
		p.begun, p.ids, p.total, p.All, p.moved = false, list.ids, len(list.ids), list.all, false
		p.updateState()
		p.OnList()
		p.later(p.follow)
	}, p.fail)
}

func (p *Model) showHead(h workspace.Head) {
	p.ids = make([]catalog.ID, len(h.Rows))
	for i, row := range h.Rows {
		p.ids[i] = row.ID
	}
	p.begun, p.total, p.All = h.More, len(h.Rows), h.All
	if h.More {
		p.total++
	}
	p.updateState()
	p.OnList()
}

// updateState says what state the list is in.
func (p *Model) updateState() {
	switch {
	case p.total > 0:
		p.State = view.ListReady
	case p.IsFiltered():
		p.State = view.ListNothing
	default:
		p.State = view.ListEmpty
	}
}

func (p *Model) fail(err error) {
	p.State, p.Err = view.ListFailed, err
	p.OnList()
}

// IsCounted reports whether Len is how many products the list has. Otherwise there are
// more than that.
func (p *Model) IsCounted() bool { return !p.begun && p.State != view.ListLoading }

// Len is how many products the list has, as far as is known.
func (p *Model) Len() int { return p.total }

// ID is which product is in a row; not ok while that is not read yet.
func (p *Model) ID(row int) (catalog.ID, bool) {
	if row < 0 || row >= len(p.ids) {
		return "", false
	}
	return p.ids[row], true
}

// Row is a row of the list, nil while it is not read yet.
func (p *Model) Row(row int) *Row {
	id, ok := p.ID(row)
	if !ok {
		return nil
	}
	return p.RowOf(id)
}

// RowOf is a product's row, nil where it was not read, or long ago.
func (p *Model) RowOf(id catalog.ID) *Row {
	r, _ := p.rows.get(id)
	return r
}

// Show reads what is missing of the rows in view, and of those around them.
func (p *Model) Show(first, last int) {
	p.first, p.last = first, last
	p.fetch()
}

// keep takes a row that was read.
func (p *Model) keep(row workspace.Row) {
	r := &Row{Row: row, Price: priceOf(row, p.session.Text), version: p.version}
	if old, ok := p.rows.get(row.ID); ok {
		r.Lights, r.lit = old.Lights, old.lit
	}
	p.rows.put(row.ID, r)
}

// IsFiltered reports whether the list leaves products out.
func (p *Model) IsFiltered() bool { return view.IsFilter(p.Filter) || len(p.Picks) > 0 }

// Search looks for words.
func (p *Model) Search(words string) {
	if p.Filter.Search != words {
		p.Filter.Search = words
		p.Load()
	}
}

// SortBy orders the list.
func (p *Model) SortBy(by catalog.Sort) {
	p.Sort = by
	p.Load()
}

// Use shows another list.
func (p *Model) Use(f catalog.Filter) {
	p.Filter, p.Picks = f, nil
	p.Load()
}

// DropChosen takes away that products were chosen one by one.
func (p *Model) DropChosen() {
	p.Filter.IDs, p.Filter.SKUs = nil, nil
	p.Load()
}

// Toggle adds a condition to the filter, or takes it out. A field has one
// condition that compares: another value takes its place.
func (p *Model) Toggle(c catalog.Condition) {
	where := slices.Clone(p.Filter.Where)
	if i := slices.Index(where, c); i >= 0 {
		where = slices.Delete(where, i, i+1)
	} else {
		where = slices.DeleteFunc(where, func(have catalog.Condition) bool { return have.Field == c.Field && have.Op == c.Op })
		where = append(where, c)
	}
	p.Filter.Where = where
	p.Load()
}

// ShowAll takes all filters away.
func (p *Model) ShowAll() { p.Use(catalog.Filter{}) }

// Open goes to a product, with more to step through; nil: with all of the list.
// Where the list is of products that have a problem, or lack a field, it goes there.
func (p *Model) Open(id catalog.ID, among []catalog.ID) {
	if among == nil {
		among = p.ids
	}
	t := p.wrongField()
	t.Place, t.Product, t.Among = view.ProductPlace, id, among
	p.session.Go(t)
}

// Among are the products of the list, to step through.
func (p *Model) Among() []catalog.ID { return p.ids }

// wrongField is what the products of the list are shown for: the problem that they
// have, or the field that they lack. Nothing where it is neither.
func (p *Model) wrongField() view.Target {
	for _, pick := range p.Picks {
		if first, ok := p.exampleOf(pick); ok {
			return view.Target{Field: catalog.Field(first.Field), Problem: first.Code}
		}
	}
	for _, c := range p.Filter.Where {
		if c.Op == catalog.OpBlank {
			return view.Target{Field: c.Field, Problem: fieldMissing}
		}
	}
	return view.Target{}
}

// fieldMissing represents the problem of a product that is shown since it lacks a
// field, whether or not a channel minds.
const fieldMissing = "field-missing"

// exampleOf is the problem of a pick, as the first product has it; not ok where it
// picks by a channel's state, or the findings are not there.
func (p *Model) exampleOf(pick catalog.FindingFilter) (catalog.Problem, bool) {
	sum, known := p.session.Survey().Sum()
	if !known || pick.Problem == (catalog.ProblemKind{}) {
		return catalog.Problem{}, false
	}
	return sum.Problem(pick.Problem)
}
