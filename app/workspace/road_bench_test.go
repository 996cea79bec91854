//go:build unix

package workspace_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tradewind.app/app/workspace"
	"tradewind.app/assets"
	"tradewind.app/catalog"
)

// The road is measured in processes of their own, so that each step's CPU time
// (user and system) and peak memory are its own. The test binary is the process:
// these variables tell it which step to take.
const (
	stepVar    = "TRADEWIND_ROAD_STEP"
	fileVar    = "TRADEWIND_ROAD_FILE"
	catalogVar = "TRADEWIND_ROAD_CATALOG"
)

// steps are the road's, and the bare pass over the sheet that they are compared with.
var steps = map[string]func(ctx context.Context, file, path string) error{
	"excelize": func(_ context.Context, file, _ string) error { return bareExcelize(file) },
	"import":   func(ctx context.Context, file, path string) error { return importInto(ctx, file, path, 0) },
	"reimport": func(ctx context.Context, file, path string) error { return importInto(ctx, file, path, 1) },
	"undo":     undoLast,
	"localize": localizeAll,
	"taobao":   exportTo("taobao"),
	"google":   exportTo("google"),
	"shopify":  exportTo("shopify"),
}

func TestMain(m *testing.M) {
	step, ok := steps[os.Getenv(stepVar)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := step(context.Background(), os.Getenv(fileVar), os.Getenv(catalogVar)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// bareExcelize reads every row of the first sheet, and does nothing with it.
func bareExcelize(file string) error {
	f, err := excelize.OpenFile(file, excelize.Options{RawCellValue: true})
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return err
	}
	for rows.Next() {
		if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
			return err
		}
	}
	return rows.Error()
}

// with opens the catalogue, makes it when it is not there, and closes it.
func with(ctx context.Context, path string, do func(*workspace.Workspace) error) error {
	open := workspace.Open
	if _, err := os.Stat(path); err != nil {
		open = workspace.Create
	}
	w, err := open(ctx, path, workspace.Options{Assets: assets.FS})
	if err != nil {
		return err
	}
	if err := do(w); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}

// importInto imports the file; known says whether it was imported before: then every
// product must be the same, and nothing is written.
func importInto(ctx context.Context, file, path string, known int) error {
	return with(ctx, path, func(w *workspace.Workspace) error {
		r, err := w.Import(ctx, workspace.ImportRequest{File: file}, nil)
		if err == nil && (known == 1 && (r.Same == 0 || r.New+r.Changed > 0 || r.Entry != "") || known == 0 && r.New == 0) {
			err = fmt.Errorf("the import did something else: %d new, %d changed, %d same", r.New, r.Changed, r.Same)
		}
		return err
	})
}

func undoLast(ctx context.Context, _, path string) error {
	return with(ctx, path, func(w *workspace.Workspace) error {
		_, err := w.Undo(ctx, "", nil)
		return err
	})
}

func localizeAll(ctx context.Context, _, path string) error {
	return with(ctx, path, func(w *workspace.Workspace) error {
		_, err := w.Localize(ctx, workspace.LocalizeRequest{To: catalog.SimplifiedChinese}, nil)
		return err
	})
}

func exportTo(channel string) func(context.Context, string, string) error {
	return func(ctx context.Context, _, path string) error {
		return with(ctx, path, func(w *workspace.Workspace) error {
			r, err := w.Export(ctx, workspace.ExportRequest{
				Channel: channel, Dir: filepath.Join(filepath.Dir(path), "feeds"), Rates: map[string]string{"USD": "7.12"},
				PageURL: "https://shop.example/products/{handle}", PictureURL: "https://shop.example/pictures/{file}",
			}, nil)
			if err == nil && r.Products == 0 {
				err = fmt.Errorf("%s wrote no product", channel)
			}
			return err
		})
	}
}

// cost is what a step took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // bytes
}

func run(b *testing.B, step, file, path string) cost {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), stepVar+"="+step, fileVar+"="+file, catalogVar+"="+path)
	begun := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", step, err, out)
	}
	wall := time.Since(begun)
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall, usage.Maxrss << 10}
}

// generate writes a merchant's workbook of n products with the generator beside
// the checkout, and skips where it is missing.
func generate(b *testing.B, n int) string {
	b.Helper()
	gen, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", "bench", "gen"))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := os.Stat(gen); err != nil {
		b.Skipf("NOT MEASURED: the generator of workbooks is missing: %v", err)
	}
	file := filepath.Join(b.TempDir(), fmt.Sprintf("cat%d.xlsx", n))
	cmd := exec.CommandContext(b.Context(), "go", "run", ".", "-n", strconv.Itoa(n), "-o", file)
	cmd.Dir = gen
	cmd.Stdout, cmd.Stderr = io.Discard, os.Stderr
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	return file
}

// BenchmarkRoad takes 10,000 products the whole road and reports each step's CPU time
// and elapsed time as ratios of a bare excelize pass over the same file, in the same run.
func BenchmarkRoad(b *testing.B) {
	roadOf(b, 10_000, []string{"excelize", "import", "reimport", "localize", "taobao", "google", "shopify"})
}

// BenchmarkRoadUndo is apart: what is undone must be the import itself.
func BenchmarkRoadUndo(b *testing.B) {
	roadOf(b, 10_000, []string{"excelize", "import", "undo"})
}

// BenchmarkRoad100k and BenchmarkRoad500k report how memory grows with the file.
func BenchmarkRoad100k(b *testing.B) {
	if testing.Short() {
		b.Skip("NOT MEASURED: 100,000 products take minutes")
	}
	roadOf(b, 100_000, []string{"excelize", "import", "reimport", "undo"})
}

func BenchmarkRoad500k(b *testing.B) {
	if testing.Short() {
		b.Skip("NOT MEASURED: 500,000 products take many minutes")
	}
	roadOf(b, 500_000, []string{"excelize", "import"})
}

func roadOf(b *testing.B, n int, steps []string) {
	file := generate(b, n)
	costs := map[string][]cost{}
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "road.tradewind")
		for _, step := range steps {
			costs[step] = append(costs[step], run(b, step, file, path))
		}
		if err := os.Remove(path); err != nil {
			b.Fatal(err)
		}
	}
	base := median(costs["excelize"])
	for _, step := range steps {
		c := median(costs[step])
		b.ReportMetric(c.cpu.Seconds()/base.cpu.Seconds(), step+"-x")
		b.ReportMetric(c.wall.Seconds()/base.wall.Seconds(), step+"-wall-x")
		b.ReportMetric(float64(c.peak>>20), step+"-MB")
	}
}

func median(costs []cost) cost {
	sorted := slices.SortedFunc(slices.Values(costs), func(a, b cost) int { return int(a.cpu - b.cpu) })
	return sorted[len(sorted)/2]
}
