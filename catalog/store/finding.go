package store

import (
	"context"
	"errors"
	"fmt"

	"tradewind.app/catalog"
)

// Findings are what channels and checks find about products. The store keeps them as
// derived data: Batch.Commit marks the products that it wrote as pending in its own
// transaction, so that after a crash, or for another process, no finding passes for
// fresh that is not. Whoever evaluates products takes the pending ones, and writes
// what was found with WriteFindings. The history, Undo and Dump know nothing of it.

// SourceVersions are a source and the versions of what its findings depend on.
type SourceVersions struct {
	Source   catalog.FindingSource
	Versions catalog.Versions
}

// FindingsState is how far the stored findings are up to date.
type FindingsState struct {
	Sources []SourceVersions // that products were, or are being, evaluated for
	Pending int              // products whose findings are out of date
	All     int              // products of the catalogue
	Found   int              // products about which something is stored
	Entry   int64            // number of the newest entry of the history
}

// FindingsState reads how far the stored findings are up to date.
func (s *Store) FindingsState(ctx context.Context) (state FindingsState, err error) {
	err = s.read(ctx, func(c *session) error {
		if state.Sources, err = c.sources(); err != nil {
			return err
		}
		return c.row(`SELECT (SELECT count(*) FROM finding_pending), (SELECT count(*) FROM product),
			(SELECT ifnull(sum(products), 0) FROM finding_set), (SELECT ifnull(max(seq), 0) FROM history)`,
			nil, &state.Pending, &state.All, &state.Found, &state.Entry)
	})
	return state, explain("read the findings", err)
}

// sources lists the sources in use, in their order.
func (c *session) sources() (list []SourceVersions, err error) {
	err = each(c.query(`SELECT kind, name, versions FROM finding_source WHERE versions <> '' ORDER BY position`))(func(row scanner) error {
		var one SourceVersions
		var versions string
		err := row.Scan(&one.Source.Kind, &one.Source.Name, &versions)
		one.Versions = catalog.ParseVersions(versions)
		list = append(list, one)
		return err
	})
	return list, err
}

// SameSources reports whether two lists have the same sources and versions.
func SameSources(a, b []SourceVersions) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Source != b[i].Source || a[i].Versions.String() != b[i].Versions.String() {
			return false
		}
	}
	return true
}

// UseSources says for which sources products are evaluated, in which order, and by
// which versions. Where a source is new, or its versions differ from those that it was
// used with before, every product becomes pending.
func (s *Store) UseSources(ctx context.Context, sources []SourceVersions) error {
	state, err := s.FindingsState(ctx)
	if err != nil || SameSources(state.Sources, sources) {
		return err
	}
	return s.deriving(ctx, func(c *session) error {
		before, err := c.sources()
		if err != nil {
			return err
		}
		if err := c.run(`UPDATE finding_source SET versions = ''`); err != nil {
			return err
		}
		for i, one := range sources {
			err := c.run(`INSERT INTO finding_source (kind, name, position, versions) VALUES (?, ?, ?, ?)
				ON CONFLICT DO UPDATE SET position = excluded.position, versions = excluded.versions`,
				string(one.Source.Kind), one.Source.Name, i, one.Versions.String())
			if err != nil {
				return err
			}
		}
		if !knownVersions(before, sources) {
			return c.allPending()
		}
		return nil
	})
}

// knownVersions reports whether all of the sources were used before with the same
// versions.
func knownVersions(before, sources []SourceVersions) bool {
	have := map[catalog.FindingSource]string{}
	for _, one := range before {
		have[one.Source] = one.Versions.String()
	}
	for _, one := range sources {
		if versions, ok := have[one.Source]; !ok || versions != one.Versions.String() {
			return false
		}
	}
	return true
}

// allPending makes every product pending, also those that are gone and have findings.
func (c *session) allPending() error {
	return c.run(`INSERT INTO finding_pending (product, entry)
		SELECT seq, (SELECT ifnull(max(seq), 0) FROM history) FROM product
		UNION SELECT product, (SELECT ifnull(max(seq), 0) FROM history) FROM finding WHERE true
		ON CONFLICT DO UPDATE SET entry = excluded.entry`)
}

// markPending makes the products that the batch wrote pending.
func (b *Batch) markPending() error {
	c := b.entry.Counts
	if c.New+c.Changed+c.Deleted == 0 {
		return nil
	}
	return explain("mark findings as out of date", b.c.run(`INSERT INTO finding_pending (product, entry)
		SELECT product, entry FROM history_change WHERE entry = ? ORDER BY product
		ON CONFLICT DO UPDATE SET entry = excluded.entry`, b.entry.Number))
}

// ForgetFindings deletes all findings and makes every product pending: they are made
// again from nothing.
func (s *Store) ForgetFindings(ctx context.Context) error {
	return s.deriving(ctx, func(c *session) error {
		for _, table := range []string{"finding", "finding_key", "finding_set", "finding_evaluation", "finding_problem"} {
			if err := c.run(`DELETE FROM ` + table); err != nil {
				return fmt.Errorf("forget the findings: %w", err)
			}
		}
		s.interned.Store(nil)
		return c.allPending()
	})
}

// deriving runs use in a transaction that writes derived data: it is no entry of the
// history.
func (s *Store) deriving(ctx context.Context, use func(c *session) error) error {
	b, err := s.Begin(ctx, Entry{})
	if err != nil {
		return err
	}
	if err := b.commit(use(b.c), "write findings"); err != nil {
		s.interned.Store(nil) // what was given a number may have none now
		return err
	}
	return errors.Join(s.committed(b.c, false), b.finish())
}
