package view_test

import (
	"context"
	"errors"
	"os"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
)

// A file that goes is told of once; one that comes back, the same and no other, is
// there again.
func TestFileWatch(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title\nA-1,Tea\n")
	path := s.Workspace.Path()
	w := view.NewFileWatch(s)
	var lost []error
	told := 0
	w.Changed, w.Lost = func() { told++ }, func(err error) { lost = append(lost, err) }
	expect := func(what string, wrong bool, times int) {
		t.Helper()
		before := told
		w.Check()
		if (w.Wrong != nil) != wrong || len(lost) != times || told != before+1 {
			t.Errorf("%s: wrong %v, told of %d losses, want %v and %d", what, w.Wrong, len(lost), wrong, times)
		}
	}
	move := func(from, to string) {
		t.Helper()
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	expect("to begin with", false, 0)
	move(path, path+".old")
	expect("when it is gone", true, 1)
	expect("and still is", true, 1)
	if err := os.WriteFile(path, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	expect("when another is in its place", true, 1)
	move(path+".old", path)
	expect("when it is back", false, 1)
	move(path, path+".old")
	expect("when it is gone again", true, 2)
	move(path+".old", path)
	w.Check()
}

// An edit is unsaved from its first key until it is saved or given up, and each turn of
// that is told once.
func TestUnsavedIsToldOnce(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title\nA-1,Tea\n")
	told := 0
	s.Typed = func() { told++ }
	s.KeepDraft(view.Edit{Text: "T"})
	s.KeepDraft(view.Edit{Text: "Te"})
	if !s.Unsaved() || told != 1 {
		t.Errorf("unsaved %v, told %d times", s.Unsaved(), told)
	}
	s.ForgetDraft()
	s.ForgetDraft()
	if s.Unsaved() || told != 2 {
		t.Errorf("unsaved %v, told %d times after it was forgotten", s.Unsaved(), told)
	}
}

// The reason that a file is gone stands in front of what reading it ran into.
func TestLoadNamesTheLostFile(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "sku,title\nA-1,Tea\n")
	path := s.Workspace.Path()
	if err := os.Rename(path, path+".old"); err != nil {
		t.Fatal(err)
	}
	raw := errors.New("unable to open database file (14)")
	var got error
	view.Load(t.Context(), s, func(context.Context) (int, error) { return 0, raw }, func(int) {}, func(err error) { got = err })
	if !errors.Is(got, raw) || s.Text.Error(got) == s.Text.Error(raw) {
		t.Errorf("said %q", s.Text.Error(got))
	}
	if err := os.Rename(path+".old", path); err != nil {
		t.Fatal(err)
	}
}
