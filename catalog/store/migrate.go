package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"sync"
	"time"
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

// fills are what a step does in Go behind its SQL, within the same transaction.
var fills = map[int]func(context.Context, *session, stamp) error{2: partHandles}

// stamp is when and by whom a file is brought up to date, for the entry that a step
// may write.
type stamp struct {
	at  time.Time
	who string
}

// migrate brings the schema from a version to that of steps, each step in a
// transaction of its own with the version it makes: whatever happens in between,
// the file is at a version that is written in it.
func migrate(ctx context.Context, s *session, from int, steps []string, by stamp) error {
	for i := from; i < len(steps); i++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := migrateTo(ctx, s, i+1, steps[i], by); err != nil {
			err = explain(fmt.Sprintf("migrate to schema %d", i+1), err)
			if undo := s.script("ROLLBACK"); undo != nil && !isCode(undo, 1) { // 1: no transaction is open
				return fmt.Errorf("%w (and the way back failed: %w)", err, undo)
			}
			return err
		}
	}
	return nil
}

func migrateTo(ctx context.Context, s *session, version int, step string, by stamp) error {
	if err := s.script("BEGIN IMMEDIATE;\n" + step); err != nil {
		return err
	}
	if fill := fills[version]; fill != nil {
		if err := fill(ctx, s, by); err != nil {
			return err
		}
	}
	return s.script(fmt.Sprintf("PRAGMA application_id = %d;\nPRAGMA user_version = %d;\nCOMMIT;", applicationID, version))
}
