package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tradewind.app/app/version"
)

func TestAboutSaysTheVersion(t *testing.T) {
	w := testWindow(t)
	w.showAbout()
	over := w.win.Canvas().Overlays().Top()
	if over == nil {
		t.Fatal("nothing is shown")
	}
	if shown := test.RenderObjectToMarkup(over); !strings.Contains(shown, "Tradewind "+version.Number) {
		t.Errorf("About does not say version %s:\n%s", version.Number, shown)
	}
}

// Each system is told of what it has: packages of Debian help nobody on Windows.
func TestFontAdviceIsTheSystems(t *testing.T) {
	w := testWindow(t)
	for goos, want := range map[string]string{
		"windows": "Optional features", "darwin": "Font Book", "linux": "fonts-noto-cjk", "freebsd": "Noto Sans CJK",
	} {
		said := w.session.Text.Say(fontAdvice(goos))
		if !strings.Contains(said, want) {
			t.Errorf("%s is told %q, want %q in it", goos, said, want)
		}
		if goos != "linux" && goos != "freebsd" && strings.Contains(said, "fonts-") {
			t.Errorf("%s is told of Debian's packages: %q", goos, said)
		}
	}
}
