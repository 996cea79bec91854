package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"
)

// Backup writes a copy of the catalogue as it was last committed, and verifies
// it before it gets its name. No file may have that name.
func (s *Store) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if _, err := os.Lstat(path); err == nil {
		return &FileError{Path: path, Err: ErrExists}
	}
	return s.copyTo(ctx, path)
}

// backupBefore makes a backup beside the catalogue and thins out the old ones. A
// catalogue that nothing was ever written to has nothing to lose.
func (s *Store) backupBefore(ctx context.Context, reason string) error {
	var entries int
	err := s.reader.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM history LIMIT 1)`).Scan(&entries)
	if err == nil && entries > 0 {
		_, err = s.BackUpNow(ctx, reason)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBackup, explain("back up", err))
	}
	return nil
}

// BackUpNow makes a backup in the folder beside the catalogue, thins out the
// old ones there and returns the new one. reason becomes part of its name.
func (s *Store) BackUpNow(ctx context.Context, reason string) (made BackupFile, err error) {
	err = s.read(ctx, func(c *session) error {
		made, err = addBackup(ctx, c, s.path, s.options.Now(), reason)
		return err
	})
	if err != nil {
		return BackupFile{}, err
	}
	if made.Unreadable > 0 { // an older one may have them whole
		return made, s.noteUnreadable(ctx)
	}
	return made, thinOut(BackupFolder(s.path))
}

// addBackup copies what a session sees into the folder of backups of the catalogue
// at path. Several may do so at once: each writes a file of its own and gives it
// the next free number in the end.
func addBackup(ctx context.Context, c *session, path string, now time.Time, reason string) (made BackupFile, err error) {
	folder, err := makeBackupFolder(path)
	if err != nil {
		return BackupFile{}, err
	}
	temp, err := newTemporary(filepath.Join(folder, unfinishedBackup), permOf(path))
	if err != nil {
		return BackupFile{}, fmt.Errorf("back up: %w", err)
	}
	defer func() { err = errors.Join(err, dropTemporary(temp)) }()
	if err := fillCopy(ctx, c, temp); err != nil {
		return BackupFile{}, fmt.Errorf("back up: %w", err)
	}
	bad, err := c.withoutBody()
	if err != nil {
		return BackupFile{}, err
	}
	contents, err := c.contents()
	if err != nil {
		return BackupFile{}, explain("back up", err)
	}
	made, err = nameBackup(ctx, temp, contents, backupPlan{folder, now, reason})
	made.Unreadable = len(bad)
	return made, err
}

// backupPlan is what the name of a backup is made of.
type backupPlan struct {
	folder string
	now    time.Time
	reason string
}

// nameBackup compresses a verified copy and gives the result the next free name. Where
// that fails, on a disk without room for both, the copy is the backup as it is.
func nameBackup(ctx context.Context, temp string, contents Contents, plan backupPlan) (made BackupFile, err error) {
	packed, err := newTemporary(filepath.Join(plan.folder, unfinishedBackup+compressedSuffix), permOf(temp))
	if err != nil {
		return BackupFile{}, fmt.Errorf("back up: %w", err)
	}
	defer func() { err = errors.Join(err, dropTemporary(packed)) }()
	finished, suffix := packed, compressedSuffix
	if err := compress(ctx, temp, packed, contents); err != nil {
		if ctx.Err() != nil {
			return BackupFile{}, ctx.Err()
		}
		if err := dropTemporary(packed); err != nil {
			return BackupFile{}, fmt.Errorf("back up: %w", err)
		}
		finished, suffix = temp, ""
	}
	for {
		if made, err = nextBackup(plan.folder, plan.now, plan.reason, suffix); err != nil {
			return BackupFile{}, err
		}
		if err = publish(finished, made.Path); !errors.Is(err, ErrExists) {
			made.Size = sizeOf(made.Path)
			return made, err
		}
	}
}

// withoutBody lists the products without content, and those whose content is no
// JSON object: all that SQL knows of it.
func (s *session) withoutBody() (seqs []int64, err error) {
	err = each(s.query(`SELECT p.seq FROM product AS p LEFT JOIN product_body AS b ON b.product = p.seq
		WHERE b.body IS NULL OR NOT json_valid(b.body) OR b.body NOT LIKE '{%'`))(func(row scanner) error {
		var seq int64
		err := row.Scan(&seq)
		seqs = append(seqs, seq)
		return err
	})
	return seqs, explain("count what cannot be read", err)
}

// noteUnreadable notes the products that a copy has as they are: damaged.
func (s *Store) noteUnreadable(ctx context.Context) error {
	return s.read(ctx, func(c *session) error {
		seqs, err := c.withoutBody()
		if err != nil {
			return err
		}
		return s.leftOut(ctx, c, seqs)
	})
}

// copyTo makes a verified copy from the reading pool.
func (s *Store) copyTo(ctx context.Context, path string) error {
	err := s.read(ctx, func(c *session) error { return copyDatabase(ctx, c, path, permOf(s.path)) })
	if err != nil {
		return err
	}
	return s.noteUnreadable(ctx)
}

// copyDatabase makes a copy of what a session sees. It is written under another
// name, verified, and only then named: an interrupted or failed copy leaves
// nothing that looks like a backup.
func copyDatabase(ctx context.Context, c *session, path string, perm fs.FileMode) (err error) {
	temp, err := newTemporary(path, perm)
	if err != nil {
		return fmt.Errorf("copy to %s: %w", filepath.Base(path), err)
	}
	defer func() { err = errors.Join(err, dropTemporary(temp)) }()
	if err := fillCopy(ctx, c, temp); err != nil {
		return fmt.Errorf("copy to %s: %w", filepath.Base(path), err)
	}
	return publish(temp, path)
}

// fillCopy writes what a session sees into an empty file, and verifies it.
func fillCopy(ctx context.Context, c *session, temp string) error {
	want, err := countTables(c)
	if err != nil {
		return err
	}
	if err := copyPages(ctx, c.conn, temp); err != nil {
		return explain("copy the pages", err)
	}
	return verifyCopy(ctx, temp, want)
}

// copyStep is how many pages are copied between two looks at the context.
const copyStep = 1000

// copyPages runs SQLite's online backup.
func copyPages(ctx context.Context, conn *sql.Conn, to string) error {
	return conn.Raw(func(c any) error {
		source, ok := c.(interface {
			NewBackup(uri string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("the database driver makes no backups")
		}
		backup, err := source.NewBackup(dsn(to, accessWrite, nil))
		if err != nil {
			return err
		}
		for more := true; more && err == nil; {
			if more, err = backup.Step(copyStep); err == nil {
				err = ctx.Err()
			}
		}
		return errors.Join(err, backup.Finish())
	})
}

// counted are the tables whose rows are counted to compare a copy.
var counted = []string{"product", "product_body", "variant", "document", "history", "history_change", "history_document"}

func countTables(c *session) ([]int64, error) {
	counts := make([]int64, len(counted))
	for i, table := range counted {
		if err := c.row(`SELECT count(*) FROM `+table, nil, &counts[i]); err != nil {
			return nil, explain("count what is to be copied", err)
		}
	}
	return counts, nil
}

// verifyCopy puts a copy at rest and looks through it.
func verifyCopy(ctx context.Context, path string, want []int64) (err error) {
	db, err := openPool(ctx, path, accessWrite, 1, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := rest(db); err != nil {
		return explain("verify the copy", err)
	}
	c, err := newSession(ctx, db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	if _, err := checkContent(ctx, c, path, false); err != nil {
		return fmt.Errorf("verify the copy: %w", err)
	}
	if err := c.integrity(path, "quick_check(1)"); err != nil {
		return fmt.Errorf("verify the copy: %w", err)
	}
	got, err := countTables(c)
	if err != nil {
		return err
	}
	for i := range want {
		if got[i] != want[i] {
			return fmt.Errorf("verify the copy: it has %d of %d rows of %s", got[i], want[i], counted[i])
		}
	}
	return nil
}
