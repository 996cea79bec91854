package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strconv"

	"tradewind.app/catalog"
)

// History lists up to limit entries, newest first; with before > 0 those whose
// Number is smaller.
func (s *Store) History(ctx context.Context, limit int, before int64) (entries []Entry, err error) {
	err = each(s.reader.QueryContext(ctx, `SELECT `+entryColumns+` FROM history AS h
		WHERE ?1 <= 0 OR h.seq < ?1 ORDER BY h.seq DESC LIMIT ?2`, before, limit),
	)(func(row scanner) error {
		e, err := scanEntry(row)
		entries = append(entries, e)
		return err
	})
	return entries, explain("read the history", err)
}

// Entry finds an entry by its ID or, as a person would type it, by its number.
// It returns ErrNoEntry when there is none.
func (s *Store) Entry(ctx context.Context, ref string) (Entry, error) {
	number, err := strconv.ParseInt(ref, 10, 64)
	if err != nil {
		number = 0
	}
	return s.entryWhere(ctx, ref, `h.id = ?1 OR h.seq = ?2`, ref, number)
}

// LastUndoable is the last entry that is in force and no undo itself: what
// Ctrl+Z takes back. It returns ErrNoEntry when there is none.
func (s *Store) LastUndoable(ctx context.Context) (Entry, error) {
	return s.entryWhere(ctx, "last", `h.undone_by IS NULL AND h.kind <> ?1`, string(KindUndo))
}

func (s *Store) entryWhere(ctx context.Context, ref, where string, args ...any) (Entry, error) {
	e, err := scanEntry(s.reader.QueryRowContext(ctx,
		`SELECT `+entryColumns+` FROM history AS h WHERE `+where+` ORDER BY h.seq DESC LIMIT 1`, args...))
	if errors.Is(err, sql.ErrNoRows) {
		return Entry{}, fmt.Errorf("entry %s: %w", ref, ErrNoEntry)
	}
	return e, explain("read the history", err)
}

// changeRows joins each change of an entry with what came after it: the body
// before the product's next change, or the body as it is now.
const changeRows = `SELECT c.before, c.after_hash IS NULL,
	coalesce((SELECT n.before FROM history_change AS n WHERE n.product = c.product AND n.entry > c.entry ORDER BY n.entry LIMIT 1), b.body)
	FROM history_change AS c LEFT JOIN product_body AS b USING (product)
	WHERE c.entry = (SELECT seq FROM history WHERE id = ?) ORDER BY c.seq`

// Changes streams what an entry did to products, each with its before and after. It
// goes on without those that cannot be read; the entry's counts have them.
func (s *Store) Changes(ctx context.Context, entry catalog.ID) iter.Seq2[catalog.Change, error] {
	return func(yield func(catalog.Change, error) bool) {
		err := each(s.reader.QueryContext(ctx, changeRows, string(entry)))(func(row scanner) error {
			var before, after []byte
			var gone bool
			if err := row.Scan(&before, &gone, &after); err != nil {
				return err
			}
			if c, err := decodeChange(before, gone, after); err == nil && !yield(c, nil) {
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(catalog.Change{}, explain("read the history", err))
		}
	}
}

// decodeChange makes a change of the bodies before and after it.
func decodeChange(before []byte, gone bool, after []byte) (catalog.Change, error) {
	c := catalog.Change{Outcome: catalog.Changed}
	var err error
	if before == nil {
		c.Outcome = catalog.New
	} else if c.Before, err = catalog.DecodeProduct(before); err != nil {
		return c, err
	}
	if gone {
		c.Outcome = catalog.Deleted
		return c, nil
	}
	c.After, err = catalog.DecodeProduct(after)
	return c, err
}

// ProductsOf lists the products that an entry made or changed and that are still there,
// in the order in which they were made. Their contents are not read.
func (s *Store) ProductsOf(ctx context.Context, entry catalog.ID) (ids []catalog.ID, err error) {
	err = each(s.reader.QueryContext(ctx, `SELECT p.id FROM history AS h
		JOIN history_change AS c ON c.entry = h.seq JOIN product AS p ON p.seq = c.product
		WHERE h.id = ? ORDER BY p.seq`, string(entry)),
	)(func(row scanner) error {
		var id catalog.ID
		if err := row.Scan(&id); err != nil {
			return err
		}
		ids = append(ids, id)
		return nil
	})
	return ids, explain("list products of an entry", err)
}
