package app

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tradewind.app/app/text"
	"tradewind.app/app/theme"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
)

// statusLine says which catalogue is open, what is being done, and that
// everything is kept.
type statusLine struct {
	object fyne.CanvasObject

	w      *window
	name   *widget.Text
	counts *widget.Text
	doing  *widget.Text
	bar    *widget.Bar
	cancel *widget.Button
	row    *fyne.Container
	idle   []fyne.CanvasObject // of the row, without a job
	task   fyne.CanvasObject   // bar and cancel
	backup time.Time
}

func newStatusLine(w *window) *statusLine {
	s := &statusLine{
		w: w, name: widget.NewSecondary(""), counts: widget.NewSecondary(""), doing: widget.NewSecondary(""),
		bar: widget.NewBarOf(1),
	}
	s.cancel = widget.NewButton(w.session.Text.Say("word-cancel"), func() { w.session.Jobs.Cancel() }).As(widget.Quiet).Small()
	s.task = widget.Row(theme.Space3, widget.Fixed(120, 0, s.bar), widget.Named(s.cancel, "status:cancel"))
	s.row = widget.Row(theme.Space4, s.name, s.counts, widget.Spring(), widget.Named(s.doing, "status:doing"))
	s.idle = s.row.Objects
	s.object = newSide(widget.NewSurface(theme.Surface, widget.Inset(0, theme.Space4, s.row)), topSide)
	if ws := w.session.Workspace; ws != nil {
		s.name.SetText(filepath.Base(ws.Path()))
	}
	s.findBackup()
	w.session.OnChange(s.findBackup)
	s.refresh()
	return s
}

// findBackup looks up when the newest backup was made.
func (s *statusLine) findBackup() {
	ws := s.w.session.Workspace
	if ws == nil {
		return
	}
	view.Load(context.Background(), s.w.session, func(context.Context) (time.Time, error) {
		backups, err := ws.Backups()
		if err != nil || len(backups) == 0 {
			return time.Time{}, err
		}
		return backups[0].At, nil
	}, func(at time.Time) {
		s.backup = at
		s.refresh()
	}, func(err error) { logError(s.w.log, err) })
}

// refresh shows what is so now.
func (s *statusLine) refresh() {
	say := s.w.session.Text
	if standing, known := s.w.road.Standing(); known {
		s.counts.SetText(say.Say("status-counts", "products", standing.Products, "variants", standing.Variants))
	}
	defer s.row.Refresh() // the texts have another width
	running, busy := s.w.session.Jobs.Status()
	if !busy {
		s.row.Objects = s.idle
		s.sayKept()
		return
	}
	s.row.Objects = append(slices.Clone(s.idle), s.task)
	s.doing.Set(jobLine(say, running), theme.Muted)
	s.bar.Set(max(1, float64(running.Total)), widget.Share{Value: float64(min(running.Done, running.Total)), Tone: widget.Current})
}

// counting says how far the first look at all products is.
func (s *statusLine) counting() string {
	done, total, ok := s.w.session.Survey().Counting()
	if !ok {
		return ""
	}
	say := s.w.session.Text
	return say.Say("home-counting") + "  ·  " + say.Say("job-of", "done", done, "total", total)
}

// sayKept says whether the catalogue is saved as it is seen.
func (s *statusLine) sayKept() {
	w := s.w
	switch {
	case w.session.Workspace == nil || w.session.Workspace.ReadOnly() != nil:
		s.doing.Set(cmp.Or(s.counting(), s.kept()), theme.Muted)
	case w.watch.Wrong != nil:
		s.doing.Set(w.session.Text.Say("status-file-lost"), theme.BadText)
	case w.session.Unsaved():
		s.doing.Set(w.session.Text.Say("status-unsaved"), theme.WarnText)
	default:
		s.doing.Set(cmp.Or(s.counting(), s.kept()), theme.Muted)
	}
}

// kept says that nothing is waiting to be saved: every change is, at once.
func (s *statusLine) kept() string {
	say, ws := s.w.session.Text, s.w.session.Workspace
	switch {
	case ws == nil:
		return ""
	case ws.ReadOnly() != nil:
		return say.Say("status-read-only")
	case s.backup.IsZero():
		return say.Say("status-saved")
	case time.Since(s.backup) < 24*time.Hour:
		return say.Say("status-saved-backup", "when", s.backup.Local().Format("15:04"))
	}
	return say.Say("status-saved-backup", "when", s.backup.Local().Format("2006-01-02"))
}

// jobLine is a job in one line: what, how much of it, how fast, how long still.
func jobLine(say *text.Printer, j view.Status) string {
	parts := []string{j.Name}
	switch {
	case j.Total > 0:
		parts = append(parts, say.Say("job-of", "done", j.Done, "total", j.Total))
	case j.Done > 0:
		parts = append(parts, text.Count(int64(j.Done)))
	}
	if j.Rate >= 1 {
		parts = append(parts, say.Say("job-rate", "count", int(j.Rate)))
	}
	if j.Left >= time.Second {
		parts = append(parts, say.Say("job-left", "time", j.Left.Round(time.Second).String()))
	}
	if j.Others > 0 {
		parts = append(parts, say.Say("job-others", "count", j.Others))
	}
	return strings.Join(parts, "  ·  ")
}
