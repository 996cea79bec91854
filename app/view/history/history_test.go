package history

import (
	"slices"
	"testing"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/view/viewtest"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// imported brings a list in and returns its entry.
func imported(t *testing.T, s *view.Session, content string) catalog.ID {
	t.Helper()
	r, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: viewtest.Spreadsheet(t, content)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r.Entry
}

func TestHistoryShowsWhatAnEntryDid(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	first := imported(t, s, "SKU,Title\nA-1,Soap\nA-2,Balm\n")
	imported(t, s, "SKU,Title\nA-1,Oat soap\n")
	h := New(s)
	h.Load()
	if len(h.Entries) != 2 || h.More || h.Selected != h.Entries[0].ID {
		t.Fatalf("%d entries, more %v, selected %q; want two and the newest selected", len(h.Entries), h.More, h.Selected)
	}
	if h.Detail == nil || len(h.Detail.Products) != 1 {
		t.Fatalf("detail %+v, want one product", h.Detail)
	}
	if p := h.Detail.Products[0]; p.Outcome != catalog.Changed || len(p.Cells) != 1 || p.Cells[0].Before != "Soap" || p.Cells[0].After != "Oat soap" {
		t.Errorf("product %+v, want the title before and after", p)
	}
	h.Select(first)
	if h.Detail == nil || len(h.Detail.Products) != 2 || h.Detail.Products[0].Outcome != catalog.New {
		t.Errorf("detail %+v, want two new products", h.Detail)
	}
}

func TestUndoKeepsAndCanBeUndone(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	first := imported(t, s, "SKU,Title\nA-1,Soap\nA-2,Balm\n")
	imported(t, s, "SKU,Title\nA-1,Oat soap\n")
	h := New(s)
	h.Load()
	h.Select(first)
	h.Undo()
	if h.Wrong != nil || h.Undone == nil || h.Undone.Restored != 1 || len(h.Undone.Kept) != 1 {
		t.Fatalf("undone %+v (%v), want one restored and one kept", h.Undone, h.Wrong)
	}
	if k := h.Undone.Kept[0]; k.SKUs != "A-1" || k.Reason != "edited" || k.Entry != 2 {
		t.Errorf("kept %+v, want A-1 for entry 2", k)
	}
	if e, _ := h.Entry(); !e.Undone || e.CanUndo() {
		t.Errorf("entry %+v, want it undone", e)
	}
	h.Select(h.Entries[0].ID)
	if e, _ := h.Entry(); !e.Undoes || !e.CanUndo() {
		t.Fatalf("entry %+v, want an undo that can be undone", e)
	}
	h.Undo()
	if _, err := s.Workspace.Product(t.Context(), "A-2"); err != nil || h.Wrong != nil {
		t.Errorf("A-2: %v, wrong %v; want it back", err, h.Wrong)
	}
}

func TestHistoryIsFilteredByKind(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	imported(t, s, "SKU,Title\nA-1,Soap\n")
	if err := s.Workspace.SetSettings(t.Context(), map[string]string{"currency": "CNY"}); err != nil {
		t.Fatal(err)
	}
	h := New(s)
	h.Show("settings")
	if len(h.Entries) != 1 || h.Entries[0].Kind != "settings" || h.Entries[0].Counts.Documents != 1 {
		t.Errorf("entries %+v, want the settings", h.Entries)
	}
	h.Show("terms")
	if len(h.Entries) != 0 || h.Selected != "" || !h.Loaded {
		t.Errorf("entries %+v, selected %q; want none", h.Entries, h.Selected)
	}
}

func TestLateDetailIsNotShown(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.Shop(t, runner, "")
	first := imported(t, s, "SKU,Title\nA-1,Soap\n")
	h := New(s)
	h.Select(first)
	runner.Work()
	h.Leave()
	runner.Deliver()
	if h.Detail != nil {
		t.Error("the detail was shown after the screen was left")
	}
}

func TestBackupIsMadeAndListed(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	imported(t, s, "SKU,Title\nA-1,Soap\n")
	b := NewBackups(s)
	b.Load()
	if len(b.List) != 0 || !b.Loaded {
		t.Fatalf("%d backups before any was made", len(b.List))
	}
	b.Make()
	if len(b.List) != 1 || b.List[0].Reason != "asked" || b.List[0].Size == 0 || b.Wrong != nil || b.Busy {
		t.Errorf("backups %+v (%v), want one", b.List, b.Wrong)
	}
}

// Whoever leaves before the detail was read finds it when he comes back.
func TestHistoryLeftTooEarlyIsReadAgain(t *testing.T) {
	runner := &job.Stepping{}
	s := viewtest.Shop(t, runner, "")
	imported(t, s, "SKU,Title\nA-1,Soap\n")
	h := New(s)
	h.Load()
	runner.Work() // the entries; what the newest did is asked for
	runner.Deliver()
	h.Leave()
	h.Load()
	for runner.Work() {
		runner.Deliver()
	}
	if h.Detail == nil || h.Selected != h.Entries[0].ID {
		t.Errorf("of the entry %q there is %+v", h.Selected, h.Detail)
	}
}

// TestHistoryNamesARedo: an undo that brings something back is not listed as another
// undo, and what it notes is said in words.
func TestHistoryNamesARedo(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	imported(t, s, "SKU,Title,Price\nA-1,Soap,3\n")
	id := viewtest.IDOf(t, s, "A-1")
	if _, err := s.Workspace.SetCells(t.Context(), []workspace.CellEdit{{Product: id, Field: catalog.FieldPrice, Text: "4"}}); err != nil {
		t.Fatal(err)
	}
	h := New(s)
	h.Load()
	h.Undo() // the edit
	h.Select(h.Entries[0].ID)
	h.Undo() // which is a redo
	h.Select(h.Entries[0].ID)
	e, _ := h.Entry()
	if e.Kind != "redo" || e.Undoes || e.Note != "price" || !e.CanUndo() {
		t.Fatalf("the redo is %+v", e)
	}
	h.Undo()
	var kinds []string
	for _, e := range h.Entries {
		kind := e.Kind
		if e.Undone {
			kind += " undone"
		}
		kinds = append(kinds, kind)
	}
	if want := []string{"undo", "redo undone", "undo", "edit undone", "import"}; !slices.Equal(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
}

// Settings are named in the history as on their page, also where they were undone.
func TestHistoryNamesSettings(t *testing.T) {
	s := viewtest.Shop(t, job.Inline{}, "")
	given := map[string]string{workspace.SettingPictureURL: "https://shop.example/{file}", "rate.USD/CNY": "7.1"}
	if err := s.Workspace.SetSettings(t.Context(), given); err != nil {
		t.Fatal(err)
	}
	h := New(s)
	h.Load()
	const want = "Address of pictures, Exchange rate USD → CNY"
	if got := h.Entries[0].Note; got != want {
		t.Errorf("note = %q, want %q", got, want)
	}
	h.Undo()
	if e := h.Entries[0]; e.Kind != "undo" || e.Note != want {
		t.Errorf("entry %+v, want the undo of %q", e, want)
	}
	for _, key := range workspace.SettingKeys() {
		if name, ok := s.Text.Setting(key); !ok || name == key {
			t.Errorf("the setting %s has no name", key)
		}
	}
}
