package exporttest

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind.app/export"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before committing them")

// Updating reports whether the tests were asked to write what they compare with.
func Updating() bool { return *update }

// Golden holds the feed of the sound products against testdata/NAME.golden, the
// file's text whatever it is encoded in. Pictures are told by their names.
func Golden(t *testing.T, c *export.Channel) {
	t.Helper()
	dir, _ := run(t, c, Options(), Sound()...)
	for _, file := range c.Spec().Files {
		compareGolden(t, file.Name, decoded(t, filepath.Join(dir, file.Name), file))
	}
	if names := pictureNames(t, dir); len(names) > 0 {
		compareGolden(t, "pictures", []byte(strings.Join(names, "\n")+"\n"))
	}
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

// pictureNames lists the files in the folders of a feed.
func pictureNames(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		if names[i], err = filepath.Rel(dir, names[i]); err != nil {
			t.Fatal(err)
		}
		names[i] = filepath.ToSlash(names[i])
	}
	return names
}
