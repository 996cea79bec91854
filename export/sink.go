package export

import (
	"fmt"
	"io"
)

// Sink is a place that feeds are put in. What it had stays until a new feed is
// whole.
type Sink interface {
	// Begin starts a feed and removes what a run that was killed has left behind.
	Begin(feed string) (Batch, error)
	// Path says to people where a file of the sink is.
	Path(name string) string
}

// Batch is the files of one run. They appear together, at Commit, or not at all.
type Batch interface {
	// Create begins a file; names may have one folder before them. The file must be
	// closed before Commit, and is safe on the disk when Close has returned.
	Create(name string) (io.WriteCloser, error)
	// Announce gives a text that lies under the name of a file while the files are put in
	// their places: who finds it later knows that the program was stopped meanwhile.
	Announce(name, text string)
	// Completed lists the files of an earlier run that was stopped while they were put in
	// their places, and that Begin has put there.
	Completed() []string
	// Commit puts the files in their places: those in folders first, then the rest
	// in the order of their creation, so that a table never names a picture that is
	// not there yet. A *LeftoverError says that they are in place.
	Commit() error
	// Discard removes what was written. It does nothing after Commit, nor where Commit has
	// failed half way: the next run then completes what it began.
	Discard() error
}

// LeftoverError says that all files are in their places, but that the folder in
// which they were written could not be removed.
type LeftoverError struct {
	Path string
	Err  error
}

func (e *LeftoverError) Error() string { return fmt.Sprintf("remove %s: %v", e.Path, e.Err) }

// Unwrap gives the cause to errors.Is.
func (e *LeftoverError) Unwrap() error { return e.Err }
