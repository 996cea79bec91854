// Package regular opens files that another person named or wrote: a spreadsheet,
// a picture, a channel's table in the configuration folder.
//
// It promises three things of each file that it opens: it is a regular file (a
// named pipe or a terminal would be waited for without end, a device has no
// end), it is no larger than the caller's budget, and opening it does not wait.
// Links are followed, since people use them; what they lead to must be a
// regular file too. [OpenIn] follows none that leaves its folder.
//
// It must not know what is in a file, and imports nothing of ours: any layer
// may use it. A catalogue is opened by catalog/store, which has rules of its own.
package regular

import (
	"fmt"
	"io"
	"io/fs"
	"os"
)

// NotRegularError says that a path names a folder, a named pipe, a device or the
// like where a file was expected.
type NotRegularError struct {
	Path string
	Mode fs.FileMode
}

func (e *NotRegularError) Error() string {
	return fmt.Sprintf("%s is not a file (%s)", e.Path, e.Mode.Type())
}

// Message names the sentence for a person (app/text).
func (e *NotRegularError) Message() (code string, args []any) {
	return "error-not-a-file", []any{"path", e.Path}
}

// TooLargeError says that a file has more bytes than it may have.
type TooLargeError struct {
	Path  string
	Limit int64 // bytes
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s has more than %d bytes", e.Path, e.Limit)
}

// Message names the sentence for a person (app/text).
func (e *TooLargeError) Message() (code string, args []any) {
	return "error-file-too-large", []any{"path", e.Path, "megabytes", max(1, e.Limit>>20)}
}

// Open opens a regular file of at most limit bytes for reading.
//
// Its size is that of the moment when it was opened; who reads a file to its end
// that may grow meanwhile uses [Read].
func Open(path string, limit int64) (*os.File, error) {
	return open(path, limit, os.Stat, func() (*os.File, error) { return os.OpenFile(path, os.O_RDONLY|noWait, 0) })
}

// OpenIn opens a regular file below a folder: no name and no link leads out of
// it. name uses the system's separator and is relative.
func OpenIn(folder, name string, limit int64) (*os.File, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close() // the file outlives it
	return open(name, limit, root.Stat, func() (*os.File, error) { return root.OpenFile(name, os.O_RDONLY|noWait, 0) })
}

// Read reads a regular file of at most limit bytes.
func Read(path string, limit int64) ([]byte, error) {
	f, err := Open(path, limit)
	if err != nil {
		return nil, err
	}
	defer f.Close() // opened for reading: nothing can be lost
	return readAll(path, f, limit)
}

// ReadFS reads a regular file of at most limit bytes from fsys, which may be a
// folder of the user's.
func ReadFS(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if err := check(name, info, limit); err != nil {
		return nil, err
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() // opened for reading: nothing can be lost
	return readAll(name, f, limit)
}

// open looks before it opens, since opening some devices does something, and
// again after, since the name may have got another file in between.
func open(path string, limit int64, stat func(string) (fs.FileInfo, error), open func() (*os.File, error)) (*os.File, error) {
	info, err := stat(path)
	if err != nil {
		return nil, err
	}
	if err := check(path, info, limit); err != nil {
		return nil, err
	}
	f, err := open()
	if err != nil {
		return nil, err
	}
	if info, err = f.Stat(); err == nil {
		err = check(path, info, limit)
	}
	if err != nil {
		f.Close() // the first error says more
		return nil, err
	}
	return f, nil
}

func check(path string, info fs.FileInfo, limit int64) error {
	if !info.Mode().IsRegular() {
		return &NotRegularError{path, info.Mode()}
	}
	if info.Size() > limit {
		return &TooLargeError{path, limit}
	}
	return nil
}

// readAll reads to the end: some regular files have no size, some grow.
func readAll(path string, from io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(from, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, &TooLargeError{path, limit}
	}
	return b, nil
}
