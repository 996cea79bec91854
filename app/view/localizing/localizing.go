// Package localizing is the view model of the screen on which Chinese listings are
// written: the products that are gone through, and the lines of the one that is shown.
package localizing

import (
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
	ShowUnfinished Show = "unfinished"
	ShowEmpty      Show = "empty"
	ShowDraft      Show = "draft"
	ShowImported   Show = "imported"
	ShowStandard   Show = "standard"
	ShowTranslated Show = "translated"
	ShowReviewed   Show = "reviewed"
	ShowStale      Show = "stale" // made from texts that were changed since
	ShowAll        Show = "all"
)

// Shows are all of them, in the order in which they are offered.
var Shows = []Show{ShowUnfinished, ShowEmpty, ShowDraft, ShowImported, ShowStandard, ShowTranslated, ShowReviewed, ShowStale, ShowAll}

// Model goes through products one by one and through the lines of each one's
// listing. The list of products stays as it is while a person works, so that one
// who finishes a product does not lose the place; it is read again when another is
// asked for.
type Model struct {
	// Changed is called when anything shown changes; the screen sets it.
	Changed func()

	Show       Show
	Category   string              // "": all
	Problem    catalog.ProblemKind // the zero kind: all
	Search     string
	Counts     map[Show]int // how many products there are of each
	Categories []workspace.Facet
	State      view.ListState
	Err        error // of ListFailed
	Page       *listing.Page
	Line       int    // the current line of the page
	Typed      string // what is in the current line now
	Notice     string // what the last thing done came to; "" for nothing to show
	Refused    bool   // Notice says why it was not done
	Writable   bool

	session *view.Session
	only    []catalog.ID // the products that somebody was sent here for; nil: all
	ids     []catalog.ID
	at      int
	list    view.Loading
	page    view.Loading
	forget  func()
	busy    bool   // a write is under way
	sent    string // what was in the current line when it began
	// suggested is the entry of the suggestions that Notice is about, "" for none.
	suggested catalog.ID
	undone    view.Loading // whether they were taken back
	then      func()       // what goes on after it, once the page was read again
	limits    map[catalog.Field]workspace.ListingLimit
	to        catalog.Locale // that is written in
	back      *view.Edit     // to be put back once its product is there
}

// New makes the model.
func New(s *view.Session) *Model {
	return &Model{Changed: func() {}, Show: ShowUnfinished, session: s, to: catalog.SimplifiedChinese}
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

// isFiltered reports whether products are left out by something other than their
// state.
func (m *Model) isFiltered() bool {
	return m.only != nil || m.Category != "" || m.Search != "" || m.Problem != catalog.ProblemKind{}
}

func (m *Model) fail(err error) {
	m.State, m.Err = view.ListFailed, err
	m.Changed()
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
