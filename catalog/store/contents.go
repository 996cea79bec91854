package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"time"
)

// Contents are what a catalogue file has, for somebody who has to choose one.
type Contents struct {
	Products int       `json:"products"`
	Variants int       `json:"variants"`
	Entries  int       `json:"entries"` // of the history
	LastAt   time.Time `json:"last_at"` // of the last entry; zero without one
	LastKind Kind      `json:"last_kind"`
	LastNote string    `json:"last_note"`
}

// ReadContents looks into a catalogue or a backup of any schema that we know. The
// file is only read. A compressed backup is not unpacked: it says what is in it.
func ReadContents(ctx context.Context, path string) (c Contents, err error) {
	path, err = realPath(path)
	if err != nil {
		return c, err
	}
	if isCompressed(path) {
		return compressedContents(path)
	}
	db, _, err := openForReading(ctx, path, 1)
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	s, err := newSession(ctx, db)
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	c, err = s.contents()
	return c, explain("look into "+filepath.Base(path), err)
}

func (s *session) contents() (c Contents, err error) {
	counts := `SELECT (SELECT count(*) FROM product), (SELECT count(*) FROM variant), (SELECT count(*) FROM history)`
	if err := s.row(counts, nil, &c.Products, &c.Variants, &c.Entries); err != nil {
		return c, err
	}
	var at int64
	err = s.row(`SELECT at, kind, note FROM history ORDER BY seq DESC LIMIT 1`, nil, &at, &c.LastKind, &c.LastNote)
	if errors.Is(err, sql.ErrNoRows) {
		return c, nil
	}
	c.LastAt = time.UnixMilli(at).UTC()
	return c, err
}
