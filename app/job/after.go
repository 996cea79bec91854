package job

import "time"

// After does something later, delivered as results are, unless stop is called
// before. It is for what waits for a person, not for work.
func (r *Background) After(wait time.Duration, do func()) (stop func()) {
	stopped := false // on the thread that results are delivered to
	timer := time.AfterFunc(wait, func() {
		r.deliver(func() {
			if !stopped {
				do()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}
