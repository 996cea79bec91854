package view

import (
	"context"
	"sync/atomic"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Survey is what the shop's channels find about the products, read once for all
// screens. It is stored in the catalogue: what a change makes out of date is checked
// again in the background, and then read again. At most one check runs. A change
// interrupts the one that runs; the next goes on where that one was, so that many
// changes in quick succession neither pile up nor keep a check from ever ending.
type Survey struct {
	session  *Session
	watchers []*listener
	sum      workspace.Survey
	known    bool // sum was read
	err      error
	loading  Loading
	asked    bool // somebody wants to know
	running  bool
	again    bool // a change came while a check runs

	done, total atomic.Int64 // products of the check that runs
}

// manyPending is from how many products on the counts are marked as out of date while
// they are checked again: fewer are checked before anybody could read it.
const manyPending = 500

// Survey is the survey of the session's catalogue.
func (s *Session) Survey() *Survey {
	if s.survey == nil {
		s.survey = &Survey{session: s}
	}
	return s.survey
}

// Watch calls notify when the counts differ, or could not be had, until forget is called.
func (v *Survey) Watch(notify func()) (forget func()) { return watch(&v.watchers, notify) }

// Sum are the counts, and whether they are known. They may be out of date, see
// [workspace.Freshness].
func (v *Survey) Sum() (workspace.Survey, bool) { return v.sum, v.known }

// Known reports whether the counts are known.
func (v *Survey) Known() bool { return v.known }

// Outdated reports whether the counts are known and out of date.
func (v *Survey) Outdated() bool { return v.known && !v.sum.IsUpToDate() }

// Err is why the newest counts could not be had.
func (v *Survey) Err() error { return v.err }

// Covers reports whether products are checked for a channel.
func (v *Survey) Covers(channel string) bool { return v.known && v.sum.Covers(channel) }

// Counting returns how far a check of many products is, while it runs.
func (v *Survey) Counting() (done, total int, ok bool) {
	done, total = int(v.done.Load()), int(v.total.Load())
	return done, total, v.running && total > 0 && (!v.known || v.Outdated())
}

// Look brings the counts up to date.
func (v *Survey) Look() {
	if v.session.Workspace == nil {
		return
	}
	v.asked = true
	if v.running {
		v.again = true
		v.loading.Stop()
		return
	}
	v.start()
}

// Stop interrupts the check.
func (v *Survey) Stop() {
	v.asked, v.again = false, false
	v.loading.Stop()
}

// changed is called when the catalogue was written to.
func (v *Survey) changed() {
	if v.asked {
		v.Look()
	}
}

// surveyed is what a step of a survey gives.
type surveyed struct {
	fresh workspace.Freshness
	sum   workspace.Survey
	read  bool // sum is
}

// start reads what is stored: all of it where it is of use, otherwise how much of it is
// out of date.
func (v *Survey) start() {
	v.running, v.again = true, false
	v.done.Store(0)
	v.total.Store(0)
	w, known, ctx := v.session.Workspace, v.known, v.loading.Start()
	var next surveyed
	v.session.Runner.Run(ctx, func(ctx context.Context, _ job.Progress) (err error) {
		if next.fresh, err = w.Freshness(ctx); err != nil || next.fresh.None {
			return err
		}
		if !known || next.fresh.IsUpToDate() || next.fresh.Outdated || next.fresh.Pending >= manyPending {
			next.sum, err = w.Survey(ctx, catalog.Filter{})
			next.read = err == nil
		}
		return err
	}, func(err error) {
		if !v.take(ctx, next, err) {
			return
		}
		if next.read {
			notify(v.watchers)
		}
		v.check(ctx, next)
	})
}

// check brings what is stored up to date and reads it, where that was not done. Of a
// catalogue that cannot be written to, and about which nothing is stored, everything is
// evaluated.
func (v *Survey) check(ctx context.Context, stored surveyed) {
	w := v.session.Workspace
	if w.ReadOnly() != nil && !stored.fresh.None {
		v.running = false
		return
	}
	var next surveyed
	v.session.Runner.Run(ctx, func(ctx context.Context, p job.Progress) (err error) {
		progress := func(done, total int) {
			v.done.Store(int64(done))
			v.total.Store(int64(total))
			p(done, total)
		}
		next, err = bringUpToDate(ctx, w, stored, progress)
		return err
	}, func(err error) {
		if v.take(ctx, next, err) {
			v.running = false
			if next.read || err != nil {
				notify(v.watchers)
			}
		}
	})
}

func bringUpToDate(ctx context.Context, w *workspace.Workspace, stored surveyed, progress workspace.Progress) (next surveyed, err error) {
	if w.ReadOnly() != nil {
		channels, err := w.TargetChannels(ctx)
		if err != nil {
			return next, err
		}
		e, err := w.Evaluate(ctx, channels, catalog.Filter{}, progress)
		if err == nil {
			next.sum, next.read = e.Survey, true
		}
		return next, err
	}
	n, err := w.Recheck(ctx, progress)
	if err == nil && (n > 0 || !stored.read || !stored.sum.IsUpToDate()) {
		next.sum, err = w.Survey(ctx, catalog.Filter{})
		next.read = err == nil
	}
	return next, err
}

// take takes the result of a step and reports whether the survey goes on. What a newer
// one replaces is dropped: what was checked for it is stored.
func (v *Survey) take(ctx context.Context, next surveyed, err error) bool {
	switch {
	case v.again && v.session.Workspace != nil:
		v.start()
		return false
	case ctx.Err() != nil:
		v.running = false
		return false
	case err != nil:
		v.err = err
		v.running = false
		notify(v.watchers)
		return false
	case next.read:
		v.sum, v.known, v.err = next.sum, true, nil
	}
	return true
}
