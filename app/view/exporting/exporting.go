// Package exporting is the view model of the road on which products go out: a
// channel, what it says of the products, a preview and the files.
package exporting

import (
	"context"
	"path/filepath"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Step is a step of the road on which products go out.
type Step int

// The steps.
const (
	StepChannel Step = iota
	StepCheck
	StepPreview
	StepDone
)

// Steps is how many there are.
const Steps = 4

// previewedRows is how many rows of a feed are shown before it is written.
const previewedRows = 20

// Model is the road of products into the files of a channel.
type Model struct {
	Step     Step
	Channels []view.ChannelCard // to choose from; without counts
	Channel  view.ChannelCard   // the one chosen; its Name is "" before
	Filter   catalog.Filter
	All      bool   // blocked products go along
	Drafts   bool   // texts go out too that nobody has accepted, or that are out of date
	Dir      string // folder that the files go into
	Busy     bool
	Empty    bool // the catalogue has no products
	Wrong    error

	Checked  bool              // Channel, Problems and Needs are counted
	Problems []view.TopProblem // of the channel, the gravest first
	Needs    []view.Need
	Rows     *FeedRows // nil before the preview was made
	Report   *Report   // nil before the files were written

	// Changed is called when any of this changes; the screen sets it.
	Changed func()

	session *view.Session
	loading view.Loading
	forget  func()
	writing bool
}

// FeedRows is the beginning of a feed's tables, cell by cell.
type FeedRows struct {
	File    string
	Lines   [][]string // of all tables
	Columns int        // of the widest line
	heads   map[int]bool
}

// New makes the model.
func New(s *view.Session) *Model { return &Model{session: s, Changed: func() {}} }

// Enter looks again at what is shown, and whenever the catalogue is written to.
func (m *Model) Enter() {
	if m.session.Workspace == nil {
		return
	}
	if m.forget == nil {
		m.forget = m.session.OnChange(m.reload)
	}
	m.Channels = m.Channels[:0]
	for _, c := range m.session.Workspace.Channels() {
		m.Channels = append(m.Channels, view.NewCard(c, m.session.Text))
	}
	m.reload()
}

// Leave stops what is being looked at. An export goes on: it is in the status
// line.
func (m *Model) Leave() {
	if m.loading.Stop() && !m.writing {
		m.Busy = false
	}
	if m.forget != nil {
		m.forget()
		m.forget = nil
	}
}

// Receive takes a channel, products to choose from, or both, to export.
func (m *Model) Receive(t view.Target) {
	if m.writing {
		return
	}
	switch {
	case t.Channel != "":
		m.Filter = t.Filter
		m.choose(t.Channel)
	case view.IsFilter(t.Filter):
		m.Filter, m.Step, m.Report = t.Filter, StepChannel, nil
	}
}

// Choose takes a channel and checks the products for it.
func (m *Model) Choose(name string) {
	if m.writing {
		return
	}
	m.choose(name)
	m.reload()
}

func (m *Model) choose(name string) {
	c, err := m.session.Workspace.Channel(name)
	if err != nil {
		m.Wrong = err
		return
	}
	if name != m.Channel.Name {
		m.Needs, m.Dir = nil, m.folder(name)
	}
	m.Channel, m.Step, m.Wrong = view.NewCard(c, m.session.Text), StepCheck, nil
	m.Checked, m.Problems, m.Rows, m.Report = false, nil, nil, nil
}

// folder is where a channel's files go unless a person says otherwise: beside the
// catalogue, in a folder of their own.
func (m *Model) folder(channel string) string {
	path := m.session.Workspace.Path()
	return filepath.Join(filepath.Dir(path), view.FileName(path)+"-"+channel)
}

// Reaches reports whether a step can be gone to.
func (m *Model) Reaches(step Step) bool {
	switch step {
	case StepChannel:
		return !m.writing
	case StepCheck:
		return m.Channel.Name != "" && !m.writing
	case StepPreview:
		return m.Checked && m.Writes() > 0 && !m.writing
	}
	return m.Report != nil
}

// GoTo goes to a step that can be reached.
func (m *Model) GoTo(step Step) {
	if !m.Reaches(step) || step == m.Step {
		return
	}
	m.Step = step
	m.reload()
}

// Writes is how many products would be written.
func (m *Model) Writes() int {
	if m.All {
		return m.Channel.Products
	}
	return m.Channel.Ready + m.Channel.Warned
}

// TakeAll says whether blocked products go along.
func (m *Model) TakeAll(all bool) {
	if m.All != all {
		m.All, m.Rows = all, nil
		m.reload()
	}
}

// TakeDrafts says whether texts go out too that nobody has accepted.
func (m *Model) TakeDrafts(drafts bool) {
	if m.Drafts != drafts {
		m.Drafts, m.Rows = drafts, nil
		m.reload()
	}
}

// HasDrafts reports whether the channel is one whose texts may be drafts.
func (m *Model) HasDrafts() bool {
	c, err := m.session.Workspace.Channel(m.Channel.Name)
	return err == nil && strings.HasPrefix(c.Spec().Locale, "zh")
}

// TakeEvery forgets the filter: all products of the catalogue are looked at.
func (m *Model) TakeEvery() {
	m.Filter = catalog.Filter{}
	m.choose(m.Channel.Name)
	m.reload()
}

// IsFiltered reports whether some products are not even looked at.
func (m *Model) IsFiltered() bool { return view.IsFilter(m.Filter) }

// UseFolder says where the files go.
func (m *Model) UseFolder(path string) {
	if path != "" {
		m.Dir = path
		m.Changed()
	}
}

// reload looks at what the step shows.
func (m *Model) reload() {
	if m.writing {
		return
	}
	switch m.Step {
	case StepCheck:
		m.check()
	case StepPreview:
		m.preview()
	case StepChannel:
		m.count()
	default:
		m.lookBack()
	}
}

// count looks whether there is anything to export. What went wrong before stays shown:
// a channel that cannot be used leads back here.
func (m *Model) count() {
	w := m.session.Workspace
	m.Changed()
	view.Load(m.loading.Start(), m.session, func(ctx context.Context) (int, error) {
		return w.Count(ctx, catalog.Filter{})
	}, func(n int) {
		m.Empty = n == 0
		m.Changed()
	}, func(err error) {
		m.Wrong = err
		m.Changed()
	})
}

// look runs work in the background and shows its result; m.Busy says so meanwhile.
func look[T any](m *Model, work func(context.Context) (T, error), show func(T)) {
	m.Busy, m.Wrong = true, nil
	m.Changed()
	view.Load(m.loading.Start(), m.session, work, func(result T) {
		m.Busy = false
		show(result)
		m.Changed()
	}, func(err error) {
		m.Busy, m.Wrong = false, err
		m.Changed()
	})
}

// channelCheck is what a look at the products for a channel gives.
type channelCheck struct {
	found    *workspace.Evaluation
	settings map[string]string
}

func (m *Model) check() {
	w, name, filter := m.session.Workspace, m.Channel.Name, m.Filter
	survey := w.SurveyFor
	if m.Drafts {
		survey = w.SurveyWithDrafts
	}
	look(m, func(ctx context.Context) (found channelCheck, err error) {
		c, err := w.Channel(name)
		if err != nil {
			return found, err
		}
		if found.found, err = survey(ctx, c, filter); err != nil {
			return found, err
		}
		found.settings, err = w.Settings(ctx)
		return found, err
	}, func(found channelCheck) {
		m.Checked, m.Channel = true, view.CardsOf(found.found.Survey, m.session.Text)[0]
		m.Problems = view.TopProblemsOf(found.found.Survey, m.session.Text)
		for i := range m.Problems {
			if fix := &m.Problems[i].Fix; !fix.Pick.IsZero() {
				*fix = m.narrow(*fix, found.found)
			}
		}
		m.Needs = needsOf(m.Needs, found)
	})
}

// narrow makes of a way to products one to those of this channel and filter: by
// what the list can choose by, or, of a channel that the shop does not sell on, one
// by one.
func (m *Model) narrow(t view.Target, found *workspace.Evaluation) view.Target {
	t.Filter = m.Filter
	if found.IsStored() || !m.Drafts && m.session.Survey().Covers(m.Channel.Name) {
		t.Pick.Channel = m.Channel.Name
		return t
	}
	t.Filter.IDs, t.Pick = found.With(t.Pick.Problem), catalog.FindingFilter{}
	return t
}

func (m *Model) request() workspace.ExportRequest {
	return workspace.ExportRequest{
		Channel: m.Channel.Name, Dir: m.Dir, All: m.All, Drafts: m.Drafts, Filter: m.Filter,
		Locale: view.LocaleOf(m.session.Text), Describe: m.session.Text.Problem,
	}
}

func (m *Model) preview() {
	r := m.request()
	look(m, func(ctx context.Context) ([]export.Preview, error) {
		return m.session.Workspace.PreviewExport(ctx, r, previewedRows)
	}, func(tables []export.Preview) { m.Rows = newFeedRows(tables) })
}

// newFeedRows puts the tables of a feed below each other. Where there are several, each
// has its file and its name above it.
func newFeedRows(tables []export.Preview) *FeedRows {
	f := &FeedRows{File: tables[0].File, heads: map[int]bool{}}
	for _, table := range tables {
		if len(tables) > 1 {
			f.append(true, []string{table.File, table.Table})
		}
		f.append(true, table.Header...)
		f.append(false, table.Rows...)
	}
	return f
}

func (f *FeedRows) append(head bool, lines ...[]string) {
	for _, line := range lines {
		f.heads[len(f.Lines)] = head
		f.Lines = append(f.Lines, line)
		f.Columns = max(f.Columns, len(line))
	}
}

// IsHead reports whether a line is above the rows of products.
func (f *FeedRows) IsHead(line int) bool { return f.heads[line] }
