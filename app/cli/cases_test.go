package cli_test

import (
	"cmp"
	"context"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"tradewind.app/app/cli"
	"tradewind.app/app/cli/casetest"
	"tradewind.app/assets"
)

// later are cases of work that is still to come, and what it is. A case that passes
// is taken out of the list.
var later = map[string]string{
	"bigcommerce-sku-rows":    "layouts of other shop systems",
	"wix-variants":            "layouts of other shop systems",
	"variation-before-parent": "layouts of other shop systems",
	"square-places":           "layouts of other shop systems",
	"stock-by-location-rows":  "stock of several places",
	"sizes-in-a-cell":         "tables of other shapes",
}

// TestCases judges the command line by the cases in testdata/cases.
func TestCases(t *testing.T) {
	ids := map[string]bool{}
	for _, folder := range []string{"testdata/cases/import", "testdata/cases/feeds"} {
		casetest.Run(t, folder, inProcess(t.TempDir()), later)
		for _, id := range casetest.IDs(t, folder) {
			ids[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(later)) {
		if !ids[id] {
			t.Errorf("%s is in the list of later cases, but there is no such case", id)
		}
	}
}

// inProcess runs the command line without a process for each command, and without
// the settings of whoever runs the test.
func inProcess(channels string) casetest.Program {
	return func(ctx context.Context, args []string, out, err io.Writer) int {
		return cli.Main(ctx, args, cli.System{
			In: strings.NewReader(""), Out: out, Err: err, Assets: assets.FS,
			Getenv: func(name string) string {
				return map[string]string{"TRADEWIND_CHANNELS": channels, "LC_ALL": "C"}[name]
			},
		})
	}
}

// TestChineseCases judges the Chinese by the cases that lie beside the checkout, with the
// judge that lies there too. Each of them must hold.
func TestChineseCases(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("NOT TESTED: a hundred catalogues are made, by a shell script")
	}
	shared, err := filepath.Abs(cmp.Or(os.Getenv("TRADEWIND_SHARED"), filepath.Join("..", "..", "..", "shared")))
	if err != nil {
		t.Fatal(err)
	}
	judge := filepath.Join(shared, "data", "cases", "run-chinese")
	python, err := exec.LookPath("python3")
	if _, missing := os.Stat(judge); missing != nil || err != nil {
		t.Skip("NOT TESTED against the cases of Chinese: they or Python are missing (set TRADEWIND_SHARED)")
	}
	program := filepath.Join(t.TempDir(), "tradewind")
	script := "#!/bin/sh\n" + asProgram + "=1 exec '" + os.Args[0] + "' \"$@\"\n"
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), python, judge, program, filepath.Join(shared, "data", "cases", "chinese")).CombinedOutput()
	if err != nil {
		var failed []string
		for line := range strings.Lines(string(out)) {
			if !strings.HasPrefix(line, "ok") {
				failed = append(failed, line)
			}
		}
		t.Errorf("%v\n%s", err, strings.Join(failed, ""))
	}
}
