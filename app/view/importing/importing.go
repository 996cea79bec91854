// Package importing is the view model of the road on which a spreadsheet comes in:
// its sheet and columns, the plan of what would change, and the import.
package importing

import (
	"context"
	"path/filepath"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/sheet"
)

// Step is a step of the road on which a spreadsheet comes in.
type Step int

// The steps.
const (
	StepFile Step = iota
	StepSheet
	StepColumns
	StepPreview
	StepDone
)

// Steps is how many there are.
const Steps = 5

// EmptyCells says what an empty cell means.
type EmptyCells = workspace.EmptyCells

// The two meanings of an empty cell.
const (
	KeepEmpty  = workspace.KeepEmpty
	ClearEmpty = workspace.ClearEmpty
)

// previewRows is how many rows of a file are shown before its import.
const previewRows = 40

// Model is the road of one spreadsheet into the catalogue. It is kept while the
// window is open: who looks something up elsewhere finds it as it was.
type Model struct {
	Step  Step
	File  string // path; "" before one was chosen
	Empty EmptyCells
	Busy  bool  // something is being read
	Wrong error // why the file, or the last thing asked for, did not work

	Plan   *Plan  // of the dry run; nil while there is none
	Result *Plan  // of the import
	Undone bool   // the import was taken back
	Saved  string // path of the refused rows as they were saved

	// Changed is called when any of this changes; the screen sets it.
	Changed func()

	session  *view.Session
	preview  workspace.Preview
	encoding string // asked for; "" to find it out
	load     view.Loading
	runs     int // counts what was asked for, so that late answers are known
}

// Of is the session's import, at its beginning when it is first asked for.
func Of(s *view.Session) *Model {
	return view.Keep(s, func() *Model { return &Model{session: s, Empty: KeepEmpty} })
}

// Name is the file's name without its folder.
func (m *Model) Name() string { return filepath.Base(m.File) }

func (m *Model) tell() {
	if m.Changed != nil {
		m.Changed()
	}
}

// Open begins with a file, unless one is being compared or imported.
func (m *Model) Open(path string) {
	if m.Busy && m.Step >= StepPreview {
		return
	}
	m.Restart()
	m.File = path
	m.read(workspace.ImportRequest{File: path}, m.first)
}

// Restart forgets the file.
func (m *Model) Restart() {
	m.load.Stop()
	*m = Model{session: m.session, Changed: m.Changed, Empty: KeepEmpty, runs: m.runs + 1}
	m.tell()
}

// Leave stops what is being read. A dry run or import goes on: it is in the
// status line.
func (m *Model) Leave() {
	if m.load.Stop() {
		m.Busy = false
	}
}

// read looks into the file; then says where the road goes on.
func (m *Model) read(r workspace.ImportRequest, then func()) {
	m.Busy, m.Wrong = true, nil
	m.tell()
	view.Load(m.load.Start(), m.session, func(ctx context.Context) (workspace.Preview, error) {
		return m.session.Workspace.Preview(ctx, r, previewRows)
	}, func(p workspace.Preview) {
		m.Busy, m.preview, m.Plan = false, p, nil
		then()
		m.tell()
	}, m.fail)
}

func (m *Model) fail(err error) {
	m.Busy, m.Wrong = false, err
	m.tell()
}

// first goes as far as nothing is in doubt: a file whose columns are all known is
// planned at once.
func (m *Model) first() {
	switch {
	case len(m.preview.Problems) > 0 && !m.columnsMend():
		m.Step = StepSheet
	case m.AllKnown():
		m.Compare()
	default:
		m.Step = StepColumns
	}
}

// Reaches reports whether a step can be gone to.
func (m *Model) Reaches(step Step) bool {
	switch {
	case m.Busy || m.Result != nil:
		return false
	case step == StepFile:
		return true
	case len(m.preview.Mapping.Columns) == 0:
		return false
	}
	return step <= StepColumns || step == StepPreview && m.Plan != nil
}

// GoTo goes to a step that can be reached.
func (m *Model) GoTo(step Step) {
	if m.Reaches(step) {
		m.Step, m.Wrong = step, nil
		m.tell()
	}
}

// Sheets lists the names of the workbook's sheets; a CSV has one, its own.
func (m *Model) Sheets() []string {
	var names []string
	for _, s := range m.preview.Sheets {
		names = append(names, s.Name)
	}
	return names
}

// Sheet is the sheet that is read.
func (m *Model) Sheet() string { return m.preview.Mapping.Sheet }

// SheetsRead names the sheets that are read: the one that is shown, and those with
// the same columns.
func (m *Model) SheetsRead() string { return strings.Join(m.preview.Mapping.Sheets(), ", ") }

// HeaderRow is the row with the names of the columns, 0 when there is none.
func (m *Model) HeaderRow() int { return max(m.preview.Mapping.HeaderRow, 0) }

// Encoding is what a CSV is read in, "" for a workbook.
func (m *Model) Encoding() string { return m.preview.Encoding }

// Encodings lists what a CSV may be read in.
func (m *Model) Encodings() []string { return workspace.Encodings() }

// Row is a row as it is in the file.
type Row struct {
	Number int
	Cells  []string
}

// Rows are the first rows of the sheet.
func (m *Model) Rows() []Row {
	rows := make([]Row, len(m.preview.Rows))
	for i, r := range m.preview.Rows {
		rows[i] = Row{Number: r.Number, Cells: r.Cells}
	}
	return rows
}

// UseSheet reads another sheet, whose header is looked for anew.
func (m *Model) UseSheet(name string) {
	if name != m.Sheet() {
		m.again(workspace.ImportRequest{Sheet: name})
	}
}

// UseHeader says which row has the names of the columns; 0 says that none has.
func (m *Model) UseHeader(row int) {
	if row == m.HeaderRow() {
		return
	}
	if row == 0 {
		row = sheet.NoHeader
	}
	m.again(workspace.ImportRequest{Sheet: m.Sheet(), HeaderRow: row})
}

// UseEncoding reads a CSV in another encoding.
func (m *Model) UseEncoding(name string) {
	if name != m.Encoding() {
		m.encoding = name
		m.again(workspace.ImportRequest{})
	}
}

func (m *Model) again(r workspace.ImportRequest) {
	r.File, r.Encoding = m.File, m.encoding
	if m.preview.Encoding != "" {
		r.Sheet = ""
	}
	m.read(r, func() {})
}
