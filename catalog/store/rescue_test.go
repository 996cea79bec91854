package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tradewind.app/catalog"
)

// rescuable is a catalogue with a history and some settings, closed, and what it
// holds.
func rescuable(t *testing.T, count int) (path string, want map[catalog.ID]string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "shop.tradewind")
	s, err := Create(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	products := newGenerator(11).products(count)
	products[count/2].Description += string(make([]byte, 0)) + longText(60_000) // goes on in other pages
	apply(t, s, KindImport, news(products...)...)
	gone := newGenerator(12).products(count / 4)
	for i, p := range gone {
		p.Variants[0].SKU, p.Handle = fmt.Sprintf("GONE-%d", i), fmt.Sprintf("gone-%d", i)
		p.Variants = p.Variants[:1]
	}
	apply(t, s, KindImport, news(gone...)...)
	apply(t, s, KindDelete, deletions(gone)...)
	if _, err := s.SetDocument(t.Context(), Settings, "currency", "USD"); err != nil {
		t.Fatal(err)
	}
	want = contentsOf(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, want
}

func longText(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = 'a' + byte(rand.N(26))
	}
	return string(b)
}

func deletions(products []*catalog.Product) (changes []catalog.Change) {
	for _, p := range products {
		changes = append(changes, catalog.Change{Outcome: catalog.Deleted, Before: p})
	}
	return changes
}

// contentsOf are all products of a store by their ID.
func contentsOf(t *testing.T, s *Store) map[catalog.ID]string {
	t.Helper()
	m := map[catalog.ID]string{}
	for _, p := range all(t, s, catalog.Filter{}) {
		m[p.ID] = string(p.Encode())
	}
	return m
}

// rescue saves a damaged file, which must not be touched, and returns the report
// and what the new catalogue holds. The new one is sound.
func rescue(t *testing.T, path string) (RescueReport, map[catalog.ID]string) {
	t.Helper()
	before := sha256.Sum256(readFile(t, path))
	to := filepath.Join(t.TempDir(), "rescued.tradewind")
	r, err := Rescue(t.Context(), path, to, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if sha256.Sum256(readFile(t, path)) != before {
		t.Fatal("the damaged file was changed")
	}
	wantAlone(t, to)
	s, err := Open(t.Context(), to, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantSound(t, s)
	got := contentsOf(t, s)
	if r.Products != len(got) {
		t.Errorf("the report tells %d products, there are %d", r.Products, len(got))
	}
	return r, got
}

// wantRescued compares: nothing that was deleted or is half a product comes back,
// and what is missing of the rest is told by name, if names were left.
func wantRescued(t *testing.T, r RescueReport, got, want map[catalog.ID]string, least int, named bool) {
	t.Helper()
	if len(got) < least {
		t.Errorf("saved %d of %d products, want %d", len(got), len(want), least)
	}
	for id, body := range got {
		if want[id] != body {
			t.Errorf("product %s is not what it was", id)
		}
	}
	for id := range want {
		told := slices.ContainsFunc(r.NotSaved, func(u Unreadable) bool { return u.ID == id })
		if _, ok := got[id]; named && ok == told {
			t.Errorf("product %s: saved %v, told as not saved %v", id, ok, told)
		}
	}
}

func TestRescueSound(t *testing.T) {
	path, want := rescuable(t, fewer(200))
	r, got := rescue(t, path)
	wantRescued(t, r, got, want, len(want), true)
	if r.Unsure != 0 || r.Double != 0 || r.Documents != 1 || r.Entries != 4 || len(r.Damage) != 0 {
		t.Errorf("got report %+v of a sound catalogue", r)
	}
}

// rootOf is the page at which a table begins.
func rootOf(t *testing.T, path, table string) int {
	t.Helper()
	s, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var root int
	if err := s.reader.QueryRow(`SELECT rootpage FROM sqlite_schema WHERE name = ?`, table).Scan(&root); err != nil {
		t.Fatal(err)
	}
	return root
}

// spoilPage writes over a page.
func spoilPage(t *testing.T, path string, page int) {
	t.Helper()
	b := readFile(t, path)
	for i := range 8192 {
		b[(page-1)*8192+i] = byte(i * 7)
	}
	writeFile(t, path, b)
}

// The roots of the trees are cut off: what hangs below them is found all the same.
func TestRescueWithoutRoots(t *testing.T) {
	original, want := rescuable(t, fewer(400))
	sound := readFile(t, original)
	for _, table := range []string{"product_body", "product", "document", "history_change", "variant", "product_handle_key"} {
		t.Run(table, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "shop.tradewind")
			writeFile(t, path, sound)
			spoilPage(t, path, rootOf(t, path, table))
			r, got := rescue(t, path)
			wantRescued(t, r, got, want, len(want), true)
			if len(r.Damage) == 0 {
				t.Error("no damage is told")
			}
		})
	}
}

