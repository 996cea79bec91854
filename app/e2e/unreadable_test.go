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
