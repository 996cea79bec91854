package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
)

// run runs tradewind as a process in dir and fails the test unless it exits with
// code. It returns standard output.
func run(t *testing.T, dir string, code int, args ...string) string {
	t.Helper()
	cmd := process(t, dir, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Fatalf("tradewind %v: %v, exit code %d, want %d\n%s", args, err, got, code, stderr.Bytes())
	}
	return stdout.String()
}

func process(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asProgram+"=1", "LC_ALL=C", "TRADEWIND_CATALOG=", "TRADEWIND_CHANNELS="+dir)
	return cmd
}

// interrupt runs tradewind, which is interrupted at its first sign of progress, and
// returns the exit code and what it said on standard error.
func interrupt(t *testing.T, dir string, args ...string) (code int, stderr string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("NOT TESTED: a process cannot be sent Ctrl+C on Windows")
	}
	cmd := process(t, dir, append(args, "-v")...)
	cmd.Env = append(cmd.Env, interrupted+"=1")
	var said strings.Builder
	cmd.Stderr = &said
	if err := cmd.Run(); err == nil {
		t.Fatalf("tradewind %v was not interrupted\n%s", args, &said)
	}
	return cmd.ProcessState.ExitCode(), said.String()
}

// shop makes a catalogue beside a file of n products and returns their folder.
func shop(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	var csv strings.Builder
	csv.WriteString("SKU,Title,Price,Description\n")
	for i := range n {
		fmt.Fprintf(&csv, "S-%06d,Stainless steel mug number %d,%d.50,%s\n", i, i, 5+i%90, strings.Repeat("Keeps tea warm. ", 20))
	}
	if err := os.WriteFile(filepath.Join(dir, "goods.csv"), []byte(csv.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	run(t, dir, 0, "new", "shop.tradewind")
	return dir
}

// files lists what is in a folder, names of hidden lock files left out.
func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestInterruptedImportLeavesNothing(t *testing.T) {
	dir := shop(t, 4_000)
	code, stderr := interrupt(t, dir, "import", "goods.csv")
	if code != 130 || !strings.Contains(stderr, "tradewind: Interrupted. Nothing was left half done.") {
		t.Errorf("exit code %d, want 130 and the reason\n%s", code, stderr)
	}
	if got := run(t, dir, 0, "products", "--json", "--limit", "1"); got != "" {
		t.Errorf("products = %s, want none", got)
	}
	if got, want := fmt.Sprint(files(t, dir)), "[goods.csv shop.tradewind]"; got != want {
		t.Errorf("files = %s, want %s", got, want)
	}
	run(t, dir, 0, "doctor")
}

func TestInterruptedExportLeavesNothing(t *testing.T) {
	dir := shop(t, 800)
	run(t, dir, 0, "import", "goods.csv")
	code, stderr := interrupt(t, dir, "export", "shopify", "--out", "feeds")
	if code != 130 || !strings.Contains(stderr, "tradewind: Interrupted.") {
		t.Errorf("exit code %d, want 130 and the reason\n%s", code, stderr)
	}
	if got := files(t, filepath.Join(dir, "feeds")); len(got) != 0 {
		t.Errorf("feeds = %q, want nothing", got)
	}
}

// TestOneWriterAtATime holds the catalogue open as the window does: commands that
// look go on, those that write say who is in the way.
func TestOneWriterAtATime(t *testing.T) {
	dir := shop(t, 3)
	run(t, dir, 0, "import", "goods.csv")
	w, err := workspace.Open(t.Context(), filepath.Join(dir, "shop.tradewind"), workspace.Options{Assets: assets.FS})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, args := range [][]string{
		{"products"},
		{"product", "S-000001"},
		{"check", "shopify"},
		{"history"},
		{"doctor"},
		{"settings"},
		{"export", "shopify", "--out", "feeds"},
		{"backup", "copy.tradewind-backup"},
		{"terms", "export", "mine.tsv"},
	} {
		run(t, dir, 0, args...)
	}
	for _, args := range [][]string{
		{"set", "S-000001", "price=1"},
		{"delete", "S-000001"},
		{"import", "goods.csv"},
		{"localize"},
		{"undo"},
		{"settings", "currency=CAD"},
		{"restore", "copy.tradewind-backup"},
	} {
		cmd := process(t, dir, args...)
		out, err := cmd.CombinedOutput()
		if got := cmd.ProcessState.ExitCode(); got != 1 || !strings.Contains(string(out), "shop.tradewind is open in another Tradewind") {
			t.Errorf("tradewind %v: %v, exit code %d, want 1 and who is in the way\n%s", args, err, got, out)
		}
	}
}
