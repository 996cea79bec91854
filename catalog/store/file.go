package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// sideFiles are what SQLite makes beside a file.
var sideFiles = []string{"-wal", "-shm", "-journal"}

// removeDatabase removes a database file of ours that nobody has open, and what
// lies beside it.
func removeDatabase(path string) error {
	errs := []error{removeSideFiles(path)}
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func removeSideFiles(path string) error {
	var errs []error
	for _, suffix := range sideFiles {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// publish gives a finished temporary file its name, which no file may have, and
// returns when both are on the disk.
func publish(temp, path string) error {
	if err := syncFile(temp); err != nil {
		return err
	}
	// A link fails when the name is taken, a rename would write over it. Not
	// every file system has links.
	if err := os.Link(temp, path); errors.Is(err, fs.ErrExist) {
		return &FileError{Path: path, Err: ErrExists}
	} else if err != nil {
		if _, err := os.Lstat(path); err == nil {
			return &FileError{Path: path, Err: ErrExists}
		}
		if err := os.Rename(temp, path); err != nil {
			return fmt.Errorf("name %s: %w", filepath.Base(path), err)
		}
	}
	return syncFolder(filepath.Dir(path))
}

func syncFile(path string) error {
	f, err := openOwn(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("write %s to the disk: %w", filepath.Base(path), err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s to the disk: %w", filepath.Base(path), err)
	}
	return nil
}

// syncFolder makes a new name outlive a power cut. Windows has no such call.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("write folder %s to the disk: %w", filepath.Base(path), err)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write folder %s to the disk: %w", filepath.Base(path), err)
	}
	return nil
}
