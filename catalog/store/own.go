package store

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// The files that are made beside a catalogue, or removed there, have names that
// anybody can foresee. Whoever may write into the folder could put a link there
// that leads elsewhere: so none of them is opened through a link.

// openOwn opens a file of the store's own, or makes it.
func openOwn(path string, flag int, perm fs.FileMode) (*os.File, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotOurs}
	}
	f, err := os.OpenFile(path, flag|notThroughLinks, perm)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: path, Err: ErrNotOurs}
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// newFilePerm is how a new catalogue is made; the system takes away from it what
// the user does not grant to anybody.
const newFilePerm fs.FileMode = 0o666

// permOf is who may read and write a file: copies of it are for the same people.
func permOf(path string) fs.FileMode {
	info, err := os.Lstat(path)
	if err != nil {
		return 0o600
	}
	return info.Mode().Perm()
}

// temporaryName is a name beside a file for what will become it: it says who
// makes it, so that another process knows when it was left behind.
func temporaryName(path string) string {
	return fmt.Sprintf("%s.%s-%d-%08x.tmp", path, hostMark(), os.Getpid(), rand.Uint32())
}

// hostMark represents this computer: a process number means nothing on another.
var hostMark = sync.OnceValue(func() string {
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	h := fnv.New32a()
	h.Write([]byte(host))
	return fmt.Sprintf("%08x", h.Sum32())
})

// temporaries are the unfinished files of this process.
var temporaries sync.Map

// newTemporary makes the empty file that SQLite is to fill and that will become
// path. A perm of newFilePerm is what the user grants, any other is exact. The
// caller ends it with dropTemporary.
func newTemporary(path string, perm fs.FileMode) (string, error) {
	temp := temporaryName(path)
	temporaries.Store(temp, true)
	err := makeEmpty(temp, perm)
	if err != nil {
		temporaries.Delete(temp)
		return "", err
	}
	return temp, nil
}

// makeEmpty makes a file that was not there. Of a folder that is missing or may
// not be written SQLite only says that it cannot open; the system says why.
func makeEmpty(path string, perm fs.FileMode) error {
	f, err := openOwn(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return &fs.PathError{Op: "write into", Path: filepath.Dir(path), Err: failed.Err}
	}
	if err != nil {
		return err
	}
	if perm != newFilePerm && runtime.GOOS != "windows" {
		err = f.Chmod(perm) // whatever the process takes away from new files
	}
	return errors.Join(err, f.Close())
}

// dropTemporary removes what is left of a temporary file.
func dropTemporary(temp string) error {
	err := removeDatabase(temp)
	temporaries.Delete(temp)
	return err
}

// temporaryPattern takes a temporary name apart: host (older versions wrote none),
// process, and the side file that SQLite made beside it.
var temporaryPattern = regexp.MustCompile(`\.(?:([0-9a-f]{8})-)?([0-9]+)(?:-[0-9a-f]{8})?\.tmp(?:-wal|-shm|-journal)?$`)

// removeLeftovers removes from a folder the unfinished files of processes that
// are gone: those whose name begins with a prefix and is a temporary one. What
// another process, or another computer, makes at this moment stays.
func removeLeftovers(folder, prefix string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("look for unfinished files: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) || !e.Type().IsRegular() || !isLeftover(filepath.Join(folder, e.Name())) {
			continue
		}
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove an unfinished file: %w", err)
		}
	}
	return nil
}

func isLeftover(path string) bool {
	part := temporaryPattern.FindStringSubmatch(filepath.Base(path))
	if part == nil || part[1] != "" && part[1] != hostMark() {
		return false
	}
	pid, err := strconv.Atoi(part[2])
	if err != nil {
		return false
	}
	if pid == os.Getpid() {
		temp := path[:strings.LastIndex(path, ".tmp")+len(".tmp")]
		_, making := temporaries.Load(temp)
		return !making
	}
	return !isAlive(pid)
}

// isAlive reports whether a process runs on this computer; where that cannot be
// known, it may.
func isAlive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return errors.Is(err, fs.ErrPermission) // it is another person's
	}
	defer func() { _ = p.Release() }() // nothing to be done about it
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
