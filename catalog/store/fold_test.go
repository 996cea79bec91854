package store

import (
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// copyOver writes a file's bytes into another one, as cp does: it stays the same
// file to the operating system.
func copyOver(t *testing.T, from, to string) {
	t.Helper()
	writeFile(t, to, readFile(t, from))
}

// The moments at which another program's file comes in the place of the catalogue.
var moments = []struct {
	name string
	want error // of the write
}{
	{"before it begins", ErrReplaced},
	{"between two products", ErrReplaced},
	{"before the commit", ErrReplaced},
	{"after the commit", nil}, // Close tells
}

// writeWith writes an import, calls replace at a moment, and returns what the
// import said.
func writeWith(t *testing.T, s *Store, moment int, replace func()) error {
	t.Helper()
	at := func(n int) {
		if n == moment {
			replace()
		}
	}
	at(0)
	b, err := s.Begin(t.Context(), Entry{Kind: KindImport})
	if err != nil {
		return err
	}
	products := newGenerator(5).products(fewer(700))
	for i, c := range news(products...) {
		if i == len(products)/2 {
			at(1)
		}
		if err := b.Put(t.Context(), c); err != nil {
			return errors.Join(err, b.Rollback())
		}
	}
	at(2)
	_, err = b.Commit(t.Context())
	at(3)
	return errors.Join(err, b.Rollback())
}

// However late another file comes in the place of the catalogue, the one who
// writes is told, and the file that came is not touched.
func TestReplacedWhileWriting(t *testing.T) {
	ways := map[string]func(t *testing.T, from, to string){
		"renamed over": func(t *testing.T, from, to string) {
			other := filepath.Join(t.TempDir(), "copy")
			copyOver(t, from, other)
			if err := os.Rename(other, to); err != nil {
				t.Fatal(err)
			}
		},
		"copied over": copyOver,
	}
	content := fileOf(t, samples(30)...)
	before := sha256.Sum256(content)
	for way, replace := range ways {
		for moment, m := range moments {
			t.Run(way+" "+m.name, func(t *testing.T) {
				dir := t.TempDir()
				path, other := filepath.Join(dir, "shop.tradewind"), filepath.Join(t.TempDir(), "other.tradewind")
				writeFile(t, other, content)
				s, err := Create(t.Context(), path, Options{})
				if err != nil {
					t.Fatal(err)
				}
				apply(t, s, KindImport, news(samples(10)...)...)
				err = writeWith(t, s, moment, func() { replace(t, other, path) })
				if !errors.Is(err, m.want) {
					t.Errorf("the import: got %v, want %v", err, m.want)
				}
				if err := s.Close(); !errors.Is(err, ErrLost) {
					t.Errorf("Close: got %v, want ErrLost", err)
				}
				if sha256.Sum256(readFile(t, path)) != before {
					t.Error("the file that came was changed")
				}
				if s, err = Open(t.Context(), path, Options{}); err != nil {
					t.Fatal(err)
				}
				defer s.Close()
				wantSound(t, s)
				if r := check(t, s); r.Products != 30 {
					t.Errorf("got %d products, want the 30 of the file that came", r.Products)
				}
			})
		}
	}
}

// What is renamed away while it is open and then put back has lost nothing.
func TestVanishedAndPutBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, KindEdit, news(samples(10)...)...)
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); !errors.Is(err, ErrLost) {
		t.Errorf("Close: got %v, want ErrLost", err)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
	if r := check(t, s); r.Products != 10 {
		t.Errorf("got %d products, want 10", r.Products)
	}
}

// What the store itself does with its file is no replacement: many small writes,
// big ones, writes that are undone, repairs, backups, and readers beside it.
func TestOwnWritesAreNoReplacement(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	steps := []func() error{
		func() error {
			for i := range 60 {
				apply(t, s, KindEdit, news(sample(i))...)
			}
			return nil
		},
		func() error { apply(t, s, KindImport, news(newGenerator(3).products(fewer(1500))...)...); return nil },
		func() error {
			b, err := s.Begin(t.Context(), Entry{Kind: KindImport})
			if err != nil {
				return err
			}
			return errors.Join(b.putAll(t.Context(), ListOf(news(newGenerator(4).products(30)...)...), nil), b.Rollback())
		},
		func() error { return s.Repair(t.Context(), nil) },
		func() error { _, err := s.BackUpNow(t.Context(), "asked"); return err },
		func() error {
			reader, err := Open(t.Context(), path, Options{ReadOnly: true})
			if err != nil {
				return err
			}
			return reader.Close()
		},
		func() error { apply(t, s, KindEdit, news(sample(9999))...); return nil },
	}
	for i, step := range steps {
		if err := errors.Join(step(), s.CheckFile()); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
