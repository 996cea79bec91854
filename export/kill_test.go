package export_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

const killDir = "TRADEWIND_TEST_EXPORT_DIR"

// TestKillChild is the process that TestKill kills: it exports for ever.
func TestKillChild(t *testing.T) {
	dir := os.Getenv(killDir)
	if dir == "" {
		t.Skip("only TestKill runs this")
	}
	c := demo(t, idAndTitle+twoFiles)
	for round := 0; ; round++ {
		products := func(yield func(*catalog.Product, error) bool) {
			for i := range 2000 {
				p := product()
				p.Handle, p.Title = fmt.Sprint("p", i), fmt.Sprint("round ", round)
				if !yield(p, nil) {
					return
				}
			}
		}
		if _, err := export.Run(context.Background(), c, products, export.NewDirSink(dir), export.Options{}, nil); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKill kills an exporting process at random moments. What lies under the
// file's name is always whole, and of one run.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	rounds := 8
	if testing.Short() {
		rounds = 2
	}
	for range rounds {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKillChild$")
		cmd.Env = append(os.Environ(), killDir+"="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for !exists(filepath.Join(dir, "demo.csv")) {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the process ended by itself")
		}
		wholeFeed(t, dir)
		oneRun(t, dir)
	}
	export1(t, demo(t, idAndTitle+twoFiles), dir, export.Options{}, product())
	if names := list(t, dir); len(names) != 3 {
		t.Errorf("after the next run the folder holds %q", names)
	}
}

// oneRun: what the next run does first makes the files those of one run.
func oneRun(t *testing.T, dir string) {
	if err := begin(t, dir).Discard(); err != nil {
		t.Fatal(err)
	}
	if !exists(filepath.Join(dir, "more.csv")) {
		return // it was killed before the first commit
	}
	if one, two := read(t, dir, "demo.csv"), read(t, dir, "more.csv"); one != two {
		t.Errorf("the files are of two runs: %.40q and %.40q", one, two)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func wholeFeed(t *testing.T, dir string) {
	t.Helper()
	lines := strings.Split(read(t, dir, "demo.csv"), "\n")
	if len(lines) != 4002 || lines[0] != "id,title" || lines[4001] != "" {
		t.Fatalf("%d lines that begin with %q", len(lines), lines[0])
	}
	_, first, _ := strings.Cut(lines[1], ",")
	for _, line := range lines[1:4001] {
		if !strings.HasSuffix(line, ","+first) {
			t.Fatalf("rows of two runs: %q and %q", lines[1], line)
		}
	}
	for _, name := range list(t, dir) {
		if name != "demo.csv" && name != "more.csv" && name != "demo-report.txt" && name != ".demo.tmp" {
			t.Errorf("the folder holds %s", name)
		}
	}
}
