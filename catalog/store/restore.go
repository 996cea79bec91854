package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Restore puts a backup, or any catalogue, in the place of the catalogue at
// path, which may be damaged or gone but must not be open, here or elsewhere.
// The backup is verified before anything is touched, and what was at path is
// kept: as a backup if it can be read, otherwise moved into the folder of backups as
// it is. Restore returns where it is kept, or nothing when there was nothing.
func Restore(ctx context.Context, path, backup string, o Options) (kept string, err error) {
	path, err = restoreTarget(path)
	if err != nil {
		return "", err
	}
	lock, err := takeLock(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.release()) }()
	temp, err := newTemporary(path, permAfterRestore(path, backup))
	if err != nil {
		return "", fmt.Errorf("restore %s: %w", filepath.Base(path), err)
	}
	defer func() { err = errors.Join(err, dropTemporary(temp)) }()
	err = plainly(ctx, backup, path, func(plain string) error {
		return reading(ctx, plain, func(c *session) error { return fillCopy(ctx, c, temp) })
	})
	if err != nil {
		return "", err
	}
	kept, err = keepReplaced(ctx, path, o.withDefaults())
	if err != nil {
		return "", err
	}
	return kept, replace(temp, path)
}

// restoreTarget is realPath for a file that may be gone.
func restoreTarget(path string) (string, error) {
	file, err := realPath(path)
	if errors.Is(err, ErrNotFound) {
		return filepath.Abs(path)
	}
	return file, err
}

// permAfterRestore is who may read the restored catalogue: those who could read
// what it replaces, or the backup when that is gone.
func permAfterRestore(path, backup string) fs.FileMode {
	if info, err := os.Lstat(path); err == nil {
		return info.Mode().Perm()
	}
	if file, err := realPath(backup); err == nil {
		return permOf(file)
	}
	return newFilePerm
}

// reading opens a catalogue that is not open here for as long as use takes.
func reading(ctx context.Context, path string, use func(c *session) error) (err error) {
	path, err = realPath(path)
	if err != nil {
		return err
	}
	db, _, err := openForReading(ctx, path, 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	c, err := newSession(ctx, db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	return use(c)
}

// keepReplaced keeps the catalogue that is about to be replaced.
func keepReplaced(ctx context.Context, path string, o Options) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	var made BackupFile
	err := reading(ctx, path, func(c *session) (err error) {
		made, err = addBackup(ctx, c, path, o.Now(), "restore")
		return err
	})
	if err == nil {
		return made.Path, thinOut(BackupFolder(path))
	}
	for _, refusal := range []error{ErrDamaged, ErrEmptyFile, ErrForeign, ErrCompressed, ErrNewer, ErrUnclean} {
		if errors.Is(err, refusal) {
			return moveReplaced(path, o.Now())
		}
	}
	return "", fmt.Errorf("keep what is to be replaced: %w", err)
}

// moveReplaced moves a file that cannot be read, with what lies beside it, under
// a name that the thinning out of backups does not know.
func moveReplaced(path string, now time.Time) (string, error) {
	folder, err := makeBackupFolder(path)
	if err != nil {
		return "", err
	}
	b, err := nextBackup(folder, now, "restore", "")
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, fmt.Sprintf("%06d-%s-unreadable", b.Number, b.At.Format(backupTime)))
	for first, n := name, 2; isThere(name); n++ {
		name = fmt.Sprintf("%s-%d", first, n)
	}
	for _, suffix := range append([]string{""}, sideFiles...) {
		if err := os.Rename(path+suffix, name+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("keep what is to be replaced: %w", err)
		}
	}
	return name, nil
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// replace gives a finished temporary file the place of another. What lies beside
// that one goes first: a log that stayed would be taken for the new file's.
func replace(temp, path string) error {
	if err := syncFile(temp); err != nil {
		return err
	}
	if err := removeSideFiles(path); err != nil {
		return fmt.Errorf("replace %s: %w", filepath.Base(path), err)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("replace %s: %w", filepath.Base(path), err)
	}
	return syncFolder(filepath.Dir(path))
}
