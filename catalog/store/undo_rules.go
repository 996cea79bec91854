package store

import (
	"context"
	"database/sql"
	"errors"

	"tradewind.app/catalog"
)

// What an undo brings back must pass the rules that every write passes. Since all of
// it passed them when it was written, it is what several products share that can
// have changed: SQL finds the steps that would bring back a code that is another
// product's by now, and catalog.Validate says of each what is wrong.

// checkByRules refuses steps until all that are left can be made together: what
// is kept for one keeps its own codes, which more may want.
func (u *undo) checkByRules(ctx context.Context) error {
	if err := u.keepRewritten(); err != nil {
		return err
	}
	for again := true; again; {
		suspects, err := u.suspects()
		if err != nil {
			return err
		}
		again = false
		for _, seq := range suspects {
			refused, err := u.checkStep(ctx, seq)
			if err != nil {
				return err
			}
			again = again || refused
		}
	}
	return nil
}

// keepRewritten keeps what was deleted and written anew since, under its own ID.
func (u *undo) keepRewritten() error {
	return u.c.run(`UPDATE temp.undo_step SET action = 'kept' WHERE product IN (
		SELECT s.product
		FROM temp.undo_step AS s
		JOIN history_change AS c ON c.product = s.product AND c.entry = ?1
		JOIN product AS p ON p.id = CASE WHEN json_valid(c.before) THEN c.before ->> 'id' END AND p.seq <> s.product
		LEFT JOIN temp.undo_step AS o ON o.product = p.seq
		WHERE s.action = 'restore' AND o.action IS NOT 'erase')`, u.target)
}

// suspects are the steps that bring back a code which, when all steps are made,
// another product has too.
func (u *undo) suspects() (list []int64, err error) {
	err = each(u.c.query(`SELECT s.product
		FROM temp.undo_step AS s
		JOIN history_change AS c ON c.product = s.product AND c.entry = ?1
		CROSS JOIN json_each(c.before, '$.variants') AS j
		JOIN variant AS v ON v.sku = j.value ->> 'sku' AND v.sku <> '' AND v.product <> s.product
		LEFT JOIN temp.undo_step AS o ON o.product = v.product
		WHERE s.action = 'restore' AND ifnull(o.action, '') NOT IN ('erase', 'restore')
		UNION
		SELECT s.product
		FROM temp.undo_step AS s
		JOIN product AS p ON p.handle_key = s.handle AND p.handle_key <> '' AND p.seq <> s.product
		LEFT JOIN temp.undo_step AS o ON o.product = p.seq
		WHERE s.action = 'restore' AND ifnull(o.action, '') NOT IN ('erase', 'restore')
		UNION
		SELECT s.product
		FROM temp.undo_step AS s
		JOIN temp.undo_step AS o ON o.handle = s.handle AND o.product < s.product AND o.action = 'restore'
		WHERE s.action = 'restore' AND s.handle <> ''
		ORDER BY 1`, u.target),
	)(func(row scanner) error {
		var seq int64
		err := row.Scan(&seq)
		list = append(list, seq)
		return err
	})
	return list, err
}

// checkStep compares what a step makes of a product with the rules, and reports
// whether they forbid it.
func (u *undo) checkStep(ctx context.Context, seq int64) (refused bool, err error) {
	var was, now []byte
	err = u.c.row(`SELECT c.before, b.body FROM history_change AS c LEFT JOIN product_body AS b ON b.product = c.product
		WHERE c.product = ? AND c.entry = ?`, []any{seq, u.target}, &was, &now)
	if err != nil {
		return false, err
	}
	after, err := catalog.DecodeProduct(was)
	if err != nil {
		return false, err
	}
	var before *catalog.Product
	if now != nil {
		before, err = catalog.DecodeProduct(now)
	}
	if err != nil { // restore writes it as a whole: all of it is new
		before = nil
	}
	problems, err := catalog.Validate(ctx, before, after, u.holders(seq))
	if err != nil || len(problems) == 0 {
		return false, err
	}
	u.problems[seq] = problems
	return true, u.c.run(`UPDATE temp.undo_step SET action = 'refused' WHERE product = ?`, seq)
}

// holders finds who has a code when all steps but that of one product are made.
func (u *undo) holders(seq int64) catalog.Find {
	return func(_ context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
		found := map[catalog.Key]*catalog.Product{}
		for _, key := range keys {
			p, err := u.holder(seq, key)
			if err != nil {
				return nil, err
			}
			if p != nil {
				found[key] = p
			}
		}
		return found, nil
	}
}

// holder returns who has a code when all steps but that of one product are made; nil
// where nobody has.
func (u *undo) holder(seq int64, key catalog.Key) (*catalog.Product, error) {
	queries := map[catalog.KeyKind]string{
		catalog.KeySKU: `SELECT b.body FROM variant AS v JOIN product_body AS b USING (product) LEFT JOIN temp.undo_step AS o USING (product)
			WHERE v.sku = ?1 AND v.sku <> '' AND v.product <> ?2 AND ifnull(o.action, '') NOT IN ('erase', 'restore') LIMIT 1`,
		catalog.KeyHandle: `SELECT b.body FROM product AS p JOIN product_body AS b ON b.product = p.seq LEFT JOIN temp.undo_step AS o ON o.product = p.seq
			WHERE p.handle_key = ?1 AND p.handle_key <> '' AND p.seq <> ?2 AND ifnull(o.action, '') NOT IN ('erase', 'restore')
			UNION ALL
			SELECT c.before FROM temp.undo_step AS o JOIN history_change AS c ON c.product = o.product AND c.entry = ?3
			WHERE o.handle = ?1 AND o.handle <> '' AND o.product < ?2 AND o.action = 'restore' LIMIT 1`,
	}
	args := []any{key.Value, seq}
	if key.Kind == catalog.KeyHandle {
		args = append(args, u.target)
	}
	var body []byte
	err := u.c.row(queries[key.Kind], args, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	owner, err := catalog.DecodeProduct(body)
	if err != nil { // it cannot be read, but the code is its own all the same
		return &catalog.Product{Handle: key.Value}, nil
	}
	return owner, nil
}
