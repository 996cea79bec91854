package app

import (
	"errors"
	"fmt"
	"log"
	"strings"
	"sync"

	"tradewind.app/app/text"
)

// ErrNoWindow means that this machine cannot show a window at all. The command
// line still works there.
var ErrNoWindow = errors.New("no screen with OpenGL 2.1")

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
			err = noWindow(said.reason(fmt.Sprint(r)))
		}
		if err == nil && said.text() != "" {
			log.Print(said.text())
		}
	}()
	open()
	if strings.Contains(said.text(), creationFailed) {
		return noWindow(said.reason(creationFailed))
	}
	return nil
}

func noWindow(reason string) error {
	return text.Because(ErrNoWindow, "error-no-window", "reason", reason)
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

// reason is the line of the log that reports the cause: the one that Fyne marks
// so, or the one of the windowing library. Otherwise it is what is otherwise known.
func (d *driverLog) reason(otherwise string) string {
	for line := range strings.Lines(d.text()) {
		for _, mark := range []string{"Cause: APIUnavailable: ", "Cause: ", "PlatformError: "} {
			if _, cause, ok := strings.Cut(line, mark); ok {
				return strings.TrimSpace(cause)
			}
		}
	}
	return otherwise
}
