package view_test

import (
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view/viewtest"
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
