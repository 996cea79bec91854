package job

import (
	"testing"
	"time"
)

func TestAfterIsDelivered(t *testing.T) {
	queue := make(chan func(), 10)
	r := NewBackground(func(f func()) { queue <- f }, nil)
	done := 0
	r.After(0, func() { done++ })
	(<-queue)()
	if done != 1 {
		t.Errorf("done %d times, want once", done)
	}
	stop := r.After(0, func() { t.Error("done after it was stopped") })
	late := <-queue // it waits to be delivered already
	stop()
	late()
	r.After(time.Hour, func() { t.Error("an hour has not passed") })()
}
