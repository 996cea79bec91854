package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"tradewind.app/catalog"
)

// Bytes are changed at random places. Every call ends, with an answer or an
// error; nothing panics and nothing hangs. What cannot be seen through a quick
// look at opening is met later, so all calls are made.
func TestDamagedAnywhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	closedStore(t, path, newGenerator(4).products(fewer(150))...)
	whole := readFile(t, path)
	outcomes, files := map[string]int{}, rounds(50)
	for i := range files {
		r := rand.New(rand.NewPCG(uint64(i), 3))
		b := bytes.Clone(whole)
		for range 1 + r.IntN(30) {
			b[headerSize+r.IntN(len(b)-headerSize)] = byte(r.Uint32())
		}
		reset(t, path, b)
		done := make(chan string)
		go func() { done <- useAll(path) }()
		select {
		case outcome := <-done:
			outcomes[outcome]++
		case <-time.After(5 * time.Minute):
			writeFile(t, filepath.Join(t.ArtifactDir(), "hangs.tradewind"), b)
			t.Fatalf("file %d: still not done after minutes; run with -artifacts to keep it", i)
		}
	}
	t.Logf("%d damaged files: %v", files, outcomes)
	if outcomes["sound"] == files {
		t.Error("no damage was noticed")
	}
}

// useAll makes all sorts of calls and tells where damage was met first.
func useAll(path string) string {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	if err != nil {
		if errors.Is(err, ErrDamaged) || errors.Is(err, ErrForeign) {
			return "refused"
		}
		return "refused: " + err.Error()
	}
	outcome := "sound"
	note := func(what string, err error) {
		if err != nil && outcome == "sound" {
			outcome = what
		}
	}
	note("dump", s.Dump(ctx, io.Discard))
	for _, search := range []string{"", "bamboo", "钢"} {
		_, err := s.Page(ctx, PageQuery{Filter: catalog.Filter{Search: search}, Sort: catalog.Sort{Field: catalog.FieldTitle}})
		note("page", err)
	}
	r, err := s.Check(ctx, nil)
	note("check", err)
	if len(r.Findings) > 0 {
		note("finding", ErrDamaged)
	}
	if e, err := s.LastUndoable(ctx); err == nil {
		_, err := s.Undo(ctx, e.ID, nil)
		note("undo", err)
	}
	_, err = s.Apply(ctx, Entry{Kind: KindImport}, ListOf(news(sample(5000))...), nil)
	note("import", err)
	note("repair", s.Repair(ctx, nil))
	note("close", s.Close())
	return outcome
}
