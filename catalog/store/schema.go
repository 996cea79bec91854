package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A file that comes from elsewhere may carry triggers or views that do what
// nobody asked for. So its schema must be, line by line, what our migrations make.

// checkSchema compares a file's schema with that of a version.
func checkSchema(ctx context.Context, s *session, path string, version int) error {
	want, err := schemaOf(ctx, version)
	if err != nil {
		return err
	}
	got, err := schemaLines(s)
	if err != nil {
		return err
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			return &FileError{Path: path, Detail: "it holds what Tradewind did not make: " + firstWords(line), Err: ErrForeign}
		}
	}
	if len(got) != len(want) {
		return &FileError{Path: path, Detail: "tables are missing", Err: ErrDamaged}
	}
	return nil
}

// schemaOf makes the schema of a version in memory and reads it.
func schemaOf(ctx context.Context, version int) (lines []string, err error) {
	if err := prepareDriver(); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, fmt.Errorf("make the schema: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	s, err := newSession(ctx, db)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := migrate(ctx, s, 0, migrations()[:version], stamp{}); err != nil {
		return nil, err
	}
	return schemaLines(s)
}

// schemaLines reads what a schema is made of. SQLite's own statistics tables
// come and go and are left out.
func schemaLines(s *session) (lines []string, err error) {
	lines, err = s.strings(`SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema
		WHERE name NOT LIKE 'sqlite_stat_' ORDER BY name`)
	return lines, explain("read the schema", err)
}

func firstWords(line string) string {
	words := strings.Fields(line)
	return strings.Join(words[:min(2, len(words))], " ")
}
