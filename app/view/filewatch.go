package view

import (
	"context"
	"time"
)

// FileWatch knows whether the catalogue's file is still the one that was opened. The
// window asks it before it says that all is saved.
type FileWatch struct {
	Wrong error // the file is gone, or another one; nil while it is there

	// Tell is called when an answer has come; Lost once for each file that is found to
	// be gone.
	Tell func()
	Lost func(error)

	session *Session
	load    Loading
	asking  bool // an answer is waited for: a drive that hangs is not asked twice
	stop    func()
}

// NewFileWatch makes the watch of the catalogue that is open.
func NewFileWatch(s *Session) *FileWatch {
	return &FileWatch{Tell: func() {}, Lost: func(error) {}, session: s, stop: func() {}}
}

// Check looks for the file. A file that was lost stays lost, whatever is put in its
// place: what is open belongs to none of that.
func (f *FileWatch) Check() {
	ws := f.session.Workspace
	if ws == nil || f.asking || f.Wrong != nil {
		return
	}
	f.asking = true
	Load(f.load.Start(), f.session, func(context.Context) (struct{}, error) {
		return struct{}{}, ws.CheckFile()
	}, func(struct{}) {
		f.asking = false
		f.Tell()
	}, func(err error) {
		f.asking, f.Wrong = false, err
		f.Tell()
		f.Lost(err)
	})
}

// Start checks now and then, until Stop is called.
func (f *FileWatch) Start(every time.Duration) {
	if f.session.After == nil {
		return
	}
	f.stop = f.session.After(every, func() {
		f.Check()
		f.Start(every)
	})
}

// Stop ends the watch.
func (f *FileWatch) Stop() {
	f.stop()
	f.load.Stop()
	f.asking = false
}

// Asking reports whether an answer is waited for.
func (f *FileWatch) Asking() bool { return f.asking }
