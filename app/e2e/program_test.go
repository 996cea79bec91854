package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// program is the running program with its window at the display's corner.
type program struct {
	*display
	home  string // of its user; nothing outside of it is touched
	id    string // of the window
	cmd   *exec.Cmd
	ended chan struct{} // closed when the program has ended
	err   error         // how it ended
	said  *speech
	probe net.Conn
	lines *bufio.Reader
	stray bool // a test makes the toolkit complain
	hasty bool // what is done goes on without waiting for what comes of it
}

// speech is what a program has said so far.
type speech struct {
	mu    sync.Mutex
	lines bytes.Buffer
}

func (s *speech) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lines.Write(b)
}

func (s *speech) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lines.String()
}

// wrongThread is in what Fyne says when it is called from another thread than the
// window's. It says so only in a program that was built without the tag
// migrated_fynedo.
const wrongThread = "Error in Fyne call thread"

// question and answer are those of app/probe.go.
type question map[string]any

type answer struct {
	Error string
	Found bool
	Area  struct{ X, Y, Width, Height float64 }
	Text  string
	Rows  int
	Off   bool
	Title string
	Place string
	Busy  bool
	Focus bool
	Holds string
	Roles []string

	Overlays   int
	Goroutines int
	Heap       uint64
	Shown      int64
}

// tools are what a run needs beside the program.
var tools = []string{"Xvfb", "xdotool", "xclip", "import", "convert"}

// binary is the program that is tested. Without it, or where a tool is missing, the
// test is skipped and says so.
func binary(t *testing.T) string {
	t.Helper()
	path := os.Getenv("TRADEWIND_BINARY")
	if path == "" {
		t.Skip("NOT TESTED: the window. TRADEWIND_BINARY names no program; make e2e builds one and runs this")
	}
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("NOT TESTED: the window. %v; .ci/install installs it", err)
		}
	}
	return path
}

// start runs the program for a user with a home of its own, and waits for its
// window.
func start(t *testing.T, d *display, home string, args ...string) *program {
	t.Helper()
	p := &program{display: d, home: home, said: &speech{}}
	socket := filepath.Join(t.TempDir(), "probe")
	putChooser(t, home)
	p.cmd = exec.Command(binary(t), args...)
	p.cmd.Dir = home
	p.cmd.Env = []string{
		"DISPLAY=" + d.name, "TRADEWIND_PROBE=" + socket, "HOME=" + home,
		"PATH=" + filepath.Join(home, "bin") + ":" + os.Getenv("PATH"),
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"), "XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"), "XDG_STATE_HOME=" + filepath.Join(home, ".local", "state"),
		"LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=en_US.UTF-8", "FYNE_SCALE=1", "TZ=UTC",
	}
	p.cmd.Stdout, p.cmd.Stderr = p.said, p.said
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p.ended = make(chan struct{})
	go func() {
		p.err = p.cmd.Wait()
		close(p.ended)
	}()
	t.Cleanup(p.kill)
	until(t, "the program listens", func() bool {
		var err error
		p.probe, err = net.Dial("unix", socket)
		if err != nil && p.hasEnded() {
			t.Fatalf("the program ended: %v\n%s", p.err, p.said)
		}
		return err == nil
	})
	p.lines = bufio.NewReader(p.probe)
	p.toCorner()
	return p
}

// toCorner moves the window to 0,0, from where the probe counts. There is no window
// manager that would.
func (p *program) toCorner() {
	p.t.Helper()
	var id string
	until(p.t, "the window is there", func() bool {
		out, err := exec.Command("env", "DISPLAY="+p.name, "xdotool", "search", "--onlyvisible", "--name", "Tradewind").Output()
		id = strings.TrimSpace(string(out))
		return err == nil && id != ""
	})
	id, _, _ = strings.Cut(id, "\n")
	p.id = id
	p.run("xdotool", "windowmove", id, "0", "0")
	until(p.t, "the window is in the corner", func() bool {
		at := p.run("xdotool", "getwindowgeometry", "--shell", id)
		return strings.Contains(at, "X=0\n") && strings.Contains(at, "Y=0\n")
	})
}

