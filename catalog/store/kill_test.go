package store

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tradewind.app/catalog"
)

// rounds is how often a test that lives by chance is repeated: a few times with
// -short (which the race detector is run with, and makes ten times as slow), and
// as often as the environment variable TORTURE says.
func rounds(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("TORTURE")); err == nil && n > usual {
		return n
	}
	if testing.Short() {
		return max(usual/10, 2)
	}
	return usual
}

// fewer is a number of products for a test whose subject is not their number: a
// quarter with -short.
func fewer(usual int) int {
	if testing.Short() {
		return usual / 4
	}
	return usual
}

// An import that is killed happened wholly or not at all, whenever that is: half
// of the kills fall anywhere, the other half around the commit.
func TestKilledImportIsAllOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(50)...)
	template := readFile(t, path)
	whole := runWhole(t, path)
	outcomes, kills := map[string]int{}, rounds(20)
	for i := range kills {
		reset(t, path, template)
		c := startChild(t, "import", path)
		delay := time.Duration(rand.Int64N(int64(whole)))
		if i%2 == 1 {
			for line := c.line(); line != "commit"; line = c.line() {
				if strings.HasPrefix(line, "error") || line == "" {
					t.Fatalf("the import said %q", line)
				}
			}
			delay = time.Duration(rand.Int64N(int64(whole) / 2))
		}
		time.Sleep(delay)
		c.kill(t)
		outcomes[afterKill(t, path)]++
	}
	t.Logf("%d kills: %v", kills, outcomes)
}

// reset puts the catalogue back as it was before the import, and nothing beside it.
func reset(t *testing.T, path string, template []byte) {
	t.Helper()
	for _, name := range []string{path, lockPath(path), BackupFolder(path), path + "-wal", path + "-shm", path + "-journal"} {
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
	}
	writeFile(t, path, template)
}

// runWhole lets an import run to its end and tells how long it took.
func runWhole(t *testing.T, path string) time.Duration {
	t.Helper()
	start := time.Now()
	c := startChild(t, "import", path)
	for line := c.line(); line != "done"; line = c.line() {
		if strings.HasPrefix(line, "error") || line == "" {
			t.Fatalf("the import said %q", line)
		}
	}
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	return time.Since(start)
}

// afterKill opens what a killed import left and tells what became of it.
func afterKill(t *testing.T, path string) string {
	t.Helper()
	left := "clean"
	if sizeOf(path+"-wal") > 0 {
		left = "with a log"
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatalf("after a kill: %v", err)
	}
	defer s.Close()
	wantSound(t, s)
	products, err := s.Count(t.Context(), catalog.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.Count(t.Context(), catalog.Filter{Search: "CHILD-"})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := s.History(t.Context(), 10, 0)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case products == 50 && found == 0 && len(entries) == 1:
		return "nothing, " + left
	case products == 50+childRows && found == childRows && len(entries) == 2 && entries[0].Counts.New == childRows:
		return "all, " + left
	}
	t.Errorf("got %d products, %d found, %d entries: neither all nor nothing", products, found, len(entries))
	return "half"
}
