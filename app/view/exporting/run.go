package exporting

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Report is what an export did.
type Report struct {
	Dir      string
	Report   string // path of the report for people
	Files    []FeedFile
	Products int
	Variants int
	Pictures int
	Skipped  []SkippedProduct // the first of them, at most mostSkipped
	Left     int              // how many were left out in all
	Fix      view.Target      // where those that were left out are
	Leftover string           // folder that could not be removed, "" if none
	Outdated bool             // the catalogue was written to since

	newest int64 // entry of the history as the files were written
}

// FeedFile is one file that was written.
type FeedFile struct {
	Name  string
	Rows  int
	Bytes int64
}

// SkippedProduct is a product that was left out, and why.
type SkippedProduct struct {
	Name    string   // its SKUs, or its handle
	Reasons []string // a sentence each
}

// mostSkipped is how many products that were left out are listed; the report file
// has all.
const mostSkipped = 200

// Write writes the files.
func (m *Model) Write() {
	if m.writing || m.Channel.Name == "" || m.Dir == "" {
		return
	}
	m.loading.Stop()
	m.writing, m.Busy, m.Wrong = true, true, nil
	m.Changed()
	r, w := m.request(), m.session.Workspace
	newest := int64(0)
	view.Work(m.session, m.session.Text.Say("job-export", "channel", m.Channel.Title), func(ctx context.Context, progress job.Progress) (report export.Report, err error) {
		if newest, err = newestEntry(ctx, w); err != nil {
			return report, err
		}
		return w.Export(ctx, r, workspace.Progress(progress))
	}, func(r export.Report, err error) { m.written(r, newest, err) })
}

// newestEntry is the number of the last write to the catalogue, 0 before the first.
func newestEntry(ctx context.Context, w *workspace.Workspace) (int64, error) {
	page, _, err := w.HistoryPage(ctx, "", 0, 1)
	if err != nil || len(page) == 0 {
		return 0, err
	}
	return page[0].Number, nil
}

// lookBack finds out whether the files still have what the catalogue has: an undo, an
// import, an edit since makes them files of yesterday.
func (m *Model) lookBack() {
	m.Changed()
	report, w := m.Report, m.session.Workspace
	if report == nil || report.Outdated {
		return
	}
	view.Load(m.loading.Start(), m.session, func(ctx context.Context) (int64, error) {
		return newestEntry(ctx, w)
	}, func(newest int64) {
		if report.Outdated = newest != report.newest; report.Outdated {
			m.Changed()
		}
	}, m.session.Fail)
}

func (m *Model) written(r export.Report, newest int64, err error) {
	m.writing, m.Busy = false, false
	switch {
	case err == nil:
		m.Report, m.Step = m.report(r), StepDone
		m.Report.newest = newest
	case !errors.Is(err, context.Canceled): // who cancelled knows
		m.Wrong = m.unwritten(err)
	}
	m.Changed()
}

// unwritten says of what kept the files from being written that another folder may
// help: the file that the system names is one that nobody knows.
func (m *Model) unwritten(err error) error {
	var failed *fs.PathError
	if !errors.As(err, &failed) || !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		return err
	}
	return text.Because(err, "export-not-written", "folder", m.Dir)
}

// Writing reports whether the files are being written.
func (m *Model) Writing() bool { return m.writing }

// Cancel ends the writing; what the folder had before stays.
func (m *Model) Cancel() { m.session.Jobs.Cancel() }

// Restart goes back to the choice of a channel.
func (m *Model) Restart() {
	m.Report, m.Filter = nil, catalog.Filter{}
	m.GoTo(StepChannel)
}

func (m *Model) report(r export.Report) *Report {
	done := &Report{
		Dir: m.Dir, Report: filepath.Join(m.Dir, r.Channel+"-report.txt"),
		Products: r.Products, Variants: r.Variants, Pictures: r.Pictures, Left: len(r.Skipped), Leftover: r.Leftover,
	}
	for _, f := range r.Groups() {
		done.Files = append(done.Files, FeedFile{filepath.Base(f.Name()), f.Rows, f.Bytes})
	}
	var skus []string
	for i, s := range r.Skipped {
		skus = append(skus, s.SKUs...)
		if i < mostSkipped {
			done.Skipped = append(done.Skipped, m.skipped(s))
		}
	}
	done.Fix = view.Target{Place: view.ProductsPlace, Filter: catalog.Filter{SKUs: skus}}
	if !m.All && !m.Drafts && m.session.Survey().Covers(m.Channel.Name) {
		done.Fix.Filter, done.Fix.Pick = m.Filter, catalog.FindingFilter{Channel: m.Channel.Name, State: export.NotReady}
	}
	return done
}

func (m *Model) skipped(s export.Skipped) SkippedProduct {
	p := SkippedProduct{Name: strings.Join(s.SKUs, ", ")}
	if p.Name == "" {
		p.Name = s.Handle
	}
	said := map[string]bool{}
	for _, problem := range s.Problems {
		if problem.Severity != catalog.Blocked {
			continue
		}
		if sentence := m.session.Text.Problem(problem); !said[sentence] {
			said[sentence] = true
			p.Reasons = append(p.Reasons, sentence)
		}
	}
	return p
}

// needsOf says what is lacking by the problems that come of it. What was lacking
// before stays, so that the person sees what they filled in.
func needsOf(before []view.Need, found channelCheck) []view.Need {
	needs := slices.Clone(before)
	for _, p := range found.found.Problems {
		need, ok := view.NeedOf(p.First)
		if ok && !slices.ContainsFunc(needs, func(n view.Need) bool { return n.Key == need.Key }) {
			needs = append(needs, need)
		}
	}
	for i := range needs {
		needs[i].Value = found.settings[needs[i].Key]
	}
	return needs
}

// Give keeps what the feed needs. The products are then checked again.
func (m *Model) Give(key, value string) {
	w, given := m.session.Workspace, map[string]string{key: strings.TrimSpace(value)}
	view.Write(m.session, m.session.Text.Say("job-settings"), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, w.SetSettings(ctx, given)
	}, func(_ struct{}, err error) {
		if err != nil {
			m.session.Fail(err)
		}
	})
}
