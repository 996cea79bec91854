package store

import (
	"context"
	"errors"

	"tradewind.app/catalog"
)

// progressEvery is how many changes go by between two reports of progress.
const progressEvery = 100

// Apply writes changes as one entry, all or none. progress, which may be nil, is
// called now and then with how many changes were taken.
func (s *Store) Apply(ctx context.Context, e Entry, changes catalog.Changes, progress func(done int)) (Entry, error) {
	b, err := s.Begin(ctx, e)
	if err != nil {
		return Entry{}, err
	}
	if err := b.putAll(ctx, changes, progress); err != nil {
		return Entry{}, errors.Join(err, b.Rollback())
	}
	entry, err := b.Commit(ctx)
	return entry, errors.Join(err, b.Rollback())
}

func (b *Batch) putAll(ctx context.Context, changes catalog.Changes, progress func(done int)) error {
	done := 0
	for change, err := range changes {
		if err != nil {
			return err
		}
		if err := b.Put(ctx, change); err != nil {
			return err
		}
		if done++; progress != nil && done%progressEvery == 0 {
			progress(done)
		}
	}
	if progress != nil {
		progress(done)
	}
	return nil
}

// ListOf makes a stream of changes that are at hand.
func ListOf(changes ...catalog.Change) catalog.Changes {
	return func(yield func(catalog.Change, error) bool) {
		for _, c := range changes {
			if !yield(c, nil) {
				return
			}
		}
	}
}
