package store

import (
	"context"
	"errors"
	"fmt"

	sqlite3 "modernc.org/sqlite/lib"

	"tradewind.app/catalog"
)

// Batch is one write: one transaction under one entry of the history. It ends
// with Commit or Rollback; until then nobody besides sees anything of it, and
// other writes wait. A dry run is the same run that ends with Rollback.
//
// A Batch is used by one goroutine.
type Batch struct {
	store *Store
	c     *session
	keys  *keyer
	entry Entry
	now   int64

	// NoBackup lets an import go on when the backup before it fails, or is
	// not wanted.
	NoBackup bool

	discarded []catalog.ID // products that could not be read and are deleted

	again     bool             // a product may have been touched twice
	loader    *loader          // writes new products of an import; nil: there are none
	group     []catalog.Change // new products that were not handed over yet
	dropped   []listIndex      // to be made again at the end
	unindexed []int64          // products whose terms must leave the search index
	indexed   []int64          // products whose terms must enter it
	undoes    int64            // number of the entry that this one undoes
	failed    error            // what went wrong first: half of a product may be written
	over      bool
}

// Begin starts a write; it waits while another one runs. Of the entry it takes
// Kind and Note. The caller must end the batch.
func (s *Store) Begin(ctx context.Context, e Entry) (*Batch, error) {
	if err := s.begin(ctx); err != nil {
		return nil, err
	}
	c, err := s.beginTransaction(ctx, e.Kind)
	if err != nil {
		s.end()
		return nil, err
	}
	now := s.options.Now()
	return &Batch{
		store: s, c: c, now: now.UnixMilli(), keys: keyers.Get().(*keyer),
		entry: Entry{ID: catalog.NewID(), Kind: e.Kind, Note: e.Note, At: now.UTC(), By: s.By()},
	}, nil
}

// beginTransaction starts a transaction. Before one that may be big the log is
// folded in: if it fills the disk, the log has nothing more and can be cut;
// what it had of earlier writes could not be folded in any more.
func (s *Store) beginTransaction(ctx context.Context, kind Kind) (*session, error) {
	c, err := newSession(ctx, s.writer)
	if err != nil {
		return nil, err
	}
	if mayBeBig[kind] && sizeOf(s.path+"-wal") > 0 {
		err = s.fold(c)
	}
	if err == nil {
		err = explain("begin to write", c.run("BEGIN IMMEDIATE"))
	}
	if err != nil {
		return nil, errors.Join(err, c.close())
	}
	return c, nil
}

var mayBeBig = map[Kind]bool{KindImport: true, KindBulkEdit: true, KindLocalize: true, KindDelete: true, KindUndo: true}

// Put writes a change. Same and Refused are counted and change nothing.
//
// Before must be the product as it is now; ErrStale says that it is not. The
// caller has checked the change by catalog.Validate; a code that two products
// would share is refused here too, by the same rule, with a catalog.RefusedError.
// Of an import's new product a later call may report it, since they are written
// together. After an error the batch can only be rolled back.
func (b *Batch) Put(ctx context.Context, c catalog.Change) error {
	if err := b.ready(ctx); err != nil {
		return err
	}
	b.failed = b.store.becauseReplaced(b.put(ctx, c))
	return b.failed
}

func (b *Batch) put(ctx context.Context, c catalog.Change) error {
	switch c.Outcome {
	case catalog.Same:
		b.entry.Counts.Same++
		return nil
	case catalog.Refused:
		b.entry.Counts.Refused++
		return nil
	case catalog.New:
		if b.entry.Kind == KindImport {
			return b.load(c)
		}
	}
	if err := b.flush(); err != nil {
		return err
	}
	return b.explained(ctx, c, b.write(c))
}

func (b *Batch) write(c catalog.Change) error {
	switch c.Outcome {
	case catalog.New:
		return b.create(c.After)
	case catalog.Changed:
		return b.change(c.Before, c.After)
	case catalog.Deleted:
		return b.remove(c.Before)
	}
	return fmt.Errorf("write a product: unknown outcome %q", c.Outcome)
}

// explained says which rule a change breaks that the schema did not take.
func (b *Batch) explained(ctx context.Context, c catalog.Change, err error) error {
	if !isCode(err, sqlite3.SQLITE_CONSTRAINT_UNIQUE) {
		return err
	}
	find := func(_ context.Context, keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
		return b.c.find(keys)
	}
	problems, failed := catalog.Validate(ctx, c.Before, c.After, find)
	if failed != nil || len(problems) == 0 {
		return errors.Join(err, failed)
	}
	return fmt.Errorf("write product %s: %w", name(c.After), &catalog.RefusedError{Problems: problems})
}

// ready reports why nothing can be done with the batch.
func (b *Batch) ready(ctx context.Context) error {
	if b.over {
		return ErrOver
	}
	if b.failed != nil {
		return b.failed
	}
	return ctx.Err()
}

