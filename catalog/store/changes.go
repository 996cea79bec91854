package store

import (
	"context"
	"slices"

	"tradewind.app/catalog"
)

// Changes are what the history has after an entry.
type Changes struct {
	Entry    int64 // number of the newest entry; 0: there is none
	Products int   // how many products were written to, or are gone
	// Created, Changed and Deleted are those products, and Fields are those of the
	// changed ones that differ; all empty where they are more than a list is good for.
	Created, Changed, Deleted []catalog.ID
	Fields                    []catalog.Field
	Kinds                     []DocumentKind // of the documents that were written to
}

// mostListed is how many products Changes list.
const mostListed = 200

// ChangesSince reads what was written after the entry with a number; 0: ever.
func (s *Store) ChangesSince(ctx context.Context, since int64) (changes Changes, err error) {
	err = s.read(ctx, func(c *session) error {
		err := c.row(`SELECT ifnull(max(seq), 0), (SELECT count(DISTINCT product) FROM history_change WHERE entry > ?1) FROM history`,
			[]any{since}, &changes.Entry, &changes.Products)
		if err != nil {
			return err
		}
		kinds, err := c.strings(`SELECT DISTINCT kind FROM history_document WHERE entry > ? ORDER BY kind`, since)
		for _, kind := range kinds {
			changes.Kinds = append(changes.Kinds, DocumentKind(kind))
		}
		if err != nil || changes.Products > mostListed {
			return err
		}
		return c.listChanges(since, &changes)
	})
	return changes, explain("read what was changed", err)
}

// NewestEntry is the number of the newest entry of the history; 0: there is none.
func (s *Store) NewestEntry(ctx context.Context) (entry int64, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT ifnull(max(seq), 0) FROM history`).Scan(&entry)
	return entry, explain("read the history", err)
}

// listChanges lists the products that were written to after an entry, each by what it
// was then and what it is now.
func (c *session) listChanges(since int64, changes *Changes) error {
	return each(c.query(`SELECT h.before, b.body FROM history_change AS h LEFT JOIN product_body AS b ON b.product = h.product
		WHERE h.entry > ?1 AND h.entry = (SELECT min(entry) FROM history_change WHERE product = h.product AND entry > ?1) ORDER BY h.product`, since),
	)(func(row scanner) error {
		var was, is []byte
		if err := row.Scan(&was, &is); err != nil {
			return err
		}
		before, wasThere := decode(was)
		after, isThere := decode(is)
		switch {
		case wasThere == nil && isThere == nil:
			changes.Changed = append(changes.Changed, after.ID)
			for _, cell := range catalog.Diff(before, after) {
				if !slices.Contains(changes.Fields, cell.Field) {
					changes.Fields = append(changes.Fields, cell.Field)
				}
			}
		case isThere == nil:
			changes.Created = append(changes.Created, after.ID)
		case wasThere == nil:
			changes.Deleted = append(changes.Deleted, before.ID)
		}
		return nil
	})
}
