package view

import (
	"context"
	"time"
)

// FileWatch knows whether the catalogue's file is still the one that was opened. The
// window asks it before it says that all is saved.
type FileWatch struct {
	Wrong error // the file is gone, or another one; nil while it is there, or there again

	// Changed is called when an answer has come; Lost when the file was there before and is
	// not any more.
	Changed func()
	Lost    func(error)

	session *Session
	load    Loading
	asking  bool // an answer is waited for: a drive that hangs is not asked twice
	stop    func()
}

// NewFileWatch makes the watch of the catalogue that is open.
func NewFileWatch(s *Session) *FileWatch {
	return &FileWatch{Changed: func() {}, Lost: func(error) {}, session: s, stop: func() {}}
}

// Check looks for the file.
func (f *FileWatch) Check() {
	ws := f.session.Workspace
	if ws == nil || f.asking {
		return
	}
	f.asking = true
	Load(f.load.Start(), f.session, func(context.Context) (struct{}, error) {
		return struct{}{}, ws.CheckFile()
	}, func(struct{}) {
		f.asking, f.Wrong = false, nil
		f.Changed()
	}, func(err error) {
		had := f.Wrong
		f.asking, f.Wrong = false, err
		f.Changed()
		if had == nil {
			f.Lost(err)
		}
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
