package screen

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
)

func TestEntryIsUndoneAndDoneAgain(t *testing.T) {
	s := roadSession(t)
	if _, err := s.Workspace.Import(t.Context(), workspace.ImportRequest{File: listFile(t, "SKU,Title\nA-1,Soap\n")}, nil); err != nil {
		t.Fatal(err)
	}
	screen := NewHistory(s, nil)
	w := shownIn(t, screen)
	press(t, w, "history-undo")
	if _, err := s.Workspace.Product(t.Context(), "A-1"); err == nil {
		t.Fatal("A-1 is still there after the undo")
	}
	if widget.FindIn(w.Canvas(), "history-undone") == nil {
		t.Error("what the undo did is not told")
	}
	absent(t, w, "history-undo") // the entry is undone
	model := screen.entries.model
	screen.entries.list.Select(0)
	if model.Selected != model.Entries[0].ID || !model.Entries[0].Undoes {
		t.Fatalf("the undo is not selected: %+v", model.Entries)
	}
	press(t, w, "history-undo")
	if _, err := s.Workspace.Product(t.Context(), "A-1"); err != nil {
		t.Errorf("A-1 is not back: %v", err)
	}
}

func TestHistoryHearsOfWritesWhileItIsShown(t *testing.T) {
	s := roadSession(t)
	screen := NewHistory(s, nil)
	shownIn(t, screen)
	set := func(currency string) {
		if err := s.Workspace.SetSettings(t.Context(), map[string]string{"currency": currency}); err != nil {
			t.Fatal(err)
		}
		s.Changed()
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
	s := roadSession(t)
	restored := ""
	screen := NewHistory(s, func(path string) { restored = path })
	w := shownIn(t, screen)
	press(t, w, "history-backups")
	press(t, w, "history-back-up")
	backups := screen.backups
	if len(backups.model.List) != 1 {
		t.Fatalf("%d backups, want 1", len(backups.model.List))
	}
	row := backups.row()
	backups.update(0, row)
	test.Tap(held[*backupRow](row).restore)
	if restored != backups.model.List[0].Path {
		t.Errorf("restored %q, want %q", restored, backups.model.List[0].Path)
	}
}
