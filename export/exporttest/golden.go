package exporttest

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tradewind.app/export"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before committing them")

// Updating reports whether the tests were asked to write what they compare with.
func Updating() bool { return *update }

// Golden compares the feed of the sound products with testdata/NAME.golden: the file's
// text whatever it is encoded in, of a workbook its cells. Pictures are listed by name.
func Golden(t *testing.T, c *export.Channel) {
	t.Helper()
	dir, report := run(t, c, Options(), Sound()...)
	for i := range c.Spec().Files {
		file := &c.Spec().Files[i]
		for _, path := range pathsOf(report, file) {
			compareGolden(t, filepath.Base(path), readers[file.Format.String()].text(t, path, file))
		}
	}
	if names := pictureNames(t, dir, report); len(names) > 0 {
		compareGolden(t, "pictures", []byte(strings.Join(names, "\n")+"\n"))
	}
}

// pathsOf are the files of a run that one file of the spec became.
func pathsOf(report export.Report, file *export.FileSpec) []string {
	var paths []string
	for _, f := range report.Files {
		head, tail, each := strings.Cut(filepath.Base(file.Name), "{key}")
		name := filepath.Base(f.Path)
		if name == file.Name || each && strings.HasPrefix(name, head) && strings.HasSuffix(name, tail) {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

func compareGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := errors.Join(os.MkdirAll("testdata", 0o755), os.WriteFile(path, got, 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the test with -update and read the file", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from %s:\n%s", name, path, lineDifference(string(got), string(want)))
	}
}

// lineDifference shows the first line that differs.
func lineDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer than the other"
}

// pictureNames lists what is in the folders of a feed besides its files.
func pictureNames(t *testing.T, dir string, report export.Report) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, path := range paths {
		if slices.ContainsFunc(report.Files, func(f export.FileReport) bool { return f.Path == path }) {
			continue
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.ToSlash(name))
	}
	return names
}
