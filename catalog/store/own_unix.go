//go:build unix

package store

import (
	"io/fs"
	"syscall"
)

// notThroughLinks makes open fail on a link, and not wait for a pipe.
const notThroughLinks = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

// namesOf is how many names a file has.
func namesOf(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(st.Nlink)
	}
	return 1
}
