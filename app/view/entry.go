package view

import (
	"context"
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
	case "bulk-edit", "edit": // of cells; others are of a product, and note its SKU
		if _, ok := catalog.LookupField(catalog.Field(note)); ok {
			return say.Field(catalog.Field(note))
		}
	}
	return note
}
