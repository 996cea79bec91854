package job

import (
	"context"
	"sync"
	"sync/atomic"
)

// Background does each piece of work on a goroutine of its own and delivers
// progress and end through a function that is handed in: in the window, fyne.Do.
type Background struct {
	deliver func(func())
	watch   Progress
	running sync.WaitGroup
	waiting atomic.Int64 // pieces of work whose end was not delivered yet
}

// NewBackground makes a runner. deliver must queue what it is given or run it,
// in order; it is called from many goroutines. watch receives the progress of
// whatever runs, on deliver's thread, and may be nil.
func NewBackground(deliver func(func()), watch Progress) *Background {
	return &Background{deliver: deliver, watch: watch}
}

// Run starts the work and returns.
func (r *Background) Run(ctx context.Context, work func(context.Context, Progress) error, done func(error)) {
	r.waiting.Add(1)
	r.running.Go(func() {
		err := attempt(ctx, work, r.progress())
		r.deliver(func() {
			defer r.waiting.Add(-1)
			done(err)
		})
	})
}

// Idle reports whether the end of all work was delivered.
func (r *Background) Idle() bool { return r.waiting.Load() == 0 }

// Wait returns when no work is running. Close what the work uses after it, not
// before; cancel its context first.
func (r *Background) Wait() { r.running.Wait() }

// progress thins steps out: while one waits to be shown, those that follow only
// replace it. So a fast job costs the window one call a frame, not one a row.
func (r *Background) progress() Progress {
	if r.watch == nil {
		return func(int, int) {}
	}
	var latest step
	return func(done, total int) {
		if latest.set(done, total) {
			r.deliver(func() { r.watch(latest.take()) })
		}
	}
}

// step is the newest progress that was not shown yet.
type step struct {
	mu          sync.Mutex
	done, total int
	waiting     bool
}

// set notes progress and reports whether it must be delivered: not so when an
// older one still waits and will carry it.
func (s *step) set(done, total int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := !s.waiting
	s.done, s.total, s.waiting = done, total, true
	return first
}

func (s *step) take() (done, total int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = false
	return s.done, s.total
}
