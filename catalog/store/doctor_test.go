package store

import (
	"errors"
	"testing"

	"tradewind.app/catalog"
)

// check runs Check and reports every finding that is not wanted.
func check(t *testing.T, s *Store) Report {
	t.Helper()
	r, err := s.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func wantSound(t *testing.T, s *Store) {
	t.Helper()
	for _, f := range check(t, s).Findings {
		t.Errorf("check found %s %d times: %s", f.Kind, f.Count, f.Detail)
	}
}

func TestCheckFindsAndRepairCures(t *testing.T) {
	tests := []struct {
		name   string
		damage string
		want   FlawKind
		cured  bool
	}{
		{"title in the list", `UPDATE product SET title = 'x' WHERE seq = 2`, FlawColumn, true},
		{"variant", `UPDATE variant SET sku = 'x' WHERE product = 2`, FlawColumn, true},
		{"missing in search", `DELETE FROM search WHERE rowid = 2`, FlawSearch, true},
		{"too many in search", `INSERT INTO search (rowid, words) VALUES (99, 'abc')`, FlawSearch, true},
		{"other words in search", `INSERT OR REPLACE INTO search (rowid, words) VALUES (2, 'abc')`, FlawSearch, true},
		{"body", `UPDATE product_body SET body = replace(body, 'Bowl', 'Boat') WHERE product = 2`, FlawBody, false},
		{"history", `UPDATE history_change SET after_hash = x'00' WHERE product = 2`, FlawHistory, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := emptyStore(t)
			apply(t, s, KindImport, news(append(samples(3), &catalog.Product{ID: catalog.NewID()})...)...)
			wantSound(t, s)
			if _, err := s.writer.Exec(tt.damage); err != nil {
				t.Fatal(err)
			}
			r := check(t, s)
			if len(r.Findings) == 0 || r.Findings[0].Kind != tt.want {
				t.Fatalf("got findings %v, want %s", r.Findings, tt.want)
			}
			if err := s.Repair(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			r = check(t, s)
			if got := len(r.Findings) == 0; got != tt.cured {
				t.Errorf("sound after Repair: got %v, want %v: %v", got, tt.cured, r.Findings)
			}
		})
	}
}

func TestCheckCounts(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(3)...)...)
	if _, err := s.SetDocument(t.Context(), Settings, "home-currency", "USD"); err != nil {
		t.Fatal(err)
	}
	r := check(t, s)
	if r.Products != 3 || r.Variants != 3 || r.Documents != 1 || r.Entries != 2 || r.Bytes == 0 {
		t.Errorf("got %+v, want 3 products, 3 variants, 1 document, 2 entries and some bytes", r)
	}
}

func TestRepairNeedsToWrite(t *testing.T) {
	s := emptyStore(t)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Repair(t.Context(), nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v, want ErrReadOnly", err)
	}
}
