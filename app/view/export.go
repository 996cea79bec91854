package view

import (
	"context"
	"path/filepath"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// ExportStep is a step of the road on which products go out.
type ExportStep int

// The steps.
const (
	ExportChannel ExportStep = iota
	ExportCheck
	ExportPreview
	ExportDone
)

// ExportSteps is how many there are.
const ExportSteps = 4

// previewedRows is how many rows of a feed are shown before it is written.
const previewedRows = 20

// Export is the road of products into the files of a channel.
type Export struct {
	Step     ExportStep
	Channels []ChannelCard // to choose from; without counts
	Channel  ChannelCard   // the one chosen; its Name is "" before
	Filter   catalog.Filter
	All      bool   // blocked products go along
	Dir      string // folder that the files go into
	Busy     bool
	Empty    bool // the catalogue has no products
	Wrong    error

	Checked  bool         // Channel, Problems and Needs are counted
	Problems []TopProblem // of the channel, the gravest first
	Needs    []ExportNeed
	Rows     *FeedRows     // nil before the preview was made
	Report   *ExportReport // nil before the files were written

	// Tell is called when any of this is another; the screen sets it.
	Tell func()

	session *Session
	loading Loading
	forget  func()
	writing bool
}

// FeedRows is the beginning of a feed's file, cell by cell.
type FeedRows struct {
	File    string
	Head    int        // how many of the lines are the file's header
	Lines   [][]string // all as wide as the feed
	Columns int
}

// NewExport makes the model.
func NewExport(s *Session) *Export { return &Export{session: s, Tell: func() {}} }

// Enter looks again at what is shown, and whenever the catalogue is written to.
func (m *Export) Enter() {
	if m.session.Workspace == nil {
		return
	}
	if m.forget == nil {
		m.forget = m.session.OnChange(m.reload)
	}
	m.Channels = m.Channels[:0]
	for _, c := range m.session.Workspace.Channels() {
		m.Channels = append(m.Channels, newCard(c, m.session.Text))
	}
	m.reload()
}

// Leave stops what is being looked at. An export goes on: it stands in the status
// line.
func (m *Export) Leave() {
	if m.loading.Stop() && !m.writing {
		m.Busy = false
	}
	if m.forget != nil {
		m.forget()
		m.forget = nil
	}
}

// Receive takes a channel, products to choose from, or both, to export.
func (m *Export) Receive(t Target) {
	if m.writing {
		return
	}
	switch {
	case t.Channel != "":
		m.Filter = t.Filter
		m.choose(t.Channel)
	case isFilter(t.Filter):
		m.Filter, m.Step, m.Report = t.Filter, ExportChannel, nil
	}
}

// Choose takes a channel and checks the products for it.
func (m *Export) Choose(name string) {
	if m.writing {
		return
	}
	m.choose(name)
	m.reload()
}

func (m *Export) choose(name string) {
	c, err := m.session.Workspace.Channel(name)
	if err != nil {
		m.Wrong = err
		return
	}
	if name != m.Channel.Name {
		m.Needs, m.Dir = nil, m.folder(name)
	}
	m.Channel, m.Step, m.Wrong = newCard(c, m.session.Text), ExportCheck, nil
	m.Checked, m.Problems, m.Rows, m.Report = false, nil, nil, nil
}

// folder is where a channel's files go unless a person says otherwise: beside the
// catalogue, in a folder of their own.
func (m *Export) folder(channel string) string {
	path := m.session.Workspace.Path()
	return filepath.Join(filepath.Dir(path), FileName(path)+"-"+channel)
}

// Reaches reports whether a step can be gone to.
func (m *Export) Reaches(step ExportStep) bool {
	switch step {
	case ExportChannel:
		return !m.writing
	case ExportCheck:
		return m.Channel.Name != "" && !m.writing
	case ExportPreview:
		return m.Checked && m.Writes() > 0 && !m.writing
	}
	return m.Report != nil
}

// GoTo goes to a step that can be reached.
func (m *Export) GoTo(step ExportStep) {
	if !m.Reaches(step) || step == m.Step {
		return
	}
	m.Step = step
	m.reload()
}

// Writes is how many products would be written.
func (m *Export) Writes() int {
	if m.All {
		return m.Channel.Products
	}
	return m.Channel.Ready + m.Channel.Warned
}

// TakeAll says whether blocked products go along.
func (m *Export) TakeAll(all bool) {
	if m.All != all {
		m.All, m.Rows = all, nil
		m.reload()
	}
}

// TakeEvery forgets the filter: all products of the catalogue are looked at.
func (m *Export) TakeEvery() {
	m.Filter = catalog.Filter{}
	m.choose(m.Channel.Name)
	m.reload()
}

// IsFiltered reports whether some products are not even looked at.
func (m *Export) IsFiltered() bool { return isFilter(m.Filter) }

// isFilter reports whether a filter leaves anything out.
func isFilter(f catalog.Filter) bool {
	return f.Search != "" || len(f.Where)+len(f.SKUs)+len(f.IDs) > 0
}

// UseFolder says where the files go.
func (m *Export) UseFolder(path string) {
	if path != "" {
		m.Dir = path
		m.Tell()
	}
}

// reload looks at what the step shows.
func (m *Export) reload() {
	if m.writing {
		return
	}
	switch m.Step {
	case ExportCheck:
		m.check()
	case ExportPreview:
		m.preview()
	case ExportChannel:
		m.count()
	default:
		m.lookBack()
	}
}

// count looks whether there is anything to export. What went wrong before stays told:
// a channel that cannot be used leads back here.
func (m *Export) count() {
	w := m.session.Workspace
	m.Tell()
	Load(m.loading.Start(), m.session, func(ctx context.Context) (int, error) {
		return w.Count(ctx, catalog.Filter{})
	}, func(n int) {
		m.Empty = n == 0
		m.Tell()
	}, func(err error) {
		m.Wrong = err
		m.Tell()
	})
}

// look runs work in the background and shows its result; m.Busy says so meanwhile.
func look[T any](m *Export, work func(context.Context) (T, error), show func(T)) {
	m.Busy, m.Wrong = true, nil
	m.Tell()
	Load(m.loading.Start(), m.session, work, func(result T) {
		m.Busy = false
		show(result)
		m.Tell()
	}, func(err error) {
		m.Busy, m.Wrong = false, err
		m.Tell()
	})
}

// exportCheck is what a look at the products for a channel gives.
type exportCheck struct {
	found    *workspace.Findings
	survey   workspace.Survey
	settings map[string]string
}

func (m *Export) check() {
	w, name, filter := m.session.Workspace, m.Channel.Name, m.Filter
	look(m, func(ctx context.Context) (found exportCheck, err error) {
		c, err := w.Channel(name)
		if err != nil {
			return found, err
		}
		if found.found, err = w.LookAt(ctx, []*export.Channel{c}, filter, nil); err != nil {
			return found, err
		}
		found.survey = found.found.Survey()
		found.settings, err = w.Settings(ctx)
		return found, err
	}, func(found exportCheck) {
		m.Checked, m.Channel = true, cardsOf(found.survey, m.session.Text)[0]
		m.Problems = topProblemsOf(found.survey, found.found, m.session.Text)
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
func (m *Export) narrow(t Target, found *workspace.Findings) Target {
	t.Filter = m.Filter
	if m.session.Survey().covers(m.Channel.Name) {
		t.Pick.Channel = m.Channel.Name
		return t
	}
	t.Filter.IDs, t.Pick = found.IDs(t.Pick), workspace.Pick{}
	return t
}

func (m *Export) request() workspace.ExportRequest {
	return workspace.ExportRequest{
		Channel: m.Channel.Name, Dir: m.Dir, All: m.All, Filter: m.Filter,
		Locale: localeOf(m.session.Text), Describe: m.session.Text.Problem,
	}
}

func (m *Export) preview() {
	r := m.request()
	look(m, func(ctx context.Context) (export.Preview, error) {
		return m.session.Workspace.PreviewExport(ctx, r, previewedRows)
	}, func(p export.Preview) { m.Rows = newFeedRows(p) })
}

func newFeedRows(p export.Preview) *FeedRows {
	f := &FeedRows{File: p.File, Head: len(p.Header)}
	f.Lines = append(append(f.Lines, p.Header...), p.Rows...)
	for _, line := range f.Lines {
		f.Columns = max(f.Columns, len(line))
	}
	return f
}