// ask asks the probe.
func (p *program) ask(q question) answer {
	p.t.Helper()
	line, err := json.Marshal(q)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := p.probe.SetDeadline(time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	if _, err := p.probe.Write(append(line, '\n')); err != nil {
		p.t.Fatalf("ask %s: %v", line, err)
	}
	reply, err := p.lines.ReadBytes('\n')
	if err != nil {
		p.t.Fatalf("ask %s: %v", line, err)
	}
	var a answer
	if err := json.Unmarshal(reply, &a); err != nil {
		p.t.Fatal(err)
	}
	if a.Error != "" {
		p.t.Fatalf("ask %s: %s", line, a.Error)
	}
	return a
}

func (p *program) state() answer { return p.ask(question{"do": "state"}) }

func (p *program) find(role string) answer {
	p.t.Helper()
	return p.ask(question{"do": "find", "role": role})
}

// says waits until a control says what is wanted.
func (p *program) says(role string, want func(text string) bool) string {
	p.t.Helper()
	said := ""
	until(p.t, role+" says what it should", func() bool {
		a := p.find(role)
		said = a.Text
		return a.Found && want(a.Text)
	})
	return said
}

// see waits for a control.
func (p *program) see(role string) answer {
	p.t.Helper()
	var a answer
	until(p.t, "see "+role, func() bool {
		a = p.find(role)
		return a.Found
	})
	return a
}

// gone waits until a control is not to be seen.
func (p *program) gone(role string) {
	p.t.Helper()
	until(p.t, role+" is gone", func() bool { return !p.find(role).Found })
}

// at waits for a place, and until no job runs.
func (p *program) at(place string) {
	p.t.Helper()
	until(p.t, "be at "+place, func() bool {
		s := p.state()
		return s.Place == place && !s.Busy
	})
}

// click clicks the middle of a control that can be pressed and stands still, once
// no job runs that may move it.
func (p *program) click(role string) {
	p.t.Helper()
	var last answer
	until(p.t, "press "+role, func() bool {
		now := p.find(role)
		still := now.Found && !now.Off && now.Area == last.Area && !p.state().Busy
		last = now
		return still
	})
	p.point(last)
	p.mouse("click", "1")
}

// mouse presses and turns what a mouse has, where the pointer is.
func (p *program) mouse(args ...string) {
	p.t.Helper()
	p.run("xdotool", args...)
	p.settle()
}

// settle waits until the program has taken what was done, and all that came of it
// is shown. What is done next then meets the window as it will stay.
func (p *program) settle() {
	p.t.Helper()
	if !p.hasty {
		p.ask(question{"do": "settle"})
	}
}

func (p *program) point(a answer) {
	p.t.Helper()
	x, y := a.Area.X+a.Area.Width/2, a.Area.Y+a.Area.Height/2
	p.run("xdotool", "mousemove", strconv.Itoa(int(x)), strconv.Itoa(int(y)))
}

// cell waits for a cell of a grid.
func (p *program) cell(grid string, row int, column string) answer {
	p.t.Helper()
	var a answer
	until(p.t, fmt.Sprintf("see cell %d %s of %s", row, column, grid), func() bool {
		a = p.ask(question{"do": "cell", "role": grid, "row": row, "column": column})
		return a.Found
	})
	return a
}

// key presses keys by their X names, "ctrl+z".
func (p *program) key(names ...string) {
	p.t.Helper()
	p.run("xdotool", append([]string{"key", "--clearmodifiers"}, names...)...)
	p.settle()
}

// paste puts a text into the clipboard and pastes it: xdotool cannot type Chinese.
func (p *program) paste(text string) {
	p.t.Helper()
	p.copy(text)
	p.key("ctrl+v")
}

// replace puts another text into a field.
func (p *program) replace(role, text string) {
	p.t.Helper()
	p.click(role)
	p.key("ctrl+a")
	p.paste(text)
	until(p.t, role+" holds "+text, func() bool { return p.find(role).Text == text })
}

// quit closes the program as a person does, and waits for its end.
func (p *program) quit() {
	p.t.Helper()
	p.run("xdotool", "key", "--clearmodifiers", "ctrl+q")
	until(p.t, "the program has ended", p.hasEnded)
	if p.err != nil {
		p.t.Fatalf("the program ended with %v\n%s", p.err, p.said)
	}
}

func (p *program) hasEnded() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// kill ends the program if it still runs, and waits for it. Where a step failed the
// program first tells where each of its goroutines is.
func (p *program) kill() {
	if p.t.Failed() && !p.hasEnded() {
		_ = p.cmd.Process.Signal(syscall.SIGQUIT) // it may end by itself meanwhile
		select {
		case <-p.ended:
		case <-time.After(patience):
		}
	}
	_ = p.cmd.Process.Kill() // it may have ended by itself
	<-p.ended
	if !p.stray && strings.Contains(p.said.String(), wrongThread) {
		p.t.Errorf("the toolkit was called on another thread than the window's")
	}
	if p.t.Failed() {
		p.t.Logf("the program said:\n%s", p.said)
	}
}
