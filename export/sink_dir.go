package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
)

// DirSink puts feeds into a folder. Everything is written below it through
// os.Root, so that no name, and no link that somebody put there, leads outside.
//
// A run writes into a folder of its own, .NAME.tmp, and renames file by file at
// the end: pictures first, then the tables that name them, then the report. Files
// of other names that lie there, older pictures among them, are never touched.
//
// Some file systems do not let a folder be removed, or not yet: a virus scanner
// has it open, or the system has not all that Windows 10 has. What is in place
// then is whole all the same, and the next run takes a folder of another name.
type DirSink struct {
	dir    string
	remove func(root *os.Root, name string) error
}

// NewDirSink returns a sink for the folder, which is made when the first feed begins.
func NewDirSink(dir string) *DirSink { return &DirSink{dir, removeAll} }

// Path returns the path of a file in the folder.
func (d *DirSink) Path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

// Begin makes the folder of the run.
func (d *DirSink) Begin(feed string) (Batch, error) {
	_, missing := os.Stat(d.dir)
	if err := os.MkdirAll(d.dir, 0o755); err != nil {
		return nil, fmt.Errorf("make export folder: %w", err)
	}
	root, err := os.OpenRoot(d.dir)
	if err != nil {
		return nil, fmt.Errorf("open export folder: %w", err)
	}
	b := &dirBatch{root: root, remove: d.remove, fresh: errors.Is(missing, fs.ErrNotExist)}
	if err := b.makeStage(feed); err != nil {
		return nil, fmt.Errorf("prepare export folder: %w", errors.Join(err, root.Close()))
	}
	return b, nil
}

// Completed lists what an earlier run had still to put in its place.
func (b *dirBatch) Completed() []string { return b.completed }

// mostStages is how many folders of earlier runs may have stayed before a run gives up.
const mostStages = 20

// makeStage makes the run's folder under the first name that is free, or that can be
// freed of what a run that was killed has left.
func (b *dirBatch) makeStage(feed string) (err error) {
	for n := 1; n <= mostStages; n++ {
		b.stage = "." + feed + ".tmp"
		if n > 1 {
			b.stage = fmt.Sprintf(".%s-%d.tmp", feed, n)
		}
		if err = b.complete(); err != nil {
			return err
		}
		if err = b.remove(b.root, b.stage); err == nil {
			return b.root.Mkdir(b.stage, 0o755)
		}
	}
	return err
}

// removeAll removes a folder of ours with everything in it.
func removeAll(root *os.Root, name string) error {
	err := root.RemoveAll(name)
	if err == nil || runtime.GOOS != "windows" {
		return err
	}
	return removeByName(filepath.Join(root.Name(), name))
}

// removeByName is for systems that are like Windows but lack the call with which
// os.Root removes (Wine 8: "Invalid function"). It follows no link.
func removeByName(folder string) error {
	var names []string
	err := filepath.WalkDir(folder, func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	for _, name := range slices.Backward(names) { // what is in a folder comes behind it
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

type dirBatch struct {
	root   *os.Root
	remove func(root *os.Root, name string) error
	stage  string
	names  []string
	done   bool
	fresh  bool // the folder was made for this run

	announced string // name of the file that an announcement lies under
	text      string // of the announcement
	begun     bool   // the announcement is in its place
	placed    bool   // and a file beside it
	completed []string
}

// Create begins a file in the run's folder.
func (b *dirBatch) Create(name string) (io.WriteCloser, error) {
	staged := path.Join(b.stage, name)
	if err := b.root.MkdirAll(path.Dir(staged), 0o755); err != nil {
		return nil, fmt.Errorf("make folder of %s: %w", name, err)
	}
	f, err := b.root.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", name, err)
	}
	b.names = append(b.names, name)
	return syncedFile{f}, nil
}

// syncedFile is on the disk when it is closed.
type syncedFile struct{ *os.File }

func (f syncedFile) Close() error { return errors.Join(f.Sync(), f.File.Close()) }

// Commit renames the files into their places. A rename is all or nothing; when
// one fails, as it does on Windows while Excel has the old file open, that file
// stays as it was and the error names it. What is still to be renamed is written down
// first, so that the next run can complete it.
func (b *dirBatch) Commit() error {
	folders := func(a, b string) int { return strings.Count(b, "/") - strings.Count(a, "/") }
	slices.SortStableFunc(b.names, folders)
	if err := b.writePlan(); err != nil {
		return err
	}
	for _, name := range b.names {
		if err := b.announce(name); err != nil {
			return err
		}
		if err := b.place(b.stage, name); err != nil {
			return errors.Join(err, b.takeBack())
		}
		b.placed = b.placed || b.begun
	}
	if err := b.syncFolder(); err != nil {
		return errors.Join(err, b.end())
	}
	if err := b.end(); err != nil {
		return &LeftoverError{filepath.Join(b.root.Name(), b.stage), err}
	}
	return nil
}

// syncFolder makes the renames outlast a power cut. Windows does that by itself and
// cannot open folders for it, some network folders do not know it.
func (b *dirBatch) syncFolder() error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := b.root.Open(".")
	if err != nil {
		return fmt.Errorf("sync export folder: %w", err)
	}
	if err = f.Sync(); errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// Discard removes the run's folder.
func (b *dirBatch) Discard() error {
	switch {
	case b.done:
		return nil
	case b.placed:
		b.done = true
		return b.root.Close()
	}
	dir := b.root.Name()
	if err := b.end(); err != nil {
		return err
	}
	if b.fresh {
		return os.Remove(dir)
	}
	return nil
}

func (b *dirBatch) end() error {
	b.done = true
	if err := errors.Join(b.remove(b.root, b.stage), b.root.Close()); err != nil {
		return fmt.Errorf("tidy export folder: %w", err)
	}
	return nil
}
