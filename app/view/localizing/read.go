package localizing

import (
	"cmp"
	"context"
	"slices"

	"tradewind.app/app/view"
	"tradewind.app/app/view/listing"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// filter is the filter without the state and the problem.
func (m *Model) filter() catalog.Filter {
	f := catalog.Filter{Search: m.Search, IDs: m.only}
	if m.Category != "" {
		f.Where = append(f.Where, catalog.Condition{Field: catalog.FieldCategory, Op: catalog.OpEqual, Value: m.Category})
	}
	return f
}

// shown is a filter with the state that is gone through.
func shown(f catalog.Filter, show Show, to catalog.Locale) catalog.Filter {
	state := catalog.ListingState.At(to)
	f.Where = slices.Clone(f.Where)
	switch show {
	case ShowUnfinished:
		f.Unfinished = to
	case ShowEmpty:
		f.Where = append(f.Where, catalog.Condition{Field: state, Op: catalog.OpBlank})
	case ShowStale:
		f.Stale = to
	case ShowDraft, ShowImported, ShowStandard, ShowTranslated, ShowReviewed:
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
	filter, ok := m.chosen()
	if !ok {
		return // the survey comes, or says why it does not
	}
	view.Load(m.list.Start(), m.session, func(ctx context.Context) (productList, error) {
		return readList(ctx, w, filter, show)
	}, m.showList, m.fail)
}

func readList(ctx context.Context, w *workspace.Workspace, f catalog.Filter, show Show) (l productList, err error) {
	if l.to, err = w.Script(ctx); err != nil {
		return l, err
	}
	if l.ids, err = w.IDs(ctx, shown(f, show, l.to), catalog.Sort{}); err == nil {
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

func (m *Model) showList(l productList) {
	m.ids, m.Categories, m.limits, m.to, m.Counts = l.ids, l.categories, l.limits, l.to, l.counts
	if len(m.ids) == 0 {
		m.State, m.Page = view.ListNothing, nil
		if back := m.back; back != nil { // its product is gone
			m.back = nil
			m.session.ReportLost(back.Text)
		}
		if m.Counts[ShowAll] == 0 && !m.isFiltered() {
			m.State = view.ListEmpty
		}
		m.Changed()
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
	for _, f := range states {
		counts[cmp.Or(Show(f.Value), ShowEmpty)] += f.Count
		counts[ShowAll] += f.Count
	}
	for _, show := range []Show{ShowUnfinished, ShowStale} {
		if counts[show], err = w.Count(ctx, shown(f, show, to)); err != nil {
			return nil, err
		}
	}
	return counts, nil
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
		gloss, err := w.Gloss(ctx, work)
		if err != nil {
			return nil, err
		}
		page.SetGloss(gloss)
		if len(work.Product.Images) > 0 {
			page.Picture, err = w.Thumbnail(ctx, work.Product.Images[0].Source, pictureSide)
		}
		return page, err
	}, use, m.unread)
}

// unread is called when a page could not be read. What is typed stays; where its
// product was deleted meanwhile it is shown at least.
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
		m.session.ReportLost(m.Typed)
	}
	m.Page = nil
	m.load()
}

// recount counts the states again, without touching the list that is worked on.
func (m *Model) recount() {
	w, to := m.session.Workspace, m.to
	filter, ok := m.chosen()
	if !ok {
		return
	}
	view.Load(m.list.Start(), m.session, func(ctx context.Context) (map[Show]int, error) {
		return countStates(ctx, w, filter, to)
	}, func(counts map[Show]int) {
		m.Counts = counts
		m.Changed()
	}, m.fail)
}

// readAgain shows the page as it is now. What is being typed stays in its line; where
// that was saved, and nothing was typed since, what was to follow does.
func (m *Model) readAgain(page *listing.Page) {
	line, typed, dirty, then := m.Current(), m.Typed, m.Dirty(), m.then
	m.Page, m.then = page, nil
	there := m.stay(line.Line)
	switch {
	case then != nil && (!dirty || typed == m.sent):
		then()
		return
	case dirty && there:
		m.Typed = typed
	case dirty:
		m.session.ReportLost(typed)
	}
	m.Changed()
}
