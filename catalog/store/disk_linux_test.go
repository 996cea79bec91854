package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tradewind.app/catalog"
)

func init() {
	childTasks["limited"] = childLimited
}

// smallDisk mounts a disk of so many bytes.
func smallDisk(t *testing.T, bytes int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", bytes)); err != nil {
		t.Skipf("NOT TESTED: what happens on a full disk; mounting a small one needs root: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill writes a file until the disk has no more than so many bytes left.
func fill(t *testing.T, dir string, leave int64) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	for size := 1 << 16; size > 0; {
		if _, err := f.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
	if err := f.Close(); err != nil && !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if leave == 0 {
		return
	}
	if err := os.Truncate(f.Name(), sizeOf(f.Name())-leave); err != nil {
		t.Fatal(err)
	}
}

func TestDiskFillsDuringImport(t *testing.T) {
	dir := smallDisk(t, 4<<20)
	path := filepath.Join(dir, "shop.tradewind")
	s := createAt(t, path)
	apply(t, s, KindImport, news(samples(200)...)...)
	before := dump(t, s)
	_, err := s.Apply(t.Context(), Entry{Kind: KindImport}, ListOf(news(newGenerator(1).products(1500)...)...), nil)
	if !errors.Is(err, ErrDiskFull) {
		t.Fatalf("got %v, want ErrDiskFull", err)
	}
	if got := dump(t, s); got != before {
		t.Error("the import that failed left something")
	}
	wantSound(t, s)
	if _, err := s.SetDocument(t.Context(), Settings, "after", true); err != nil {
		t.Errorf("after the disk was full nothing can be written: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(BackupFolder(path), "*tmp*")); len(left) != 0 || err != nil {
		t.Errorf("got %v (%v) left of a backup, want nothing", left, err)
	}
}

// A backup that finds no room is an error with nothing left of it, and an import
// goes on without one only when told to.
func TestNoRoomForBackup(t *testing.T) {
	dir := smallDisk(t, 16<<20)
	s := createAt(t, filepath.Join(dir, "shop.tradewind"))
	apply(t, s, KindImport, news(newGenerator(1).products(600)...)...)
	fill(t, dir, 512<<10)
	before := dump(t, s)
	b, err := s.Begin(t.Context(), Entry{Kind: KindImport})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Put(t.Context(), news(sample(9000))[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Commit(t.Context()); !errors.Is(err, ErrBackup) || !errors.Is(err, ErrDiskFull) {
		t.Fatalf("got %v, want ErrBackup and ErrDiskFull", err)
	}
	if got := dump(t, s); got != before {
		t.Error("the import lasts without its backup")
	}
	if list, err := s.Backups(); len(list) != 0 || err != nil {
		t.Errorf("got %d backups (%v), want none", len(list), err)
	}
	b.NoBackup = true
	if _, err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), filepath.Join(dir, "copy.tradewind")); !errors.Is(err, ErrDiskFull) {
		t.Errorf("Backup: got %v, want ErrDiskFull", err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "copy*")); len(left) != 0 || err != nil {
		t.Errorf("got %v (%v) left of a backup, want nothing", left, err)
	}
}

// On a disk without a free byte the catalogue still opens, for looking and for
// copying elsewhere.
func TestOpenOnFullDisk(t *testing.T) {
	dir := smallDisk(t, 4<<20)
	path := filepath.Join(dir, "shop.tradewind")
	closedStore(t, path, samples(100)...)
	fill(t, dir, 0)
	before := readFile(t, path)
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if why := s.ReadOnly(); !errors.Is(why, ErrReadOnly) || !strings.Contains(why.Error(), "disk is full") {
		t.Errorf("got read-only %v, want that the disk is full", why)
	}
	if n := len(all(t, s, catalog.Filter{Search: "bamboo"})); n != 100 {
		t.Errorf("got %d products, want 100", n)
	}
	if _, err := s.Begin(t.Context(), Entry{Kind: KindEdit}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("writing: got %v, want ErrReadOnly", err)
	}
	if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.tradewind")); err != nil {
		t.Errorf("backup to another disk: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if string(readFile(t, path)) != string(before) {
		t.Error("the file was changed")
	}
	if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if why := s.ReadOnly(); why != nil {
		t.Errorf("with room again got read-only %v", why)
	}
	wantSound(t, s)
}

// A log that a crash left on a disk without a free byte: either its entries are
// seen or the catalogue is refused, and with room again nothing is missing.
func TestUncleanOnFullDisk(t *testing.T) {
	for _, shared := range []bool{true, false} {
		dir := smallDisk(t, 4<<20)
		path := filepath.Join(dir, "shop.tradewind")
		leaveLog(t, path)
		if !shared {
			if err := os.Remove(path + "-shm"); err != nil {
				t.Fatal(err)
			}
		}
		fill(t, dir, 0)
		s, err := Open(t.Context(), path, Options{})
		switch {
		case errors.Is(err, ErrUnclean):
		case err != nil:
			t.Errorf("got %v, want ErrUnclean", err)
		default:
			if n, err := s.Count(t.Context(), catalog.Filter{}); n != stepCount*stepRows || err != nil {
				t.Errorf("got %d products (%v), want %d", n, err, stepCount*stepRows)
			}
			if err := s.Close(); err != nil && !errors.Is(err, ErrUnfolded) {
				t.Error(err)
			}
		}
		t.Logf("with shared memory %v: %v", shared, err)
		if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
			t.Fatal(err)
		}
		if s, err = Open(t.Context(), path, Options{}); err != nil {
			t.Fatal(err)
		}
		wantSound(t, s)
		if n, err := s.Count(t.Context(), catalog.Filter{}); n != stepCount*stepRows || err != nil {
			t.Errorf("with room again got %d products (%v), want %d", n, err, stepCount*stepRows)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// childLimited imports more than this process may write into one file.
func childLimited(path string, out io.Writer) error {
	limit := syscall.Rlimit{Cur: 2 << 20, Max: 2 << 20}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	_, err = s.Apply(context.Background(), Entry{Kind: KindEdit}, ListOf(news(newGenerator(1).products(1500)...)...), nil)
	fmt.Fprintf(out, "disk: %v\n", errors.Is(err, ErrDisk) || errors.Is(err, ErrDiskFull))
	return tell(s, out)
}

func TestFileSizeLimit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(100)...)
	c := startChild(t, "limited", path)
	for _, want := range []string{"disk: true", "100 products, 0 findings, read-only: <nil>", "writing: <nil>"} {
		if got := c.line(); got != want {
			t.Errorf("the process said %q, want %q", got, want)
		}
	}
	if err := c.Wait(); err != nil {
		t.Error(err)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
}

// asNobody makes a task run as somebody who is not root, and skips when it cannot.
func asNobody(t *testing.T) func(*exec.Cmd) {
	t.Helper()
	if os.Getuid() != 0 {
		return func(*exec.Cmd) {}
	}
	binary := filepath.Join(publicDir(t), "test")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, binary, readFile(t, self))
	if err := os.Chmod(binary, 0o755); err != nil {
		t.Fatal(err)
	}
	return func(cmd *exec.Cmd) {
		cmd.Path = binary
		cmd.Dir = filepath.Dir(binary)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
}

// publicDir is a folder that everybody may look into; t.TempDir is not.
func publicDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "store")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(os.Chmod(dir, 0o755), os.RemoveAll(dir)); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// On a medium that cannot be written the catalogue opens for reading and says
// why. Somebody who is not root must try: root may write everything.
func TestReadOnlyMedia(t *testing.T) {
	tests := []struct {
		name         string
		folder, file os.FileMode
	}{
		{"file and folder", 0o555, 0o444},
		{"folder", 0o555, 0o666},
		{"file", 0o777, 0o444},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			nobody := asNobody(t)
			dir := publicDir(t)
			path := filepath.Join(dir, "shop.tradewind")
			closedStore(t, path, samples(5)...)
			if err := errors.Join(os.Chmod(path, tt.file), os.Chmod(dir, tt.folder)); err != nil {
				t.Fatal(err)
			}
			before := readFile(t, path)
			c := startChild(t, "open", path, nobody)
			if got, want := c.line(), "5 products, 0 findings, read-only: "+ErrReadOnly.Error()+", since the file or its folder cannot be written"; got != want {
				t.Errorf("the process said %q, want %q", got, want)
			}
			if got := c.line(); !strings.Contains(got, ErrReadOnly.Error()) {
				t.Errorf("the process writing said %q, want that it is read-only", got)
			}
			if err := c.Wait(); err != nil {
				t.Error(err)
			}
			if string(readFile(t, path)) != string(before) {
				t.Error("the file was changed")
			}
			wantAlone(t, path)
		})
	}
}

// A catalogue that crashed and then was put on a medium that cannot be written
// has its last entries in a log that cannot be used there.
func TestUncleanOnReadOnlyMedium(t *testing.T) {
	nobody := asNobody(t)
	dir := publicDir(t)
	path := filepath.Join(dir, "shop.tradewind")
	leaveLog(t, path)
	if err := errors.Join(os.Remove(path+"-shm"), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	c := startChild(t, "open", path, nobody)
	if got, want := c.line(), "error: shop.tradewind: "+ErrUnclean.Error(); got != want {
		t.Errorf("the process said %q, want %q", got, want)
	}
	_ = c.Wait() // it ends with the error that it told
}
