package view

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Entry is one write to the catalogue.
type Entry struct {
	ID     catalog.ID
	Number int64
	Kind   string // the message "kind-" and it names the kind; an undo of an undo is a redo
	At     time.Time
	By     string
	Note   string
	Counts EntryCounts
	Undone bool
	Undoes bool // it took another one back: taking it back is to do that again
}

// CanUndo reports whether there is something that can be taken back.
func (e Entry) CanUndo() bool {
	c := e.Counts
	return !e.Undone && c.New+c.Changed+c.Deleted+c.Documents > 0
}

// EntryCounts are what an entry wrote, and left out.
type EntryCounts struct{ New, Changed, Deleted, Documents, Refused int }

// EntryPage is a part of the history, newest first.
type EntryPage struct {
	Entries []Entry
	More    bool
}

// ReadEntries reads up to limit entries of a kind, those older than before.
func ReadEntries(ctx context.Context, s *Session, kind string, before int64, limit int) (EntryPage, error) {
	page, more, err := s.Workspace.HistoryPage(ctx, kind, before, limit)
	read := EntryPage{More: more}
	for _, e := range page {
		read.Entries = append(read.Entries, NewEntry(e, s.Text))
	}
	return read, err
}

// NewEntry is an entry in the words of a printer.
func NewEntry(e workspace.Entry, say *text.Printer) Entry {
	c := e.Counts
	return Entry{
		ID: e.ID, Number: e.Number, Kind: string(e.Called()), At: e.At, By: e.By, Note: noteOf(string(e.Kind), e.Note, say),
		Counts: EntryCounts{c.New, c.Changed, c.Deleted, c.Documents, c.Refused},
		Undone: e.UndoneBy != "", Undoes: e.Undoes != "" && !e.Redo,
	}
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
	case "bulk-edit", "edit": // of cells; an edit of a product notes its SKU
		if _, ok := catalog.LookupField(catalog.Field(note)); ok {
			return say.Field(catalog.Field(note))
		}
	}
	return note
}

// ProductChange is one product and what was, or would be, changed about it; or a
// row that is refused.
type ProductChange struct {
	Outcome  catalog.Outcome
	Title    string
	SKU      string
	Place    catalog.Place
	Cells    []catalog.CellChange // the first that differ
	More     int                  // that differ besides
	Problems []catalog.Problem    // why a row is refused
}

// NewProductChange is a change with as many cells as anybody looks at.
func NewProductChange(c catalog.Change) ProductChange {
	product := c.After
	if product == nil {
		product = c.Before
	}
	p := ProductChange{Outcome: c.Outcome, Place: c.Place, Cells: catalog.Diff(c.Before, c.After)}
	if product != nil {
		p.Title = cmp.Or(product.Title, product.Handle)
		p.SKU = strings.Join(product.SKUs()[:min(len(product.SKUs()), 1)], "")
	}
	if n := len(p.Cells); n > shownCells {
		p.Cells, p.More = slices.Clone(p.Cells[:shownCells]), n-shownCells
	}
	return p
}

// shownCells is how many changed cells of a product are shown.
const shownCells = 40

// Backup is a copy of the catalogue that lies beside it.
type Backup struct {
	Path   string
	Name   string
	At     time.Time
	Reason string // the message "backup-" and it says why it was made
	Size   int64  // bytes
}
