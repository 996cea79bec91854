package exporttest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"tradewind.app/export"
)

// reader reads the files of a format with programs that are not the feed engine's.
type reader struct {
	// check compares the files that one file of a spec became with the rows that the
	// preview shows of its tables.
	check func(t *testing.T, paths []string, file *export.FileSpec, tables []table)
	// text is the content of a file as a golden file has it.
	text func(t *testing.T, path string, file *export.FileSpec) []byte
}

// readers are those of all formats, by name.
var readers = map[string]reader{
	"csv":     {checkDelimited, decoded},
	"tsv":     {checkDelimited, decoded},
	"rss-xml": {checkRSS, decoded},
	"xml":     {checkXML, decoded},
	"json":    {checkJSON, decoded},
	"xlsx":    {checkWorkbook, workbookText},
}

// table is a table of a spec and what the preview shows of it.
type table struct {
	*export.TableSpec
	view export.Preview
}

// readBack compares what other programs read in the files with the rows that the
// preview shows: Go's own readers always, Python's where Python is.
func readBack(t *testing.T, c *export.Channel) {
	_, report := run(t, c, Options(), everything(c)...)
	views := preview(t, c, Options(), everything(c)...)
	for i := range c.Spec().Files {
		file := &c.Spec().Files[i]
		var tables []table
		for n := range views {
			spec := &c.Spec().Tables[n]
			if len(file.Tables) == 0 || slices.Contains(file.Tables, spec.Name) {
				tables = append(tables, table{spec, views[n]})
			}
		}
		paths := pathsOf(report, file)
		if len(paths) == 0 {
			t.Fatalf("no file of the run is %s", file.Name)
		}
		readers[file.Format.String()].check(t, paths, file, tables)
	}
}

// decoded reads a file's text, without the mark.
func decoded(t *testing.T, path string, file *export.FileSpec) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := file.Encoding.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// python runs a check in which Python reads a file; it is skipped where there is no
// Python.
func python(t *testing.T, path string, check func(t *testing.T)) {
	t.Run("Python reads "+filepath.Base(path), func(t *testing.T) {
		if _, err := exec.LookPath("python3"); err != nil {
			t.Skip("NOT TESTED: there is no python3 here to read the file with; only Go's reader has read it")
		}
		check(t)
	})
}

func runPython(t *testing.T, answer any, program string, args ...string) {
	t.Helper()
	cmd := exec.Command("python3", append([]string{"-c", program}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python3: %v\n%s", err, stderr.Bytes())
	}
	if err := json.Unmarshal(out, answer); err != nil {
		t.Fatal(err)
	}
}

// firstDifference names the first cell that differs.
func firstDifference(got, want [][]string) string {
	for r := range min(len(got), len(want)) {
		for c := range min(len(got[r]), len(want[r])) {
			if got[r][c] != want[r][c] {
				return fmt.Sprintf("row %d, column %d: %q, want %q", r+1, c+1, got[r][c], want[r][c])
			}
		}
		if len(got[r]) != len(want[r]) {
			return fmt.Sprintf("row %d has %d cells, want %d", r+1, len(got[r]), len(want[r]))
		}
	}
	return fmt.Sprintf("%d rows, want %d", len(got), len(want))
}
