//go:build !unix

package regular

// noWait: Windows waits for no pipe when a file is opened.
const noWait = 0