// Commit ends the batch and makes it last. A batch that wrote nothing leaves no
// entry, and the entry returned has no Number.
//
// Before an import lasts, a backup of the catalogue as it was is made and
// verified; when that fails, the error is ErrBackup and the batch is still open:
// set NoBackup and commit again, or roll back.
func (b *Batch) Commit(ctx context.Context) (Entry, error) {
	if b.over {
		return Entry{}, ErrOver
	}
	err := b.failed
	if err == nil {
		err = b.flush()
	}
	if err == nil {
		err = b.finishEntry(ctx)
	}
	if err == nil && b.entry.Counts.Written() == 0 {
		return b.entry.unwritten(), b.Rollback()
	}
	if err == nil {
		err = b.markPending()
	}
	if err == nil && b.entry.Kind == KindImport && !b.NoBackup {
		if err := b.store.backupBefore(ctx, string(KindImport)); err != nil {
			return Entry{}, b.store.becauseReplaced(err)
		}
	}
	if err := b.commit(err, "commit"); err != nil {
		return Entry{}, err
	}
	b.store.forgetUnreadable(b.discarded)
	err = b.store.committed(b.c, b.isBig())
	return b.entry, errors.Join(err, b.finish())
}

// commit commits, unless something went wrong before or the file was replaced
// meanwhile: then it rolls back and says what.
func (b *Batch) commit(err error, what string) error {
	if err == nil {
		err = b.store.CheckFile()
	}
	if err == nil {
		err = b.c.run("COMMIT")
	}
	if err == nil {
		return nil
	}
	return errors.Join(b.store.becauseReplaced(explain(what, err)), b.Rollback())
}

// Rollback ends the batch and undoes it. After Commit it does nothing.
func (b *Batch) Rollback() error {
	if b.over {
		return nil
	}
	b.stopLoader()
	err := b.c.run("ROLLBACK")
	if isCode(err, 1) { // SQLite has rolled back already, as it does on a full disk
		err = nil
	}
	err = explain("roll back", err)
	if sizeOf(b.store.path+"-wal") > bigLog {
		_ = b.store.fold(b.c) // a disk that the log has filled would stay full; if not now, then later
	}
	return errors.Join(err, b.finish())
}

func (b *Batch) finish() error {
	b.over = true
	b.stopLoader()
	keyers.Put(b.keys)
	err := b.c.close()
	b.store.end()
	return err
}

// bigBatch is from how many products on the log is folded in after a commit.
const bigBatch = 500

func (b *Batch) isBig() bool { return b.entry.Counts.Written() >= bigBatch }

// unwritten is what is said of an entry that wrote nothing.
func (e Entry) unwritten() Entry {
	e.ID, e.Number = "", 0
	return e
}

// finishEntry brings the entry and the search index to what the batch did.
func (b *Batch) finishEntry(ctx context.Context) error {
	if b.entry.Number == 0 {
		return ctx.Err()
	}
	if b.again {
		if err := b.c.run(`DELETE FROM history_change WHERE entry = ? AND before_hash IS after_hash`, b.entry.Number); err != nil {
			return err
		}
	}
	if err := b.count(); err != nil {
		return err
	}
	if err := b.makeListIndexes(ctx); err != nil {
		return err
	}
	if err := b.index(ctx); err != nil {
		return err
	}
	return ctx.Err()
}

// count fills the entry's counts from what is in the history.
func (b *Batch) count() error {
	c := &b.entry.Counts
	err := b.c.row(`SELECT count(*) FILTER (WHERE before_hash IS NULL),
			count(*) FILTER (WHERE before_hash IS NOT NULL AND after_hash IS NOT NULL),
			count(*) FILTER (WHERE after_hash IS NULL),
			(SELECT count(*) FROM history_document WHERE entry = ?1 AND before IS NOT after)
		FROM history_change WHERE entry = ?1`, []any{b.entry.Number}, &c.New, &c.Changed, &c.Deleted, &c.Documents)
	if err != nil {
		return err
	}
	return b.c.run(`UPDATE history SET created = ?, changed = ?, deleted = ?, documents = ?, same = ?, refused = ? WHERE seq = ?`,
		c.New, c.Changed, c.Deleted, c.Documents, c.Same, c.Refused, b.entry.Number)
}

// number gives the entry's number; the first call writes the entry.
func (b *Batch) number() (int64, error) {
	if b.entry.Number != 0 {
		return b.entry.Number, nil
	}
	var undoes any
	if b.undoes != 0 {
		undoes = b.undoes
	}
	r, err := b.c.exec(`INSERT INTO history (id, kind, at, by, note, undoes) VALUES (?, ?, ?, ?, ?, ?)`,
		string(b.entry.ID), string(b.entry.Kind), b.now, b.entry.By, b.entry.Note, undoes)
	if err != nil {
		return 0, explain("write the history", err)
	}
	if b.entry.Number, err = r.LastInsertId(); err == nil && b.entry.Kind == KindImport {
		err = b.dropListIndexes()
	}
	return b.entry.Number, err
}
