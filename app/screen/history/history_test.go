package history

import (
	"testing"

	"tradewind.app/app/screen"
	"tradewind.app/app/screen/screentest"
	"tradewind.app/app/view/viewtest"

	"fyne.io/fyne/v2/test"

	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
)

func TestEntryIsUndoneAndDoneAgain(t *testing.T) {
	s := screentest.Session(t)
	if _, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: viewtest.Spreadsheet(t, "SKU,Title\nA-1,Soap\n")}, nil); err != nil {
		t.Fatal(err)
	}
	screen := New(s, nil)
	w := screentest.Show(t, screen)
	screentest.Press(t, w, "history-undo")
	if _, err := s.Workspace.Product(t.Context(), "A-1"); err == nil {
		t.Fatal("A-1 is still there after the undo")
	}
	if widget.FindIn(w.Canvas(), "history-undone") == nil {
		t.Error("what the undo did is not told")
	}
	screentest.Absent(t, w, "history-undo") // the entry is undone
	model := screen.entries.model
	screen.entries.list.Select(0)
	if model.Selected != model.Entries[0].ID || !model.Entries[0].Undoes {
		t.Fatalf("the undo is not selected: %+v", model.Entries)
	}
	screentest.Press(t, w, "history-undo")
	if _, err := s.Workspace.Product(t.Context(), "A-1"); err != nil {
		t.Errorf("A-1 is not back: %v", err)
	}
}

func TestHistoryHearsOfWritesWhileItIsShown(t *testing.T) {
	s := screentest.Session(t)
	screen := New(s, nil)
	screentest.Show(t, screen)
	set := func(currency string) {
		if err := s.Workspace.SetSettings(t.Context(), map[string]string{"currency": currency}); err != nil {
			t.Fatal(err)
		}
		s.ChangedAll()
	}
	set("CNY")
	if n := len(screen.entries.model.Entries); n != 1 {
		t.Errorf("%d entries, want 1", n)
	}
	screen.Leave()
	set("USD")
	if n := len(screen.entries.model.Entries); n != 1 {
		t.Errorf("%d entries after the screen was left, want 1 still", n)
	}
}

func TestBackupIsMadeAndRestoreHandedOver(t *testing.T) {
	s := screentest.Session(t)
	restored := ""
	h := New(s, func(path string) { restored = path })
	w := screentest.Show(t, h)
	screentest.Press(t, w, "history-backups")
	screentest.Press(t, w, "history-back-up")
	backups := h.backups
	if len(backups.model.List) != 1 {
		t.Fatalf("%d backups, want 1", len(backups.model.List))
	}
	row := backups.row()
	backups.update(0, row)
	test.Tap(screen.Held[*backupRow](row).restore)
	if restored != backups.model.List[0].Path {
		t.Errorf("restored %q, want %q", restored, backups.model.List[0].Path)
	}
}

func TestHistoryLooks(t *testing.T) {
	screentest.WithIcons(t)
	screentest.InUTC(t)
	s := screentest.Session(t)
	screen := New(s, nil)
	w := screentest.Show(t, screen)
	screentest.CheckLayout(t, w, "history-entries", "history-backups", "history-kind")
	if _, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: viewtest.Spreadsheet(t, screentest.SupplierList)}, nil); err != nil {
		t.Fatal(err)
	}
	s.ChangedAll()
	screentest.CheckLayout(t, w, "history-entries", "history-backups", "history-kind", "history-list", "history-undo", "changes")
}
