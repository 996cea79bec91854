package store

import (
	"context"
	"fmt"
)

// A catalogue that is empty gets its first products without the indexes that only
// lists are ordered by: entries that come in no order cost five times what they
// cost sorted. Each index is made again, by the text that the schema has of it,
// before the write is committed, so that nobody ever sees the file without them.

// listIndex is an index that orders lists, and the statement that makes it.
type listIndex struct{ name, statement string }

// dropListIndexes takes the indexes off that a load into an empty catalogue does not need.
func (b *Batch) dropListIndexes() error {
	filled := false
	if err := b.c.row(`SELECT EXISTS (SELECT 1 FROM product)`, nil, &filled); err != nil || filled {
		return err
	}
	err := each(b.c.query(`SELECT name, sql FROM sqlite_schema
		WHERE type = 'index' AND tbl_name = 'product' AND sql LIKE 'CREATE INDEX %' ORDER BY rowid`))(func(row scanner) error {
		var x listIndex
		err := row.Scan(&x.name, &x.statement)
		b.dropped = append(b.dropped, x)
		return err
	})
	for _, x := range b.dropped {
		if err == nil {
			err = b.c.script("DROP INDEX " + x.name)
		}
	}
	if err != nil {
		return fmt.Errorf("prepare the first import: %w", err)
	}
	return nil
}

// makeListIndexes makes the indexes again that dropListIndexes has taken off.
func (b *Batch) makeListIndexes(ctx context.Context) error {
	for _, x := range b.dropped {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.c.script(x.statement); err != nil {
			return fmt.Errorf("make the index %s: %w", x.name, err)
		}
	}
	b.dropped = nil
	return nil
}
