package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

const idAndTitle = `
[[columns]]
name = "id"
from = "sku"
tier = "required"
[[columns]]
name = "title"
from = "title"
charset = "gbk"
`

func export1(t *testing.T, c *export.Channel, dir string, opts export.Options, products ...*catalog.Product) export.Report {
	t.Helper()
	report, err := export.Run(context.Background(), c, stream(products...), export.NewDirSink(dir), opts, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// list names everything in a folder.
func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	bad := product()
	bad.Handle, bad.Variants[1].SKU = "bad", ""
	got := export1(t, demo(t, idAndTitle), dir, export.Options{}, product(), bad)

	const want = "id,title\nMUG-R,Mug\nMUG-B,Mug\n"
	if text := read(t, dir, "demo.csv"); text != want {
		t.Errorf("the file is %q, want %q", text, want)
	}
	sum := sha256.Sum256([]byte(want))
	file := export.FileReport{Path: filepath.Join(dir, "demo.csv"), Rows: 2, Bytes: int64(len(want)), SHA256: hex.EncodeToString(sum[:])}
	if !slices.Equal(got.Files, []export.FileReport{file}) {
		t.Errorf("files %+v, want %+v", got.Files, file)
	}
	if got.Products != 1 || got.Variants != 2 || len(got.Problems) != 1 || got.Problems[0].Code != "value-missing" || got.Problems[0].Products != 1 {
		t.Errorf("got %+v, want 1 product with 2 variants, and 1 with a missing value", got)
	}
	if len(got.Skipped) != 1 || got.Skipped[0].Handle != "bad" || got.Skipped[0].Problems[0].Code != "value-missing" {
		t.Errorf("skipped %+v, want the bad one and why", got.Skipped)
	}
	if names := list(t, dir); !slices.Equal(names, []string{"demo-report.txt", "demo.csv"}) {
		t.Errorf("the folder holds %q", names)
	}
}

// TestRunAll writes what is blocked, save what the file cannot hold.
func TestRunAll(t *testing.T) {
	dir := t.TempDir()
	blocked, unfit := product(), product()
	blocked.Handle, blocked.Variants[0].SKU = "blocked", ""
	unfit.Handle, unfit.Title = "unfit", "杯™"
	got := export1(t, demo(t, idAndTitle), dir, export.Options{All: true}, blocked, unfit)
	if text := read(t, dir, "demo.csv"); text != "id,title\n,Mug\nMUG-B,Mug\n" {
		t.Errorf("the file is %q", text)
	}
	if got.Products != 1 || len(got.Skipped) != 1 || got.Skipped[0].Handle != "unfit" {
		t.Errorf("got %+v, want only the unfit one skipped", got)
	}
}

func TestRunWithoutProducts(t *testing.T) {
	dir := t.TempDir()
	export1(t, demo(t, idAndTitle), dir, export.Options{})
	if text := read(t, dir, "demo.csv"); text != "id,title\n" {
		t.Errorf("the file is %q, want its header", text)
	}
}

func TestRunProgress(t *testing.T) {
	var got []string
	note := func(done, total int) { got = append(got, fmt.Sprint(done, "/", total)) }
	_, err := export.Run(context.Background(), demo(t, idAndTitle), stream(product(), product()), export.NewDirSink(t.TempDir()), export.Options{Total: 2}, note)
	if err != nil || !slices.Equal(got, []string{"1/2", "2/2"}) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestRunCancelled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := export.Run(ctx, demo(t, idAndTitle), stream(product()), export.NewDirSink(dir), export.Options{}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder made for the run is still there: %v", err)
	}
}

// TestRunCancelledAtTheEnd: a cancel that comes with the last product counts.
func TestRunCancelledAtTheEnd(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stop := func(int, int) { cancel() }
	if _, err := export.Run(ctx, demo(t, idAndTitle), stream(product()), export.NewDirSink(dir), export.Options{}, stop); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if names := list(t, dir); len(names) > 0 {
		t.Errorf("the folder holds %q, want nothing", names)
	}
}

// TestRunAfterAKill: what a killed run left behind goes, what it would have
// replaced stays until the new file is whole.
func TestRunAfterAKill(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, ".demo.tmp", "demo"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".demo.tmp/demo.csv", ".demo.tmp/demo/1.jpg", "demo.csv", "notes.txt", ".other.tmp"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	export1(t, demo(t, idAndTitle), dir, export.Options{}, product())
	if names := list(t, dir); !slices.Equal(names, []string{".other.tmp", "demo-report.txt", "demo.csv", "notes.txt"}) {
		t.Errorf("the folder holds %q", names)
	}
	if text := read(t, dir, "demo.csv"); !strings.HasPrefix(text, "id,title\n") {
		t.Errorf("the file is %q", text)
	}
}

func TestRunSplits(t *testing.T) {
	dir := t.TempDir()
	split := strings.Replace(head, "format = \"csv\"", "format = \"csv\"\nsplit = \"1 KB\"", 1)
	c := channelOf(t, split+idAndTitle, nil)
	var products []*catalog.Product
	for i := range 3 {
		p := product()
		p.Title = strings.Repeat("x", 200)
		p.Handle = fmt.Sprint("p", i)
		products = append(products, p)
	}
	products[2].Title = strings.Repeat("y", 900) // alone larger than a part: it still goes out whole
	got := export1(t, c, dir, export.Options{}, products...)
	want := []string{"demo.csv", "demo-2.csv"}
	for i, name := range want {
		if filepath.Base(got.Files[i].Path) != name {
			t.Errorf("part %d is %s, want %s", i+1, got.Files[i].Path, name)
		}
		if text := read(t, dir, name); !strings.HasPrefix(text, "id,title\n") || int64(len(text)) != got.Files[i].Bytes {
			t.Errorf("%s has no header, or not %d bytes", name, got.Files[i].Bytes)
		}
	}
	if len(got.Files) != 2 || got.Files[0].Rows != 4 || got.Files[1].Rows != 2 {
		t.Errorf("files %+v, want 4 and 2 rows", got.Files)
	}
}

func TestPreview(t *testing.T) {
	blocked := product()
	blocked.Variants[0].SKU = ""
	read := 0
	counted := func(yield func(*catalog.Product, error) bool) {
		for _, p := range []*catalog.Product{blocked, product(), product(), product(), product()} {
			read++
			if !yield(p, nil) {
				return
			}
		}
	}
	got, err := demo(t, idAndTitle).Preview(counted, export.Options{}, 3)
	if err != nil || got.File != "demo.csv" || !slices.Equal(got.Header[0], []string{"id", "title"}) {
		t.Fatalf("got %+v, %v", got, err)
	}
	if len(got.Rows) != 3 || !slices.Equal(got.Rows[2], []string{"MUG-R", "Mug"}) {
		t.Errorf("rows %q, want three, the last being the second product's first", got.Rows)
	}
	if read > 4 {
		t.Errorf("%d products were read for 3 rows", read)
	}
}

func TestPreviewPassesErrorsOn(t *testing.T) {
	broken := errors.New("broken")
	_, err := demo(t, idAndTitle).Preview(func(yield func(*catalog.Product, error) bool) { yield(nil, broken) }, export.Options{}, 3)
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}
