package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/catalog"
)

// closedStore makes a catalogue with some products and closes it.
func closedStore(t testing.TB, path string, products ...*catalog.Product) {
	t.Helper()
	s, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(products) > 0 {
		apply(t, s, KindImport, news(products...)...)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// fileOf is a closed catalogue as bytes, for tests that need it several times.
func fileOf(t testing.TB, products ...*catalog.Product) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, products...)
	return readFile(t, path)
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func writeFile(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// patch writes a number into a file's header.
func patch(t *testing.T, path string, offset int, value uint32) {
	t.Helper()
	b := readFile(t, path)
	binary.BigEndian.PutUint32(b[offset:], value)
	writeFile(t, path, b)
}

// run runs SQL on a closed catalogue, as a stranger could.
func run(t *testing.T, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name   string
		spoil  func(t *testing.T, path string)
		want   error
		saying string
	}{
		{"empty", func(t *testing.T, path string) { writeFile(t, path, nil) }, ErrEmptyFile, "0 bytes"},
		{"text", func(t *testing.T, path string) { writeFile(t, path, []byte("SKU,Title\n1,Bowl\n")) }, ErrForeign, "not a Tradewind catalogue"},
		{"long text", func(t *testing.T, path string) { writeFile(t, path, []byte(strings.Repeat("SKU,Title\n", 1000))) }, ErrForeign, "not a Tradewind catalogue"},
		{"begins like SQLite", func(t *testing.T, path string) { writeFile(t, path, []byte(magic)) }, ErrForeign, ""},
		{"another application", func(t *testing.T, path string) { patch(t, path, applicationOffset, 0x12345678) }, ErrForeign, ""},
		{"no application", func(t *testing.T, path string) { patch(t, path, applicationOffset, 0) }, ErrForeign, ""},
		{"newer", func(t *testing.T, path string) { patch(t, path, userVersionOffset, uint32(latestVersion()+1)) }, ErrNewer, "update Tradewind"},
		{"no version", func(t *testing.T, path string) { patch(t, path, userVersionOffset, 0) }, ErrDamaged, ""},
		{"cut", func(t *testing.T, path string) { writeFile(t, path, readFile(t, path)[:20_000]) }, ErrDamaged, "restore a backup"},
		{"cut to a page", func(t *testing.T, path string) { writeFile(t, path, readFile(t, path)[:8192]) }, ErrDamaged, ""},
		{"zeros inside", func(t *testing.T, path string) {
			b := readFile(t, path)
			clear(b[8192:])
			writeFile(t, path, b)
		}, ErrDamaged, ""},
		{"trigger", func(t *testing.T, path string) {
			run(t, path, `CREATE TRIGGER evil AFTER INSERT ON history BEGIN DELETE FROM product; END`)
		}, ErrForeign, "trigger evil"},
		{"view", func(t *testing.T, path string) { run(t, path, `CREATE VIEW v AS SELECT * FROM product`) }, ErrForeign, "view v"},
		{"view instead of a table", func(t *testing.T, path string) {
			run(t, path, `ALTER TABLE document RENAME TO d; CREATE VIEW document AS SELECT * FROM d`)
		}, ErrForeign, ""},
		{"table missing", func(t *testing.T, path string) { run(t, path, `DROP TABLE document`) }, ErrDamaged, ""},
	}
	sound := fileOf(t, samples(20)...)
	for _, tt := range tests {
		for _, readOnly := range []bool{false, true} {
			t.Run(tt.name, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "shop.tradewind")
				writeFile(t, path, sound)
				tt.spoil(t, path)
				before := sha256.Sum256(readFile(t, path))
				s, err := Open(t.Context(), path, Options{ReadOnly: readOnly})
				if err == nil {
					s.Close()
				}
				if !errors.Is(err, tt.want) {
					t.Fatalf("got error %v, want %v", err, tt.want)
				}
				var file *FileError
				if !errors.As(err, &file) || !strings.Contains(err.Error(), "shop.tradewind: ") || !strings.Contains(err.Error(), tt.saying) {
					t.Errorf("got message %q, want the file's name and %q in it", err, tt.saying)
				}
				if sha256.Sum256(readFile(t, path)) != before {
					t.Error("the refused file was changed")
				}
				wantAlone(t, path)
			})
		}
	}
}

