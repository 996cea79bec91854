package export_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// twoFiles is a feed of two tables.
const twoFiles = `
[[files]]
name = "more.csv"
format = "csv"
header = ["{name}"]
`

// stopBetween exports and is stopped when it has replaced the first file: a folder that
// is not empty lies where the second belongs.
func stopBetween(t *testing.T, c *export.Channel, dir string, p *catalog.Product) {
	t.Helper()
	blocked := filepath.Join(dir, "more.csv")
	if err := os.Rename(blocked, blocked+".old"); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(blocked, "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := export.Run(t.Context(), c, stream(p), export.NewDirSink(dir), export.Options{}, nil)
	if err == nil {
		t.Fatal("it was not stopped")
	}
	if err := os.RemoveAll(blocked); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(blocked+".old", blocked); err != nil {
		t.Fatal(err)
	}
}

// TestStoppedBetweenTwoFiles: the report says which run each file is of, and the next
// run completes what the one before began, also when it comes to nothing itself.
func TestStoppedBetweenTwoFiles(t *testing.T) {
	c := demo(t, idAndTitle+twoFiles)
	old, fresh := product(), product()
	old.Title, fresh.Title = "old", "fresh"
	dir := t.TempDir()
	export1(t, c, dir, export.Options{}, old)
	stopBetween(t, c, dir, fresh)

	if one, two := read(t, dir, "demo.csv"), read(t, dir, "more.csv"); !strings.Contains(one, "fresh") || !strings.Contains(two, "old") {
		t.Fatalf("the files are %q and %q, want a fresh and an old one", one, two)
	}
	report := read(t, dir, "demo-report.txt")
	for _, want := range []string{sumOf(t, dir, "demo.csv"), "otherwise of the run before", "more.csv"} {
		if !strings.Contains(report, want) {
			t.Errorf("the report does not tell %q:\n%s", want, report)
		}
	}

	batch := begin(t, dir)
	if got := batch.Completed(); !slices.Equal(got, []string{"more.csv", "demo-report.txt"}) {
		t.Errorf("completed %q, want the second file and the report", got)
	}
	if err := batch.Discard(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"demo.csv", "more.csv"} {
		if got := read(t, dir, name); !strings.Contains(got, "fresh") {
			t.Errorf("%s is %q, want the fresh one", name, got)
		}
	}
	if report := read(t, dir, "demo-report.txt"); strings.Contains(report, "run before") || !strings.Contains(report, sumOf(t, dir, "more.csv")) {
		t.Errorf("the report is not that of the completed run:\n%s", report)
	}
	if names := list(t, dir); !slices.Equal(names, []string{"demo-report.txt", "demo.csv", "more.csv"}) {
		t.Errorf("the folder holds %q", names)
	}
}

// TestNextRunTellsWhatItCompleted in its report.
func TestNextRunTellsWhatItCompleted(t *testing.T) {
	c := demo(t, idAndTitle+twoFiles)
	dir := t.TempDir()
	export1(t, c, dir, export.Options{}, product())
	fresh := product()
	fresh.Title = "fresh"
	stopBetween(t, c, dir, fresh)
	got := export1(t, c, dir, export.Options{}, fresh)
	if want := []string{filepath.Join(dir, "more.csv"), filepath.Join(dir, "demo-report.txt")}; !slices.Equal(got.Completed, want) {
		t.Errorf("completed %q, want %q", got.Completed, want)
	}
	if report := read(t, dir, "demo-report.txt"); !strings.Contains(report, "An earlier run was stopped") || !strings.Contains(report, "Run "+got.Run) {
		t.Errorf("the report does not tell of it:\n%s", report)
	}
}

// TestPlanOfOthers: a plan that somebody has put there leads to no file outside, and
// replaces none that the run has not written.
func TestPlanOfOthers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "feeds")
	stage := filepath.Join(dir, ".demo.tmp")
	if err := os.MkdirAll(stage, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{filepath.Join(stage, ".commit"): "../outside.csv\n\nmissing.csv", filepath.Join(dir, "missing.csv"): "kept"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b := begin(t, dir)
	if got := b.Completed(); len(got) > 0 {
		t.Errorf("completed %q of a plan that names nothing of its own", got)
	}
	if err := b.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := read(t, dir, "missing.csv"); got != "kept" {
		t.Errorf("missing.csv is %q", got)
	}
}

func sumOf(t *testing.T, dir, name string) string {
	t.Helper()
	sum := sha256.Sum256([]byte(read(t, dir, name)))
	return hex.EncodeToString(sum[:])
}
