package view_test

import (
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// TestSurveyDoesNotPileUp: however many changes come while a count runs, one more
// follows.
func TestSurveyDoesNotPileUp(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.SampleShop(t, runner)
	v := s.Survey()
	told := 0
	v.Watch(func() { told++ })
	v.Look()
	for range 10 {
		s.ChangedAll()
	}
	counts := 0
	for runner.Work() {
		counts++
		runner.Deliver()
	}
	if counts != 3 || told != 1 {
		t.Errorf("%d steps, told %d times; want the one that was given up, the two of another, and to be told once", counts, told)
	}
	if sum, known := v.Sum(); !known || sum.Products == 0 || v.Err() != nil {
		t.Errorf("known %v: %+v, %v", known, sum.Standing, v.Err())
	}
}

func TestSurveyStops(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.SampleShop(t, runner)
	v := s.Survey()
	v.Watch(func() { t.Error("told after the end") })
	v.Look()
	runner.Work()
	v.Stop()
	runner.Deliver()
	s.ChangedAll()
	if runner.Work() {
		t.Error("counts although nobody asks any more")
	}
	v.Look()
	s.ForgetAll()
	for runner.Work() {
		runner.Deliver()
	}
	if _, known := v.Sum(); !known {
		t.Error("does not count again when it is asked to")
	}
}

// The first count of a big catalogue takes seconds: how far it is can be told. What a
// change brings is counted without a word.
func TestSurveyTellsHowFarItIs(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	v := s.Survey()
	told := 0
	s.Runner = job.Inline{Watch: func(done, total int) {
		if n, all, ok := v.Counting(); ok {
			told++
			if n != done || all != total || n > all {
				t.Errorf("it says %d of %d, and is at %d of %d", n, all, done, total)
			}
		}
	}}
	v.Look()
	if sum, _ := v.Sum(); told == 0 || told != sum.Products {
		t.Errorf("told %d times, want once for each of %d products", told, sum.Products)
	}
	told = 0
	s.ChangedAll()
	if told > 0 {
		t.Error("a later count is told, too")
	}
}

// TestSurveyMarksWhatIsOutOfDate: a setting that all findings depend on makes the counts
// out of date, and they are marked until the products are checked again.
func TestSurveyMarksWhatIsOutOfDate(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.SampleShop(t, runner)
	v := s.Survey()
	work := func() {
		for runner.Work() {
			runner.Deliver()
		}
	}
	v.Look()
	work()
	if v.Outdated() || !v.Known() {
		t.Fatalf("after a check known is %v, out of date %v", v.Known(), v.Outdated())
	}
	before, _ := v.Sum()
	if err := s.Workspace.SetSettings(t.Context(), map[string]string{"rate.USD/CNY": "7.10"}); err != nil {
		t.Fatal(err)
	}
	told := 0
	v.Watch(func() { told++ })
	s.ChangedAll()
	runner.Work()
	runner.Deliver()
	if sum, _ := v.Sum(); !v.Outdated() || told != 1 || sum.Blocked != before.Blocked {
		t.Errorf("while it is checked again: out of date %v, told %d times, %+v; want the counts of before, marked", v.Outdated(), told, sum.Standing)
	}
	work()
	sum, _ := v.Sum()
	if v.Outdated() || told != 2 || len(sum.Problems) >= len(before.Problems) {
		t.Errorf("after it was checked again: out of date %v, told %d times, %d kinds of problems of %d", v.Outdated(), told, len(sum.Problems), len(before.Problems))
	}
}

// TestSurveyOfACatalogueThatIsRead: who can only read sees what is stored, marked where it
// is out of date.
func TestSurveyOfACatalogueThatIsRead(t *testing.T) {
	s := viewtest.SampleShop(t, job.Inline{})
	s.Survey().Look()
	want, _ := s.Survey().Sum()
	ids, err := s.Workspace.IDs(t.Context(), catalog.Filter{}, catalog.Sort{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Workspace.SetCells(t.Context(), []workspace.CellEdit{{Product: ids[0], Field: catalog.FieldTitle, Text: "Another"}}); err != nil {
		t.Fatal(err)
	}
	r, err := workspace.Open(t.Context(), s.Workspace.Path(), workspace.Options{Assets: assets.FS, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	reader := &view.Session{Workspace: r, Runner: job.Inline{}, Text: s.Text, Fail: func(err error) { t.Error(err) }}
	v := reader.Survey()
	v.Look()
	if got, known := v.Sum(); !known || !v.Outdated() || got.Blocked != want.Blocked || got.Pending != 1 {
		t.Errorf("known %v, out of date %v, %+v, %+v; want the stored counts, marked", known, v.Outdated(), got.Standing, got.Freshness)
	}
}
