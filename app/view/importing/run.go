package importing

import (
	"context"
	"errors"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// request is the import as it is.
func (m *Model) request(dry bool) workspace.ImportRequest {
	mapping := m.preview.Mapping
	return workspace.ImportRequest{File: m.File, Sheet: mapping.Sheet, Encoding: m.encoding, Mapping: &mapping, Empty: m.Empty, DryRun: dry}
}

// UseEmpty says what an empty cell means, and plans anew.
func (m *Model) UseEmpty(e EmptyCells) {
	if e != m.Empty {
		m.Empty = e
		m.Compare()
	}
}

// Compare plans the import: all of it is done and then undone.
func (m *Model) Compare() {
	m.Step, m.Plan = StepPreview, nil
	run := m.begin()
	view.Work(m.session, m.session.Text.Say("job-compare", "file", m.Name()), m.work(true, 0), func(p *Plan, err error) {
		m.end(run, err, func() { m.Plan = p })
	})
}

// Import brings the file in.
func (m *Model) Import() {
	if m.Plan == nil || m.Busy {
		return
	}
	run := m.begin()
	view.Write(m.session, m.session.Text.Say("job-import", "file", m.Name()), m.work(false, m.Plan.Rows), func(p *Plan, err error) {
		m.end(run, err, func() { m.Result, m.Step = p, StepDone })
	})
}

// work is a run of the import; total is the rows it has, where that is known.
func (m *Model) work(dry bool, total int) func(context.Context, job.Progress) (*Plan, error) {
	r := m.request(dry)
	return func(ctx context.Context, progress job.Progress) (*Plan, error) {
		seen := watcher{}
		r.Seen = seen.see
		result, err := m.session.Workspace.Import(ctx, r, func(done, _ int) { progress(done, total) })
		if err != nil {
			return nil, err
		}
		return newPlan(result, seen), nil
	}
}

// begin notes that something runs.
func (m *Model) begin() int {
	m.Busy, m.Wrong = true, nil
	m.runs++
	m.tell()
	return m.runs
}

// end takes the end of a run, unless something different was asked for since.
func (m *Model) end(run int, err error, take func()) {
	if run != m.runs {
		return
	}
	m.Busy = false
	switch {
	case err == nil:
		take()
	case errors.Is(err, context.Canceled): // it was cancelled by hand: that is no failure
		m.cancelled()
	default:
		m.Wrong = err
	}
	m.tell()
}

// cancelled goes back to where the run was asked for.
func (m *Model) cancelled() {
	if m.Step == StepPreview && m.Plan == nil {
		m.Step = StepColumns
	}
}

// Cancel ends what runs.
func (m *Model) Cancel() { m.session.Jobs.Cancel() }

// CanUndo reports whether the import wrote anything that is still there.
func (m *Model) CanUndo() bool {
	return m.Result != nil && m.Result.result.Entry != "" && !m.Undone && !m.Busy
}

// Undo takes the import back.
func (m *Model) Undo() {
	if !m.CanUndo() {
		return
	}
	entry := m.Result.result.Entry
	run := m.begin()
	view.Write(m.session, m.session.Text.Say("job-undo"), func(ctx context.Context, progress job.Progress) (struct{}, error) {
		_, err := m.session.Workspace.Undo(ctx, entry, workspace.Progress(progress))
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		m.end(run, err, func() { m.Undone = true })
	})
}

// Look finds out whether the import was taken back, or done again, by another way than
// its own button.
func (m *Model) Look() {
	if m.Result == nil || m.Result.result.Entry == "" || m.Busy {
		return
	}
	entry := m.Result.result.Entry
	view.Load(m.load.Start(), m.session, func(ctx context.Context) (workspace.Entry, error) {
		return m.session.Workspace.Entry(ctx, entry)
	}, func(e workspace.Entry) {
		if undone := e.UndoneBy != ""; m.Result != nil && undone != m.Undone {
			m.Undone = undone
			m.tell()
		}
	}, m.fail)
}

// Wrote reports whether the import made or changed products.
func (m *Model) Wrote() bool {
	return m.Result != nil && m.Result.result.Entry != "" && m.Result.New+m.Result.Changed > 0
}

// ShowProducts goes to the products that the import made or changed.
func (m *Model) ShowProducts() {
	if !m.Wrote() {
		return
	}
	entry := m.Result.result.Entry
	view.Load(m.load.Start(), m.session, func(ctx context.Context) ([]catalog.ID, error) {
		return m.session.Workspace.ProductsOf(ctx, entry)
	}, func(ids []catalog.ID) {
		m.session.Go(view.Target{Place: view.ProductsPlace, Filter: catalog.Filter{IDs: ids}})
	}, m.fail)
}

// Again plans the same file once more, after its import was taken back.
func (m *Model) Again() {
	if m.Undone && !m.Busy {
		m.Result, m.Undone, m.Saved = nil, false, ""
		m.Compare()
	}
}

// Refused reports how many rows were left out and can be saved.
func (m *Model) Refused() int {
	switch {
	case m.Result != nil:
		return m.Result.Refused
	case m.Plan != nil:
		return m.Plan.Refused
	}
	return 0
}

// SaveRefused writes the rows that were left out to a new workbook at path.
func (m *Model) SaveRefused(path string) {
	plan := m.Result
	if plan == nil {
		plan = m.Plan
	}
	if plan == nil || m.Busy {
		return
	}
	say := m.session.Text
	heads := workspace.RefusedHeads{Place: say.Say("refused-place"), Reason: say.Say("refused-reason")}
	r := m.request(true)
	run := m.begin()
	view.Work(m.session, say.Say("job-save-refused"), func(ctx context.Context, _ job.Progress) (int, error) {
		return workspace.SaveRefused(ctx, r, plan.result, heads, func(p catalog.Problem) string { return say.Problem(p) }, path)
	}, func(_ int, err error) {
		m.end(run, err, func() { m.Saved = path })
	})
}
