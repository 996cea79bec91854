package export_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tradewind.app/export"
)

func begin(t *testing.T, dir string) export.Batch {
	t.Helper()
	b, err := export.NewDirSink(dir).Begin("demo")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func put(t *testing.T, b export.Batch, name, text string) {
	t.Helper()
	f, err := b.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestNothingShowsBeforeCommit(t *testing.T) {
	dir := t.TempDir()
	b := begin(t, dir)
	put(t, b, "a.csv", "new")
	put(t, b, "a/1.jpg", "picture")
	if names := list(t, dir); !slices.Equal(names, []string{".demo.tmp"}) {
		t.Errorf("before commit the folder holds %q", names)
	}
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	if names := list(t, dir); !slices.Equal(names, []string{"a", "a.csv"}) {
		t.Errorf("after commit the folder holds %q", names)
	}
	if err := b.Discard(); err != nil {
		t.Errorf("discard after commit: %v", err)
	}
}

// TestNamesStayInside: neither a name nor a link leads out of the folder.
func TestNamesStayInside(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "pictures")); err != nil {
		t.Skipf("NOT TESTED: no links here: %v", err)
	}
	for _, name := range []string{"../a.csv", "../../a.csv", "/a.csv"} {
		b := begin(t, dir)
		if f, err := b.Create(name); err == nil {
			f.Close()
			if err := b.Commit(); err == nil {
				t.Errorf("%s was written", name)
			}
		}
		if err := b.Discard(); err != nil {
			t.Error(err)
		}
	}
	b := begin(t, dir)
	put(t, b, "pictures/1.jpg", "x")
	if err := b.Commit(); err == nil {
		t.Error("a picture went through the link")
	}
	if err := b.Discard(); err != nil {
		t.Error(err)
	}
	if names := list(t, outside); len(names) > 0 {
		t.Errorf("the folder outside holds %q", names)
	}
}

func TestLinkInPlaceOfTheStage(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "precious"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, ".demo.tmp")); err != nil {
		t.Skipf("NOT TESTED: no links here: %v", err)
	}
	b := begin(t, dir)
	put(t, b, "a.csv", "x")
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	if names := list(t, outside); !slices.Equal(names, []string{"precious"}) {
		t.Errorf("the folder outside holds %q", names)
	}
}

// TestOldFileStays: when one file cannot be replaced, it is as it was.
func TestOldFileStays(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "a.csv", "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	b := begin(t, dir)
	put(t, b, "a.csv", "new")
	if err := b.Commit(); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if err := b.Discard(); err != nil {
		t.Error(err)
	}
	if names := list(t, dir); !slices.Equal(names, []string{"a.csv"}) {
		t.Errorf("the folder holds %q", names)
	}
}

func TestSinkWithoutAFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := export.NewDirSink(path).Begin("demo"); err == nil {
		t.Error("a file was taken for a folder")
	}
	if _, err := export.NewDirSink(filepath.Join(path, "below")).Begin("demo"); err == nil {
		t.Error("a folder below a file was made")
	}
}
