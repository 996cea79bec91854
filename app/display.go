package app

import (
	"errors"
	"fmt"
	"log"
	"strings"
	"sync"
)

// ErrNoWindow means that this machine cannot show a window at all. The command
// line still works there.
var ErrNoWindow = errors.New("a window needs a screen with OpenGL 2.1; the command line works without one")

// creationFailed is how Fyne 2.7.1 reports that the driver made no window: on
// the standard logger only. It then waits for ever in Run, so Run must not be
// reached (internal/driver/glfw, initFailed).
const creationFailed = "window creation error"

// attempt runs open, which makes the first window. With no X server the driver
// panics, and with no OpenGL it logs; both become one error that carries the
// driver's reason.
func attempt(open func()) (err error) {
	var said driverLog
	out, flags := log.Writer(), log.Flags()
	log.SetOutput(&said)
	log.SetFlags(0)
	defer func() {
		log.SetFlags(flags)
		log.SetOutput(out)
		if r := recover(); r != nil {
			err = fmt.Errorf("%w (%s; %v)", ErrNoWindow, said.reason(), r)
		}
		if err == nil && said.text() != "" {
			log.Print(said.text())
		}
	}()
	open()
	if strings.Contains(said.text(), creationFailed) {
		return fmt.Errorf("%w (%s)", ErrNoWindow, said.reason())
	}
	return nil
}

// driverLog collects what is logged while a window opens. Fyne logs from more
// than one goroutine.
type driverLog struct {
	mu    sync.Mutex
	lines strings.Builder
}

func (d *driverLog) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lines.Write(p)
}

func (d *driverLog) text() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return strings.TrimSpace(d.lines.String())
}

// reason is the line of the log that tells the cause: the one that Fyne marks
// so, else the first.
func (d *driverLog) reason() string {
	lines := strings.Split(d.text(), "\n")
	for _, l := range lines {
		if _, cause, ok := strings.Cut(l, "Cause:"); ok {
			return strings.TrimSpace(cause)
		}
	}
	return lines[0]
}
