package store

import (
	"errors"
	"os"
	"syscall"
	"unsafe"
)

var (
	kernel32     = syscall.NewLazyDLL("kernel32.dll")
	lockFileEx   = kernel32.NewProc("LockFileEx")
	unlockFileEx = kernel32.NewProc("UnlockFileEx")
)

// How LockFileEx locks, and what it says of a byte that is locked (fileapi.h,
// winerror.h).
const (
	lockExclusiveAtOnce = 0x2 | 0x1 // LOCKFILE_EXCLUSIVE_LOCK, LOCKFILE_FAIL_IMMEDIATELY

	errorLockViolation = syscall.Errno(33)
)

// lockByte locks one byte of a file for as long as it is open, or returns
// errHeld. A file system without such locks locks nothing.
func lockByte(f *os.File, offset int64) error {
	at := syscall.Overlapped{Offset: uint32(offset), OffsetHigh: uint32(offset >> 32)}
	ok, _, err := lockFileEx.Call(f.Fd(), lockExclusiveAtOnce, 0, 1, 0, uintptr(unsafe.Pointer(&at)))
	if ok == 0 && errors.Is(err, errorLockViolation) {
		return errHeld
	}
	return nil
}

// unlockByte takes lockByte back before the file is closed.
func unlockByte(f *os.File, offset int64) {
	at := syscall.Overlapped{Offset: uint32(offset), OffsetHigh: uint32(offset >> 32)}
	_, _, _ = unlockFileEx.Call(f.Fd(), 0, 1, 0, uintptr(unsafe.Pointer(&at))) // closing ends it too
}
