package app

import (
	"errors"
	"log"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRunTitlesTheWindow(t *testing.T) {
	tests := map[string]string{
		"":                           "Tradewind",
		"/home/may/spring.tradewind": "spring.tradewind - Tradewind",
		"海.tradewind":                "海.tradewind - Tradewind",
	}
	for path, want := range tests {
		a := test.NewTempApp(t)
		if err := Run(func() fyne.App { return a }, path); err != nil {
			t.Fatalf("Run(%q): %v", path, err)
		}
		ws := a.Driver().AllWindows()
		if got := ws[len(ws)-1].Title(); got != want {
			t.Errorf("title for %q = %q, want %q", path, got, want)
		}
	}
}

func TestAttemptTellsWhyThereIsNoWindow(t *testing.T) {
	tests := map[string]struct {
		open func()   // fails as the driver of Fyne 2.7.1 does
		want []string // parts of the one line; none means no error
	}{
		"works": {func() {}, nil},
		"no X server": {func() {
			log.Println("PlatformError: X11: Failed to open display :9")
			panic("NotInitialized: The GLFW library is not initialized")
		}, []string{"Failed to open display :9", "NotInitialized"}},
		"no OpenGL": {func() {
			log.Println("Fyne error: ", "window creation error")
			log.Println("  Cause:", "GLX extension not found")
			log.Println("  At: window_desktop.go:760")
		}, []string{"GLX extension not found"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := attempt(tt.open)
			if got := errors.Is(err, ErrNoWindow); got != (tt.want != nil) {
				t.Fatalf("attempt = %v, want ErrNoWindow: %v", err, tt.want != nil)
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) || strings.Contains(err.Error(), "\n") {
					t.Errorf("attempt = %q, want one line with %q", err, part)
				}
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
