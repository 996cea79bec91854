package store

import (
	"context"
	"errors"

	"tradewind.app/catalog"
)

// UndoResult says what an undo did.
type UndoResult struct {
	Entry    Entry  // the undo's own entry; without Number when nothing could be undone
	Restored int    // products that are again as they were
	Kept     []Kept // what was left as it is
}

// KeptReason says why an undo left something as it is.
type KeptReason string

// The reasons.
const (
	KeptEdited     KeptReason = "edited"     // it was changed or deleted since
	KeptUnreadable KeptReason = "unreadable" // its content, or what it was, is damaged
	KeptRefused    KeptReason = "refused"    // a rule forbids what it was: another product has its SKU or handle
)

// Kept is a product or a document that an undo left as it is.
type Kept struct {
	Product  catalog.ID // empty for a document
	Handle   string
	SKUs     []string
	Document DocumentName // of a document
	Reason   KeptReason
	Problems []catalog.Problem // of what was refused
	Entry    int64             // number of the last entry that touched it
}

// undo takes one entry back within a batch.
//
// Its steps are in a temporary table, since they can be as many as the
// catalogue has products:
//
//	erase    the entry made the product, and it is as the entry left it
//	restore  the entry changed or deleted it, and it is as the entry left it
//	done     it is as it was before the entry
//	unreadable  what it was is damaged
//	kept     it was touched since
//	refused  catalog.Validate forbids what it was, see undo_rules.go
type undo struct {
	*Batch
	target   int64 // number of the entry to undo
	progress func(done, total int)
	total    int
	problems map[int64][]catalog.Problem // of steps that are refused
}

// handle is the key of the handle that a step brings back.
const stepTable = `CREATE TEMP TABLE IF NOT EXISTS undo_step (product INTEGER PRIMARY KEY, action TEXT NOT NULL, handle TEXT NOT NULL) STRICT;
	CREATE INDEX IF NOT EXISTS temp.undo_step_handle ON undo_step (handle)`

// Undo takes an entry back: every product that is still as the entry left it
// becomes what it was before. Products touched since are kept as they are and
// listed. The undo is an entry of its own, so it can be undone. progress may be nil.
func (s *Store) Undo(ctx context.Context, id catalog.ID, progress func(done, total int)) (UndoResult, error) {
	target, err := s.Entry(ctx, string(id))
	if err != nil {
		return UndoResult{}, err
	}
	b, err := s.Begin(ctx, Entry{Kind: KindUndo, Note: target.Note})
	if err != nil {
		return UndoResult{}, err
	}
	b.undoes = target.Number
	u := &undo{Batch: b, target: target.Number, progress: progress, problems: map[int64][]catalog.Problem{}}
	kept, err := u.run(ctx)
	if err != nil {
		return UndoResult{}, errors.Join(explain("undo", err), b.Rollback())
	}
	entry, err := b.Commit(ctx)
	if err != nil {
		return UndoResult{}, err
	}
	return UndoResult{Entry: entry, Restored: entry.Counts.New + entry.Counts.Changed + entry.Counts.Deleted, Kept: kept}, nil
}

func (u *undo) run(ctx context.Context) ([]Kept, error) {
	if err := u.plan(); err != nil {
		return nil, err
	}
	if err := u.checkByRules(ctx); err != nil {
		return nil, err
	}
	kept, err := u.keptProducts()
	if err != nil {
		return nil, err
	}
	if err := u.eraseAll(ctx); err != nil {
		return nil, err
	}
	if err := u.restoreAll(ctx); err != nil {
		return nil, err
	}
	documents, err := u.documents()
	if err != nil {
		return nil, err
	}
	return append(kept, documents...), u.mark()
}

// plan fills the table of steps.
func (u *undo) plan() error {
	var undone bool
	if err := u.c.row(`SELECT undone_by IS NOT NULL FROM history WHERE seq = ?`, []any{u.target}, &undone); err != nil {
		return err
	}
	if undone {
		return ErrUndone
	}
	if err := u.c.script(stepTable); err != nil {
		return err
	}
	if err := u.c.run(`DELETE FROM temp.undo_step`); err != nil {
		return err
	}
	return u.c.run(`INSERT INTO temp.undo_step (product, action, handle)
		SELECT c.product, CASE
			WHEN p.hash IS c.before_hash THEN 'done'
			WHEN p.hash IS NOT c.after_hash THEN 'kept'
			WHEN c.before_hash IS NULL THEN 'erase'
			WHEN json_valid(c.before) THEN 'restore'
			ELSE 'unreadable' END,
			CASE WHEN json_valid(c.before) THEN ifnull(key_of_handle(c.before ->> 'handle'), '') ELSE '' END
		FROM history_change AS c LEFT JOIN product AS p ON p.seq = c.product WHERE c.entry = ?`, u.target)
}

// eraseAll deletes the products that the entry made; their bodies move into the
// history of the undo.
func (u *undo) eraseAll(ctx context.Context) error {
	var count int
	if err := u.c.row(`SELECT count(*) FROM temp.undo_step WHERE action = 'erase'`, nil, &count); err != nil || count == 0 {
		return err
	}
	entry, err := u.number()
	if err != nil {
		return err
	}
	for _, statement := range []string{
		`INSERT INTO history_change (entry, product, before, before_hash)
			SELECT ?1, s.product, ifnull(b.body, ''), p.hash FROM temp.undo_step AS s
			CROSS JOIN product AS p ON p.seq = s.product LEFT JOIN product_body AS b USING (product) WHERE s.action = 'erase'`,
		`DELETE FROM search WHERE ?1 AND rowid IN (SELECT product FROM temp.undo_step WHERE action = 'erase')`,
		`DELETE FROM product WHERE ?1 AND seq IN (SELECT product FROM temp.undo_step WHERE action = 'erase')`,
	} {
		if err := u.c.runContext(ctx, statement, entry); err != nil {
			return err
		}
	}
	return nil
}

