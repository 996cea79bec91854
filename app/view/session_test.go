package view

import (
	"context"
	"errors"
	"testing"
	"time"

	"tradewind.app/app/job"
)

func TestJobsTellTheirRate(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	j := Jobs{Now: func() time.Time { return now }}
	if _, ok := j.Status(); ok {
		t.Fatal("a job before any began")
	}
	_, running := j.begin("import")
	j.step(running, 200, 1000)
	if s, _ := j.Status(); s.Rate != 0 || s.Left != 0 {
		t.Errorf("a rate before a second has passed: %+v", s)
	}
	now = now.Add(2 * time.Second)
	s, ok := j.Status()
	if !ok || s.Rate != 100 || s.Left != 8*time.Second || s.Name != "import" {
		t.Errorf("got %+v; want 100 a second and 8 seconds left", s)
	}
	j.end(running)
	if _, ok := j.Status(); ok {
		t.Error("a job after its end")
	}
}

func TestStaleResultsAreNotShown(t *testing.T) {
	runner := &job.Stepping{}
	s := &Session{Runner: runner}
	ctx, leave := context.WithCancel(t.Context())
	Load(ctx, s, func(context.Context) (int, error) { return 1, nil }, func(int) { t.Error("shown after the screen was left") }, func(error) { t.Error("failed") })
	runner.Work()
	leave()
	runner.Deliver()
}

func TestWriteTellsTheScreens(t *testing.T) {
	s := &Session{Runner: job.Inline{}}
	told := 0
	forget := s.OnChange(func() { told++ })
	broken := errors.New("the disk is full")
	Write(s, "import", func(context.Context, job.Progress) (int, error) { return 0, broken }, func(_ int, err error) {
		if !errors.Is(err, broken) {
			t.Errorf("got %v, want %v", err, broken)
		}
	})
	if told != 1 {
		t.Errorf("told %d times, want once", told)
	}
	forget()
	s.ChangedAll()
	if told != 1 {
		t.Error("told after forget")
	}
}
