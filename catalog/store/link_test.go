//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const precious = "another person's file\n"

// somebodysFile makes a file that nothing may touch.
func somebodysFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "precious.txt")
	writeFile(t, path, []byte(precious))
	return path
}

func wantPrecious(t *testing.T, path string) {
	t.Helper()
	if got := string(readFile(t, path)); got != precious {
		t.Errorf("a file that a link led to now holds %q", got)
	}
}

// Names beside the catalogue that lead to somebody's file: neither opening,
// writing nor closing touches that file.
func TestLinksAreNotFollowed(t *testing.T) {
	links := map[string]func(path string) string{
		"lock":    lockPath,
		"log":     func(path string) string { return path + "-wal" },
		"memory":  func(path string) string { return path + "-shm" },
		"journal": func(path string) string { return path + "-journal" },
	}
	for name, at := range links {
		for _, kind := range []string{"symlink", "hard link"} {
			if kind == "hard link" && name != "lock" {
				continue // SQLite's own files: their content decides, see the journal's and the log's tests
			}
			t.Run(name+" "+kind, func(t *testing.T) {
				path, target := filepath.Join(t.TempDir(), "shop.tradewind"), somebodysFile(t)
				closedStore(t, path, samples(3)...)
				make := map[string]func(string, string) error{"symlink": os.Symlink, "hard link": os.Link}[kind]
				if err := make(target, at(path)); err != nil {
					t.Skipf("NOT TESTED: %v", err)
				}
				s, err := Open(t.Context(), path, Options{})
				if err != nil {
					t.Fatal(err)
				}
				wantPrecious(t, target)
				apply(t, s, KindImport, news(sample(50))...)
				wantSound(t, s)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				wantPrecious(t, target)
			})
		}
	}
}

// Where the lock belongs lies what is no file: that is said, and not waited for.
func TestLockNameTaken(t *testing.T) {
	takers := map[string]func(string) error{
		"folder": func(name string) error { return os.Mkdir(name, 0o755) },
		"pipe":   func(name string) error { return syscall.Mkfifo(name, 0o644) },
	}
	for name, take := range takers {
		path := filepath.Join(t.TempDir(), "shop.tradewind")
		closedStore(t, path, samples(1)...)
		if err := take(lockPath(path)); err != nil {
			t.Fatal(err)
		}
		if s, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%s: got %v, want ErrNotOurs", name, err)
			if err == nil {
				s.Close()
			}
		}
	}
}

// A catalogue that is a pipe is refused and not waited for.
func TestCatalogueIsPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, readOnly := range []bool{false, true} {
		if _, err := Open(t.Context(), path, Options{ReadOnly: readOnly}); err == nil || !strings.Contains(err.Error(), "is not a file") {
			t.Errorf("got %v, want that it is not a file", err)
		}
	}
}

// A folder of backups that is a link leads to somebody's files: none is made,
// listed or thinned out there.
func TestBackupFolderIsLink(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(3)...)...)
	elsewhere := t.TempDir()
	var want []string
	for n := range 40 {
		name := fmt.Sprintf("%06d-20260101-120000-import.tradewind", n+1)
		writeFile(t, filepath.Join(elsewhere, name), []byte("x"))
		want = append(want, name)
	}
	if err := os.Symlink(elsewhere, BackupFolder(s.Path())); err != nil {
		t.Skipf("NOT TESTED: %v", err)
	}
	if _, err := s.BackUpNow(t.Context(), "asked"); !errors.Is(err, ErrNotOurs) {
		t.Errorf("BackUpNow: got %v, want ErrNotOurs", err)
	}
	if list, err := s.Backups(); !errors.Is(err, ErrNotOurs) {
		t.Errorf("Backups: got %v, %v, want ErrNotOurs", list, err)
	}
	if got := namesIn(t, elsewhere); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("where the link leads to there is now %v", got)
	}
}

func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Two names of one catalogue are one catalogue, to this process and to another.
func TestHardLinksShareTheLock(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "shop.tradewind"), filepath.Join(dir, "same.tradewind")
	closedStore(t, path, samples(3)...)
	if err := os.Link(path, other); err != nil {
		t.Skipf("NOT TESTED: %v", err)
	}
	holder := startChild(t, "hold", path)
	if got := holder.line(); got != "open" {
		t.Fatalf("the first process said %q", got)
	}
	if s, err := Open(t.Context(), other, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("beside another process: got %v, want ErrLocked", err)
		if err == nil {
			s.Close()
		}
	}
	holder.stdin.Close()
	if err := holder.Wait(); err != nil {
		t.Errorf("the first process ended with %v", err)
	}
	s, err := Open(t.Context(), other, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if s, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("in one process: got %v, want ErrLocked", err)
		if err == nil {
			s.Close()
		}
	}
	apply(t, s, KindEdit, news(sample(9))...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
}

// Backups and the folder of backups are for those who may read the catalogue.
func TestBackupsInheritPermissions(t *testing.T) {
	old := syscall.Umask(0o022)
	defer syscall.Umask(old)
	tests := []struct{ file, folder os.FileMode }{{0o600, 0o700}, {0o640, 0o750}, {0o644, 0o755}, {0o660, 0o750}}
	for _, tt := range tests {
		path := filepath.Join(t.TempDir(), "shop.tradewind")
		closedStore(t, path, samples(3)...)
		if err := os.Chmod(path, tt.file); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.BackUpNow(t.Context(), "asked")
		if err != nil {
			t.Fatal(err)
		}
		own := filepath.Join(t.TempDir(), "copy.tradewind")
		if err := errors.Join(s.Backup(t.Context(), own), s.Close()); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(t.Context(), path, b.Path, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{b.Path, own, path} {
			if got := permOf(name); got != tt.file {
				t.Errorf("%s of a catalogue with %o: got %o", filepath.Base(name), tt.file, got)
			}
		}
		if got := permOf(BackupFolder(path)); got != tt.folder {
			t.Errorf("the folder beside a catalogue with %o: got %o, want %o", tt.file, got, tt.folder)
		}
	}
}
