package regular_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog/regular"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Skipf("NOT TESTED: what links lead to; they cannot be made here: %v", err)
	}
}

func TestReadWithinBudget(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "list.csv")
	write(t, path, "SKU,Title")
	link(t, path, filepath.Join(dir, "link.csv"))
	for _, name := range []string{path, filepath.Join(dir, "link.csv")} {
		if b, err := regular.Read(name, 9); string(b) != "SKU,Title" || err != nil {
			t.Errorf("Read(%s) = %q, %v", name, b, err)
		}
		var large *regular.TooLargeError
		if _, err := regular.Read(name, 8); !errors.As(err, &large) || large.Limit != 8 {
			t.Errorf("Read(%s) with too small a budget: got %v, want TooLargeError", name, err)
		}
		if _, err := regular.Open(name, 8); !errors.As(err, &large) {
			t.Errorf("Open(%s) with too small a budget: got %v, want TooLargeError", name, err)
		}
	}
	if b, err := regular.ReadFS(os.DirFS(dir), "list.csv", 9); string(b) != "SKU,Title" || err != nil {
		t.Errorf("ReadFS = %q, %v", b, err)
	}
	if _, err := regular.Read(filepath.Join(dir, "none"), 9); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: got %v, want fs.ErrNotExist", err)
	}
}

// A file whose size says less than what it gives is read to its budget only.
func TestSizeIsNotBelieved(t *testing.T) {
	fsys := growing{fstest.MapFS{"spec.toml": {Data: []byte("x")}}}
	var large *regular.TooLargeError
	if _, err := regular.ReadFS(fsys, "spec.toml", 1000); !errors.As(err, &large) {
		t.Errorf("got %v, want TooLargeError", err)
	}
}

type growing struct{ fstest.MapFS }

func (g growing) Open(name string) (fs.File, error) {
	f, err := g.MapFS.Open(name)
	return endless{f}, err
}

type endless struct{ fs.File }

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func TestFolderIsNoFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "x.toml"), 0o755); err != nil {
		t.Fatal(err)
	}
	wantNotRegular(t, dir, "x.toml")
}

// wantNotRegular tries every way to open a name that is no regular file.
func wantNotRegular(t *testing.T, dir, name string) {
	t.Helper()
	for way, open := range waysToOpen(dir, name) {
		if err := open(); !isNotRegular(err) {
			t.Errorf("%s(%s): got %v, want NotRegularError", way, name, err)
		}
	}
}

func waysToOpen(dir, name string) map[string]func() error {
	return map[string]func() error{
		"Open":   func() error { return closing(regular.Open(filepath.Join(dir, name), 100)) },
		"OpenIn": func() error { return closing(regular.OpenIn(dir, name, 100)) },
		"Read":   func() error { _, err := regular.Read(filepath.Join(dir, name), 100); return err },
		"ReadFS": func() error { _, err := regular.ReadFS(os.DirFS(dir), name, 100); return err },
	}
}

func isNotRegular(err error) bool {
	var not *regular.NotRegularError
	return errors.As(err, &not)
}

func closing(f *os.File, err error) error {
	if err == nil {
		err = f.Close()
	}
	return err
}

func TestOpenInStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "pictures")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(dir, "secret.jpg")
	write(t, secret, "secret")
	write(t, filepath.Join(folder, "bowl.jpg"), "bowl")
	link(t, secret, filepath.Join(folder, "out.jpg"))
	link(t, "bowl.jpg", filepath.Join(folder, "in.jpg"))
	for _, name := range []string{secret, filepath.Join("..", "secret.jpg"), "out.jpg"} {
		if f, err := regular.OpenIn(folder, name, 100); err == nil {
			f.Close()
			t.Errorf("OpenIn(%s) led out of its folder", name)
		}
	}
	for _, name := range []string{"bowl.jpg", "in.jpg"} {
		f, err := regular.OpenIn(folder, name, 100)
		if err != nil {
			t.Errorf("OpenIn(%s): %v", name, err)
			continue
		}
		if b, err := io.ReadAll(f); string(b) != "bowl" || err != nil {
			t.Errorf("OpenIn(%s) = %q, %v", name, b, err)
		}
		f.Close()
	}
}
