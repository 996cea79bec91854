package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/catalog"
)

func TestRestore(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "shop.tradewind"), filepath.Join(dir, "backup.tradewind")
	s := createAt(t, path)
	apply(t, s, KindImport, news(samples(3)...)...)
	want := dump(t, s)
	if err := s.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), backup); !errors.Is(err, ErrExists) {
		t.Errorf("a second backup of that name: got %v, want ErrExists", err)
	}
	apply(t, s, KindEdit, news(sample(9))...)
	later := dump(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	kept, err := Restore(t.Context(), path, backup, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantOnly(t, path, backup)
	wantDump(t, path, want)
	wantDump(t, unpacked(t, kept), later)
}

// wantOnly makes sure that two plain files are all there is but backups.
func wantOnly(t *testing.T, path, other string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := filepath.Join(filepath.Dir(path), e.Name()); name != path && name != other && name != BackupFolder(path) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func wantDump(t *testing.T, path, want string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
	if got := dump(t, s); got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", filepath.Base(path), got, want)
	}
}

// troubles are what may be where a backup is to be put, and whether that is kept.
var troubles = []struct {
	name    string
	trouble func(t *testing.T, path string)
	kept    bool
}{
	{"missing", func(*testing.T, string) {}, false},
	{"empty", func(t *testing.T, path string) { writeFile(t, path, nil) }, true},
	{"text", func(t *testing.T, path string) { writeFile(t, path, []byte("hello")) }, true},
	{"damaged", func(t *testing.T, path string) {
		closedStore(t, path, samples(50)...)
		b := readFile(t, path)
		clear(b[8192:])
		writeFile(t, path, b)
	}, true},
	{"newer", func(t *testing.T, path string) {
		closedStore(t, path)
		patch(t, path, userVersionOffset, 99)
	}, true},
	{"killed with a log", func(t *testing.T, path string) { leaveLog(t, path) }, true},
	{"damaged with a log", func(t *testing.T, path string) {
		leaveLog(t, path, samples(50)...)
		b := readFile(t, path)
		clear(b[3*8192:])
		writeFile(t, path, b)
	}, true},
	{"stale log", func(t *testing.T, path string) {
		leaveLog(t, path)
		closedStore(t, path+"2", samples(2)...)
		if err := os.Rename(path+"2", path); err != nil {
			t.Fatal(err)
		}
	}, true},
}

// Whatever is wrong with the catalogue, a backup takes its place and what was
// there is kept.
func TestRestoreOverTrouble(t *testing.T) {
	backup := filepath.Join(t.TempDir(), "backup.tradewind")
	closedStore(t, backup, samples(3)...)
	want := dumpOf(t, backup)
	for _, tt := range troubles {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shop.tradewind")
			tt.trouble(t, path)
			kept, err := Restore(t.Context(), path, backup, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := kept != ""; got != tt.kept {
				t.Errorf("something was kept: got %v, want %v", got, tt.kept)
			}
			if _, err := os.Stat(kept); tt.kept && err != nil {
				t.Errorf("what was there is not where it should be kept: %v", err)
			}
			s, err := Open(t.Context(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			wantSound(t, s)
			if got := dump(t, s); got != want {
				t.Error("the restored catalogue does not hold what the backup does")
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			checkAlone(t, path)
		})
	}
}

func dumpOf(t *testing.T, path string) string {
	t.Helper()
	s, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return dump(t, s)
}

// A log that a killed process left belongs to what is replaced: it is in what is
// kept.
func TestRestoreKeepsTheLog(t *testing.T) {
	path, backup := filepath.Join(t.TempDir(), "shop.tradewind"), filepath.Join(t.TempDir(), "backup.tradewind")
	closedStore(t, backup)
	leaveLog(t, path)
	kept, err := Restore(t.Context(), path, backup, Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), unpacked(t, kept), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n, err := s.Count(t.Context(), catalog.Filter{}); n != stepCount*stepRows || err != nil {
		t.Errorf("got %d products kept (%v), want %d", n, err, stepCount*stepRows)
	}
}

// A backup that is none leaves the catalogue as it is.
func TestRestoreRefuses(t *testing.T) {
	path, backup := filepath.Join(t.TempDir(), "shop.tradewind"), filepath.Join(t.TempDir(), "backup.tradewind")
	closedStore(t, path, samples(3)...)
	before := readFile(t, path)
	tests := []struct {
		name  string
		spoil func(t *testing.T)
		want  error
	}{
		{"missing", func(*testing.T) {}, ErrNotFound},
		{"empty", func(t *testing.T) { writeFile(t, backup, nil) }, ErrEmptyFile},
		{"text", func(t *testing.T) { writeFile(t, backup, []byte("text")) }, ErrForeign},
		{"damaged", func(t *testing.T) {
			b := readFile(t, path)
			clear(b[8192:])
			writeFile(t, backup, b)
		}, ErrDamaged},
		{"newer", func(t *testing.T) {
			writeFile(t, backup, before)
			patch(t, backup, userVersionOffset, 99)
		}, ErrNewer},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.spoil(t)
			if _, err := Restore(t.Context(), path, backup, Options{}); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if string(readFile(t, path)) != string(before) {
				t.Error("the catalogue was changed")
			}
			wantAlone(t, path)
		})
	}
}
