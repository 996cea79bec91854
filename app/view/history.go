package view

import (
	"context"
	"strings"
	"time"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// How much of the history is read at a time.
const (
	historyPage     = 50
	historyProducts = 200 // of an entry that are shown
)

// HistoryEntry is one write to the catalogue.
type HistoryEntry struct {
	ID     catalog.ID
	Number int64
	Kind   string // the message "kind-" and it names the kind; an undo of an undo is a redo
	At     time.Time
	By     string
	Note   string
	Counts HistoryCounts
	Undone bool
	Undoes bool // it took another one back: taking it back is to do that again
}

// HistoryCounts are what an entry wrote, and left out.
type HistoryCounts struct{ New, Changed, Deleted, Documents, Refused int }

// CanUndo reports whether there is something that can be taken back.
func (e HistoryEntry) CanUndo() bool {
	c := e.Counts
	return !e.Undone && c.New+c.Changed+c.Deleted+c.Documents > 0
}

// HistoryDetail is what an entry did to the first of its products.
type HistoryDetail struct {
	Products []ProductChange
	More     bool
}

// HistoryKept is something that an undo left as it was.
type HistoryKept struct {
	Name   string // the product's handle, or a document's name
	SKUs   string
	Reason string // the message "kept-" and it tells why
	Entry  int64  // that changed it since
	// Problems are the rules that forbid what it was, where Reason is that.
	Problems []catalog.Problem
}

// HistoryUndo is what an undo did.
type HistoryUndo struct {
	Restored int
	Kept     []HistoryKept
}

// History is what was written to the catalogue, newest first.
type History struct {
	Kind     string // of the entries that are listed; "" for all
	Entries  []HistoryEntry
	More     bool // there are older ones
	Loaded   bool
	Selected catalog.ID
	Detail   *HistoryDetail // of the selected entry; nil while it is read
	Undone   *HistoryUndo   // by the last undo
	Busy     bool           // something is being undone
	Wrong    error

	// Tell is called when any of this is another; the screen sets it.
	Tell func()

	session *Session
	list    Loading
	detail  Loading
}

// NewHistory makes the model.
func NewHistory(s *Session) *History { return &History{session: s, Tell: func() {}} }

// Load reads the newest entries.
func (h *History) Load() { h.read(0, func() { h.Entries = nil }) }

// LoadMore reads the next older ones.
func (h *History) LoadMore() {
	if n := len(h.Entries); h.More && n > 0 {
		h.read(h.Entries[n-1].Number, func() {})
	}
}

// Leave stops what is being read.
func (h *History) Leave() {
	h.list.Stop()
	h.detail.Stop()
}

// Show lists the entries of one kind, or with "" all.
func (h *History) Show(kind string) {
	h.Kind = kind
	h.Load()
}

type historyRead struct {
	entries []HistoryEntry
	more    bool
}

// noteOf is an entry's note in words: some kinds note a name of ours.
func noteOf(kind, note string, say *text.Printer) string {
	switch kind {
	case "localize":
		return say.Locale(catalog.Locale(note))
	case "settings":
		return say.Settings(note)
	case "undo": // it notes what it took back noted
		if to, ok := catalog.ParseLocale(note); ok && string(to) == note {
			return say.Locale(to)
		}
		if named := noteOf("edit", note, say); named != note {
			return named
		}
		return say.Settings(note)
	case "bulk-edit", "edit": // of cells; others are of a product, and note its SKU
		if _, ok := catalog.LookupField(catalog.Field(note)); ok {
			return say.Field(catalog.Field(note))
		}
	}
	return note
}

// readHistory reads up to limit entries of a kind, those older than before.
func readHistory(ctx context.Context, s *Session, kind string, before int64, limit int) (historyRead, error) {
	page, more, err := s.Workspace.HistoryPage(ctx, kind, before, limit)
	read := historyRead{more: more}
	for _, e := range page {
		read.entries = append(read.entries, historyEntry(e, s.Text))
	}
	return read, err
}

func historyEntry(e workspace.Entry, say *text.Printer) HistoryEntry {
	c := e.Counts
	return HistoryEntry{
		ID: e.ID, Number: e.Number, Kind: string(e.Called()), At: e.At, By: e.By, Note: noteOf(string(e.Kind), e.Note, say),
		Counts: HistoryCounts{c.New, c.Changed, c.Deleted, c.Documents, c.Refused},
		Undone: e.UndoneBy != "", Undoes: e.Undoes != "" && !e.Redo,
	}
}

func (h *History) read(before int64, reset func()) {
	kind := h.Kind
	Load(h.list.Start(), h.session, func(ctx context.Context) (historyRead, error) {
		return readHistory(ctx, h.session, kind, before, historyPage)
	}, func(r historyRead) {
		reset()
		h.Entries, h.More, h.Loaded, h.Wrong = append(h.Entries, r.entries...), r.more, true, nil
		h.settleSelection()
		h.Tell()
	}, h.fail)
}

func (h *History) fail(err error) {
	h.Wrong, h.Busy, h.Loaded = err, false, true
	h.Tell()
}

// settleSelection keeps what was selected, or selects the newest. What was left before
// its detail was there is read again.
func (h *History) settleSelection() {
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
func (h *History) Entry() (HistoryEntry, bool) {
	for _, e := range h.Entries {
		if e.ID == h.Selected {
			return e, true
		}
	}
	return HistoryEntry{}, false
}

// Select shows what an entry did.
func (h *History) Select(id catalog.ID) {
	if id == h.Selected {
		return
	}
	h.Selected, h.Detail, h.Undone = id, nil, nil
	h.Tell()
	Load(h.detail.Start(), h.session, func(ctx context.Context) (*HistoryDetail, error) {
		d := &HistoryDetail{}
		for c, err := range h.session.Workspace.Changes(ctx, id) {
			if err != nil {
				return nil, err
			}
			if d.More = len(d.Products) == historyProducts; d.More {
				break
			}
			d.Products = append(d.Products, productChange(c))
		}
		return d, nil
	}, func(d *HistoryDetail) {
		h.Detail = d
		h.Tell()
	}, h.fail)
}

// Undo takes the selected entry back; of an undo, what it undid is done again.
func (h *History) Undo() {
	e, ok := h.Entry()
	if !ok || !e.CanUndo() || h.Busy {
		return
	}
	h.Busy, h.Wrong = true, nil
	h.Tell()
	Write(h.session, h.session.Text.Say("job-undo"), func(ctx context.Context, progress job.Progress) (*HistoryUndo, error) {
		r, err := h.session.Workspace.Undo(ctx, e.ID, workspace.Progress(progress))
		if err != nil {
			return nil, err
		}
		u := &HistoryUndo{Restored: r.Restored}
		for _, k := range r.Kept {
			name := k.Handle
			if name == "" {
				name = k.Document.Name
			}
			u.Kept = append(u.Kept, HistoryKept{name, strings.Join(k.SKUs, " "), string(k.Reason), k.Entry, k.Problems})
		}
		return u, nil
	}, func(u *HistoryUndo, err error) {
		h.Busy, h.Undone, h.Wrong = false, u, err
		h.Load()
	})
}

// HistoryKinds lists the kinds that the entries can be filtered by.
func HistoryKinds() []string { return workspace.HistoryKinds() }
