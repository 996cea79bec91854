package store

import (
	"errors"
	"fmt"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Why a catalogue cannot be opened or written. A refused file was not touched.
var (
	ErrNotFound   = errors.New("there is no such catalogue: check the name and the folder")
	ErrExists     = errors.New("a file of this name exists already: choose another name")
	ErrEmptyFile  = errors.New("the file is empty (0 bytes), so it holds no catalogue: restore a backup")
	ErrCompressed = errors.New("the file is a compressed backup: restore it")
	ErrForeign    = errors.New("the file is not a Tradewind catalogue: choose a file that Tradewind made")
	ErrNewer      = errors.New("the catalogue was made by a newer Tradewind: update Tradewind to open it")
	ErrDamaged    = errors.New("the catalogue is damaged: restore a backup")
	ErrUnclean    = errors.New("the catalogue was not closed properly and cannot be put in order here: copy it, with the files of the same name beside it, to a folder that can be written, and open it there")
	ErrLocked     = errors.New("the catalogue is open in another Tradewind: close it there, or open it here for reading only")
	ErrOlder      = errors.New("the catalogue was made by an older Tradewind and must be brought up to date first: open it once where it can be written")
	ErrBusy       = errors.New("another program is using the catalogue: close it there and try again")
	ErrReadOnly   = errors.New("the catalogue is open for reading only")
	ErrDiskFull   = errors.New("the disk is full: free some space and try again; nothing was changed")
	ErrDisk       = errors.New("the disk does not read or write as it should: check the disk, the drive or the network that the catalogue is on")
	ErrReplaced   = errors.New("the file was replaced by another program while it was open: nothing was written to it; open it again")
	ErrLost       = errors.New("the file was replaced, removed or renamed by another program while it was written: what was written is not in the file that is there now; open it, look what it holds, and do the rest again")
	ErrUnfolded   = errors.New("all that was written is kept, but the disk is full, so a part of it is still in the file of the same name that ends in -wal: keep the two files together, free some space and open the catalogue again")
	ErrNotOurs    = errors.New("it is a link, a folder or a device where Tradewind keeps a file or folder of its own: move it away")
	ErrVanished   = errors.New("the file was removed, or renamed, or its folder is out of reach, while it was open: nothing was written to it; put it back or restore a backup")
)

// ErrUnreachable is what SQLite says of a file that it cannot open by now.
var ErrUnreachable = errors.New("the file cannot be opened: it was moved, its folder is out of reach, or this account may not read it")

// Why a catalogue that was opened for writing is open for reading only. Each is
// an ErrReadOnly.
var (
	ErrReadOnlyFull   = fmt.Errorf("%w, since the disk is full: free some space and open it again", ErrReadOnly)
	ErrReadOnlyMedium = fmt.Errorf("%w, since the file or its folder cannot be written", ErrReadOnly)
)

// Why one call was not done.
var (
	ErrDocument  = errors.New("what is kept under this name cannot be read")
	ErrNoProduct = errors.New("there is no such product")
	ErrNoEntry   = errors.New("there is no such entry in the history")
	ErrUndone    = errors.New("this entry is undone already")
	ErrStale     = errors.New("the product was changed meanwhile: load it again")
	ErrBackup    = errors.New("no backup could be made before the change")
	ErrSort      = errors.New("products cannot be sorted by this field")
	ErrOver      = errors.New("the write is over: it was committed or rolled back")
	ErrClosed    = errors.New("the catalogue is closed")
)

// FileError says which file a refusal is about. Err is one of the sentinels
// above; Detail adds what is known more exactly, and may be empty.
type FileError struct {
	Path   string
	Detail string
	Err    error
	cause  error // what SQLite said, or nil
}

// Error is a plain sentence: which file, what is wrong, what to do.
func (e *FileError) Error() string {
	if e.Detail == "" {
		return fmt.Sprintf("%s: %v", filepath.Base(e.Path), e.Err)
	}
	return fmt.Sprintf("%s: %v (%s)", filepath.Base(e.Path), e.Err, e.Detail)
}

// Unwrap gives the sentinel, and what SQLite said.
func (e *FileError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.Err}
	}
	return []error{e.Err, e.cause}
}

// codes maps SQLite's result codes to what they mean for a catalogue: primary
// codes, and an extended one where it says more.
var codes = map[int]error{
	sqlite3.SQLITE_FULL:     ErrDiskFull,
	sqlite3.SQLITE_IOERR:    ErrDisk,
	sqlite3.SQLITE_CORRUPT:  ErrDamaged,
	sqlite3.SQLITE_NOTADB:   ErrDamaged,
	sqlite3.SQLITE_BUSY:     ErrBusy,
	sqlite3.SQLITE_READONLY: ErrReadOnly,
	sqlite3.SQLITE_CANTOPEN: ErrUnreachable,
	sqlite3.SQLITE_PERM:     ErrUnreachable,
	sqlite3.SQLITE_LOCKED:   ErrBusy,
	sqlite3.SQLITE_PROTOCOL: ErrBusy,

	sqlite3.SQLITE_READONLY_DBMOVED: ErrReplaced,
	sqlite3.SQLITE_IOERR_SHMSIZE:    ErrDiskFull, // no room for a side file
}

// meaning is the sentinel that represents what SQLite said, or nil.
func meaning(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return nil
	}
	if m := codes[e.Code()]; m != nil {
		return m
	}
	return codes[e.Code()&0xff]
}

// explain says what could not be done, and puts the meaning of SQLite's answer
// in front of it.
func explain(what string, err error) error {
	if err == nil {
		return nil
	}
	if m := meaning(err); m != nil && !errors.Is(err, m) {
		return fmt.Errorf("%s: %w: %w", what, m, err)
	}
	return fmt.Errorf("%s: %w", what, err)
}

// onFile says which file it was, for errors about the file as a whole.
func onFile(path string, err error) error {
	var named *FileError
	if err == nil || errors.As(err, &named) {
		return err
	}
	if m := meaning(err); m != nil {
		return &FileError{Path: path, Detail: err.Error(), Err: m, cause: err}
	}
	return fmt.Errorf("%s: %w", filepath.Base(path), err)
}

// isCode reports whether err is SQLite's with this extended result code.
func isCode(err error, code int) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code() == code
}
