package job

import (
	"context"
	"errors"
	"io"
	"slices"
	"testing"
)

var errStale = errors.New("the screen was left")

// runners are driven to the end by finish.
func runners() map[string]struct {
	runner Runner
	finish func()
} {
	queue := make(chan func(), 100)
	background := NewBackground(func(f func()) { queue <- f }, func(int, int) {})
	stepping := &Stepping{}
	return map[string]struct {
		runner Runner
		finish func()
	}{
		"inline": {Inline{}, func() {}},
		"background": {background, func() {
			background.Wait()
			close(queue)
			for f := range queue {
				f()
			}
		}},
		"stepping": {stepping, func() {
			for stepping.Work() && stepping.Deliver() {
			}
		}},
	}
}

func TestRunnersTellTheEndOnce(t *testing.T) {
	cancelled, cancel := context.WithCancelCause(t.Context())
	cancel(errStale)
	tests := map[string]struct {
		ctx    context.Context
		work   func(context.Context, Progress) error
		want   error
		worked bool
	}{
		"done":      {t.Context(), func(context.Context, Progress) error { return nil }, nil, true},
		"error":     {t.Context(), func(context.Context, Progress) error { return io.ErrUnexpectedEOF }, io.ErrUnexpectedEOF, true},
		"panic":     {t.Context(), func(context.Context, Progress) error { panic(io.ErrNoProgress) }, io.ErrNoProgress, true},
		"cancelled": {cancelled, func(context.Context, Progress) error { return nil }, errStale, false},
	}
	for name, tt := range tests {
		for kind, r := range runners() {
			t.Run(name+" "+kind, func(t *testing.T) {
				var ends []error
				worked := false
				r.runner.Run(tt.ctx, func(ctx context.Context, p Progress) error {
					worked = true
					p(1, 2)
					return tt.work(ctx, p)
				}, func(err error) { ends = append(ends, err) })
				r.finish()
				if len(ends) != 1 || !errors.Is(ends[0], tt.want) {
					t.Errorf("ends = %v, want one %v", ends, tt.want)
				}
				if worked != tt.worked {
					t.Errorf("worked = %v, want %v", worked, tt.worked)
				}
			})
		}
	}
}

func TestPanicKeepsItsStack(t *testing.T) {
	Inline{}.Run(t.Context(), func(context.Context, Progress) error { panic("boom") }, func(err error) {
		p, ok := IsPanic(err)
		if !ok || p.Value != "boom" || len(p.Stack) == 0 || p.Error() != "panic: boom" || p.Unwrap() != nil {
			t.Errorf("end = %v, want the panic and where it was", err)
		}
	})
	if _, ok := IsPanic(io.EOF); ok {
		t.Error("IsPanic(EOF) = true, want false")
	}
}

// TestBackgroundThinsProgress fills a delivery that stands still: of a thousand
// steps only the newest is shown.
func TestBackgroundThinsProgress(t *testing.T) {
	var queue []func()
	var shown []int
	r := NewBackground(func(f func()) { queue = append(queue, f) }, func(done, total int) { shown = append(shown, done, total) })
	r.Run(t.Context(), func(_ context.Context, p Progress) error {
		for i := range 1000 {
			p(i+1, 1000)
		}
		return nil
	}, func(error) { shown = append(shown, -1) })
	r.Wait()
	if r.Idle() {
		t.Error("idle although the end was not told")
	}
	for _, f := range queue {
		f()
	}
	if !r.Idle() {
		t.Error("not idle although all was told")
	}
	if want := []int{1000, 1000, -1}; !slices.Equal(shown, want) {
		t.Errorf("shown = %v, want %v", shown, want)
	}
}

func TestBackgroundCancels(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	started := make(chan struct{})
	end := make(chan error, 1)
	r := NewBackground(func(f func()) { f() }, nil)
	r.Run(ctx, func(ctx context.Context, p Progress) error {
		p(0, 0)
		close(started)
		<-ctx.Done()
		return ctx.Err()
	}, func(err error) { end <- err })
	<-started
	cancel()
	r.Wait()
	if got := <-end; !errors.Is(got, context.Canceled) {
		t.Errorf("end = %v, want %v", got, context.Canceled)
	}
}

func TestBackgroundRunsManyAtOnce(t *testing.T) {
	const jobs = 50
	queue := make(chan func(), 2*jobs)
	r := NewBackground(func(f func()) { queue <- f }, nil)
	together := make(chan struct{})
	for range jobs {
		r.Run(t.Context(), func(context.Context, Progress) error {
			select { // each job either gives or takes: none ends alone
			case together <- struct{}{}:
			case <-together:
			}
			return nil
		}, func(error) {})
	}
	r.Wait()
	if got := len(queue); got != jobs {
		t.Errorf("delivered %d ends, want %d", got, jobs)
	}
}

// TestSteppingShowsStaleResults is how a screen's test looks.
func TestSteppingShowsStaleResults(t *testing.T) {
	r := &Stepping{}
	ctx, leave := context.WithCancel(t.Context())
	shown := ""
	r.Run(ctx, func(context.Context, Progress) error { return nil }, func(error) {
		if ctx.Err() == nil {
			shown = "result"
		}
	})
	if r.Deliver() {
		t.Error("delivered before any work")
	}
	if !r.Work() || r.Work() {
		t.Error("want one piece of work")
	}
	leave()
	if !r.Deliver() || r.Deliver() {
		t.Error("want one end")
	}
	if shown != "" {
		t.Errorf("shown = %q after the screen was left", shown)
	}
}
