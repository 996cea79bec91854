package product

import (
	"context"
	"slices"

	"tradewind.app/app/job"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// Past is what was written to a product, newest first.
type Past struct {
	Entries []PastEntry
	More    bool // there are older ones
}

// PastEntry is an entry of history, and what it did to this product.
type PastEntry struct {
	view.Entry

	Change view.ProductChange
}

// Alone reports whether the entry touched nothing but this product.
func (e PastEntry) Alone() bool {
	return e.Counts.New+e.Counts.Changed+e.Counts.Deleted+e.Counts.Documents == 1
}

// pastPage is how many entries are read at once.
const pastPage = 50

// loadPast reads the newest entries.
func (p *Model) loadPast() { p.readPast(0, nil) }

// LoadOlder reads the next older ones.
func (p *Model) LoadOlder() {
	if p.Past != nil && p.Past.More {
		p.readPast(p.Past.Entries[len(p.Past.Entries)-1].Number, p.Past.Entries)
	}
}

func (p *Model) readPast(before int64, have []PastEntry) {
	id, w := p.ID, p.session.Workspace
	view.Load(p.past.Start(), p.session, func(ctx context.Context) (*Past, error) {
		read, err := w.ProductHistory(ctx, id, before, pastPage+1)
		past := &Past{Entries: slices.Clip(have), More: len(read) > pastPage}
		for _, e := range read[:min(len(read), pastPage)] {
			past.Entries = append(past.Entries, PastEntry{view.NewEntry(e.Entry, p.session.Text), view.NewProductChange(e.Change)})
		}
		return past, err
	}, func(past *Past) {
		p.Past = past
		p.Changed(PartPast)
	}, p.session.Fail)
}

// CanUndo is the newest entry, where it can be taken back by itself: it is in
// force and touched this product alone.
func (p *Model) CanUndo() (PastEntry, bool) {
	if p.Past == nil || len(p.Past.Entries) == 0 || p.ReadOnly() {
		return PastEntry{}, false
	}
	e := p.Past.Entries[0]
	return e, e.CanUndo() && e.Alone() && e.Change.Outcome == catalog.Changed
}

// Undo takes the newest entry back. An edit that is not saved stays.
func (p *Model) Undo() {
	e, ok := p.CanUndo()
	if !ok || p.Busy {
		return
	}
	view.Write(p.session, p.session.Text.Say("job-undo"), func(ctx context.Context, progress job.Progress) (struct{}, error) {
		_, err := p.session.Workspace.Undo(ctx, e.ID, workspace.Progress(progress))
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			p.session.Fail(err)
		}
	})
}
