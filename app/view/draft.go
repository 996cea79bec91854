package view

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"tradewind.app/app/job"
	"tradewind.app/catalog"
	"tradewind.app/catalog/regular"
)

// Edit is a text that a person is typing and has not saved yet.
type Edit struct {
	Place   Place         `json:"place"`
	Product catalog.ID    `json:"product"`
	Field   catalog.Field `json:"field"`
	Part    string        `json:"part,omitempty"` // of a listing's field; see localize.Line
	Name    string        `json:"name"`           // what the person knows the product by
	Text    string        `json:"text"`

	// Of a product that is edited as a whole: what it was when it was opened, what it
	// is by now, and whether Text is not in that, since it cannot be read.
	Was    *catalog.Product `json:"was,omitempty"`
	Is     *catalog.Product `json:"is,omitempty"`
	Unread bool             `json:"unread,omitempty"`
}

// Others is how many changes besides Text were not saved.
func (e *Edit) Others() int {
	if e.Is == nil {
		return 0
	}
	n := len(catalog.Diff(e.Was, e.Is))
	if !e.Unread {
		n--
	}
	return max(0, n)
}

// Draft keeps the edit in hand in a small file, so that the end of the program
// takes no more of it than what was typed in the last moment. A nil Draft keeps
// nothing.
type Draft struct {
	path   string
	pause  time.Duration
	runner job.Runner
	ctx    context.Context // ends when the catalogue is closed
	stop   context.CancelFunc

	file sync.Mutex // locked while the file is written or removed

	mu      sync.Mutex // never locked while a disk is waited for: who types would wait, too
	edit    *Edit      // in hand
	pending bool       // a write waits for what more is typed
}

// NewDraft makes a draft that is kept at path, written at most once in a pause.
func NewDraft(path string, pause time.Duration, runner job.Runner) *Draft {
	ctx, stop := context.WithCancel(context.Background())
	return &Draft{path: path, pause: pause, runner: runner, ctx: ctx, stop: stop}
}

// Keep notes what is being typed, with every key.
func (d *Draft) Keep(e Edit) {
	if d == nil {
		return
	}
	d.mu.Lock()
	waits := d.pending
	d.edit, d.pending = &e, true
	d.mu.Unlock()
	if waits {
		return
	}
	// What cannot be kept is no reason to stop a person who types.
	d.runner.Run(context.Background(), func(context.Context, job.Progress) error {
		select {
		case <-time.After(d.pause):
		case <-d.ctx.Done():
		}
		return d.write()
	}, func(error) {})
}

// write writes the edit that is in hand by now. The file is put in its place whole.
func (d *Draft) write() error {
	d.file.Lock()
	defer d.file.Unlock()
	d.mu.Lock()
	edit := d.edit
	d.pending = false
	d.mu.Unlock()
	if edit == nil {
		return nil
	}
	b, err := json.Marshal(edit)
	if err != nil {
		return fmt.Errorf("keep the edit: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(d.path), 0o700); err != nil {
		return fmt.Errorf("keep the edit: %w", err)
	}
	beside := d.path + ".new"
	if err := os.WriteFile(beside, b, 0o600); err != nil {
		return fmt.Errorf("keep the edit: %w", err)
	}
	return os.Rename(beside, d.path)
}

// Clear forgets the edit: it was saved, or given up.
func (d *Draft) Clear() error {
	if d == nil {
		return nil
	}
	d.mu.Lock()
	d.edit = nil
	d.mu.Unlock()
	d.file.Lock() // a write that is under way ends before the file goes
	defer d.file.Unlock()
	if err := os.Remove(d.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget the edit: %w", err)
	}
	return nil
}

// maxDraft is more than an edit ever has, in bytes.
const maxDraft = 64 << 20

// Found is the edit that was in hand when the program ended, or nil.
func (d *Draft) Found() (*Edit, error) {
	if d == nil {
		return nil, nil
	}
	b, err := regular.Read(d.path, maxDraft)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the edit: %w", err)
	}
	var e Edit
	if err := json.Unmarshal(b, &e); err != nil {
		return nil, fmt.Errorf("read the edit: %w", err)
	}
	return &e, nil
}

// Close writes what is in hand and has not been written, at once.
func (d *Draft) Close() {
	if d != nil {
		d.stop()
	}
}
