//go:build !unix

package products

import "time"

var began = time.Now()

// cpuTime is the time that passes, which is all that can be had here.
func cpuTime() time.Duration { return time.Since(began) }
