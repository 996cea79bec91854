//go:build unix

package regular_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Each of these was waited for, or read until the memory was full.
func TestNothingIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"zero": "/dev/zero", "terminal": "/dev/tty", "pipe.toml": "pipe"} {
		link(t, to, filepath.Join(dir, name))
	}
	for _, name := range []string{"pipe", "pipe.toml"} {
		wantNotRegular(t, dir, name)
	}
	for _, name := range []string{"zero", "terminal"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Logf("NOT TESTED: %v", err)
			continue
		}
		for _, way := range []string{"Open", "Read", "ReadFS"} { // OpenIn follows no link out of the folder
			if err := waysToOpen(dir, name)[way](); !isNotRegular(err) {
				t.Errorf("%s(%s): got %v, want NotRegularError", way, name, err)
			}
		}
	}
}
