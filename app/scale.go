package app

import (
	"os"
	"strconv"
)

// useScale makes everything in the window larger, in percent. Fyne 2.7.1 has no
// call for it: it asks the environment each time a theme is set. A preference that
// is no number leaves the scale alone.
func useScale(percent string) {
	n, err := strconv.ParseFloat(percent, 64)
	if err != nil || n < 50 || n > 300 {
		return
	}
	if err := os.Setenv("FYNE_SCALE", strconv.FormatFloat(n/100, 'f', 2, 64)); err != nil {
		return // the system keeps no environment: then there is no scale to set
	}
}
