package workspace_test

import (
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// A catalogue of an older Tradewind can be read at once, by whoever only looks, too.
func TestAnOlderCatalogueIsReadAtOnce(t *testing.T) {
	b, err := os.ReadFile("../../catalog/store/testdata/drafts1.tradewind")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.tradewind")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(t.Context(), path, workspace.Options{Assets: assets.FS, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	p, err := w.Product(t.Context(), "A-1")
	if err != nil || p.State(catalog.SimplifiedChinese) != catalog.StateDraft {
		t.Errorf("A-1 is %+v, %v", p, err)
	}
	if w.ReadOnly() == nil {
		t.Error("it was opened for writing")
	}
	if backups, err := w.Backups(); err != nil || len(backups) != 1 || backups[0].Reason != "migration" {
		t.Errorf("backups are %v, %v; want one of before the update", backups, err)
	}
}
