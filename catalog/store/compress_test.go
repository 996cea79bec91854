package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// unpacked is the plain form of a backup.
func unpacked(t *testing.T, path string) string {
	t.Helper()
	if !isCompressed(path) {
		return path
	}
	plain := filepath.Join(t.TempDir(), "plain.tradewind")
	f, err := os.Create(plain)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(unpack(t.Context(), path, f), f.Close()); err != nil {
		t.Fatal(err)
	}
	return plain
}

// backedUp is a catalogue with products, closed, and an automatic backup of it.
func backedUp(t *testing.T) (path string, backup BackupFile, want string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	apply(t, s, KindImport, news(samples(300)...)...)
	want = dump(t, s)
	backup, err := s.BackUpNow(t.Context(), "asked")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, backup, want
}

func TestBackupIsCompressed(t *testing.T) {
	path, backup, want := backedUp(t)
	if got, plain := backup.Size, sizeOf(path); got > plain/3 {
		t.Errorf("a backup has %d of %d bytes, want less than a third", got, plain)
	}
	c, err := ReadContents(t.Context(), backup.Path)
	if err != nil || c.Products != 300 || c.Entries != 1 || c.LastKind != KindImport || c.LastAt.IsZero() {
		t.Errorf("it says of itself %+v (%v)", c, err)
	}
	if _, err := Open(t.Context(), backup.Path, Options{}); !errors.Is(err, ErrCompressed) {
		t.Errorf("opening it: got %v, want ErrCompressed", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), path, backup.Path, Options{}); err != nil {
		t.Fatal(err)
	}
	wantOnly(t, path, "")
	wantDump(t, path, want)
}

// A damaged backup is refused before anything is touched, wherever the damage is.
func TestDamagedCompressedBackup(t *testing.T) {
	path, backup, want := backedUp(t)
	whole := readFile(t, backup.Path)
	damages := map[string][]byte{"empty": {}, "four bytes": whole[:4], "cut in the contents": whole[:20], "cut": whole[:len(whole)-1], "no backup": []byte("shopping list, of no use to anybody")}
	for at := skippedHeader + 200; at < len(whole); at += len(whole) / 40 {
		b := append([]byte(nil), whole...)
		b[at] ^= 0x10
		damages[fmt.Sprint("a bit of byte ", at)] = b
	}
	for name, content := range damages {
		t.Run(name, func(t *testing.T) {
			writeFile(t, backup.Path, content)
			if _, err := Restore(t.Context(), path, backup.Path, Options{}); !errors.Is(err, ErrDamaged) {
				t.Errorf("got %v, want ErrDamaged", err)
			}
		})
	}
	wantOnly(t, path, "")
	wantDump(t, path, want)
}

// What cannot be compressed is kept as it is.
func TestBackupThatCannotBeCompressed(t *testing.T) {
	path, _, want := backedUp(t)
	temp, err := newTemporary(filepath.Join(BackupFolder(path), unfinishedBackup), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer dropTemporary(temp)
	writeFile(t, temp, readFile(t, path))
	ctx := failing{t.Context(), new(int)}
	made, err := nameBackup(ctx, temp, Contents{}, backupPlan{BackupFolder(path), day(0), "asked"})
	if err != nil || isCompressed(made.Path) {
		t.Fatalf("got %s, %v, want a plain file", made.Path, err)
	}
	wantDump(t, made.Path, want)
}

// failing is a context that fails one read and is well otherwise: so does a disk that
// was full for a moment.
type failing struct {
	context.Context
	asked *int
}

func (f failing) Err() error {
	if *f.asked++; *f.asked == 1 {
		return errors.New("the disk is full")
	}
	return f.Context.Err()
}
