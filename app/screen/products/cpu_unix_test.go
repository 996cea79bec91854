//go:build unix

package products

import (
	"syscall"
	"time"
)

// cpuTime is how long the processor has worked for this program.
func cpuTime() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic(err) // the arguments are right
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
