package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Folding the log into the file is the only thing that changes the file while it
// is open, and is done here. Neither is it part of a write: what is committed is
// in the log and lasts. That it cannot be folded in, on a full disk for instance,
// undoes nothing and is no error of the write.

// CheckFile reports whether the file at Path is still the one that was opened, and
// as this store left it: a FileError with ErrVanished when there is none, with
// ErrReplaced when another program put another one there or copied over it, otherwise
// nil. It costs a few calls to the operating system and may be called as often as
// one likes. Every write asks too, before it begins, before it commits and after.
func (s *Store) CheckFile() error {
	info, err := os.Lstat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &FileError{Path: s.path, Err: ErrVanished}
	case err != nil:
		return fmt.Errorf("look for %s: %w", filepath.Base(s.path), err)
	case !os.SameFile(info, s.file):
		return &FileError{Path: s.path, Err: ErrReplaced}
	case s.held != nil && s.log != nil && s.held.isChanged():
		return &FileError{Path: s.path, Detail: "it was copied over", Err: ErrReplaced}
	}
	return nil
}

// becauseReplaced is the error of CheckFile where there is one: what went wrong in
// a file that was replaced meanwhile went wrong for that. Otherwise it is err.
func (s *Store) becauseReplaced(err error) error {
	if err == nil {
		return nil
	}
	var replaced *FileError
	if moved := s.CheckFile(); errors.As(moved, &replaced) {
		replaced.cause = err
		return replaced
	}
	return err
}

// bigLog is the size from which on a log is cut, after a write that was undone
// and after small ones.
const bigLog = 4 << 20

// committed is called after a COMMIT. It reports what was lost with a file that
// was replaced; then it folds the log in when it is worth the time.
func (s *Store) committed(c *session, big bool) error {
	if s.log == nil && s.held != nil { // no log: the file itself was written
		if err := s.held.note(); err != nil {
			return err
		}
	}
	if moved := s.CheckFile(); moved != nil {
		return &FileError{Path: s.path, Err: ErrLost, cause: moved}
	}
	s.written.Store(true)
	if big || sizeOf(s.path+"-wal") > bigLog {
		_ = s.fold(c) // the next one does it; see above
	}
	return nil
}

// fold folds the log into the file and cuts it. Readers may delay it; then the
// next one does it.
func (s *Store) fold(c *session) error {
	if s.log == nil {
		return nil
	}
	if err := s.CheckFile(); err != nil {
		return err
	}
	var busy, logged, folded int
	err := c.row("PRAGMA wal_checkpoint(TRUNCATE)", nil, &busy, &logged, &folded)
	if meaning(err) == ErrBusy {
		err = nil
	}
	return errors.Join(explain("fold the log in", err), s.held.note())
}

// moved is what Close has to say of a file that was replaced while it was open.
func (s *Store) moved() error {
	if s.writer == nil {
		return nil
	}
	moved := s.CheckFile()
	if moved != nil && s.written.Load() {
		return &FileError{Path: s.path, Err: ErrLost, cause: moved}
	}
	return moved
}

// abandon closes both pools without folding the log in: it belongs to a file that
// is not there any more, and would tear the one that is. A file that is only gone
// may come back, so its log stays beside its name; otherwise it is set aside.
func (s *Store) abandon(moved error) error {
	log := s.path + "-wal"
	if errors.Is(moved, ErrVanished) || !s.isOurLog(log) {
		return errors.Join(s.writer.Close(), s.reader.Close())
	}
	err := copyAside(log)
	if err == nil {
		err = emptyFile(log) // SQLite then finds nothing to fold in
	}
	_ = s.writer.Close() // it says that the log is not what it was
	return errors.Join(err, s.reader.Close(), removeSideFiles(s.path))
}

func (s *Store) isOurLog(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && s.log != nil && os.SameFile(info, s.log)
}

// copyAside keeps a copy of a side file under a name that SQLite does not know.
func copyAside(path string) (err error) {
	from, err := openOwn(path, os.O_RDONLY, 0)
	if err != nil {
		return fmt.Errorf("set %s aside: %w", filepath.Base(path), err)
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	name, err := staleName(path)
	if err != nil {
		return err
	}
	to, err := openOwn(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, permOf(path))
	if err != nil {
		return fmt.Errorf("set %s aside: %w", filepath.Base(path), err)
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}

func emptyFile(path string) error {
	f, err := openOwn(path, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return fmt.Errorf("empty %s: %w", filepath.Base(path), err)
	}
	return f.Close()
}
