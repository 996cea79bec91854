package view

import (
	"context"
	"path/filepath"
	"time"

	"tradewind.app/app/job"
)

// Backup is a copy of the catalogue that lies beside it.
type Backup struct {
	Path   string
	Name   string
	At     time.Time
	Reason string // the message "backup-" and it tells why it was made
	Size   int64  // bytes
}

// Backups are the catalogue's own backups, newest first.
type Backups struct {
	List   []Backup
	Loaded bool
	Busy   bool // one is being made
	Wrong  error

	// Tell is called when any of this is another; the screen sets it.
	Tell func()

	session *Session
	load    Loading
}

// NewBackups makes the model.
func NewBackups(s *Session) *Backups { return &Backups{session: s, Tell: func() {}} }

// Load lists the backups.
func (b *Backups) Load() {
	Load(b.load.Start(), b.session, func(context.Context) ([]Backup, error) {
		files, err := b.session.Workspace.Backups()
		list := make([]Backup, 0, len(files))
		for _, f := range files {
			list = append(list, Backup{f.Path, filepath.Base(f.Path), f.At, f.Reason, f.Size})
		}
		return list, err
	}, func(list []Backup) {
		b.List, b.Loaded, b.Wrong = list, true, nil
		b.Tell()
	}, b.fail)
}

// Leave stops what is being read.
func (b *Backups) Leave() { b.load.Stop() }

func (b *Backups) fail(err error) {
	b.Busy, b.Loaded, b.Wrong = false, true, err
	b.Tell()
}

// Make makes a backup now.
func (b *Backups) Make() {
	if b.Busy {
		return
	}
	b.Busy = true
	b.Tell()
	Work(b.session, b.session.Text.Say("job-backup"), func(ctx context.Context, _ job.Progress) (string, error) {
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
