package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// DocumentKind names a sort of document.
type DocumentKind string

// The kinds of documents.
const (
	Settings         DocumentKind = "setting"          // by name: "home-currency"
	Profiles         DocumentKind = "profile"          // import profiles, by name
	CategoryMappings DocumentKind = "category-mapping" // by channel and category
	Terms            DocumentKind = "term"             // the user's own terms
	ReviewComments   DocumentKind = "review-comment"   // by product or value, text and reader
)

// DocumentName names a document: what the user keeps besides products.
type DocumentName struct {
	Kind DocumentKind `json:"kind"`
	Name string       `json:"name"`
}

// Document is a named JSON value.
type Document struct {
	DocumentName
	Body json.RawMessage `json:"body"`
}

// Document reads a document's JSON into value and reports whether it is there. One
// that does not fit value, since it was damaged for instance, is ErrDocument.
func (s *Store) Document(ctx context.Context, kind DocumentKind, name string, value any) (bool, error) {
	var body []byte
	err := s.reader.QueryRowContext(ctx, `SELECT body FROM document WHERE kind = ? AND name = ?`, string(kind), name).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err == nil {
		if err = json.Unmarshal(body, value); err != nil {
			err = fmt.Errorf("%w: %w", ErrDocument, err)
		}
	}
	if err != nil {
		return false, explain(fmt.Sprintf("read %s %q", kind, name), err)
	}
	return true, nil
}

// Documents lists the documents of a kind, by name.
func (s *Store) Documents(ctx context.Context, kind DocumentKind) (list []Document, err error) {
	err = each(s.reader.QueryContext(ctx, `SELECT kind, name, body FROM document WHERE kind = ? ORDER BY name`, string(kind)))(func(row scanner) error {
		var d Document
		var body []byte
		err := row.Scan(&d.Kind, &d.Name, &body)
		d.Body = body
		list = append(list, d)
		return err
	})
	return list, explain(fmt.Sprintf("list every %s", kind), err)
}

// SetDocument writes one document as an entry of its own; a nil value deletes it.
func (s *Store) SetDocument(ctx context.Context, kind DocumentKind, name string, value any) (Entry, error) {
	entry := Entry{Kind: KindSettings, Note: name}
	if kind == Terms {
		entry.Kind = KindTerms
	}
	b, err := s.Begin(ctx, entry)
	if err != nil {
		return Entry{}, err
	}
	if err := b.SetDocument(ctx, kind, name, value); err != nil {
		return Entry{}, errors.Join(err, b.Rollback())
	}
	return b.Commit(ctx)
}

// SetDocument writes a document as JSON; a nil value deletes it.
func (b *Batch) SetDocument(ctx context.Context, kind DocumentKind, name string, value any) error {
	if err := b.written(ctx); err != nil {
		return err
	}
	after := sql.Null[string]{}
	if value != nil {
		body, err := json.Marshal(value)
		if err != nil {
			return fmt.Errorf("write %s %q: %w", kind, name, err)
		}
		after = sql.Null[string]{V: string(body), Valid: true}
	}
	b.failed = explain(fmt.Sprintf("write %s %q", kind, name), b.setDocument(DocumentName{kind, name}, after))
	return b.failed
}

func (b *Batch) setDocument(n DocumentName, after sql.Null[string]) error {
	var before sql.Null[string]
	key := []any{string(n.Kind), n.Name}
	err := b.c.row(`SELECT body FROM document WHERE kind = ? AND name = ?`, key, &before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if before == after {
		return nil
	}
	entry, err := b.number()
	if err != nil {
		return err
	}
	err = b.c.run(`INSERT INTO history_document (kind, name, entry, before, after) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET after = excluded.after`, append(key, entry, before, after)...)
	if err != nil {
		return err
	}
	if !after.Valid {
		return b.c.run(`DELETE FROM document WHERE kind = ? AND name = ?`, key...)
	}
	return b.c.run(`INSERT INTO document (kind, name, body, row_version, changed_at, changed_by) VALUES (?, ?, ?, 1, ?, ?)
		ON CONFLICT DO UPDATE SET body = excluded.body, row_version = row_version + 1,
			changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
		append(key, after.V, b.now, b.entry.By)...)
}

// documents takes back what the entry did to documents, and lists what it keeps.
func (u *undo) documents() (kept []Kept, err error) {
	changes, err := u.documentChanges()
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		switch c.now {
		case c.before:
		case c.after:
			if err := u.setDocument(c.name, c.before); err != nil {
				return nil, err
			}
		default:
			kept = append(kept, Kept{Document: c.name, Reason: KeptEdited, Entry: c.last})
		}
	}
	return kept, nil
}

// documentChange is what an entry did to a document, and what it is now.
type documentChange struct {
	name               DocumentName
	before, after, now sql.Null[string]
	last               int64
}

func (u *undo) documentChanges() (changes []documentChange, err error) {
	err = each(u.c.query(`SELECT h.kind, h.name, h.before, h.after, d.body,
			(SELECT max(entry) FROM history_document AS l WHERE l.kind = h.kind AND l.name = h.name)
		FROM history_document AS h LEFT JOIN document AS d USING (kind, name)
		WHERE h.entry = ? ORDER BY h.kind, h.name`, u.target),
	)(func(row scanner) error {
		var c documentChange
		err := row.Scan(&c.name.Kind, &c.name.Name, &c.before, &c.after, &c.now, &c.last)
		changes = append(changes, c)
		return err
	})
	return changes, err
}
