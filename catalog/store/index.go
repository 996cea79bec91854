package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
)

// indexChunk is how many products enter the search index by one statement: few
// enough that a cancelled import ends soon.
const indexChunk = 2000

// index brings the search index to what the batch did, many products at once and in
// the order of seq: FTS5 collects terms as long as rows come in order, and row by row,
// as triggers would do it, is five times slower.
func (b *Batch) index(ctx context.Context) error {
	err := inChunks(ctx, b.unindexed, func(list string) error {
		return b.c.run(`DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))`, list)
	})
	if err != nil {
		return fmt.Errorf("update the search index: %w", err)
	}
	err = inChunks(ctx, b.indexed, func(list string) error {
		return b.c.run(`INSERT INTO search (rowid, words) SELECT p.seq, search_terms(p.search)
			FROM json_each(?) AS j CROSS JOIN product AS p ON p.seq = j.value`, list)
	})
	if err != nil {
		return fmt.Errorf("update the search index: %w", err)
	}
	b.unindexed, b.indexed = nil, nil
	return nil
}

// inChunks hands numbers on in order, each once, as JSON lists.
func inChunks(ctx context.Context, numbers []int64, use func(list string) error) error {
	slices.Sort(numbers)
	for chunk := range slices.Chunk(slices.Compact(numbers), indexChunk) {
		if err := ctx.Err(); err != nil {
			return err
		}
		list, err := json.Marshal(chunk)
		if err != nil {
			return err
		}
		if err := use(string(list)); err != nil {
			return err
		}
	}
	return nil
}
