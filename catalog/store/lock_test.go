package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tradewind.app/catalog"
)

func TestSecondProcessIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(3)...)
	holder := startChild(t, "hold", path)
	if got := holder.line(); got != "open" {
		t.Fatalf("the first process said %q", got)
	}

	_, err := Open(t.Context(), path, Options{})
	if !errors.Is(err, ErrLocked) {
		t.Fatalf("got %v, want ErrLocked", err)
	}
	if want := fmt.Sprintf("process %d on ", holder.Process.Pid); !strings.Contains(err.Error(), want) {
		t.Errorf("got message %q, want %q in it", err, want)
	}
	if _, err := Restore(t.Context(), path, path, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("Restore: got %v, want ErrLocked", err)
	}

	reader, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := reader.Count(t.Context(), catalog.Filter{}); n != 3 || err != nil {
		t.Errorf("the reader got %d products (%v), want 3", n, err)
	}
	if err := reader.Close(); err != nil {
		t.Error(err)
	}

	holder.stdin.Close()
	if err := holder.Wait(); err != nil {
		t.Errorf("the first process ended with %v", err)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	checkAlone(t, path)
}

// A reader sees what is committed while it has the file open, and does not keep
// the writer from ending.
func TestReaderBesideWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	apply(t, s, KindEdit, news(sample(1))...)
	reader := startChild(t, "read", path)
	if got, want := reader.line(), "1 products, 0 findings, read-only: "+ErrReadOnly.Error(); got != want {
		t.Errorf("the reader said %q, want %q", got, want)
	}
	if got := reader.line(); !strings.Contains(got, ErrReadOnly.Error()) {
		t.Errorf("the reader writing said %q, want that it is read-only", got)
	}
	if err := reader.Wait(); err != nil {
		t.Error(err)
	}

	here, err := Open(t.Context(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, KindEdit, news(sample(2))...)
	if n, err := here.Count(t.Context(), catalog.Filter{}); n != 2 || err != nil {
		t.Errorf("the open reader got %d products (%v), want 2", n, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := here.Count(t.Context(), catalog.Filter{}); n != 2 || err != nil {
		t.Errorf("after the writer closed the reader got %d products (%v), want 2", n, err)
	}
	if err := here.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	wantSound(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkAlone(t, path)
}

// What a killed process leaves is no obstacle: its lock ends with it, and what
// it had committed is there.
func TestKilledHolderLeavesNoObstacle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, samples(3)...)
	holder := startChild(t, "hold", path)
	if got := holder.line(); got != "open" {
		t.Fatalf("the process said %q", got)
	}
	holder.kill(t)
	if _, err := os.Stat(lockPath(path)); err != nil {
		t.Fatalf("the killed process left no lock file, so this tests nothing: %v", err)
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantSound(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkAlone(t, path)
}

// Many that open and close at once: never two hold the lock, and the file that
// one removes while another waits for it fools nobody.
func TestLockIsHeldByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	var holders, taken int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				l, err := takeLock(path)
				if errors.Is(err, ErrLocked) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				taken++
				if holders++; holders != 1 {
					t.Errorf("%d hold the lock at once", holders)
				}
				mu.Unlock()
				mu.Lock()
				holders--
				mu.Unlock()
				if err := l.release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if taken == 0 {
		t.Error("nobody got the lock")
	}
	wantAlone(t, path)
}
