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
	backups, err := filepath.Glob(path + "-backups/*.tradewind")
	if err != nil || len(backups) == 0 {
		t.Fatalf("backups: %v, %v", backups, err)
	}
	p := start(t, openDisplay(t, "1440x900"), home, path)
	defer p.keepIfFailed()
	p.at("unreadable")
	restore := "unreadable-restore:" + filepath.Base(backups[len(backups)-1])
	p.see(restore)
	if folder := os.Getenv("TRADEWIND_SHOTS"); folder != "" {
		for _, l := range []look{{"light", "en", 1440, 900}, {"dark", "zh-Hans", 1024, 640}} {
			p.ask(question{"do": "set", "key": "theme", "value": l.theme})
			p.ask(question{"do": "set", "key": "language", "value": l.language})
			p.ask(question{"do": "resize", "width": l.width, "height": l.height})
			p.picture(l, filepath.Join(folder, "unreadable-"+l.String()+".png"))
		}
	}
	p.click(restore)
	p.at("home")
	p.visit("products")
	p.hasRows(sampleProducts)
	p.quit()
}
