package store

import (
	"crypto/sha256"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"tradewind.app/catalog"
)

// leaveLog makes a catalogue whose process was killed with entries in the log:
// the file alone has only the first products.
func leaveLog(t *testing.T, path string, first ...*catalog.Product) {
	t.Helper()
	closedStore(t, path, first...)
	c := startChild(t, "steps", path)
	if got := c.line(); got != "done" {
		t.Fatalf("the process said %q", got)
	}
	c.kill(t)
	if sizeOf(path+"-wal") == 0 {
		t.Fatal("the killed process left no log, so this tests nothing")
	}
}

func TestCommittedLogIsNotLost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	leaveLog(t, path)
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := s.Count(t.Context(), catalog.Filter{}); n != stepCount*stepRows || err != nil {
		t.Errorf("got %d products (%v), want %d", n, err, stepCount*stepRows)
	}
	wantSound(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkAlone(t, path)
}

// A power cut may lose the end of the log, or leave other bytes there. What is
// left is some number of whole entries.
func TestCutLogIsWholeEntries(t *testing.T) {
	dir := t.TempDir()
	origin := filepath.Join(dir, "origin.tradewind")
	leaveLog(t, origin)
	file, log := readFile(t, origin), readFile(t, origin+"-wal")
	seen := map[int]bool{}
	for i := range rounds(40) {
		path := filepath.Join(t.TempDir(), "shop.tradewind")
		writeFile(t, path, file)
		at := rand.IntN(len(log))
		cut := append([]byte{}, log[:at]...)
		if i%2 == 1 {
			for len(cut) < len(log) {
				cut = append(cut, byte(rand.Uint32()))
			}
		}
		writeFile(t, path+"-wal", cut)
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatalf("log cut at %d of %d: %v", at, len(log), err)
		}
		wantSound(t, s)
		products, err := s.Count(t.Context(), catalog.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		entries, err := s.History(t.Context(), 100, 0)
		if err != nil {
			t.Fatal(err)
		}
		if products != len(entries)*stepRows {
			t.Errorf("log cut at %d of %d: got %d products of %d entries", at, len(log), products, len(entries))
		}
		seen[len(entries)] = true
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("entries left: %v", seen)
}

// Somebody copies a backup over a catalogue that has crashed. The old log still
// lies there, and replaying it would destroy what was restored.
func TestStaleLogDoesNotPoison(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "shop.tradewind"), filepath.Join(dir, "backup.tradewind")
	closedStore(t, backup, samples(40)...)
	leaveLog(t, path)
	log := readFile(t, path+"-wal")
	writeFile(t, path, readFile(t, backup))

	reader, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	wantSound(t, reader)
	if err := reader.Close(); err != nil {
		t.Error(err)
	}

	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantSound(t, s)
	if n, err := s.Count(t.Context(), catalog.Filter{}); n != 40 || err != nil {
		t.Errorf("got %d products (%v), want the 40 of the backup", n, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if got := readFile(t, path+"-wal.stale-1"); sha256.Sum256(got) != sha256.Sum256(log) {
		t.Error("the log that was set aside is not what it was")
	}
}

// A log that belongs to the file and does not fit it means damage. Both stay as
// they are, for whoever may save something from them.
func TestForeignLogIsRefused(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "shop.tradewind"), filepath.Join(dir, "other.tradewind")
	leaveLog(t, path, newGenerator(2).products(300)...)
	closedStore(t, other, newGenerator(3).products(300)...)
	b := readFile(t, other)
	b[writeVersionOffset], b[writeVersionOffset+1] = 2, 2 // as a copy of an open catalogue would be
	writeFile(t, path, b)
	file, log := sha256.Sum256(b), sha256.Sum256(readFile(t, path+"-wal"))
	if s, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrDamaged) {
		if err == nil {
			s.Close()
		}
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if sha256.Sum256(readFile(t, path)) != file || sha256.Sum256(readFile(t, path+"-wal")) != log {
		t.Error("the refused file or its log was changed")
	}
}
