package store

import (
	"errors"
	"os"
	"syscall"
)

// ofdSetLock is F_OFD_SETLK of <linux/fcntl.h>: the lock belongs to the open file,
// so closing another one does not end it.
const ofdSetLock = 37

// lockByte locks one byte of a file for as long as it is open, or returns
// errHeld. A file system without such locks locks nothing.
func lockByte(f *os.File, offset int64) error {
	for _, command := range []int{ofdSetLock, syscall.F_SETLK} {
		lock := syscall.Flock_t{Type: syscall.F_WRLCK, Start: offset, Len: 1}
		err := syscall.FcntlFlock(f.Fd(), command, &lock)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, syscall.EAGAIN), errors.Is(err, syscall.EACCES):
			return errHeld
		}
	}
	return nil
}

// unlockByte takes lockByte back before the file is closed.
func unlockByte(f *os.File, offset int64) {
	for _, command := range []int{ofdSetLock, syscall.F_SETLK} {
		lock := syscall.Flock_t{Type: syscall.F_UNLCK, Start: offset, Len: 1}
		_ = syscall.FcntlFlock(f.Fd(), command, &lock) // closing ends it too
	}
}
