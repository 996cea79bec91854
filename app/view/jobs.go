package view

import (
	"context"
	"sync"
	"time"
)

// Jobs is what runs at the moment, for the status line.
type Jobs struct {
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// Watch is called on the window's thread when a job begins or ends.
	Watch func()

	mu      sync.Mutex
	running []*Job
}

// Job is one piece of work that a person waits for.
type Job struct {
	Name        string
	Started     time.Time
	Done, Total int // Total 0: not known

	cancel context.CancelFunc
}

// Status is a job as the status line shows it.
type Status struct {
	Name        string
	Done, Total int
	Rate        float64       // per second; 0 while it is not known
	Left        time.Duration // 0 while it is not known
	Others      int           // jobs besides this one
}

func (j *Jobs) now() time.Time {
	if j.Now == nil {
		return time.Now()
	}
	return j.Now()
}

func (j *Jobs) begin(name string) (context.Context, *Job) {
	ctx, cancel := context.WithCancel(context.Background())
	running := &Job{Name: name, Started: j.now(), cancel: cancel}
	j.mu.Lock()
	j.running = append(j.running, running)
	j.mu.Unlock()
	j.watch()
	return ctx, running
}

// step may be called from any goroutine.
func (j *Jobs) step(running *Job, done, total int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	running.Done, running.Total = done, total
}

func (j *Jobs) end(running *Job) {
	running.cancel()
	j.mu.Lock()
	for i, have := range j.running {
		if have == running {
			j.running = append(j.running[:i], j.running[i+1:]...)
			break
		}
	}
	j.mu.Unlock()
	j.watch()
}

func (j *Jobs) watch() {
	if j.Watch != nil {
		j.Watch()
	}
}

// Cancel ends the job that began last.
func (j *Jobs) Cancel() {
	j.mu.Lock()
	defer j.mu.Unlock()
	if n := len(j.running); n > 0 {
		j.running[n-1].cancel()
	}
}

// CancelAll ends all jobs.
func (j *Jobs) CancelAll() {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, running := range j.running {
		running.cancel()
	}
}

// Status is about the job that began last, and whether there is one. It may
// be called from any goroutine.
func (j *Jobs) Status() (Status, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	n := len(j.running)
	if n == 0 {
		return Status{}, false
	}
	last := j.running[n-1]
	s := Status{Name: last.Name, Done: last.Done, Total: last.Total, Others: n - 1}
	if spent := j.now().Sub(last.Started); spent >= time.Second && last.Done > 0 {
		s.Rate = float64(last.Done) / spent.Seconds()
		if last.Total > last.Done {
			s.Left = time.Duration(float64(last.Total-last.Done) / s.Rate * float64(time.Second))
		}
	}
	return s, true
}
