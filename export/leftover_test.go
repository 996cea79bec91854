package export

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
)

var errStuck = errors.New("invalid function")

// stuckSink cannot remove a folder once a file was renamed out of it.
func stuckSink(dir string) *DirSink {
	return &DirSink{dir, func(root *os.Root, name string) error {
		if _, err := root.Lstat(name); err == nil {
			return errStuck
		}
		return nil
	}}
}

const leftoverSpec = `name = "demo"
title = { en = "Demo", zh-Hans = "示例" }
locale = "en"
currency = "USD"
source = "the demo's rules"
checked = 2026-11-01
version = "3"
rows = "variant"
[[files]]
name = "demo.csv"
format = "csv"
header = ["{name}"]
[[columns]]
name = "id"
from = "sku"
`

// TestWholeFeedIsNoError: the files are in their places, so that the run has done
// what it was asked; what it could not remove is named, and is in nobody's way.
func TestWholeFeedIsNoError(t *testing.T) {
	c := leftoverChannel(t)
	dir := t.TempDir()
	products := func(yield func(*catalog.Product, error) bool) {
		yield(&catalog.Product{ID: "1", Handle: "mug", Title: "Mug", Variants: []catalog.Variant{{ID: "2", SKU: "M"}}}, nil)
	}
	for n, want := range []string{".demo.tmp", ".demo-2.tmp", ".demo-3.tmp"} {
		report, err := Run(t.Context(), c, products, stuckSink(dir), Options{All: true}, nil)
		if err != nil {
			t.Fatalf("run %d: %v", n, err)
		}
		if report.Leftover != filepath.Join(dir, want) || report.Products != 1 {
			t.Errorf("run %d: %d products, leftover %q, want %s", n, report.Products, report.Leftover, want)
		}
	}
	report, err := Run(t.Context(), c, products, NewDirSink(dir), Options{All: true}, nil)
	if err != nil || report.Leftover != "" {
		t.Errorf("got %q, %v, want nothing left", report.Leftover, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "demo.csv")); err != nil {
		t.Error(err)
	}
}

// TestStagesEnd: a folder that fills up with what cannot be removed is an error at
// last, with its reason.
func TestStagesEnd(t *testing.T) {
	sink := stuckSink(t.TempDir())
	for range mostStages {
		b, err := sink.Begin("demo")
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Discard(); !errors.Is(err, errStuck) {
			t.Errorf("got %v, want %v", err, errStuck)
		}
	}
	if _, err := sink.Begin("demo"); !errors.Is(err, errStuck) {
		t.Errorf("got %v, want %v", err, errStuck)
	}
}

// TestRemoveByName empties a folder without going through the links in it.
func TestRemoveByName(t *testing.T) {
	outside, dir := t.TempDir(), filepath.Join(t.TempDir(), ".demo.tmp")
	kept := filepath.Join(outside, "kept.jpg")
	for _, name := range []string{kept, filepath.Join(dir, "a.csv"), filepath.Join(dir, "demo", "1.tbi")} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(dir, "demo", "link")); err != nil {
		t.Logf("NOT TESTED: no links here: %v", err)
	}
	if err := removeByName(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v, want it gone", err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}

func leftoverChannel(t *testing.T) *Channel {
	t.Helper()
	spec, err := ParseSpec(fstest.MapFS{"demo.toml": {Data: []byte(leftoverSpec)}}, "demo.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewChannel(spec, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
