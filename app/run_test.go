package app

import (
	"errors"
	"log"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// The window is driven with the inline runner: the test driver delivers what
// the program's own runner brings back on that runner's goroutine.
func TestOpensTheCatalogueAskedFor(t *testing.T) {
	for _, name := range []string{"", "spring.tradewind", "海.tradewind"} {
		t.Run(name, func(t *testing.T) {
			path, want := "", Name
			if name != "" {
				path, want = create(t, name), name+" - "+Name
			}
			ws, err := openFirst(t.Context(), path, workspace.Options{Assets: assets.FS})
			if err != nil {
				t.Fatal(err)
			}
			w := testWindow(t)
			w.begin(ws, path, nil)
			if got := w.win.Title(); got != want {
				t.Errorf("title = %q, want %q", got, want)
			}
		})
	}
}

// Without a font that has Chinese a person is told, once, whichever way they came in.
func TestTellsOnceThatChineseCannotBeDrawn(t *testing.T) {
	for _, open := range []bool{false, true} {
		w := testWindow(t)
		w.preferences.SetBool(keyFonts, false)
		var ws *workspace.Workspace
		if open {
			var err error
			if ws, err = workspace.Open(t.Context(), create(t, "spring.tradewind"), workspace.Options{Assets: assets.FS}); err != nil {
				t.Fatal(err)
			}
		}
		w.begin(ws, "", nil)
		tap(t, w, "ask:close")
		w.checkFonts()
		if widget.FindIn(w.win.Canvas(), "ask:close") != nil {
			t.Error("told twice")
		}
	}
}

func create(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	w, err := workspace.Create(t.Context(), path, workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// Where there is no screen to say it on, a catalogue that cannot be opened is the error.
func TestRunWithoutAWindowTellsOfTheCatalogue(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.tradewind")
	newApp := func() fyne.App { panic("no screen") }
	if err := Run(t.Context(), newApp, path); err == nil || !strings.Contains(err.Error(), "none.tradewind") {
		t.Errorf("Run = %v, want an error that names the file", err)
	}
}

func TestAttemptTellsWhyThereIsNoWindow(t *testing.T) {
	tests := map[string]struct {
		open func() // fails as the driver of Fyne 2.7.1 does
		want string // the reason; "" means no error
	}{
		"works": {func() {}, ""},
		"no X server": {func() {
			log.Println("PlatformError: X11: Failed to open display :9")
			panic("NotInitialized: The GLFW library is not initialized")
		}, "(X11: Failed to open display :9)"},
		"no OpenGL": {func() {
			log.Println("Fyne error: ", "Error parsing user locale C")
			log.Println("Fyne error: ", "window creation error")
			log.Println("  Cause:", "APIUnavailable: GLX: GLX extension not found")
			log.Println("  At: window_desktop.go:760")
		}, "(GLX: GLX extension not found)"},
		"no reason": {func() { panic("out of luck") }, "(out of luck)"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := attempt(tt.open)
			if got := errors.Is(err, ErrNoWindow); got != (tt.want != "") {
				t.Fatalf("attempt = %v, want ErrNoWindow: %v", err, tt.want != "")
			}
			if err != nil && (!strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n")) {
				t.Errorf("attempt = %q, want one line with %q", err, tt.want)
			}
		})
	}
}

func TestAttemptPassesOtherLogLinesOn(t *testing.T) {
	var got strings.Builder
	defer log.SetOutput(log.Writer())
	log.SetOutput(&got)
	if err := attempt(func() { log.Print("cannot find theme") }); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.String(), "cannot find theme") {
		t.Errorf("log = %q, want the line passed on", got.String())
	}
}
