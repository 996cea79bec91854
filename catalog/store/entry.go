package store

import (
	"database/sql"
	"time"

	"tradewind.app/catalog"
)

// Kind says what sort of write an entry of the history is.
type Kind string

// The kinds.
const (
	KindImport   Kind = "import"
	KindEdit     Kind = "edit"
	KindBulkEdit Kind = "bulk-edit"
	KindLocalize Kind = "localize"
	KindDelete   Kind = "delete"
	KindSettings Kind = "settings" // settings, profiles, mappings
	KindTerms    Kind = "terms"
	KindUndo     Kind = "undo"
	KindUpgrade  Kind = "upgrade" // what a new version of Tradewind changed in an older file
)

// Entry is one write in the history.
type Entry struct {
	ID       catalog.ID `json:"id"`
	Number   int64      `json:"number"` // counts the entries of this catalogue, from 1
	Kind     Kind       `json:"kind"`
	At       time.Time  `json:"at"` // by the clock of the machine, which may be wrong: Number gives the order
	By       string     `json:"by,omitempty"`
	Note     string     `json:"note,omitempty"` // what a person would call it: a file's name, a field
	Counts   Counts     `json:"counts"`
	Undoes   catalog.ID `json:"undoes,omitempty"`    // the entry that this one undid
	UndoneBy catalog.ID `json:"undone_by,omitempty"` // the entry that undid this one
	Redo     bool       `json:"redo,omitempty"`      // an undo that brought back what another one took back
}

// KindRedo is what an undo that is a redo is called; in the history it is an undo.
const KindRedo Kind = "redo"

// Called is the kind that a person knows the entry by.
func (e Entry) Called() Kind {
	if e.Redo {
		return KindRedo
	}
	return e.Kind
}

// Counts are how many products an entry touched. Same and Refused are given by
// the run; they were not written.
type Counts struct {
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Deleted   int `json:"deleted"`
	Documents int `json:"documents,omitempty"` // settings, profiles, terms, ...
	Same      int `json:"same"`
	Refused   int `json:"refused"`
}

// Written counts what the entry wrote.
func (c Counts) Written() int { return c.New + c.Changed + c.Deleted + c.Documents }

const entryColumns = `h.seq, h.id, h.kind, h.at, h.by, h.note,
	h.created, h.changed, h.deleted, h.documents, h.same, h.refused,
	(SELECT id FROM history WHERE seq = h.undoes), (SELECT id FROM history WHERE seq = h.undone_by), ` + isRedo

// isRedo reports whether an entry undid an undo: of an undo of a redo it does not.
const isRedo = `h.undoes IS NOT NULL AND (WITH RECURSIVE chain (seq, n) AS (
	SELECT h.undoes, 1
	UNION ALL
	SELECT below.undoes, n + 1 FROM chain JOIN history AS below ON below.seq = chain.seq WHERE below.undoes IS NOT NULL)
	SELECT max(n) % 2 = 0 FROM chain)`

// scanEntry reads an Entry, and what comes after its columns.
func scanEntry(row scanner, more ...any) (Entry, error) {
	var e Entry
	var at int64
	var undoes, undoneBy sql.Null[catalog.ID]
	c := &e.Counts
	err := row.Scan(append([]any{
		&e.Number, &e.ID, &e.Kind, &at, &e.By, &e.Note,
		&c.New, &c.Changed, &c.Deleted, &c.Documents, &c.Same, &c.Refused, &undoes, &undoneBy, &e.Redo,
	}, more...)...)
	e.At = time.UnixMilli(at).UTC()
	e.Undoes, e.UndoneBy = undoes.V, undoneBy.V
	return e, err
}
