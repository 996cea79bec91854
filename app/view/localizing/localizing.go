// Package localizing is the view model of the screen on which Chinese listings are
// written: the products that are gone through, and the lines of the one that is shown.
package localizing

import (
	"context"
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Show is which products are gone through, by their listing's state.
type Show string

// What can be gone through.
const (
	ShowUnfinished    Show = "unfinished"
	ShowEmpty         Show = "empty"
	ShowDraft         Show = "draft"
	ShowTranslated    Show = "translated"
	ShowReviewed      Show = "reviewed"
	ShowSourceChanged Show = "source-changed"
	ShowAll           Show = "all"
)

// Shows are all of them, in the order in which they are offered.
var Shows = []Show{ShowUnfinished, ShowEmpty, ShowDraft, ShowTranslated, ShowReviewed, ShowSourceChanged, ShowAll}

// Model goes through products one by one and through the lines of each one's
// listing. The list of products stays as it is while a person works, so that one
// who finishes a product does not lose the place; it is read again when another is
// asked for.
type Model struct {
	// Tell is called when anything shown is another; the screen sets it.
	Tell func()

	Show       Show
	Category   string              // "": all
	Problem    catalog.ProblemKind // the zero kind: all
	Search     string
	Counts     map[Show]int // how many products each state has; the source's changes are not counted
	Categories []workspace.Facet
	State      view.ListState
	Err        error // of ListFailed
	Page       *listing.Page
	Line       int    // the current line of the page
	Typed      string // what stands in the current line now
	Notice     string // what the last thing done came to; "" for nothing to tell
	Refused    bool   // Notice tells why it was not done
	Writable   bool

	session *view.Session
	only    []catalog.ID // the products that somebody was sent here for; nil: all
	ids     []catalog.ID
	at      int
	list    view.Loading
	page    view.Loading
	forget  func()
	busy    bool   // a write is under way
	sent    string // what stood in the current line when it began
	// suggested is the entry of the suggestions that Notice tells of, "" for none.
	suggested catalog.ID
	undone    view.Loading // whether they were taken back
	then      func()       // what goes on after it, once the page was read again
	vouched   map[lineKey]bool
	limits    map[catalog.Field]workspace.ListingLimit
	to        catalog.Locale // that is written in
	back      *view.Edit     // to be put back once its product is there
}

// lineKey is a line of a product.
type lineKey struct {
	product catalog.ID
	field   catalog.Field
	part    string
}

// New makes the model.
func New(s *view.Session) *Model {
	return &Model{Tell: func() {}, Show: ShowUnfinished, session: s, to: catalog.SimplifiedChinese, vouched: map[lineKey]bool{}}
}

// Receive takes what somebody was sent here for. An empty target leaves all as it
// was.
func (m *Model) Receive(t view.Target) {
	m.back = t.Edit
	switch {
	case t.Product != "":
		m.forgetFilters([]catalog.ID{t.Product})
		if len(t.Among) > 0 {
			m.only = t.Among
		}
		m.at = max(0, slices.Index(m.only, t.Product))
	case len(t.Filter.IDs) > 0:
		m.forgetFilters(t.Filter.IDs)
	case t.Pick.Problem != catalog.ProblemKind{}:
		m.forgetFilters(nil)
		m.Problem = t.Pick.Problem
	case t.Filter.Search != "":
		m.Search, m.at, m.Page = t.Filter.Search, 0, nil
	}
}

// forgetFilters asks for some products, nil for all, whatever was asked for before.
func (m *Model) forgetFilters(only []catalog.ID) {
	m.only, m.Show, m.Category, m.Problem, m.Search, m.at, m.Page = only, ShowAll, "", catalog.ProblemKind{}, "", 0, nil
}

// Enter reads the list; the page is read again whenever the catalogue is written to.
func (m *Model) Enter() {
	if m.forget == nil {
		unlisten, unwatch := m.session.OnChange(m.changed), m.session.Survey().Watch(m.surveyed)
		m.forget = func() {
			unlisten()
			unwatch()
		}
	}
	m.session.Survey().Look()
	m.lookBack()
	m.Writable = m.session.Workspace.ReadOnly() == nil
	m.load()
}

// Leave ends all reading, and what was to go on after a write.
func (m *Model) Leave() {
	m.list.Stop()
	m.page.Stop()
	m.undone.Stop()
	m.then = nil
	if m.forget != nil {
		m.forget()
		m.forget = nil
	}
}

// IsOnly reports whether the list is of products that somebody was sent here for.
func (m *Model) IsOnly() bool { return m.only != nil }

// ShowOnly asks for products of a state.
func (m *Model) ShowOnly(show Show) { m.ask(func() { m.Show = show }) }

// ShowCategory asks for products of a category; "" for all.
func (m *Model) ShowCategory(category string) { m.ask(func() { m.Category = category }) }

// ShowProblem asks for products with a problem; the zero kind for all.
func (m *Model) ShowProblem(kind catalog.ProblemKind) { m.ask(func() { m.Problem = kind }) }

// SearchFor looks for words.
func (m *Model) SearchFor(words string) {
	if words != m.Search {
		m.ask(func() { m.Search = words })
	}
}

// ShowEvery takes all filters away and asks for what is unfinished.
func (m *Model) ShowEvery() {
	m.ask(func() {
		m.forgetFilters(nil)
		m.Show = ShowUnfinished
	})
}

// ask reads another list from its beginning, after what is typed was kept.
func (m *Model) ask(change func()) {
	m.keepThen(func() {
		change()
		m.at, m.Page, m.Notice = 0, nil, ""
		m.load()
	})
}

// isFiltered reports whether products are left out by something else than their
// state.
func (m *Model) isFiltered() bool {
	return m.only != nil || m.Category != "" || m.Search != "" || m.Problem != catalog.ProblemKind{}
}

// filter is the filter without the state and the problem.
func (m *Model) filter() catalog.Filter {
	f := catalog.Filter{Search: m.Search, IDs: m.only}
	if m.Category != "" {
		f.Where = append(f.Where, catalog.Condition{Field: catalog.FieldCategory, Op: catalog.OpEqual, Value: m.Category})
	}
	return f
}

// shown is a filter with the state that is gone through. ShowSourceChanged is no
// condition.
func shown(f catalog.Filter, show Show, to catalog.Locale) catalog.Filter {
	state := catalog.ListingState.At(to)
	f.Where = slices.Clone(f.Where)
	switch show {
	case ShowUnfinished:
		f.Unfinished = to
	case ShowEmpty:
		f.Where = append(f.Where, catalog.Condition{Field: state, Op: catalog.OpBlank})
	case ShowDraft, ShowTranslated, ShowReviewed:
		f.Where = append(f.Where, catalog.Condition{Field: state, Op: catalog.OpEqual, Value: string(show)})
	}
	return f
}

// productList is what one look at the catalogue gives.
type productList struct {
	ids        []catalog.ID
	counts     map[Show]int
	categories []workspace.Facet
	limits     map[catalog.Field]workspace.ListingLimit
	to         catalog.Locale
}

func (m *Model) load() {
	w, show := m.session.Workspace, m.Show
	choose, ok := m.chosen()
	if !ok {
		return // the survey comes, or tells why it does not
	}
	view.Load(m.list.Start(), m.session, func(ctx context.Context) (productList, error) {
		return readList(ctx, w, choose(), show)
	}, m.showList, m.fail)
}

func readList(ctx context.Context, w *workspace.Workspace, f catalog.Filter, show Show) (l productList, err error) {
	if l.to, err = w.Script(ctx); err != nil {
		return l, err
	}
	if show == ShowSourceChanged {
		l.ids, err = w.SourceChanged(ctx, f, l.to)
	} else {
		l.ids, err = w.IDs(ctx, shown(f, show, l.to), catalog.Sort{})
	}
	if err == nil {
		l.counts, err = countStates(ctx, w, f, l.to)
	}
	if err == nil {
		l.categories, err = w.Facets(ctx, catalog.Filter{IDs: f.IDs}, catalog.FieldCategory)
	}
	if err == nil {
		l.limits, err = w.ListingLimits(ctx, l.to)
	}
	return l, err
}

func (m *Model) fail(err error) {
	m.State, m.Err = view.ListFailed, err
	m.Tell()
}

func (m *Model) showList(l productList) {
	m.ids, m.Categories, m.limits, m.to, m.Counts = l.ids, l.categories, l.limits, l.to, l.counts
	if len(m.ids) == 0 {
		m.State, m.Page = view.ListNothing, nil
		if back := m.back; back != nil { // its product is gone
			m.back = nil
			m.session.TellLost(back.Text)
		}
		if m.Counts[ShowAll] == 0 && !m.isFiltered() {
			m.State = view.ListEmpty
		}
		m.Tell()
		return
	}
	m.State = view.ListReady
	if m.Page != nil {
		if i := slices.Index(m.ids, m.Page.ID); i >= 0 {
			m.at = i
		}
	}
	m.at = min(m.at, len(m.ids)-1)
	m.read(m.ids[m.at], m.aim)
}

// countStates counts the products of a filter by the state of their listing.
func countStates(ctx context.Context, w *workspace.Workspace, f catalog.Filter, to catalog.Locale) (map[Show]int, error) {
	counts := map[Show]int{}
	states, err := w.Facets(ctx, f, catalog.ListingState.At(to))
	if err != nil {
		return nil, err
	}
	shows := map[catalog.State]Show{
		catalog.StateEmpty: ShowEmpty, catalog.StateDraft: ShowDraft, catalog.StateTranslated: ShowTranslated, catalog.StateReviewed: ShowReviewed,
	}
	for _, f := range states {
		counts[shows[catalog.State(f.Value)]] += f.Count
		counts[ShowAll] += f.Count
	}
	counts[ShowUnfinished], err = w.Count(ctx, shown(f, ShowUnfinished, to))
	return counts, err
}

// pictureSide is the side of the picture beside the lines, px.
const pictureSide = 512

// read reads a product's page and hands it to use, which shows it.
func (m *Model) read(id catalog.ID, use func(*listing.Page)) {
	w, limits, to := m.session.Workspace, m.limits, m.to
	view.Load(m.page.Start(), m.session, func(ctx context.Context) (*listing.Page, error) {
		work, err := w.Listing(ctx, id, to)
		if err != nil {
			return nil, err
		}
		check, err := w.ListingCheck(ctx, to)
		if err != nil {
			return nil, err
		}
		page := listing.NewPage(work, limits, check, m.session)
		if len(work.Product.Images) > 0 {
			page.Picture, err = w.Thumbnail(ctx, work.Product.Images[0].Source, pictureSide)
		}
		return page, err
	}, use, m.unread)
}

// unread is told that a page could not be read. What is typed stays; where its
// product was deleted meanwhile it is told at least.
func (m *Model) unread(err error) {
	m.then = nil
	if m.Page == nil {
		m.fail(err)
		return
	}
	if m.Dirty() {
		if !workspace.IsGone(err) {
			m.session.Fail(err)
			return
		}
		m.session.TellLost(m.Typed)
	}
	m.Page = nil
	m.load()
}

// Place is which product is shown, counted from 1, and how many there are.
func (m *Model) Place() (at, of int) { return m.at + 1, len(m.ids) }

// Locale is the locale that is written in.
func (m *Model) Locale() catalog.Locale { return m.to }

// Limit is the limit that the title has, for the header; zero where there is none.
func (m *Model) Limit() (export.Limit, string) {
	if m.Page == nil || len(m.Page.Lines) == 0 {
		return export.Limit{}, ""
	}
	return m.Page.Lines[0].Limit, m.Page.Lines[0].Channel
}

// IsFinished reports whether nothing of the whole catalogue is left to do.
func (m *Model) IsFinished() bool {
	return m.Show == ShowUnfinished && !m.isFiltered() && m.Counts[ShowAll] > 0
}
