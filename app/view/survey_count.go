package view

import (
	"context"
	"slices"
	"sync/atomic"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/export"
)

// Survey is what the shop's channels say of the products, counted once for all
// screens: after each change of the catalogue, in the background. At most one count
// runs. A change gives the one that runs up; the next goes on where that one
// was, so that many changes in quick succession neither pile up nor keep a count
// from ever coming to its end.
type Survey struct {
	session  *Session
	watchers []*listener
	found    *workspace.Findings // of all products; nil while they are not known
	begun    *workspace.Findings // to go on from
	sum      workspace.Survey    // of found
	err      error
	loading  Loading
	asked    bool // somebody wants to know
	running  bool
	again    bool // a change came while a count runs

	done, total atomic.Int64 // products of the count that runs
}

// surveyed is what a count gives.
type surveyed struct {
	found *workspace.Findings
	sum   workspace.Survey
}

// Survey is the survey of the session's catalogue.
func (s *Session) Survey() *Survey {
	if s.survey == nil {
		s.survey = &Survey{session: s}
	}
	return s.survey
}

// Watch calls tell when the counts are others, or could not be had, until forget is
// called.
func (v *Survey) Watch(tell func()) (forget func()) { return watch(&v.watchers, tell) }

// Sum are the counts, and whether they are known.
func (v *Survey) Sum() (workspace.Survey, bool) { return v.sum, v.found != nil }

// Findings are what the counts are made of; nil while they are not known.
func (v *Survey) Findings() *workspace.Findings { return v.found }

// Err is why the newest counts could not be had.
func (v *Survey) Err() error { return v.err }

// Covers reports whether products are held against a channel.
func (v *Survey) Covers(channel string) bool {
	return v.found != nil && slices.ContainsFunc(v.found.Channels(), func(c *export.Channel) bool { return c.Name() == channel })
}

// Counting tells how far the first count is, while it runs: the later ones are about
// what changed, and short.
func (v *Survey) Counting() (done, total int, ok bool) {
	return int(v.done.Load()), int(v.total.Load()), v.running && v.found == nil && v.total.Load() > 0
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

// Stop gives up what is being counted.
func (v *Survey) Stop() {
	v.asked, v.again = false, false
	v.loading.Stop()
}

// changed is told that the catalogue was written to.
func (v *Survey) changed() {
	if v.asked {
		v.Look()
	}
}

func (v *Survey) start() {
	v.running, v.again = true, false
	w, last, ctx := v.session.Workspace, v.begun, v.loading.Start()
	var next surveyed
	v.session.Runner.Run(ctx, func(ctx context.Context, p job.Progress) (err error) {
		next.found, err = w.Look(ctx, last, func(done, total int) {
			v.done.Store(int64(done))
			v.total.Store(int64(total))
			p(done, total)
		})
		if err == nil {
			next.sum = next.found.Survey()
		}
		return err
	}, func(err error) { v.end(ctx, next, err) })
}

// end takes what was counted. What a newer count replaces is only gone on from.
func (v *Survey) end(ctx context.Context, next surveyed, err error) {
	v.running = false
	if next.found != nil {
		v.begun = next.found
	}
	switch {
	case v.again && v.session.Workspace != nil:
		v.start()
		return
	case ctx.Err() != nil:
		return
	case err != nil:
		v.err = err
	default:
		v.found, v.sum, v.err = next.found, next.sum, nil
	}
	tell(v.watchers)
}
