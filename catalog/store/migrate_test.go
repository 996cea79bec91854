package store

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
)

var update = flag.Bool("update", false, "write testdata/schema1.tradewind anew; possible while schema 1 is the latest")

const (
	schema1     = "testdata/schema1.tradewind"
	schema1Dump = "testdata/schema1.jsonl"
)

// writeSchema1 makes the catalogue that every later version must open: three
// products, one of them edited, a listing, a setting, and a deletion in the history.
func writeSchema1(t *testing.T) {
	t.Helper()
	if latestVersion() != 1 {
		t.Fatal("schema 1 is history: its file stays as it is")
	}
	path := filepath.Join(t.TempDir(), "schema1.tradewind")
	s := createAt(t, path)
	products := samples(4)
	apply(t, s, KindImport, news(products...)...)
	apply(t, s, KindEdit, edited(products[0], func(p *catalog.Product) { p.Title = "Bamboo Bowl, large" }))
	apply(t, s, KindDelete, catalog.Change{Outcome: catalog.Deleted, Before: products[3]})
	if _, err := s.SetDocument(t.Context(), Settings, "home-currency", "USD"); err != nil {
		t.Fatal(err)
	}
	writeFile(t, schema1Dump, []byte(dump(t, s)))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	writeFile(t, schema1, readFile(t, path))
}

func TestSchema1Opens(t *testing.T) {
	if *update {
		writeSchema1(t)
	}
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	writeFile(t, path, readFile(t, schema1))
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
	if got, want := dump(t, s), string(readFile(t, schema1Dump)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n, err := s.Count(t.Context(), catalog.Filter{Search: "竹碗"}); n != 3 || err != nil {
		t.Errorf("search found %d (%v), want 3", n, err)
	}
	entries, err := s.History(t.Context(), 10, 0)
	if err != nil || len(entries) != 4 {
		t.Fatalf("got %d entries (%v), want 4", len(entries), err)
	}
	if r, err := s.Undo(t.Context(), entries[1].ID, nil); err != nil || r.Restored != 1 {
		t.Errorf("undo of the deletion restored %d (%v), want 1", r.Restored, err)
	}
	if _, err := s.ProductBySKU(t.Context(), "BB-00004"); err != nil {
		t.Errorf("the deleted product is not back: %v", err)
	}
}

// withMigration adds a step for the time of a test.
func withMigration(t *testing.T, step string) {
	t.Helper()
	released := migrations
	steps := append(append([]string{}, released()...), step)
	migrations = func() []string { return steps }
	t.Cleanup(func() { migrations = released })
}

func TestMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(3)...)
	want := dumpOf(t, path)
	old := latestVersion()
	withMigration(t, `CREATE TABLE later (x INTEGER) STRICT; INSERT INTO later SELECT count(*) FROM product;`)

	if _, err := Open(t.Context(), path, Options{ReadOnly: true}); !errors.Is(err, ErrOlder) {
		t.Errorf("for reading only: got %v, want ErrOlder", err)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var version, later int
	if err := s.reader.QueryRow(`SELECT (SELECT user_version FROM pragma_user_version), (SELECT x FROM later)`).Scan(&version, &later); err != nil {
		t.Fatal(err)
	}
	if version != old+1 || later != 3 {
		t.Errorf("got schema %d with %d, want %d with 3", version, later, old+1)
	}
	if got := dump(t, s); got != want {
		t.Error("the migration changed what the catalogue holds")
	}
	list, err := s.Backups()
	if err != nil || len(list) != 1 || list[0].Reason != "migration" {
		t.Fatalf("got backups %v (%v), want one before the migration", list, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	h, err := readHeader(unpacked(t, list[0].Path))
	if err != nil || h.version != old {
		t.Errorf("the backup has schema %d (%v), want %d", h.version, err, old)
	}
	// The backup of the older schema can be put back, and is migrated again.
	if _, err := Restore(t.Context(), path, list[0].Path, Options{}); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, s); got != want {
		t.Error("the restored catalogue does not hold what the old one did")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// A step that fails leaves the version before it, whole.
func TestMigrationThatFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(3)...)
	want := dumpOf(t, path)
	t.Run("newer", func(t *testing.T) {
		withMigration(t, `CREATE TABLE later (x INTEGER) STRICT; DELETE FROM document; SELECT no_such_function();`)
		if _, err := Open(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), "migrate to schema") {
			t.Errorf("got %v, want that the migration failed", err)
		}
	})
	if got := dumpOf(t, path); got != want {
		t.Error("the failed migration changed something")
	}
	if _, err := os.Stat(BackupFolder(path)); err != nil {
		t.Errorf("no backup was made before: %v", err)
	}
}

func TestReadMigrations(t *testing.T) {
	if _, err := readMigrations(migrationFiles); err != nil {
		t.Error(err)
	}
	gap := fstest.MapFS{"migrations/0001_a.sql": {}, "migrations/0003_b.sql": {}}
	if _, err := readMigrations(gap); err == nil {
		t.Error("a gap in the numbers was not noticed")
	}
}
