package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// lock is the right to write a catalogue. The operating system takes it back
// when the process ends, however it ends; the file it leaves then is no obstacle.
type lock struct {
	file *flock.Flock
	path string
}

// lockPath is .shop.tradewind.lock beside shop.tradewind.
func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// lockAttempts is more often than two processes can get into each other's way.
const lockAttempts = 20

// takeLock takes the right to write or returns ErrLocked with who has it.
//
// Whoever closes removes the file, so one may get a lock on a file that was
// removed a moment before, while a third makes a new one. Hence the second look.
func takeLock(path string) (*lock, error) {
	name := lockPath(path)
	for range lockAttempts {
		if err := clearLockName(name); err != nil {
			return nil, fmt.Errorf("lock %s: %w", filepath.Base(path), err)
		}
		file := flock.New(name, flock.SetFlag(os.O_CREATE|os.O_RDWR|notThroughLinks), flock.SetPermissions(0o644))
		ok, err := file.TryLock()
		if err != nil {
			return nil, fmt.Errorf("lock %s: %w", filepath.Base(path), err)
		}
		if !ok {
			return nil, &FileError{Path: path, Detail: readHolder(name), Err: ErrLocked}
		}
		if isLockFile(file, name) {
			l := &lock{file, name}
			l.writeHolder()
			return l, nil
		}
		if err := file.Unlock(); err != nil {
			return nil, fmt.Errorf("lock %s: %w", filepath.Base(path), err)
		}
	}
	return nil, &FileError{Path: path, Err: ErrLocked}
}

// clearLockName removes a link that lies where the lock file belongs. What it
// leads to is somebody's file: it is neither opened nor locked.
func clearLockName(name string) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return os.Remove(name)
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "open", Path: name, Err: ErrNotOurs}
	}
	return nil
}

// isLockFile reports whether what was locked is still the file of that name, and
// no other file's: one with a second name is somebody's, so its name here goes.
func isLockFile(file *flock.Flock, name string) bool {
	held, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	if err != nil || !os.SameFile(held, there) {
		return false
	}
	if namesOf(held) > 1 {
		_ = os.Remove(name) // if it stays, the next attempt finds it again
		return false
	}
	return true
}

// writeHolder notes who has the lock, for the message that another process
// shows. The lock is valid without it (on a full disk it cannot be written).
func (l *lock) writeHolder() {
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	f, err := openOwn(l.path, os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return
	}
	_, _ = fmt.Fprintf(f, "process %d on %s\n", os.Getpid(), host)
	_ = f.Close()
}

// readHolder is what writeHolder noted, or nothing. On Windows a locked file
// cannot be read.
func readHolder(name string) string {
	f, err := openOwn(name, os.O_RDONLY, 0)
	if err != nil {
		return ""
	}
	defer f.Close()                                             // opened for reading: nothing can be lost
	if info, err := f.Stat(); err != nil || namesOf(info) > 1 { // another file's text
		return ""
	}
	b, err := io.ReadAll(io.LimitReader(f, 301))
	if err != nil || len(b) > 300 {
		return ""
	}
	return strings.ToValidUTF8(strings.TrimSpace(string(b)), "")
}

// release removes the file while it is still locked, so that nobody can lock a
// file that is about to go. Windows removes no open file: there it is removed
// after, if nobody besides has it by then.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	removed := os.Remove(l.path)
	if err := l.file.Unlock(); err != nil {
		return fmt.Errorf("release the lock: %w", err)
	}
	if removed == nil || errors.Is(removed, fs.ErrNotExist) {
		return nil
	}
	if err := os.Remove(l.path); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("remove the lock file: %w", err)
	}
	return nil
}
