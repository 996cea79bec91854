package app

import (
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
)

// delivery brings functions onto the window's thread, until that thread ends. Fyne
// 2.7.1 takes functions while it shuts down, too, and then runs them on whatever
// thread they come from, or panics, since its queue is closed already
// (internal/driver/glfw/loop.go). The zero delivery is ready.
type delivery struct {
	ended atomic.Bool
	ways  sync.RWMutex // locked for reading by each that is on its way into the queue
}

// deliver queues a function for the window's thread. Once the window is closing
// there is nobody to show anything to, and it is dropped.
func (d *delivery) deliver(do func()) {
	d.ways.RLock()
	defer d.ways.RUnlock()
	if !d.ended.Load() {
		fyne.Do(do)
	}
}

// stop takes no more deliveries.
func (d *delivery) stop() { d.ended.Store(true) }

// end is stop, and returns when none is on its way any more. What was delivered must
// not call it: it may be running on such a way.
func (d *delivery) end() {
	d.stop()
	d.ways.Lock()
	defer d.ways.Unlock()
}
