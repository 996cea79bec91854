package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
)

// Open opens a catalogue, migrating it when an older Tradewind made it. Without
// Options.ReadOnly it takes the right to write; where the medium or folder
// cannot be written, or the disk is full, it opens for reading only and
// Store.ReadOnly says why.
//
// What cannot be opened is refused with a FileError and not touched.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	path, err := realPath(path)
	if err != nil {
		return nil, err
	}
	s := newStore(path, o)
	if o.ReadOnly {
		return s.openReadOnly(ctx, ErrReadOnly)
	}
	s.lock, err = takeLock(path)
	if why := cannotWrite(err); why != nil {
		return s.openReadOnly(ctx, why)
	}
	if err != nil {
		return nil, err
	}
	_ = removeLeftovers(filepath.Dir(path), filepath.Base(path)+".") // what stays is tried again next time
	if err := s.openWritable(ctx); err != nil {
		err = errors.Join(err, s.held.close(), s.lock.release())
		s.lock, s.held = nil, nil
		if why := cannotWrite(err); why != nil {
			return s.openReadOnly(ctx, why)
		}
		return nil, err
	}
	return s, nil
}

// realPath is the file's own name: two names of one file must find one lock.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("open %s: %w", path, err)
	}
	file, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return "", &FileError{Path: abs, Err: ErrNotFound}
	}
	if err != nil {
		return "", fmt.Errorf("open %s: %w", path, err)
	}
	return file, nil
}

// cannotWrite says, when an error means that nothing can be written here, why.
func cannotWrite(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, ErrDiskFull):
		return ErrReadOnlyFull
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, ErrReadOnly), isIOError(err):
		return ErrReadOnlyMedium
	}
	return nil
}

// openWritable opens both pools; the lock is kept.
func (s *Store) openWritable(ctx context.Context) error {
	h, err := readHeader(s.path)
	if err != nil {
		return err
	}
	if err := s.hold(); err != nil {
		return err
	}
	unclean, err := setAsideForeignFiles(ctx, s.path, h)
	if err != nil {
		return err
	}
	if s.writer, err = openPool(ctx, s.path, accessWrite, 1, nil); err != nil {
		return err
	}
	err = s.prepare(ctx, unclean)
	if err == nil {
		s.reader, err = openPool(ctx, s.path, accessRead, readers, nil)
	}
	if err == nil {
		return s.remember()
	}
	err = errors.Join(err, s.writer.Close())
	s.writer = nil
	return err
}

// hold takes the file itself, after its lock file. One that is open here already
// is open for reading; where that is so, SQLite alone knows how to lock it.
func (s *Store) hold() (err error) {
	switch open, write := howOpenHere(s.path); {
	case write:
		return &FileError{Path: s.path, Detail: underOtherName, Err: ErrLocked}
	case open:
		return nil
	}
	s.held, err = holdFile(s.path)
	return err
}

// prepare checks what the file has, then starts the log and migrates.
func (s *Store) prepare(ctx context.Context, unclean bool) (err error) {
	c, err := newSession(ctx, s.writer)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	version, err := checkContent(ctx, c, s.path, unclean)
	if err != nil {
		return err
	}
	if err := startLog(c); err != nil {
		return err
	}
	if version == latestVersion() {
		return nil
	}
	if err := s.backupOld(ctx, c); err != nil {
		return err
	}
	return migrate(ctx, c, version, migrations(), stamp{s.options.Now(), s.options.By})
}

// backupOld keeps the catalogue as the older Tradewind left it.
func (s *Store) backupOld(ctx context.Context, c *session) error {
	if _, err := addBackup(ctx, c, s.path, s.options.Now(), "migration"); err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, err)
	}
	return nil
}

// startLog switches to the write-ahead log. A file system without shared memory
// keeps the rollback journal: slower, and readers wait for writes, but sound.
func startLog(c *session) error {
	var mode string
	err := c.row("PRAGMA journal_mode(WAL)", nil, &mode)
	if err == nil {
		err = c.row("SELECT count(*) FROM sqlite_schema", nil, new(int)) // makes the side files
	}
	return explain("start the log", err)
}

// openReadOnly opens the reading pool only.
func (s *Store) openReadOnly(ctx context.Context, why error) (*Store, error) {
	s.readOnly = why
	db, version, err := openForReading(ctx, s.path, readers)
	if err != nil {
		return nil, err
	}
	s.reader = db
	if version < latestVersion() {
		err = &FileError{Path: s.path, Detail: fmt.Sprintf("schema %d", version), Err: ErrOlder}
	} else {
		err = s.remember()
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// openForReading opens a file of any version that we know, wherever it lies, and
// checks it.
func openForReading(ctx context.Context, path string, size int) (*sql.DB, int, error) {
	h, err := readHeader(path)
	if err != nil {
		return nil, 0, err
	}
	pending, foreign := pendingLog(path, h)
	still := url.Values{"immutable": {"1"}} // do not look for a log
	var more url.Values
	if foreign {
		more = still
	}
	db, version, err := openReader(ctx, path, size, more)
	if !isSideFileError(err) {
		return db, version, err
	}
	// A reader never plays a journal back: SQLite refuses to read beside one that
	// nobody is writing.
	if hasJournal(path) && !isOpenHere(path) {
		own, err := ownsJournal(path)
		if err != nil {
			return nil, 0, err
		}
		pending = pending || own
	}
	if pending {
		return nil, 0, &FileError{Path: path, Err: ErrUnclean}
	}
	return openReader(ctx, path, size, still)
}

// pendingLog reports whether a log lies beside a file and belongs to it, or is
// another one's; see setAsideForeignFiles, which can also move it.
func pendingLog(path string, h header) (pending, foreign bool) {
	for _, suffix := range sideFiles {
		foreign = foreign || isLink(path+suffix)
	}
	log := !foreign && sizeOf(path+"-wal") > 0
	return log && h.wal, foreign || log && !h.wal
}

func openReader(ctx context.Context, path string, size int, more url.Values) (*sql.DB, int, error) {
	db, err := openPool(ctx, path, accessRead, size, more)
	if err != nil {
		return nil, 0, err
	}
	version, err := checkPool(ctx, db, path, false)
	if err != nil {
		return nil, 0, errors.Join(err, db.Close())
	}
	return db, version, nil
}

// remember notes which file was opened, and as what the store leaves it.
func (s *Store) remember() error {
	info, err := os.Lstat(s.path)
	if err != nil {
		return fmt.Errorf("open %s: %w", filepath.Base(s.path), err)
	}
	s.file = info
	noteOpen(info, s.writer != nil)
	if s.writer == nil {
		return nil
	}
	s.log, _ = os.Lstat(s.path + "-wal") // nil: there is none on this file system
	return s.held.note()
}
