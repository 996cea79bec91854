package cli_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// diskSizes is at how many sizes of free space each command is tried: from none at
// all to more than it needs.
const diskSizes = 40

// freeSpace grows with the square: most turns lie where there is little.
func freeSpace(n int) int64 { return int64(n) * int64(n) * 5 << 9 }

// productsOnDisk is how many products each side of a command has.
const productsOnDisk = 200

// What a command says on a disk that is full, or that it fills, is what happened:
// exit code 0 means that everything is written, any other that nothing is, and
// the reason is the disk.
func TestMessageMatchesStateOnFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT TESTED with -short: what is said on a full disk, at 40 sizes")
	}
	seed, sheet := seedCatalogue(t)
	before := stateOf(t, seed)
	commands := map[string][]string{
		"import":   {"import", sheet},
		"localize": {"localize"},
		"undo":     {"undo"},
	}
	for name, args := range commands {
		t.Run(name, func(t *testing.T) {
			dir := smallDisk(t, 16<<20)
			outcomes := map[string]int{}
			for n := range diskSizes {
				outcomes[tryOnDisk(t, dir, seed, before, freeSpace(n), args)]++
			}
			t.Logf("outcomes: %v", outcomes)
			for _, must := range []string{"written", "written, log left", "nothing written"} {
				if outcomes[must] == 0 {
					t.Errorf("got outcomes %v; %q must come up too, or this does not test it", outcomes, must)
				}
			}
		})
	}
}

// smallDisk mounts a disk of so many bytes.
func smallDisk(t *testing.T, bytes int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", bytes)); err != nil {
		t.Skipf("NOT TESTED: what is said on a full disk; mounting a small one needs root: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// seedCatalogue makes a catalogue with an import that can be undone, and another
// file to import.
func seedCatalogue(t *testing.T) (catalogue, sheet string) {
	t.Helper()
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first.csv"), filepath.Join(dir, "second.csv")
	writeRows(t, first, "A", productsOnDisk)
	writeRows(t, second, "B", productsOnDisk)
	catalogue = filepath.Join(dir, "seed.tradewind")
	for _, args := range [][]string{{"new", catalogue}, {"--catalog", catalogue, "import", first}} {
		if code, said := command(t, args...); code != 0 {
			t.Fatalf("%v: exit code %d: %s", args, code, said)
		}
	}
	return catalogue, second
}

func writeRows(t *testing.T, path, prefix string, count int) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("SKU,Title,Price,Description\n")
	for i := range count {
		fmt.Fprintf(&b, "%s-%d,Bamboo Bowl %d %s,%d.50,%s\n", prefix, i, i, prefix, 1+i%90, strings.Repeat("A bowl of bamboo. ", 20))
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// tryOnDisk runs a command with so much room, and holds what it says against what
// is in the file when there is room again.
func tryOnDisk(t *testing.T, dir, seed, before string, free int64, args []string) string {
	t.Helper()
	path, filler := filepath.Join(dir, "shop.tradewind"), filepath.Join(dir, "filler")
	content, err := os.ReadFile(seed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	fill(t, filler, free)
	code, said := command(t, append([]string{"--catalog", path}, args...)...)
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	after := stateOf(t, path)
	where := fmt.Sprintf("%s with %d KB free: exit code %d: %s", args[0], free>>10, code, strings.TrimSpace(said))
	switch {
	case code == 0 && after == before:
		t.Errorf("%s; yet nothing is written", where)
	case code != 0 && after != before:
		t.Errorf("%s; yet it is written", where)
	case code != 0 && !tellsOfTheDisk(said):
		t.Errorf("%s; the disk was full", where)
	case strings.Contains(said, "nothing was changed") != (code != 0):
		t.Errorf("%s; the sentence does not fit the exit code", where)
	}
	emptyFolder(t, dir)
	switch {
	case code != 0:
		return "nothing written"
	case strings.Contains(said, "All changes are saved, but the disk is full"):
		return "written, log left"
	}
	return "written"
}

func tellsOfTheDisk(said string) bool {
	return strings.Contains(said, "The disk is full") || strings.Contains(said, "Make room on the disk")
}

// stateOf is everything that a catalogue holds.
func stateOf(t *testing.T, path string) string {
	t.Helper()
	w, err := workspace.Open(context.Background(), path, workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	report, err := w.Doctor(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		t.Errorf("doctor found %s %d times: %s", f.Kind, f.Count, f.Detail)
	}
	var b strings.Builder
	if err := errors.Join(w.Dump(t.Context(), &b), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fill writes a file until the disk has no more than so many bytes left.
func fill(t *testing.T, path string, leave int64) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	var written int64
	for size := 1 << 16; size > 0; {
		n, err := f.Write(make([]byte, size))
		if written += int64(n); err != nil {
			size /= 2
		}
	}
	if err := errors.Join(f.Truncate(max(0, written-leave)), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func emptyFolder(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
}
