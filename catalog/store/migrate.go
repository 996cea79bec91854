package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"sync"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the schema's steps in order: the n-th makes schema n.
var migrations = sync.OnceValue(func() []string {
	steps, err := readMigrations(migrationFiles)
	if err != nil {
		panic(err) // embedded: a test reads them
	}
	return steps
})

func latestVersion() int { return len(migrations()) }

// readMigrations reads migrations/0001_*.sql and on, without a gap.
func readMigrations(fsys fs.FS) ([]string, error) {
	names, err := fs.Glob(fsys, "migrations/*.sql")
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	steps := make([]string, len(names))
	for i, name := range names {
		var number int
		if _, err := fmt.Sscanf(name, "migrations/%04d_", &number); err != nil || number != i+1 {
			return nil, fmt.Errorf("migration %s does not follow number %d", name, i)
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read migration: %w", err)
		}
		steps[i] = string(b)
	}
	return steps, nil
}

// migrate brings the schema from a version to that of steps, each step in a
// transaction of its own with the version it makes: whatever happens in between,
// the file is at a version that is written in it.
func migrate(ctx context.Context, s *session, from int, steps []string) error {
	for i := from; i < len(steps); i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		script := fmt.Sprintf("BEGIN IMMEDIATE;\n%s\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\nCOMMIT;",
			steps[i], applicationID, i+1)
		if err := s.script(script); err != nil {
			err = explain(fmt.Sprintf("migrate to schema %d", i+1), err)
			if undo := s.script("ROLLBACK"); undo != nil && !isCode(undo, 1) { // 1: no transaction is open
				return fmt.Errorf("%w (and the way back failed: %w)", err, undo)
			}
			return err
		}
	}
	return nil
}
