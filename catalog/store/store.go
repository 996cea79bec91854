package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how a catalogue is opened. The zero Options write, with the
// system's clock, in nobody's name.
type Options struct {
	ReadOnly bool             // do not write, so that another process may
	Now      func() time.Time // the clock; nil: time.Now
	By       string           // who writes, for the history
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// Store is an open catalogue. Its methods may be called from many goroutines;
// one write runs at a time, reads see what was last committed.
type Store struct {
	path       string
	options    Options
	by         atomic.Pointer[string] // who writes; nil: as the options say
	lock       *lock                  // nil when read-only
	writer     *sql.DB                // nil when read-only
	reader     *sql.DB
	readOnly   error       // why nothing can be written, or nil
	file       fs.FileInfo // the file as it was opened
	held       *heldFile   // nil when read-only
	log        fs.FileInfo // the write-ahead log; nil when there is none
	written    atomic.Bool // something was committed
	damage     sync.Mutex
	unreadable []Unreadable // met so far; damage guards it
	found      findingCache
	interned   atomic.Pointer[interned] // of the transactions that write findings

	writing  chan struct{} // has one token while a write runs
	closing  sync.Once
	closed   chan struct{} // closed by Close
	closeErr error
}

func newStore(path string, o Options) *Store {
	return &Store{path: path, options: o.withDefaults(), writing: make(chan struct{}, 1), closed: make(chan struct{})}
}

// SetBy says who writes from now on.
func (s *Store) SetBy(name string) { s.by.Store(&name) }

// By is who writes.
func (s *Store) By() string {
	if by := s.by.Load(); by != nil {
		return *by
	}
	return s.options.By
}

// Create makes an empty catalogue and opens it. The file must not exist.
func Create(ctx context.Context, path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return nil, fmt.Errorf("create %s: %w", filepath.Base(path), err)
		}
		return nil, &FileError{Path: path, Err: ErrExists}
	}
	if err := createFile(ctx, path); err != nil {
		return nil, err
	}
	return Open(ctx, path, o)
}

// createFile makes the file beside its place and links it in, so that a crash
// leaves no half catalogue and a file that came meanwhile is not written over.
func createFile(ctx context.Context, path string) (err error) {
	temp, err := newTemporary(path, newFilePerm)
	if err != nil {
		return fmt.Errorf("create %s: %w", filepath.Base(path), err)
	}
	defer func() { err = errors.Join(err, dropTemporary(temp)) }()
	if err := makeDatabase(ctx, temp); err != nil {
		return explain("create "+filepath.Base(path), err)
	}
	return publish(temp, path)
}

func makeDatabase(ctx context.Context, path string) (err error) {
	db, err := openPool(ctx, path, accessCreate, 1, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	s, err := newSession(ctx, db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.script("PRAGMA page_size = 8192"); err != nil {
		return err
	}
	return migrate(ctx, s, 0, migrations(), stamp{})
}

// Path is the catalogue's file, absolute and without links.
func (s *Store) Path() string { return s.path }

// ReadOnly is nil when the catalogue can be written, otherwise the reason why not:
// ErrReadOnly when that was asked for.
func (s *Store) ReadOnly() error { return s.readOnly }

// Close ends the catalogue and leaves one plain file. It waits for a write that
// runs; streams of products must have ended. Closing again does nothing.
func (s *Store) Close() error {
	s.closing.Do(func() { s.closeErr = s.close() })
	return s.closeErr
}

func (s *Store) close() error {
	close(s.closed)
	s.writing <- struct{}{} // waits for the write that runs
	var errs []error
	switch moved := s.moved(); {
	case s.writer == nil:
		errs = append(errs, s.reader.Close())
	case moved != nil:
		errs = append(errs, moved, s.abandon(moved))
	default:
		errs = append(errs, s.reader.Close(), s.rest())
	}
	errs = append(errs, forgetOpen(s.file, s.writer != nil, s.held))
	return onFile(s.path, errors.Join(append(errs, s.lock.release())...))
}

// rest puts the catalogue at rest and closes the writing connection. On a full
// disk the log stays: it has what was committed, and the next one to open the
// file folds it in.
func (s *Store) rest() error {
	err := rest(s.writer)
	if meaning(err) == ErrDiskFull {
		err = &FileError{Path: s.path, Err: ErrUnfolded, cause: err}
	}
	return errors.Join(err, s.writer.Close())
}

// rest folds the log into the file and ends it. A process that reads meanwhile
// keeps the log in use: then it stays, folded in as far as can be, and the next
// one to write puts it away.
func rest(db *sql.DB) error {
	for _, pragma := range []string{"busy_timeout(500)", "wal_checkpoint(TRUNCATE)", "journal_mode(DELETE)"} {
		if _, err := db.Exec("PRAGMA " + pragma); err != nil && meaning(err) != ErrBusy {
			return err
		}
	}
	return nil
}

// begin waits for the right to write; the caller gives it back with end.
func (s *Store) begin(ctx context.Context) error {
	if s.readOnly != nil {
		return &FileError{Path: s.path, Err: s.readOnly}
	}
	select {
	case s.writing <- struct{}{}:
	case <-s.closed:
		return &FileError{Path: s.path, Err: ErrClosed}
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := s.CheckFile(); err != nil {
		s.end()
		return err
	}
	return nil
}

func (s *Store) end() { <-s.writing }