// wantAlone makes sure that nothing lies beside a file.
func wantAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("%s was left beside the file", e.Name())
		}
	}
}

func TestOpenRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(t.Context(), filepath.Join(dir, "none.tradewind"), Options{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("missing file: got %v, want ErrNotFound", err)
	}
	if _, err := Open(t.Context(), dir, Options{}); err == nil {
		t.Error("a folder was opened")
	}
	if _, err := Create(t.Context(), filepath.Join(dir, "no", "folder.tradewind"), Options{}); err == nil {
		t.Error("a catalogue was made in a folder that is not there")
	}
}

func TestCreateRefusesWhatExists(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	for _, content := range []string{"", "text"} {
		writeFile(t, path, []byte(content))
		if _, err := Create(t.Context(), path, Options{}); !errors.Is(err, ErrExists) {
			t.Errorf("got %v, want ErrExists", err)
		}
		if got := string(readFile(t, path)); got != content {
			t.Errorf("got content %q after, want %q", got, content)
		}
		wantAlone(t, path)
	}
}

// A folder's name may hold characters that mean something in a URL, in a pattern
// or to SQLite.
func TestPathsWithOddNames(t *testing.T) {
	for _, folder := range []string{"what?", "a#1", "100%", "my shop", "店铺", "a&b=c", "x[1]*", "q'uo\"te", "file:x?mode=memory"} {
		t.Run(folder, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), folder)
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Skipf("NOT TESTED: this file system takes no folder named %q: %v", folder, err)
			}
			path := filepath.Join(dir, folder+".tradewind")
			closedStore(t, path, sample(1))
			s, err := Open(t.Context(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			apply(t, s, KindImport, news(sample(2))...)
			if n, err := s.Count(t.Context(), catalog.Filter{}); n != 2 || err != nil {
				t.Errorf("got %d products (%v), want 2", n, err)
			}
			if list, err := s.Backups(); len(list) != 1 || err != nil {
				t.Errorf("got %d backups (%v), want 1", len(list), err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			checkAlone(t, path)
			if size := sizeOf(path); size == 0 {
				t.Errorf("%s was not made", path)
			}
		})
	}
}

// A link and the file it leads to are one catalogue with one lock.
func TestLinkIsTheSameCatalogue(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "shop.tradewind")
	s := createAt(t, path)
	link := filepath.Join(dir, "link.tradewind")
	if err := os.Symlink(path, link); err != nil {
		t.Skipf("NOT TESTED: no links here: %v", err)
	}
	if _, err := Open(t.Context(), link, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
	if got := s.ReadOnly(); got != nil {
		t.Errorf("got read-only %v, want nil", got)
	}
}

// A sync tool that puts another file in the place of the open one must not have
// it written over.
func TestReplacedFileIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "shop.tradewind"), filepath.Join(dir, "other.tradewind")
	closedStore(t, other, sample(1))
	s, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	before := sha256.Sum256(readFile(t, path))
	if _, err := s.Apply(t.Context(), Entry{Kind: KindEdit}, ListOf(news(sample(2))...), nil); !errors.Is(err, ErrReplaced) {
		t.Errorf("got %v, want ErrReplaced", err)
	}
	if err := s.Close(); !errors.Is(err, ErrReplaced) {
		t.Errorf("Close: got %v, want ErrReplaced", err)
	}
	if sha256.Sum256(readFile(t, path)) != before {
		t.Error("the file that came was changed")
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
}

// A catalogue that is taken away while it is open is missed at once.
func TestVanishedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	apply(t, s, KindEdit, news(sample(1))...)
	if err := s.CheckFile(); err != nil {
		t.Errorf("a file that is there: got %v", err)
	}
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	if err := s.CheckFile(); !errors.Is(err, ErrVanished) {
		t.Errorf("got %v, want ErrVanished", err)
	}
	if _, err := s.Apply(t.Context(), Entry{Kind: KindEdit}, ListOf(news(sample(2))...), nil); !errors.Is(err, ErrVanished) {
		t.Errorf("writing: got %v, want ErrVanished", err)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	if err := s.CheckFile(); err != nil {
		t.Errorf("put back: got %v", err)
	}
	apply(t, s, KindEdit, news(sample(2))...)
}
