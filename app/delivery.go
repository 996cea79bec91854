package app

import (
	"sync"

	"fyne.io/fyne/v2"
)

// delivery brings functions onto the window's thread, until that thread ends. Fyne
// 2.7.1 takes functions while it shuts down, too, and then runs them on whatever
// thread they come from, or panics, since its queue is closed already
// (internal/driver/glfw/loop.go). The zero delivery is ready.
type delivery struct {
	mu    sync.Mutex
	ended bool
}

// deliver queues a function for the window's thread. Once the window is closing
// there is nobody to show anything to, and it is dropped.
func (d *delivery) deliver(do func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.ended {
		fyne.Do(do)
	}
}

// end stops deliveries. After it returns none is on its way into the queue.
func (d *delivery) end() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ended = true
}
