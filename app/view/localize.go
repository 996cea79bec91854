package view

import (
	"context"
	"image"
	"slices"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/export"
)

// LocalizeShow is which products are gone through, by their listing's state.
type LocalizeShow string

// What can be gone through.
const (
	ShowUnfinished    LocalizeShow = "unfinished"
	ShowEmpty         LocalizeShow = "empty"
	ShowDraft         LocalizeShow = "draft"
	ShowTranslated    LocalizeShow = "translated"
	ShowReviewed      LocalizeShow = "reviewed"
	ShowSourceChanged LocalizeShow = "source-changed"
	ShowAll           LocalizeShow = "all"
)

// LocalizeShows are all of them, in the order in which they are offered.
var LocalizeShows = []LocalizeShow{ShowUnfinished, ShowEmpty, ShowDraft, ShowTranslated, ShowReviewed, ShowSourceChanged, ShowAll}

// Localize goes through products one by one and through the lines of each one's
// listing. The list of products stays as it is while a person works, so that one
// who finishes a product does not lose the place; it is read again when another is
// asked for.
type Localize struct {
	// Tell is called when anything shown is another; the screen sets it.
	Tell func()

	Show       LocalizeShow
	Category   string              // "": all
	Problem    catalog.ProblemKind // the zero kind: all
	Search     string
	Counts     map[LocalizeShow]int // how many products each state has; the source's changes are not counted
	Categories []workspace.Facet
	State      ListState
	Err        error // of ListFailed
	Page       *ListingPage
	Line       int    // the current line of the page
	Typed      string // what stands in the current line now
	Notice     string // what the last thing done came to; "" for nothing to tell
	Refused    bool   // Notice tells why it was not done
	Writable   bool

	session *Session
	only    []catalog.ID // the products that somebody was sent here for; nil: all
	ids     []catalog.ID
	at      int
	list    Loading
	page    Loading
	forget  func()
	busy    bool   // a write is under way
	sent    string // what stood in the current line when it began
	// suggested is the entry of the suggestions that Notice tells of, "" for none.
	suggested catalog.ID
	undone    Loading // whether they were taken back
	then      func()  // what goes on after it, once the page was read again
	vouched   map[lineKey]bool
	limits    map[catalog.Field]workspace.ListingLimit
	to        catalog.Locale // that is written in
	back      *Edit          // to be put back once its product is there
}

// lineKey is a line of a product.
type lineKey struct {
	product catalog.ID
	field   catalog.Field
	part    string
}

// ListingPage is one product with its listing.
type ListingPage struct {
	ID            catalog.ID
	Title         string
	SKU           string
	Brand         string
	Category      string
	State         catalog.State
	Filled        bool // of a draft: no word is missing
	SourceChanged bool
	Lines         []ListingLine
	Blockers      []ListingBlocker // what keeps it from being accepted
	Picture       image.Image      // nil: none that can be shown
}

// NewLocalize makes the model.
func NewLocalize(s *Session) *Localize {
	return &Localize{Tell: func() {}, Show: ShowUnfinished, session: s, to: catalog.SimplifiedChinese, vouched: map[lineKey]bool{}}
}

