package view

import (
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/app/job"
)

func found(t *testing.T, path string) *Edit {
	t.Helper()
	e, err := NewDraft(path, 0, job.Inline{}).Found() // as the next program looks for it
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestDraftOutlivesTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "beside", "draft.json")
	d := NewDraft(path, 0, job.Inline{})
	want := Edit{Place: ProductsPlace, Product: "p1", Field: "title", Name: "Oak Board", Text: "橡木 board"}
	d.Keep(want)
	if got := found(t, path); got == nil || *got != want {
		t.Errorf("found %+v, want %+v", got, want)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v; want it for its owner alone", info, err)
	}
	if err := d.Clear(); err != nil {
		t.Fatal(err)
	}
	if got := found(t, path); got != nil {
		t.Errorf("found %+v after it was saved", got)
	}
	if err := d.Clear(); err != nil {
		t.Errorf("nothing to forget: %v", err)
	}
}

// TestDraftIsWrittenOnceInAWhile: a key is not a write, and the last one counts.
func TestDraftIsWrittenOnceInAWhile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.json")
	r := &job.Stepping{}
	d := NewDraft(path, 0, r)
	for _, text := range []string{"O", "Oa", "Oak"} {
		d.Keep(Edit{Text: text})
	}
	if got := found(t, path); got != nil {
		t.Errorf("written at once: %+v", got)
	}
	writes := 0
	for r.Work() {
		writes++
	}
	if got := found(t, path); writes != 1 || got == nil || got.Text != "Oak" {
		t.Errorf("%d writes, found %+v; want one with all that was typed", writes, got)
	}
	d.Keep(Edit{Text: "Oak!"})
	if err := d.Clear(); err != nil {
		t.Fatal(err)
	}
	r.Work()
	if got := found(t, path); got != nil {
		t.Errorf("written after it was saved: %+v", got)
	}
}

func TestDraftThatCannotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "draft.json")
	if err := os.WriteFile(path, []byte(`{"text":`), 0o600); err != nil {
		t.Fatal(err)
	}
	d := NewDraft(path, 0, job.Inline{})
	if e, err := d.Found(); err == nil || e != nil {
		t.Errorf("found %+v, %v; want an error", e, err)
	}
	d.Keep(Edit{Text: "Oak"})
	if got := found(t, path); got == nil || got.Text != "Oak" {
		t.Errorf("found %+v, want what was kept last", got)
	}
}

func TestNoDraftKeepsNothing(t *testing.T) {
	var d *Draft
	d.Keep(Edit{})
	d.Close()
	if err := d.Clear(); err != nil {
		t.Error(err)
	}
	if e, err := d.Found(); e != nil || err != nil {
		t.Errorf("found %+v, %v", e, err)
	}
}
