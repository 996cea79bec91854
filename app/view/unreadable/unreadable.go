// Package unreadable is the view model of a catalogue that could not be opened, and
// of the backups that can take its place.
package unreadable

import (
	"context"
	"path/filepath"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
)

// FoundBackup is a backup beside a catalogue that cannot be opened, and what it has.
type FoundBackup struct {
	view.Backup

	Contents workspace.Contents
	Wrong    error // it cannot be read either
}

// Rescued is what was saved of a damaged catalogue into a new one.
type Rescued struct {
	Path               string
	Products, Variants int
	NotSaved           int // products that are known of and could not be read, or were doubles
}

// Model is a catalogue that could not be opened: why, and the backups beside it,
// of which one can take its place.
type Model struct {
	// Changed is called when any of this changes; the screen sets it.
	Changed func()

	Path    string
	Reason  error         // why it could not be opened
	Backups []FoundBackup // newest first
	Loaded  bool
	Rescued *Rescued // by the last attempt
	Busy    bool     // a backup is being restored, or content saved
	Wrong   error    // what the last attempt ran into

	session *view.Session
	options workspace.Options
	open    func(*workspace.Workspace, view.Target)
	load    view.Loading
}

// New makes the model. open takes the catalogue once it was restored.
func New(s *view.Session, path string, reason error, o workspace.Options, open func(*workspace.Workspace, view.Target)) *Model {
	return &Model{Changed: func() {}, Path: path, Reason: reason, session: s, options: o, open: open}
}

// Load looks for backups, and into each of them.
func (u *Model) Load() {
	path := u.Path
	view.Load(u.load.Start(), u.session, func(ctx context.Context) ([]FoundBackup, error) {
		return findBackups(ctx, path)
	}, func(list []FoundBackup) {
		u.Backups, u.Loaded = list, true
		u.Changed()
	}, func(err error) {
		u.Loaded, u.Wrong = true, err
		u.Changed()
	})
}

func findBackups(ctx context.Context, path string) ([]FoundBackup, error) {
	files, err := workspace.BackupsOf(path)
	if err != nil {
		return nil, err
	}
	list := make([]FoundBackup, 0, len(files))
	for _, f := range files {
		found := FoundBackup{Backup: view.Backup{Path: f.Path, Name: filepath.Base(f.Path), At: f.At, Reason: f.Reason, Size: f.Size}}
		found.Contents, found.Wrong = workspace.ReadContents(ctx, f.Path)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		list = append(list, found)
	}
	return list, nil
}

// Leave stops what is being read.
func (u *Model) Leave() { u.load.Stop() }

// Best is the newest backup that can be read, or nil.
func (u *Model) Best() *FoundBackup {
	for i := range u.Backups {
		if u.Backups[i].Wrong == nil {
			return &u.Backups[i]
		}
	}
	return nil
}

// CanRescue reports whether content can be saved out of the file: it is a catalogue,
// and damaged.
func (u *Model) CanRescue() bool { return workspace.IsDamaged(u.Reason) && u.Rescued == nil }

// Rescue saves what can be read into a new catalogue at a path. The damaged one is left
// as it is.
func (u *Model) Rescue(to string) {
	if u.Busy || to == "" {
		return
	}
	if filepath.Ext(to) == "" {
		to += workspace.Extension
	}
	u.Busy, u.Wrong = true, nil
	u.Changed()
	view.Work(u.session, u.session.Text.Say("job-rescue"), func(ctx context.Context, progress job.Progress) (*Rescued, error) {
		r, err := workspace.Rescue(ctx, u.Path, to, u.options, workspace.Progress(progress))
		return &Rescued{to, r.Products, r.Variants, len(r.NotSaved) + r.Double}, err
	}, func(r *Rescued, err error) {
		u.Busy, u.Wrong = false, err
		if err == nil {
			u.Rescued = r
		}
		u.Changed()
	})
}

// Restore puts a backup in the place of the catalogue and opens it. What is there now
// is kept among the backups.
func (u *Model) Restore(backup string) {
	if u.Busy {
		return
	}
	u.Busy, u.Wrong = true, nil
	u.Changed()
	view.Work(u.session, u.session.Text.Say("job-restore"), func(ctx context.Context, _ job.Progress) (*workspace.Workspace, error) {
		if _, err := workspace.Restore(ctx, u.Path, backup, u.options); err != nil {
			return nil, err
		}
		return workspace.Open(ctx, u.Path, u.options)
	}, func(ws *workspace.Workspace, err error) {
		u.Busy, u.Wrong = false, err
		if err != nil {
			u.Changed()
			return
		}
		u.open(ws, view.Target{})
	})
}
