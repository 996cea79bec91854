package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Restore puts a backup, or any catalogue, in the place of the catalogue at
// path, which may be damaged or gone but must not be open, here or elsewhere.
// The backup is verified before anything is touched, and what was at path is
// kept: as a backup if it can be read, else moved into the folder of backups as
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
	temp := temporary(path)
	defer func() { err = errors.Join(err, removeDatabase(temp)) }()
	if err := copyFile(ctx, backup, temp); err != nil {
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

// copyFile makes a verified copy of a catalogue that is not open here.
func copyFile(ctx context.Context, from, to string) (err error) {
	from, err = realPath(from)
	if err != nil {
		return err
	}
	db, _, err := openForReading(ctx, from, 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	c, err := newSession(ctx, db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	return copyDatabase(ctx, c, to)
}

// keepReplaced keeps the catalogue that is about to be replaced.
func keepReplaced(ctx context.Context, path string, o Options) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	folder := BackupFolder(path)
	made, err := nextBackup(folder, o.Now(), "restore")
	if err != nil {
		return "", err
	}
	err = copyFile(ctx, path, made.Path)
	if err == nil {
		return made.Path, thinOut(folder)
	}
	for _, refusal := range []error{ErrDamaged, ErrEmptyFile, ErrForeign, ErrNewer, ErrUnclean} {
		if errors.Is(err, refusal) {
			return moveReplaced(path, made)
		}
	}
	return "", fmt.Errorf("keep what is to be replaced: %w", err)
}

// moveReplaced moves a file that cannot be read, with what lies beside it, under
// a name that the thinning out of backups does not know.
func moveReplaced(path string, b BackupFile) (string, error) {
	name := filepath.Join(filepath.Dir(b.Path), fmt.Sprintf("%06d-%s-unreadable", b.Number, b.At.Format(backupTime)))
	for _, suffix := range append([]string{""}, sideFiles...) {
		if err := os.Rename(path+suffix, name+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("keep what is to be replaced: %w", err)
		}
	}
	return name, nil
}

// replace gives a finished temporary file the place of another. What lies beside
// that one goes first: a log that stayed would be taken for the new file's.
func replace(temp, path string) error {
	if info, err := os.Stat(path); err == nil { // who may read it stays as it was
		if err := os.Chmod(temp, info.Mode().Perm()); err != nil {
			return fmt.Errorf("replace %s: %w", filepath.Base(path), err)
		}
	}
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
