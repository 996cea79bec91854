package view_test

import (
	"context"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
)

func TestRoadCountsAgainAfterAChange(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	told := 0
	r := view.NewRoad(s, func() { told++ })
	defer r.Close()
	if got := r.Steps()[0].Count; got != -1 {
		t.Errorf("counts %d before anything was counted", got)
	}
	r.Load()
	if got := r.Steps()[0].Count; got != 0 || told != 1 {
		t.Errorf("an empty catalogue counts %d, told %d times", got, told)
	}
	view.Write(s, "sample", func(ctx context.Context, _ job.Progress) (workspace.ImportResult, error) {
		return s.Workspace.ImportSample(ctx, nil)
	}, func(_ workspace.ImportResult, err error) {
		if err != nil {
			t.Error(err)
		}
	})
	steps := r.Steps()
	if products := steps[0].Count; products == 0 || steps[2].Count != products || steps[1].Count+steps[3].Count > products || steps[4].Count > products {
		t.Errorf("the road counts %+v", steps)
	}
}

// TestRoadGivesAnOldCountUp: the answer to a count that a newer one replaced must
// not be shown.
func TestRoadGivesAnOldCountUp(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.Shop(t, runner, "")
	told := 0
	r := view.NewRoad(s, func() { told++ })
	r.Load()
	runner.Work()
	r.Load()
	runner.Deliver()
	if told != 0 {
		t.Error("the old count was shown")
	}
	for runner.Work() {
		runner.Deliver()
	}
	if told == 0 {
		t.Error("the new count was not shown")
	}
	before := told
	r.Load()
	r.Close()
	for runner.Work() {
		runner.Deliver()
	}
	if told != before {
		t.Error("counted after the end")
	}
}
