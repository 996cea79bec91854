package store

import (
	"slices"
	"testing"

	"tradewind.app/catalog"
)

// The first import takes the indexes of the lists off and makes them again; whatever
// becomes of it, the schema is the one that the migrations make.
func TestFirstImportKeepsTheSchema(t *testing.T) {
	want, err := schemaOf(t.Context(), latestVersion())
	if err != nil {
		t.Fatal(err)
	}
	lines := func(t *testing.T, s *Store) (got []string) {
		t.Helper()
		if err := s.read(t.Context(), func(c *session) (err error) {
			got, err = schemaLines(c)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return got
	}
	tests := []struct {
		name    string
		have    []catalog.Change
		dropped bool
		end     func(*testing.T, *Batch) error
	}{
		{"committed", nil, true, func(t *testing.T, b *Batch) error { _, err := b.Commit(t.Context()); return err }},
		{"rolled back", nil, true, func(_ *testing.T, b *Batch) error { return b.Rollback() }},
		{"not the first", news(sample(9)), false, func(t *testing.T, b *Batch) error { _, err := b.Commit(t.Context()); return err }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := emptyStore(t)
			apply(t, s, KindEdit, tt.have...)
			b := begin(t, s, KindImport)
			for _, c := range news(sample(3), sample(1), sample(2)) {
				if err := b.Put(t.Context(), c); err != nil {
					t.Fatal(err)
				}
			}
			if err := b.flush(); err != nil {
				t.Fatal(err)
			}
			if got := len(b.dropped) > 0; got != tt.dropped {
				t.Errorf("indexes were taken off: %v, want %v", got, tt.dropped)
			}
			if got := lines(t, s); !slices.Equal(got, want) {
				t.Errorf("while it runs others see the schema\n%q\nwant\n%q", got, want)
			}
			if err := tt.end(t, b); err != nil {
				t.Fatal(err)
			}
			if got := lines(t, s); !slices.Equal(got, want) {
				t.Errorf("got the schema\n%q\nwant\n%q", got, want)
			}
			if r, err := s.Check(t.Context(), nil); err != nil || len(r.Findings) > 0 {
				t.Errorf("the check found %v, %v", r.Findings, err)
			}
		})
	}
}
