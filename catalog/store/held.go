package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// heldFile is the catalogue's file as the writing process has it, beside
// SQLite, from before SQLite opens it until after SQLite has closed it.
//
// It is there for two reasons. A byte of it is locked, which two names of one
// file (hard links) share, unlike a lock file. And its first bytes are known:
// with the log on, they change only when the log is folded in, which is done
// here and only here. When they are different, another program has copied
// something over the file.
type heldFile struct {
	file *os.File

	mu    sync.Mutex
	known contents // as the store last left it
}

// contents identify what a file has.
type contents struct {
	header [headerSize]byte
	size   int64
}

// heldOffset is the byte that is locked: beyond what SQLite locks and beyond the
// end of any file, since Windows lets nobody read a locked byte.
const heldOffset = 1 << 62

// underOtherName is said of a file that has several names, and is open.
const underOtherName = "under another name"

// errHeld says that another process has the file.
var errHeld = errors.New("another process holds the file")

// holdFile opens the file for writing, which asks the operating system about
// permissions, access lists and media better than any look at mode bits.
func holdFile(path string) (*heldFile, error) {
	f, err := openOwn(path, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("open %s for writing: %w", filepath.Base(path), err)
	}
	h := &heldFile{file: f}
	err = lockByte(f, heldOffset)
	if errors.Is(err, errHeld) {
		err = &FileError{Path: path, Detail: underOtherName, Err: ErrLocked}
	}
	if err == nil {
		err = h.note()
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return h, nil
}

// note remembers what the file has now.
func (h *heldFile) note() error {
	if h == nil {
		return nil
	}
	now, err := h.look()
	if err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.known = now
	return nil
}

func (h *heldFile) look() (c contents, err error) {
	info, err := h.file.Stat()
	if err != nil {
		return c, fmt.Errorf("look at the catalogue's file: %w", err)
	}
	c.size = info.Size()
	_, err = h.file.ReadAt(c.header[:], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return c, fmt.Errorf("look at the catalogue's file: %w", err)
	}
	return c, nil
}

// isChanged reports whether another program wrote into the file.
func (h *heldFile) isChanged() bool {
	now, err := h.look()
	if err != nil {
		return true
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	return now.size != h.known.size || !bytes.Equal(now.header[:], h.known.header[:])
}

func (h *heldFile) close() error {
	if h == nil {
		return nil
	}
	return h.file.Close()
}

// openHere are the files that this process has open: such a file must not be
// opened by anything but SQLite (see the package comment). A file is known by
// what it is and not by its name, since it may have several.
var openHere struct {
	sync.Mutex
	files []*openFile
}

type openFile struct {
	info  fs.FileInfo
	times int
	write bool        // one of these times for writing
	held  []*heldFile // to be closed when nobody has the file open any more
}

func findOpen(info fs.FileInfo) *openFile {
	for _, f := range openHere.files {
		if os.SameFile(f.info, info) {
			return f
		}
	}
	return nil
}

func noteOpen(info fs.FileInfo, write bool) {
	openHere.Lock()
	defer openHere.Unlock()
	f := findOpen(info)
	if f == nil {
		f = &openFile{info: info}
		openHere.files = append(openHere.files, f)
	}
	f.times++
	f.write = f.write || write
}

// forgetOpen takes back noteOpen. The file, which may be nil, is closed at the end:
// where locks belong to the process, closing it would end those of a reader.
func forgetOpen(info fs.FileInfo, write bool, held *heldFile) error {
	openHere.Lock()
	defer openHere.Unlock()
	f := findOpen(info)
	if f == nil {
		return held.close()
	}
	if write {
		f.write = false
	}
	if held != nil {
		unlockByte(held.file, heldOffset)
		f.held = append(f.held, held)
	}
	if f.times--; f.times > 0 {
		return nil
	}
	var errs []error
	for _, h := range f.held {
		errs = append(errs, h.close())
	}
	for i, other := range openHere.files {
		if other == f {
			openHere.files = append(openHere.files[:i], openHere.files[i+1:]...)
			break
		}
	}
	return errors.Join(errs...)
}

func isOpenHere(path string) bool {
	open, _ := howOpenHere(path)
	return open
}

// howOpenHere reports whether this process has a file open, and for writing.
func howOpenHere(path string) (open, write bool) {
	info, err := os.Lstat(path)
	if err != nil {
		return false, false
	}
	openHere.Lock()
	defer openHere.Unlock()
	if f := findOpen(info); f != nil {
		return true, f.write
	}
	return false, false
}
