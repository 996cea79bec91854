package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// patience is how long anything may take that is waited for. It is long, so that a
// busy machine fails nothing; what is waited for is polled, so that a quick one
// loses nothing.
const patience = 60 * time.Second

// pause is how long a poll waits for the next one.
const pause = 20 * time.Millisecond

// display is an X server of its own.
type display struct {
	t    *testing.T
	name string // ":7"
}

// openDisplay starts an X server that ends with the test.
func openDisplay(t *testing.T, size string) *display {
	t.Helper()
	number, told, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp", "-noreset", "-dpi", "96")
	server.ExtraFiles = []*os.File{told}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Signal(os.Interrupt) // it may have ended by itself
		_ = server.Wait()                       // how it ended does not matter
	})
	told.Close()
	defer number.Close()
	var b [16]byte
	n, err := number.Read(b[:])
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	d := &display{t: t, name: ":" + strings.TrimSpace(string(b[:n]))}
	until(t, "the display answers", func() bool {
		c := exec.Command("xdotool", "getdisplaygeometry")
		c.Env = append(os.Environ(), "DISPLAY="+d.name)
		return c.Run() == nil
	})
	return d
}

// run runs a tool on the display and returns what it printed.
func (d *display) run(name string, args ...string) string {
	d.t.Helper()
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	var out, said bytes.Buffer
	c.Stdout, c.Stderr = &out, &said
	if err := c.Run(); err != nil {
		d.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, said.Bytes())
	}
	return strings.TrimSpace(out.String())
}

// copy puts a text into the clipboard, and waits until it is there: xclip returns
// before. It stays behind to serve the text, and would keep whatever it writes to
// open; so it is given nothing.
func (d *display) copy(text string) {
	d.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-i")
	c.Env = append(os.Environ(), "DISPLAY="+d.name)
	c.Stdin = strings.NewReader(text)
	if err := c.Run(); err != nil {
		d.t.Fatalf("xclip: %v", err)
	}
	until(d.t, "the clipboard holds the text", func() bool {
		c := exec.Command("xclip", "-selection", "clipboard", "-o")
		c.Env = append(os.Environ(), "DISPLAY="+d.name)
		held, err := c.Output()
		return err == nil && string(held) == text
	})
}

// until polls until what is true.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !is(); time.Sleep(pause) {
		if time.Now().After(end) {
			t.Fatalf("waited %v in vain: %s", patience, what)
		}
	}
}
