package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestRoadBackFromADamagedFile gives the program a damaged catalogue, as a double
// click does, and restores a backup in the window.
func TestRoadBackFromADamagedFile(t *testing.T) {
	binary(t)
	home := t.TempDir()
	path := damagedShop(t, home)
	p := start(t, openDisplay(t, "1440x900"), home, path)
	defer p.keepIfFailed()
	p.at("unreadable")
	backups := backupsOf(t, path)
	restore := "unreadable-restore:" + filepath.Base(backups[len(backups)-1])
	p.click(restore)
	p.at("home")
	p.visit("products")
	p.hasRows(sampleProducts)
	p.quit()
}

// damagedShop makes a catalogue of the sample that has a backup and is damaged.
func damagedShop(t *testing.T, home string) string {
	t.Helper()
	path := sampleShop(t, home)
	if out, err := exec.Command(binary(t), "backup", "--catalog", path).CombinedOutput(); err != nil {
		t.Fatalf("tradewind backup: %v\n%s", err, out)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[4096:])
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	backupsOf(t, path)
	return path
}

// backupsOf are the backups beside a catalogue, the newest last.
func backupsOf(t *testing.T, path string) []string {
	t.Helper()
	backups, err := filepath.Glob(path + "-backups/*.tradewind*")
	if err != nil || len(backups) == 0 {
		t.Fatalf("backups: %v, %v", backups, err)
	}
	return backups
}

// TestRoadBackFromALostFile takes the file away while a title is typed: the window says
// so, and what was typed is offered again once the file is back.
func TestRoadBackFromALostFile(t *testing.T) {
	binary(t)
	home := t.TempDir()
	path := sampleShop(t, home)
	p := start(t, openDisplay(t, "1440x900"), home, path)
	defer p.keepIfFailed()
	p.visit("products")
	p.point(p.cell(productGrid, 2, titleColumn))
	p.mouse("click", "1")
	p.key("F2")
	p.see("grid-entry")
	p.run("xdotool", "type", " X")
	p.says("status:doing", func(text string) bool { return text == "Not saved yet" })
	if err := os.Rename(path, path+".old"); err != nil {
		t.Fatal(err)
	}
	p.see("ask:open-again")
	p.says("status:doing", func(text string) bool { return text == "Not saved: the file is gone or was replaced" })
	p.click("ask:open-again")
	p.at("unreadable")
	if err := os.Rename(path+".old", path); err != nil {
		t.Fatal(err)
	}
	p.click("unreadable-again")
	p.click("draft:put-back")
	p.says("grid-entry", func(text string) bool { return text != "" })
	p.key("Return")
	p.gone("grid-entry")
	p.quit()
}