// restoreChunk is how many products are restored between two looks at the context.
const restoreChunk = 500

// restoreAll writes back what the entry changed or deleted. All their variants, and
// the handles that they do not keep, go first: two products may have exchanged theirs.
func (u *undo) restoreAll(ctx context.Context) error {
	if err := u.c.row(`SELECT count(*) FROM temp.undo_step WHERE action = 'restore'`, nil, &u.total); err != nil || u.total == 0 {
		return err
	}
	entry, err := u.number()
	if err != nil {
		return err
	}
	err = u.c.run(`INSERT INTO history_change (entry, product, before, before_hash, after_hash)
		SELECT ?, c.product, CASE WHEN p.seq IS NOT NULL THEN ifnull(b.body, '') END, p.hash, c.before_hash FROM temp.undo_step AS s
		CROSS JOIN history_change AS c ON c.product = s.product AND c.entry = ?
		LEFT JOIN product AS p ON p.seq = c.product LEFT JOIN product_body AS b ON b.product = c.product
		WHERE s.action = 'restore'`, entry, u.target)
	if err != nil {
		return err
	}
	if err := u.c.run(`DELETE FROM variant WHERE product IN (SELECT product FROM temp.undo_step WHERE action = 'restore')`); err != nil {
		return err
	}
	err = u.c.run(`UPDATE product SET handle_key = '' FROM temp.undo_step AS s
		WHERE s.product = product.seq AND s.action = 'restore' AND s.handle <> product.handle_key`)
	if err != nil {
		return err
	}
	last := int64(0)
	for done := 0; done < u.total; {
		if err := ctx.Err(); err != nil {
			return err
		}
		steps, err := u.restoreSteps(last)
		if err != nil {
			return err
		}
		for _, step := range steps {
			if err := u.restore(step); err != nil {
				return err
			}
			last = step.seq
		}
		if done += len(steps); u.progress != nil {
			u.progress(done, u.total)
		}
	}
	return nil
}

// restoreStep is a product to write back; now is nil when it is gone, and empty
// when its content is missing.
type restoreStep struct {
	seq      int64
	was, now []byte
	hash     []byte // of was
}

func (u *undo) restoreSteps(after int64) (steps []restoreStep, err error) {
	err = each(u.c.query(`SELECT s.product, c.before, c.before_hash, CASE WHEN p.seq IS NOT NULL THEN ifnull(b.body, '') END FROM temp.undo_step AS s
		CROSS JOIN history_change AS c ON c.product = s.product AND c.entry = ?
		LEFT JOIN product AS p ON p.seq = s.product
		LEFT JOIN product_body AS b ON b.product = s.product
		WHERE s.action = 'restore' AND s.product > ? ORDER BY s.product LIMIT ?`, u.target, after, restoreChunk),
	)(func(row scanner) error {
		var step restoreStep
		err := row.Scan(&step.seq, &step.was, &step.hash, &step.now)
		steps = append(steps, step)
		return err
	})
	return steps, err
}

func (u *undo) restore(step restoreStep) error {
	was, err := catalog.DecodeProduct(step.was)
	if err != nil {
		return err
	}
	if step.now == nil {
		_, err := u.insert(step.seq, was, step.was, step.hash)
		return err
	}
	now, err := catalog.DecodeProduct(step.now)
	if err != nil { // what it was is whole: it is written as a whole
		if err := u.erase(step.seq); err != nil {
			return err
		}
		_, err := u.insert(step.seq, was, step.was, step.hash)
		return err
	}
	if err := u.update(step.seq, now, was, step.was, step.hash); err != nil {
		return err
	}
	return u.insertVariants(step.seq, was, variantRows(was))
}

// keptProducts lists the products that stay as they are.
func (u *undo) keptProducts() (kept []Kept, err error) {
	err = each(u.c.query(`SELECT s.product, s.action, ifnull(p.id, ''), ifnull(p.handle, ''),
			(SELECT max(entry) FROM history_change WHERE product = s.product),
			coalesce(b.body, (SELECT before FROM history_change WHERE product = s.product AND before IS NOT NULL ORDER BY entry DESC LIMIT 1))
		FROM temp.undo_step AS s LEFT JOIN product_body AS b USING (product) LEFT JOIN product AS p ON p.seq = s.product
		WHERE s.action IN ('kept', 'refused', 'unreadable') ORDER BY s.product`),
	)(func(row scanner) error {
		var seq int64
		var action string
		var body []byte
		k := Kept{Reason: KeptEdited}
		if err := row.Scan(&seq, &action, &k.Product, &k.Handle, &k.Entry, &body); err != nil {
			return err
		}
		p, err := decode(body)
		if err != nil || action == "unreadable" {
			k.Reason = KeptUnreadable
			kept = append(kept, k)
			return nil
		}
		if action == "refused" {
			k.Reason, k.Problems = KeptRefused, u.problems[seq]
		}
		k.Product, k.Handle, k.SKUs = p.ID, p.Handle, p.SKUs()
		kept = append(kept, k)
		return nil
	})
	return kept, err
}
