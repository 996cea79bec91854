package store

import (
	"context"

	"tradewind.app/catalog"
)

// ProductEntry is an entry that touched a product, and what it did to it.
type ProductEntry struct {
	Entry  Entry
	Change catalog.Change
}

// productChanges are the changes of one product, each with what came after it as
// in changeRows.
const productChanges = `SELECT ` + entryColumns + `, c.before, c.after_hash IS NULL,
	coalesce((SELECT n.before FROM history_change AS n WHERE n.product = c.product AND n.entry > c.entry ORDER BY n.entry LIMIT 1), b.body)
	FROM history_change AS c JOIN history AS h ON h.seq = c.entry LEFT JOIN product_body AS b USING (product)
	WHERE c.product = (SELECT seq FROM product WHERE id = ?1) AND (?2 <= 0 OR c.entry < ?2) ORDER BY c.entry DESC LIMIT ?3`

// ProductHistory lists up to limit entries that touched a product which is there,
// newest first; with before > 0 those whose Number is smaller.
func (s *Store) ProductHistory(ctx context.Context, id catalog.ID, limit int, before int64) (entries []ProductEntry, err error) {
	err = each(s.reader.QueryContext(ctx, productChanges, string(id), before, limit))(func(row scanner) error {
		var was, is []byte
		var gone bool
		e, err := scanEntry(row, &was, &gone, &is)
		if err != nil {
			return err
		}
		c, err := decodeChange(was, gone, is)
		entries = append(entries, ProductEntry{e, c})
		return err
	})
	return entries, explain("read the history", err)
}
