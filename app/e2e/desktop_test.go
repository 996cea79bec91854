package e2e

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The desktop around the program: who drops files on it, and the chooser that it
// asks for files. A person's answer to that lies in a file.

// chooserScript stands for zenity, which the program finds by its name: it notes how
// it was called, and answers what lies in the file "chosen", or that the person
// thought better of it.
const chooserScript = `#!/bin/sh
printf '%s\n' "$@" >"$HOME/asked"
[ -f "$HOME/chosen" ] && cat "$HOME/chosen"
`

// putChooser puts the chooser into a user's home.
func putChooser(t *testing.T, home string) {
	t.Helper()
	folder := filepath.Join(home, "bin")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "zenity"), []byte(chooserScript), 0o755); err != nil {
		t.Fatal(err)
	}
}

// choosing says what the person answers when they are next asked for a file.
func (p *program) choosing(path string) {
	p.t.Helper()
	if err := os.WriteFile(filepath.Join(p.home, "chosen"), []byte(path+"\n"), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// asked is how the chooser was called, an argument a line.
func (p *program) asked() string {
	p.t.Helper()
	b, err := os.ReadFile(filepath.Join(p.home, "asked"))
	if err != nil {
		p.t.Fatalf("the chooser was not asked: %v", err)
	}
	return string(b)
}

// drop drops a file on the window, as a file manager does.
func (p *program) drop(path string) {
	p.t.Helper()
	program := filepath.Join(p.t.TempDir(), "drop")
	if out, err := exec.Command("gcc", "-o", program, "testdata/drop.c", "-lX11").CombinedOutput(); err != nil {
		p.t.Fatalf("compile testdata/drop.c: %v\n%s", err, out)
	}
	uri := url.URL{Scheme: "file", Path: path}
	p.run(program, p.id, uri.String())
	p.settle()
}

// tradewind runs the command line on the user's catalogue, which nobody may have
// open, and returns what it printed.
func (p *program) tradewind(args ...string) string {
	p.t.Helper()
	c := exec.Command(binary(p.t), args...)
	c.Env = append(os.Environ(), "LC_ALL=en_US.UTF-8", "HOME="+p.home)
	out, err := c.Output()
	if err != nil {
		p.t.Fatalf("tradewind %v: %v", args, err)
	}
	return string(out)
}
