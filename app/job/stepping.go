package job

import "context"

// Stepping keeps work until it is asked to go on, one step at a time. It is the
// runner of tests about cancelling and about results that come too late:
//
//	screen.Load(ctx)
//	runner.Work()    // the work has run, its result is under way
//	screen.Leave()   // cancels ctx
//	runner.Deliver() // the result arrives and must change nothing
//
// It is for one goroutine. The zero Stepping is ready.
type Stepping struct {
	Watch   Progress // called at every step; may be nil
	waiting []func() func()
	worked  []func()
}

// Run puts the work in the queue.
func (r *Stepping) Run(ctx context.Context, work func(context.Context, Progress) error, done func(error)) {
	r.waiting = append(r.waiting, func() func() {
		var err error
		Inline{r.Watch}.Run(ctx, work, func(e error) { err = e })
		return func() { done(err) }
	})
}

// Work does the oldest work that waits. It reports false when none does.
func (r *Stepping) Work() bool {
	if len(r.waiting) == 0 {
		return false
	}
	do := r.waiting[0]
	r.waiting = r.waiting[1:]
	r.worked = append(r.worked, do())
	return true
}

// Deliver delivers the oldest end that was not delivered yet. It reports false when
// there is none.
func (r *Stepping) Deliver() bool {
	if len(r.worked) == 0 {
		return false
	}
	tell := r.worked[0]
	r.worked = r.worked[1:]
	tell()
	return true
}
