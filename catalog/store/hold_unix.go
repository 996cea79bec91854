//go:build unix && !linux && !solaris && !illumos && !aix

package store

import (
	"errors"
	"os"
	"syscall"
)

// lockByte locks one byte of a file for as long as it is open, or returns
// errHeld. A file system without such locks locks nothing.
func lockByte(f *os.File, offset int64) error {
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Start: offset, Len: 1}
	err := syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &lock)
	if errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) {
		return errHeld
	}
	return nil
}

// unlockByte takes lockByte back before the file is closed.
func unlockByte(f *os.File, offset int64) {
	lock := syscall.Flock_t{Type: syscall.F_UNLCK, Start: offset, Len: 1}
	_ = syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &lock) // closing ends it too
}
