// Package history is the view model of what was written to a catalogue, of undoing
// it, and of its backups.
package history

import (
	"context"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// How much of the history is read at a time.
const (
	pageSize     = 50
	mostProducts = 200 // of an entry that are shown
)

// Detail is what an entry did to the first of its products.
type Detail struct {
	Products []view.ProductChange
	More     bool
}

// Kept is something that an undo left as it was.
type Kept struct {
	Name   string // the product's handle, or a document's name
	SKUs   string
	Reason string // the message "kept-" and it says why
	Entry  int64  // that changed it since
	// Problems are the rules that forbid what it was, where Reason is that.
	Problems []catalog.Problem
}

// UndoResult is what an undo did.
type UndoResult struct {
	Restored int
	Kept     []Kept
}

// Model is what was written to the catalogue, newest first.
type Model struct {
	Kind     string // of the entries that are listed; "" for all
	Entries  []view.Entry
	More     bool // there are older ones
	Loaded   bool
	Selected catalog.ID
	Detail   *Detail     // of the selected entry; nil while it is read
	Undone   *UndoResult // by the last undo
	Busy     bool        // something is being undone
	Wrong    error

	// Changed is called when any of this changes; the screen sets it.
	Changed func()

	session *view.Session
	list    view.Loading
	detail  view.Loading
}

// New makes the model.
func New(s *view.Session) *Model { return &Model{session: s, Changed: func() {}} }

// Load reads the newest entries.
func (h *Model) Load() { h.read(0, func() { h.Entries = nil }) }

// LoadMore reads the next older ones.
func (h *Model) LoadMore() {
	if n := len(h.Entries); h.More && n > 0 {
		h.read(h.Entries[n-1].Number, func() {})
	}
}

// Leave stops what is being read.
func (h *Model) Leave() {
	h.list.Stop()
	h.detail.Stop()
}

// Show lists the entries of one kind, or with "" all.
func (h *Model) Show(kind string) {
	h.Kind = kind
	h.Load()
}

func (h *Model) read(before int64, reset func()) {
	kind := h.Kind
	view.Load(h.list.Start(), h.session, func(ctx context.Context) (view.EntryPage, error) {
		return view.ReadEntries(ctx, h.session, kind, before, pageSize)
	}, func(r view.EntryPage) {
		reset()
		h.Entries, h.More, h.Loaded, h.Wrong = append(h.Entries, r.Entries...), r.More, true, nil
		h.keepSelection()
		h.Changed()
	}, h.fail)
}

func (h *Model) fail(err error) {
	h.Wrong, h.Busy, h.Loaded = err, false, true
	h.Changed()
}

// keepSelection keeps what was selected, or selects the newest. What was left before
// its detail was there is read again.
func (h *Model) keepSelection() {
	e, ok := h.Entry()
	if ok && !e.Undone && h.Undone != nil && h.Undone.Restored > 0 {
		h.Undone = nil // it was done again since
	}
	if ok && h.Detail != nil {
		return
	}
	h.Selected, h.Detail = "", nil
	switch undone := h.Undone; {
	case ok:
		h.Select(e.ID)
		h.Undone = undone
	case len(h.Entries) > 0:
		h.Select(h.Entries[0].ID)
	}
}

// Entry is the selected entry.
func (h *Model) Entry() (view.Entry, bool) {
	for _, e := range h.Entries {
		if e.ID == h.Selected {
			return e, true
		}
	}
	return view.Entry{}, false
}

// Select shows what an entry did.
func (h *Model) Select(id catalog.ID) {
	if id == h.Selected {
		return
	}
	h.Selected, h.Detail, h.Undone = id, nil, nil
	h.Changed()
	view.Load(h.detail.Start(), h.session, func(ctx context.Context) (*Detail, error) {
		d := &Detail{}
		for c, err := range h.session.Workspace.Changes(ctx, id) {
			if err != nil {
				return nil, err
			}
			if d.More = len(d.Products) == mostProducts; d.More {
				break
			}
			d.Products = append(d.Products, view.NewProductChange(c))
		}
		return d, nil
	}, func(d *Detail) {
		h.Detail = d
		h.Changed()
	}, h.fail)
}

// Undo takes the selected entry back; of an undo, what it undid is done again.
func (h *Model) Undo() {
	e, ok := h.Entry()
	if !ok || !e.CanUndo() || h.Busy {
		return
	}
	h.Busy, h.Wrong = true, nil
	h.Changed()
	view.Write(h.session, h.session.Text.Say("job-undo"), func(ctx context.Context, progress job.Progress) (*UndoResult, error) {
		r, err := h.session.Workspace.Undo(ctx, e.ID, workspace.Progress(progress))
		if err != nil {
			return nil, err
		}
		u := &UndoResult{Restored: r.Restored}
		for _, k := range r.Kept {
			name := k.Handle
			if name == "" {
				name = k.Document.Name
			}
			u.Kept = append(u.Kept, Kept{name, strings.Join(k.SKUs, " "), string(k.Reason), k.Entry, k.Problems})
		}
		return u, nil
	}, func(u *UndoResult, err error) {
		h.Busy, h.Undone, h.Wrong = false, u, err
		h.Load()
	})
}

// Kinds lists the kinds that the entries can be filtered by.
func Kinds() []string { return workspace.HistoryKinds() }