// Receive takes what somebody was sent here for. An empty target leaves all as it
// was.
func (m *Localize) Receive(t Target) {
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
func (m *Localize) forgetFilters(only []catalog.ID) {
	m.only, m.Show, m.Category, m.Problem, m.Search, m.at, m.Page = only, ShowAll, "", catalog.ProblemKind{}, "", 0, nil
}

// Enter reads the list; the page is read again whenever the catalogue is written to.
func (m *Localize) Enter() {
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
func (m *Localize) Leave() {
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
func (m *Localize) IsOnly() bool { return m.only != nil }

// ShowOnly asks for products of a state.
func (m *Localize) ShowOnly(show LocalizeShow) { m.ask(func() { m.Show = show }) }

// ShowCategory asks for products of a category; "" for all.
func (m *Localize) ShowCategory(category string) { m.ask(func() { m.Category = category }) }

// ShowProblem asks for products with a problem; the zero kind for all.
func (m *Localize) ShowProblem(kind catalog.ProblemKind) { m.ask(func() { m.Problem = kind }) }

// SearchFor looks for words.
func (m *Localize) SearchFor(words string) {
	if words != m.Search {
		m.ask(func() { m.Search = words })
	}
}

// ShowEvery takes all filters away and asks for what is unfinished.
func (m *Localize) ShowEvery() {
	m.ask(func() {
		m.forgetFilters(nil)
		m.Show = ShowUnfinished
	})
}

// ask reads another list from its beginning, after what is typed was kept.
func (m *Localize) ask(change func()) {
	m.keepThen(func() {
		change()
		m.at, m.Page, m.Notice = 0, nil, ""
		m.load()
	})
}

// isFiltered reports whether products are left out by something else than their
// state.
func (m *Localize) isFiltered() bool {
	return m.only != nil || m.Category != "" || m.Search != "" || m.Problem != catalog.ProblemKind{}
}

// filter is the filter without the state and the problem.
func (m *Localize) filter() catalog.Filter {
	f := catalog.Filter{Search: m.Search, IDs: m.only}
	if m.Category != "" {
		f.Where = append(f.Where, catalog.Condition{Field: catalog.FieldCategory, Op: catalog.OpEqual, Value: m.Category})
	}
	return f
}

// shown is a filter with the state that is gone through. ShowSourceChanged is no
// condition.
func shown(f catalog.Filter, show LocalizeShow, to catalog.Locale) catalog.Filter {
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

// localizeList is what one look at the catalogue gives.
type localizeList struct {
	ids        []catalog.ID
	counts     map[LocalizeShow]int
	categories []workspace.Facet
	limits     map[catalog.Field]workspace.ListingLimit
	to         catalog.Locale
}

func (m *Localize) load() {
	w, show := m.session.Workspace, m.Show
	choose, ok := m.chosen()
	if !ok {
		return // the survey comes, or tells why it does not
	}
	Load(m.list.Start(), m.session, func(ctx context.Context) (localizeList, error) {
		return readLocalizeList(ctx, w, choose(), show)
	}, m.showList, m.fail)
}

func readLocalizeList(ctx context.Context, w *workspace.Workspace, f catalog.Filter, show LocalizeShow) (l localizeList, err error) {
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

func (m *Localize) fail(err error) {
	m.State, m.Err = ListFailed, err
	m.Tell()
}

func (m *Localize) showList(l localizeList) {
	m.ids, m.Categories, m.limits, m.to, m.Counts = l.ids, l.categories, l.limits, l.to, l.counts
	if len(m.ids) == 0 {
		m.State, m.Page = ListNothing, nil
		if back := m.back; back != nil { // its product is gone
			m.back = nil
			m.session.TellLost(back.Text)
		}
		if m.Counts[ShowAll] == 0 && !m.isFiltered() {
			m.State = ListEmpty
		}
		m.Tell()
		return
	}
	m.State = ListReady
	if m.Page != nil {
		if i := slices.Index(m.ids, m.Page.ID); i >= 0 {
			m.at = i
		}
	}
	m.at = min(m.at, len(m.ids)-1)
	m.read(m.ids[m.at], m.aim)
}

// countStates counts the products of a filter by the state of their listing.
func countStates(ctx context.Context, w *workspace.Workspace, f catalog.Filter, to catalog.Locale) (map[LocalizeShow]int, error) {
	counts := map[LocalizeShow]int{}
	states, err := w.Facets(ctx, f, catalog.ListingState.At(to))
	if err != nil {
		return nil, err
	}
	shows := map[catalog.State]LocalizeShow{
		catalog.StateEmpty: ShowEmpty, catalog.StateDraft: ShowDraft, catalog.StateTranslated: ShowTranslated, catalog.StateReviewed: ShowReviewed,
	}
	for _, f := range states {
		counts[shows[catalog.State(f.Value)]] += f.Count
		counts[ShowAll] += f.Count
	}
	counts[ShowUnfinished], err = w.Count(ctx, shown(f, ShowUnfinished, to))
	return counts, err
}

// localizePicture is the side of the picture beside the lines, px.
const localizePicture = 512

// read reads a product's page and hands it to use, which shows it.
func (m *Localize) read(id catalog.ID, use func(*ListingPage)) {
	w, limits, to := m.session.Workspace, m.limits, m.to
	Load(m.page.Start(), m.session, func(ctx context.Context) (*ListingPage, error) {
		work, err := w.Listing(ctx, id, to)
		if err != nil {
			return nil, err
		}
		check, err := w.ListingCheck(ctx, to)
		if err != nil {
			return nil, err
		}
		page := newListingPage(work, limits, check, m.session)
		if len(work.Product.Images) > 0 {
			page.Picture, err = w.Thumbnail(ctx, work.Product.Images[0].Source, localizePicture)
		}
		return page, err
	}, use, m.unread)
}

// unread is told that a page could not be read. What is typed stays; where its
// product was deleted meanwhile it is told at least.
func (m *Localize) unread(err error) {
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

// lineAt is where a line is in the page, -1 where it is no more.
func (p *ListingPage) lineAt(line localize.Line) int {
	return slices.IndexFunc(p.Lines, func(l ListingLine) bool { return l.Is(line) })
}

func newListingPage(work workspace.ListingWork, limits map[catalog.Field]workspace.ListingLimit, check *workspace.ListingCheck, s *Session) *ListingPage {
	p, l := work.Product, &work.Listing
	page := &ListingPage{
		ID: p.ID, Title: p.Title, Brand: p.Brand, Category: p.Category, State: l.State, Filled: l.Filled, SourceChanged: p.SourceChanged(l),
		Lines: listingLines(work, limits, s.Text),
	}
	if skus := p.SKUs(); len(skus) > 0 {
		page.SKU = skus[0]
	}
	page.block(check.Blockers(p), s.Workspace, s.Text)
	return page
}

// Place is which product is shown, counted from 1, and how many there are.
func (m *Localize) Place() (at, of int) { return m.at + 1, len(m.ids) }

// Locale is the locale that is written in.
func (m *Localize) Locale() catalog.Locale { return m.to }

// Limit is the limit that the title has, for the header; zero where there is none.
func (m *Localize) Limit() (export.Limit, string) {
	if m.Page == nil || len(m.Page.Lines) == 0 {
		return export.Limit{}, ""
	}
	return m.Page.Lines[0].Limit, m.Page.Lines[0].Channel
}

// IsFinished reports whether nothing of the whole catalogue is left to do.
func (m *Localize) IsFinished() bool {
	return m.Show == ShowUnfinished && !m.isFiltered() && m.Counts[ShowAll] > 0
}
