package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// goneProcess is the number of a process that has ended.
func goneProcess(t *testing.T) int {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path)
	c := startChild(t, "open", path)
	for c.line() != "" {
	}
	_ = c.Wait() // how it ended is not what this is about
	return c.Process.Pid
}

// What killed commands left beside the catalogue and among its backups goes at
// the next opening and the next backup; what others are making stays, and so does
// what only looks alike.
func TestLeftovers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(3)...)
	gone, alive := goneProcess(t), os.Getppid()
	ours := func(pid int) string { return fmt.Sprintf("%s-%d-0badcafe", hostMark(), pid) }
	left := []string{ours(gone) + ".tmp", ours(gone) + ".tmp-wal", fmt.Sprint(gone) + ".tmp", ours(os.Getpid()) + ".tmp"}
	stay := []string{ours(alive) + ".tmp", fmt.Sprint(alive) + ".tmp", fmt.Sprintf("00000000-%d-0badcafe.tmp", gone), "my.tmp", "tmp", fmt.Sprintf("%d.tmp.txt", gone)}
	folder := BackupFolder(path)
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, names := range [][]string{left, stay} {
		for _, name := range names {
			writeFile(t, path+"."+name, []byte("x"))
			writeFile(t, filepath.Join(folder, "000009-20260101-120000-import.tradewind."+name), []byte("x"))
		}
	}
	other := filepath.Join(filepath.Dir(path), "other.tradewind."+left[0]) // of a catalogue that is not opened
	writeFile(t, other, []byte("x"))

	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.BackUpNow(t.Context(), "asked"); err != nil {
		t.Fatal(err)
	}
	for _, prefix := range []string{path + ".", filepath.Join(folder, "000009-20260101-120000-import.tradewind.")} {
		for _, name := range left {
			if isThere(prefix + name) {
				t.Errorf("%s was left", filepath.Base(prefix+name))
			}
		}
		for _, name := range stay {
			if !isThere(prefix + name) {
				t.Errorf("%s is gone", filepath.Base(prefix+name))
			}
		}
	}
	if !isThere(other) {
		t.Error("another catalogue's file is gone")
	}
}

// Several backups at once: each is whole, none costs another.
func TestBackupsAtOnce(t *testing.T) {
	s := emptyStore(t)
	apply(t, s, KindImport, news(samples(50)...)...)
	s.options.Now = func() time.Time { return day(1) }
	const times = 6
	made := make(chan BackupFile, times)
	for range times {
		go func() {
			b, err := s.BackUpNow(t.Context(), "asked")
			if err != nil {
				t.Error(err)
			}
			made <- b
		}()
	}
	var paths []string
	for range times {
		b := <-made
		paths = append(paths, b.Path)
		c, err := Open(t.Context(), unpacked(t, b.Path), Options{ReadOnly: true})
		if err != nil {
			t.Errorf("backup %s: %v", b.Path, err)
			continue
		}
		wantSound(t, c)
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
	slices.Sort(paths)
	if got := len(slices.Compact(paths)); got != times {
		t.Errorf("got %d backups, want %d", got, times)
	}
	if left, _ := filepath.Glob(filepath.Join(BackupFolder(s.Path()), "*.tmp*")); len(left) != 0 { // the pattern is right
		t.Errorf("got %v left", left)
	}
}
