package job

import "context"

// Inline does the work at once, on the goroutine that asks. It is the runner of
// tests in which time plays no part. The zero Inline is ready.
type Inline struct {
	Watch Progress // called at every step; may be nil
}

// Run does the work and delivers its end before it returns.
func (r Inline) Run(ctx context.Context, work func(context.Context, Progress) error, done func(error)) {
	watch := r.Watch
	if watch == nil {
		watch = func(int, int) {}
	}
	done(attempt(ctx, work, watch))
}
