package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// A rename is all or nothing; two are not. A program that is stopped between them
// leaves a new file beside an old one, so the run writes down first which files it is
// about to put in their places, and the next run puts there what is left of them.

// planName is the file, in the folder of a run, that lists what is to be put in place.
// It is there only once all files of the run are whole.
const planName = ".commit"

// maxPlan bounds a plan that is read: names of 100,000 pictures take 4 MB.
const maxPlan = 64 << 20

func (b *dirBatch) writePlan() error {
	names := b.names
	out, err := b.Create(planName)
	b.names = names // the plan is no file of the feed
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, strings.Join(names, "\n"))
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("write %s: %w", planName, err)
	}
	return nil
}

// complete puts the files of an earlier run in their places that it had not put there.
func (b *dirBatch) complete() error {
	if info, err := b.root.Lstat(b.stage); err != nil || !info.IsDir() {
		return nil // there is no folder of ours
	}
	f, err := b.root.Open(path.Join(b.stage, planName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // no run was stopped at this point
	}
	if err != nil {
		return fmt.Errorf("complete the run before: %w", err)
	}
	plan, err := io.ReadAll(io.LimitReader(f, maxPlan))
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("complete the run before: %w", err)
	}
	for _, name := range strings.Split(string(plan), "\n") {
		if _, err := b.root.Lstat(path.Join(b.stage, name)); name == "" || errors.Is(err, fs.ErrNotExist) {
			continue // it is in its place
		}
		if err := b.place(b.stage, name); err != nil {
			return fmt.Errorf("complete the run before: %w", err)
		}
		b.completed = append(b.completed, name)
	}
	if len(b.completed) == 0 {
		return nil
	}
	return b.syncFolder()
}

// place renames a file of a run's folder into its place.
func (b *dirBatch) place(stage, name string) error {
	if err := b.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("make folder of %s: %w", name, err)
	}
	if err := b.root.Rename(path.Join(stage, name), name); err != nil {
		return fmt.Errorf("replace %s: %w", name, err)
	}
	return nil
}

// Announce keeps the text for Commit.
func (b *dirBatch) Announce(name, text string) { b.announced, b.text = name, text }

// announce puts the announcement in its place, before the first file that is not a
// picture. Pictures alone change no table.
func (b *dirBatch) announce(next string) error {
	if b.begun || strings.Contains(next, "/") {
		return nil
	}
	b.begun = true
	if b.announced == "" {
		return nil
	}
	names := b.names
	out, err := b.Create(announcement)
	b.names = names
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, b.text)
	if err := errors.Join(err, out.Close()); err != nil {
		return fmt.Errorf("write %s: %w", b.announced, err)
	}
	if err := b.root.Rename(b.announced, path.Join(b.stage, previousFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("replace %s: %w", b.announced, err)
	}
	return b.root.Rename(path.Join(b.stage, announcement), b.announced)
}

// The announcement while it is written, and what lay in its place before.
const (
	announcement = ".announcement"
	previousFile = ".before"
)

// takeBack puts back what lay in the announcement's place, where no other file was
// replaced: the run has then changed nothing.
func (b *dirBatch) takeBack() error {
	if !b.begun || b.placed || b.announced == "" {
		return nil
	}
	err := b.root.Rename(path.Join(b.stage, previousFile), b.announced)
	if errors.Is(err, fs.ErrNotExist) {
		err = b.root.Remove(b.announced)
	}
	return err
}
