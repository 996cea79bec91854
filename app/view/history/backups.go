package history

import (
	"context"
	"path/filepath"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
)

// Backups are the catalogue's own backups, newest first.
type Backups struct {
	List   []view.Backup
	Loaded bool
	Busy   bool // one is being made
	Wrong  error

	// Changed is called when any of this changes; the screen sets it.
	Changed func()

	session *view.Session
	load    view.Loading
}

// NewBackups makes the model.
func NewBackups(s *view.Session) *Backups { return &Backups{session: s, Changed: func() {}} }

// Load lists the backups.
func (b *Backups) Load() {
	view.Load(b.load.Start(), b.session, func(context.Context) ([]view.Backup, error) {
		files, err := b.session.Workspace.Backups()
		list := make([]view.Backup, 0, len(files))
		for _, f := range files {
			list = append(list, view.Backup{Path: f.Path, Name: filepath.Base(f.Path), At: f.At, Reason: f.Reason, Size: f.Size})
		}
		return list, err
	}, func(list []view.Backup) {
		b.List, b.Loaded, b.Wrong = list, true, nil
		b.Changed()
	}, b.fail)
}

// Leave stops what is being read.
func (b *Backups) Leave() { b.load.Stop() }

func (b *Backups) fail(err error) {
	b.Busy, b.Loaded, b.Wrong = false, true, err
	b.Changed()
}

// Make makes a backup now.
func (b *Backups) Make() {
	if b.Busy {
		return
	}
	b.Busy = true
	b.Changed()
	view.Work(b.session, b.session.Text.Say("job-backup"), func(ctx context.Context, _ job.Progress) (string, error) {
		return b.session.Workspace.Backup(ctx, "")
	}, func(_ string, err error) {
		b.Busy = false
		if err != nil {
			b.fail(err)
			return
		}
		b.Load()
	})
}
