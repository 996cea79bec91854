package text

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"
)

// sentinels are the errors that have a message, in the order in which they are
// tried: the more exact one first.
var sentinels = []struct {
	err  error
	code string
}{
	{context.Canceled, "error-interrupted"},
	{context.DeadlineExceeded, "error-too-slow"},
	{syscall.ENOSPC, "error-disk-full"},
	{syscall.EROFS, "error-read-only-disk"},
	{fs.ErrNotExist, "error-file-missing"},
	{fs.ErrPermission, "error-file-forbidden"},
	{fs.ErrExist, "error-file-exists"},
}

// Error says an error in plain words: what happened, where, what to do. One that
// nobody foresaw is said as it is, since its text is all there is to search for.
func (p *Printer) Error(err error) string {
	var f *Failure
	if errors.As(err, &f) {
		return p.Say(f.Code, f.Args...)
	}
	for _, s := range sentinels {
		if errors.Is(err, s.err) {
			return p.Say(s.code, "path", pathOf(err), "error", err.Error())
		}
	}
	return p.Say("error-unforeseen", "error", err.Error())
}

// pathOf names the file that an error is about, without its folder: the reader
// knows where it was looked for.
func pathOf(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return filepath.Base(at.Path)
	}
	return err.Error()
}
