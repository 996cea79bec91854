package exporttest

import (
	"archive/zip"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Conform proves that a channel's feeds are whole, within their limits, readable
// by other programs, the same every time, and never half written.
func Conform(t *testing.T, c *export.Channel) {
	t.Run("sound products are ready", func(t *testing.T) { soundAreReady(t, c) })
	t.Run("required columns are filled", func(t *testing.T) { requiredAreFilled(t, c) })
	t.Run("hostile products stay within limits", func(t *testing.T) { limitsHold(t, c) })
	t.Run("other readers read the same", func(t *testing.T) { readBack(t, c) })
	t.Run("the same every time", func(t *testing.T) { sameEveryTime(t, c) })
	t.Run("check and run agree", func(t *testing.T) { checkAgrees(t, c) })
	t.Run("cancel leaves everything as it was", func(t *testing.T) { cancelLeavesNothing(t, c) })
	t.Run("an error leaves everything as it was", func(t *testing.T) { failureLeavesNothing(t, c) })
	t.Run("evil descriptions are tamed", func(t *testing.T) { evilIsTamed(t, c) })
	t.Run("a price of nothing is reported", func(t *testing.T) { zeroIsReported(t, c) })
	t.Run("variants alike are reported", func(t *testing.T) { alikeAreReported(t, c) })
	t.Run("memory does not grow with products", func(t *testing.T) { memoryIsBounded(t, c) })
}

// everything is all that the suite has: sound products and hostile ones.
func everything(c *export.Channel) []*catalog.Product { return append(Sound(), Hostile(c)...) }

// run exports into a fresh folder.
func run(t *testing.T, c *export.Channel, opts export.Options, products ...*catalog.Product) (string, export.Report) {
	t.Helper()
	dir := t.TempDir()
	report, err := export.Run(context.Background(), c, Stream(products...), export.NewDirSink(dir), opts, nil)
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	if len(report.Packed) > 0 {
		unpack(t, dir, &report)
	}
	return dir, report
}

// unpack puts the files of a package beside it, where the checks look for them.
func unpack(t *testing.T, dir string, report *export.Report) {
	t.Helper()
	archive, err := zip.OpenReader(report.Files[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if err := os.CopyFS(dir, archive); err != nil {
		t.Fatal(err)
	}
	report.Files = slices.Clone(report.Packed)
	for i := range report.Files {
		report.Files[i].Path = filepath.Join(dir, report.Files[i].Path)
	}
}

// preview returns the rows of each table of the channel.
func preview(t *testing.T, c *export.Channel, opts export.Options, products ...*catalog.Product) []export.Preview {
	t.Helper()
	views, err := c.PreviewTables(Stream(products...), opts, 1<<20)
	if err != nil {
		t.Fatalf("preview: %v", err)
	}
	return views
}

func soundAreReady(t *testing.T, c *export.Channel) {
	for _, p := range Sound() {
		for _, problem := range c.Check(p, Options()) {
			if problem.Severity == catalog.Blocked {
				t.Errorf("%s is blocked: %s %s %v", p.Handle, problem.Code, problem.Field, problem.Args)
			}
		}
	}
}

func requiredAreFilled(t *testing.T, c *export.Channel) {
	for n, view := range preview(t, c, Options(), Sound()...) {
		if len(view.Rows) < len(Sound()) {
			t.Fatalf("table %q: %d rows of %d products", view.Table, len(view.Rows), len(Sound()))
		}
		for i, column := range c.Spec().Tables[n].Columns {
			if column.Tier != export.Required || column.On != export.EveryRow {
				continue
			}
			for n, row := range view.Rows {
				if row[i] == "" {
					t.Errorf("table %q, row %d: %s is empty", view.Table, n+1, column.Name)
				}
			}
		}
	}
}

func limitsHold(t *testing.T, c *export.Channel) {
	for n, view := range preview(t, c, Options(), everything(c)...) {
		for i, column := range c.Spec().Tables[n].Columns {
			if column.Max.IsZero() || column.List != "" {
				continue
			}
			for n, row := range view.Rows {
				if got := column.Max.Measure(row[i]); got > column.Max.N {
					t.Errorf("table %q, row %d: %s has %d %s, want at most %d", view.Table, n+1, column.Name, got, column.Max.Unit, column.Max.N)
				}
			}
		}
	}
}

func sameEveryTime(t *testing.T, c *export.Channel) {
	opts := Options()
	opts.All = true
	_, one := run(t, c, opts, everything(c)...)
	_, two := run(t, c, opts, everything(c)...)
	for i := range one.Files {
		if got, want := two.Files[i].SHA256, one.Files[i].SHA256; got != want {
			t.Errorf("%s: SHA-256 %s in the second run, %s in the first", filepath.Base(one.Files[i].Path), got, want)
		}
	}
}

// checkAgrees compares what Check says with what Run leaves out.
func checkAgrees(t *testing.T, c *export.Channel) {
	checker := c.Checker(Options())
	var want []string
	for _, p := range everything(c) {
		if export.ReadinessOf(checker.Check(p)) == export.NotReady {
			want = append(want, p.Handle)
		}
	}
	_, report := run(t, c, Options(), everything(c)...)
	var got []string
	for _, s := range report.Skipped {
		got = append(got, s.Handle)
		if len(s.Problems) == 0 {
			t.Errorf("%q was left out without a reason", s.Handle)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("left out %q, want %q", got, want)
	}
	if got, want := report.Products+len(report.Skipped), len(everything(c)); got != want {
		t.Errorf("%d products written or left out, want %d", got, want)
	}
	if len(want) < 3 {
		t.Errorf("only %d hostile products are blocked: the suite proves nothing", len(want))
	}
}

func cancelLeavesNothing(t *testing.T, c *export.Channel) {
	dir, _ := run(t, c, Options(), Sound()[:1]...)
	before := contents(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	stop := func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}
	_, err := export.Run(ctx, c, Stream(Sound()...), export.NewDirSink(dir), Options(), stop)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	same(t, contents(t, dir), before)
}

var errBroken = errors.New("the store broke")

func failureLeavesNothing(t *testing.T, c *export.Channel) {
	dir, _ := run(t, c, Options(), Sound()[:1]...)
	before := contents(t, dir)
	broken := func(yield func(*catalog.Product, error) bool) {
		if yield(Sound()[1], nil) {
			yield(nil, errBroken)
		}
	}
	_, err := export.Run(context.Background(), c, broken, export.NewDirSink(dir), Options(), nil)
	if !errors.Is(err, errBroken) {
		t.Fatalf("got %v, want %v", err, errBroken)
	}
	same(t, contents(t, dir), before)
}

// contents reads every file below a folder; a folder is its name with a slash.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			found[path+"/"] = ""
			return err
		}
		b, err := os.ReadFile(path)
		found[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("the folder has %q, want %q as before", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
}