// The first page is gone, and with it the header and all names of tables.
func TestRescueWithoutFirstPage(t *testing.T) {
	path, want := rescuable(t, fewer(300))
	spoilPage(t, path, 1)
	r, got := rescue(t, path)
	for id, body := range want {
		if got[id] != body {
			t.Errorf("product %s is not saved as it was", id)
		}
	}
	if extra := len(got) - len(want); extra > len(want)/4 || r.Documents != 1 {
		t.Errorf("%d products too many, %d documents", extra, r.Documents)
	}
}

// A file that is cut: what is in the part that is left is saved.
func TestRescueCutFile(t *testing.T) {
	path, want := rescuable(t, fewer(400))
	b := readFile(t, path)
	writeFile(t, path, b[:len(b)/2/8192*8192+100])
	r, got := rescue(t, path)
	for id, body := range got {
		if want[id] != body && want[id] != "" {
			t.Errorf("product %s is not what it was", id)
		}
	}
	t.Logf("half of the file: %d of %d products", r.Products, len(want))
	if r.Products == 0 {
		t.Error("nothing was saved")
	}
}

// Rows that are bad in a file that is otherwise whole.
func TestRescueBadRows(t *testing.T) {
	path, want := rescuable(t, 100)
	run(t, path, `UPDATE product_body SET body = substr(body, 1, 50) WHERE product IN (3, 4);
		DELETE FROM product_body WHERE product = 5;
		UPDATE document SET body = '"US'`)
	r, got := rescue(t, path)
	wantRescued(t, r, got, want, len(want)-3, true)
	if len(r.NotSaved) != 3 || !r.NotSaved[2].Missing && r.NotSaved[2].Name() == "" || r.Documents != 0 {
		t.Errorf("got report %+v, want three products that are not saved and no document", r)
	}
}

// Pages damaged at random: whatever comes, nothing false is saved, the damaged
// file is not touched, and most is saved.
func TestRescueRandomDamage(t *testing.T) {
	original, want := rescuable(t, fewer(400))
	content := readFile(t, original)
	saved, runs := 0, rounds(12)
	for seed := range runs {
		dice := rand.New(rand.NewPCG(uint64(seed), 3))
		b := slices.Clone(content)
		for range 1 + dice.IntN(4) {
			at := dice.IntN(len(b) - 9000)
			for i := range 1 + dice.IntN(9000) {
				b[at+i] = byte(dice.Uint32())
			}
		}
		path := filepath.Join(t.TempDir(), "shop.tradewind")
		writeFile(t, path, b)
		r, got := rescue(t, path)
		saved += len(got)
		wrong := 0
		for id, body := range got {
			if old, ok := want[id]; ok && old != body {
				wrong++
			}
		}
		if wrong > r.Unsure {
			t.Errorf("seed %d: %d products are not what they were, %d are told as unsure", seed, wrong, r.Unsure)
		}
	}
	t.Logf("saved %d of %d products in %d runs", saved, runs*len(want), runs)
	if saved < runs*len(want)*8/10 {
		t.Errorf("saved %d of %d products", saved, runs*len(want))
	}
}

// What is written to a log that a crash left counts.
func TestRescueWithLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	leaveLog(t, path)
	log := readFile(t, path+"-wal")
	to := filepath.Join(t.TempDir(), "rescued.tradewind")
	r, err := Rescue(t.Context(), path, to, Options{}, nil)
	if err != nil || r.Products != stepCount*stepRows {
		t.Errorf("got %d products (%v), want %d", r.Products, err, stepCount*stepRows)
	}
	if string(readFile(t, path+"-wal")) != string(log) {
		t.Error("the log was changed")
	}
}

func TestRescueRefuses(t *testing.T) {
	path, _ := rescuable(t, 20)
	taken := filepath.Join(t.TempDir(), "taken.tradewind")
	writeFile(t, taken, []byte("x"))
	if _, err := Rescue(t.Context(), path, taken, Options{}, nil); !errors.Is(err, ErrExists) {
		t.Errorf("onto a file: got %v, want ErrExists", err)
	}
	if _, err := Rescue(t.Context(), path, path, Options{}, nil); !errors.Is(err, ErrExists) {
		t.Errorf("onto itself: got %v, want ErrExists", err)
	}
	if _, err := Rescue(t.Context(), taken+"x", taken+"y", Options{}, nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("of nothing: got %v, want ErrNotFound", err)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := Rescue(t.Context(), path, taken+"z", Options{}, nil); !errors.Is(err, ErrLocked) {
		t.Errorf("of an open one: got %v, want ErrLocked", err)
	}
	if names := namesBeside(t, taken); len(names) != 1 {
		t.Errorf("got %v left", names)
	}
}

func namesBeside(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// FuzzPages: no bytes make the reader of pages crash or go on without end.
func FuzzPages(f *testing.F) {
	f.Add([]byte(magic), uint16(0))
	f.Fuzz(func(t *testing.T, page []byte, at uint16) {
		file := make([]byte, 3*8192)
		copy(file[int(at)%len(file):], page)
		n := 0
		p := newPageFile(bytes.NewReader(file), int64(len(file)))
		if err := p.rows(func(foundRow) error { n++; return nil }); err != nil || n > 3*8192 {
			t.Errorf("%d rows, %v", n, err)
		}
	})
}
