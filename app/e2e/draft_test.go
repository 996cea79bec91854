package e2e

import (
	"path/filepath"
	"testing"
)

// TestDraftOutlivesAKill types into a cell, kills the program as a power cut does,
// and finds the text again.
func TestDraftOutlivesAKill(t *testing.T) {
	binary(t)
	home, typed := t.TempDir(), "手工桦木托盘 typed before the end"
	d := openDisplay(t, "1440x900")
	p := start(t, d, home, sampleShop(t, home))
	p.click("rail:products")
	p.at("products")
	p.point(p.cell(productGrid, 2, titleColumn))
	p.mouse("click", "1")
	p.key("F2")
	p.see("grid-entry")
	p.key("ctrl+a")
	p.paste(typed)
	p.says("grid-entry", func(text string) bool { return text == typed })
	kept := func() bool {
		files, err := filepath.Glob(filepath.Join(home, ".config", "fyne", "*", "draft-*.json"))
		return err == nil && len(files) == 1
	}
	until(t, "the edit is kept", kept)
	p.kill()
	again := start(t, d, home)
	defer again.keepIfFailed()
	again.click("draft:put-back")
	again.says("grid-entry", func(text string) bool { return text == typed })
	again.key("Return")
	again.gone("grid-entry")
	if got := again.cell(productGrid, 2, titleColumn).Text; got != typed {
		t.Errorf("title = %q, want %q", got, typed)
	}
	if kept() {
		t.Error("the edit is still kept after it was saved")
	}
	again.quit()
}
