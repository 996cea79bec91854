package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// checkWhole is the size up to which a file is looked through at every open. A
// larger one would keep the window waiting; of it the schema and the small
// tables are looked at, damage in the rest is met where it is read, found by the
// verified backup before the next import, and by Check.
const checkWhole = 16 << 20

// checkContent looks at what a file has before anything is written to it, and
// returns the version of its schema. A file whose last process ended without
// closing it is looked through whole.
func checkContent(ctx context.Context, c *session, path string, unclean bool) (version int, err error) {
	var application int64
	if err := c.row("PRAGMA application_id", nil, &application); err != nil {
		return 0, onFile(path, err)
	}
	if err := c.row("PRAGMA user_version", nil, &version); err != nil {
		return 0, onFile(path, err)
	}
	h := header{application: uint32(application), version: version}
	if err := h.check(path); err != nil {
		return 0, err
	}
	if err := checkSchema(ctx, c, path, version); err != nil {
		return 0, onFile(path, err)
	}
	check := "quick_check(1)"
	switch {
	case unclean:
		check = "integrity_check(1)"
	case sizeOf(path) > checkWhole:
		check = "quick_check(document)"
	}
	return version, c.integrity(path, check)
}

// integrity runs one of SQLite's checks.
func (s *session) integrity(path, check string) error {
	var answer string
	if err := s.row("PRAGMA "+check, nil, &answer); err != nil {
		return onFile(path, err)
	}
	if answer != "ok" {
		return &FileError{Path: path, Detail: answer, Err: ErrDamaged}
	}
	return nil
}

// isIOError reports whether SQLite could not make or use a side file: no room
// for shared memory is reported as an I/O error, a folder without permission as
// "cannot open".
func isIOError(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return true
	}
	return false
}

// isSideFileError is isIOError for a connection that only reads, which is reported
// "read-only" when the log's side files would have to be made.
func isSideFileError(err error) bool {
	return isIOError(err) || meaning(err) == ErrReadOnly
}

// setAsideForeignFiles looks at what lies beside a file that nobody has open, and
// reports whether the last process ended without closing it.
//
// A log beside a file that was at rest is another file's: ours says in its
// header that a log belongs to it before there is one, and the log is gone
// before the header says otherwise. It is set aside and not replayed.
//
// A journal is judged by setAsideForeignJournal, and before the log: SQLite looks for it
// first. A link of such a name is nobody's.
func setAsideForeignFiles(ctx context.Context, path string, h header) (unclean bool, err error) {
	if isOpenHere(path) { // and was settled then
		return false, nil
	}
	for _, suffix := range sideFiles {
		if isLink(path + suffix) {
			if err := setAside(path + suffix); err != nil {
				return false, err
			}
		}
	}
	if hasJournal(path) {
		unclean = true
		if err := setAsideForeignJournal(ctx, path); err != nil {
			return true, err
		}
	}
	log := path + "-wal"
	if sizeOf(log) > 0 && !h.wal {
		return unclean, setAside(log)
	}
	if sizeOf(log) > 0 {
		return true, checkUnclean(ctx, path)
	}
	return unclean, nil
}

// isLink reports whether something other than a file has a name.
func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && !info.Mode().IsRegular()
}

// checkUnclean looks through a file together with its log on a connection that
// cannot write: were the two no pair, or damaged, the first one that can would
// fold the log in when it closes.
func checkUnclean(ctx context.Context, path string) error {
	db, err := openPool(ctx, path, accessRead, 1, nil)
	if err != nil {
		return err
	}
	_, err = checkPool(ctx, db, path, true)
	return errors.Join(err, db.Close())
}

// checkPool is checkContent on one connection of a pool.
func checkPool(ctx context.Context, db *sql.DB, path string, unclean bool) (version int, err error) {
	c, err := newSession(ctx, db)
	if err != nil {
		return 0, err
	}
	version, err = checkContent(ctx, c, path, unclean)
	return version, errors.Join(err, c.close())
}

// setAside renames a side file so that SQLite does not find it and nothing is lost.
func setAside(path string) error {
	name, err := staleName(path)
	if err == nil {
		err = os.Rename(path, name)
	}
	if err != nil {
		return fmt.Errorf("set aside %s, which belongs to another file: %w", filepath.Base(path), err)
	}
	return nil
}

// staleName is a free name for a side file that is set aside.
func staleName(path string) (string, error) {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.stale-%d", path, n)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		} else if err != nil {
			return "", err
		}
	}
}

// sizeOf is a file's size; 0 when there is none.
func sizeOf(path string) int64 {
	info, err := os.Lstat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
