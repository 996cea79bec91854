// Package casetest judges the command line by cases that are kept as data: small
// spreadsheets, products and settings that once came out wrong, and what must
// be true of them.
//
// A folder of cases has a cases.json and the files that it names. Each case gets a
// fresh catalogue in a folder of its own, runs its steps, and is judged by values:
// what `products --json` has, what `import --json` counted, where problems lie,
// which state `check --json` gives, what the exported files contain. Sentences are
// not judged, so that they may be worded anew.
//
// A case:
//
//	id, files  a name; the files that are copied from the folder
//	steps      lists of words of the command line, without --json, --catalog and
//	           --out (exports go to the folder out); "plain" before them asks for
//	           text instead of JSON
//	assert     a list of assertions; all must be true
//	severity   5 (wrong goods or prices without a word) down to 1
//	root, must where it comes from; what must be true, in one sentence
//
// An assertion names a step, counted from 1; otherwise it is about every step, or
// about the last one that fits:
//
//	{"products": 5} {"variants": 7}              how many the catalogue has
//	{"variant": {..}, "has": {..}}               one fits the first and the second
//	{"no_variant": {..}}                         none fits
//	{"together": ["A", "B"], "size": 2}          SKUs of one product
//	{"kept": ["3.50"], "in": {..}}               is somewhere in that product
//	{"import": {"new": 0, "changed": 2}}         counts of an import
//	{"exit": [0, 3]} {"problems": 3}             exit code; at most so many problems
//	{"told": {..}} {"not_told": {..}}            a problem that fits a description
//	{"account": "regexp"}                        what an import says besides in JSON
//	{"state": ["blocked"], "sku": "A", "channel": "google"}
//	{"file": "google.tsv", "row": {..}, "has": {..}}  also "rows": 3, "xml": true,
//	                                             "differ": "link" with "of": [{..}, {..}]
//	{"output": "regexp"} {"output_not": ".."}    text of a plain step, or of a file
//	{"line": {"has": ["..", ".."], "lacks": ".."}}  a line of it that fits them all
//	{"any": [..]} {"all": [..]} {"not": {..}}    of assertions
//
// A wanted value: null is absent or empty; a number is equal as a number, a text as
// a text; {"near": 567} within half a percent; {"re": ".."}; {"has": ".."};
// {"twice": "regexp"} its first group finds one text twice; {"any": [..]};
// {"not": ..}. The keys of a variant are those of flat.
package casetest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A Program runs one command of the command line and returns its exit code.
type Program func(ctx context.Context, args []string, out, err io.Writer) int

// A Case is an entry of cases.json.
type Case struct {
	ID       string           `json:"id"`
	Severity int              `json:"severity"`
	Root     string           `json:"root"`
	Must     string           `json:"must"`
	Files    []string         `json:"files"`
	Steps    [][]string       `json:"steps"`
	Assert   []map[string]any `json:"assert"`
}

// Run judges the program by every case of a folder. A case named in later belongs
// to work that is still to come: that it fails is only logged, and once it passes
// the test fails until it is taken out of the list.
func Run(t *testing.T, folder string, program Program, later map[string]string) {
	for _, c := range read(t, folder) {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			why, belongs := try(t, c, folder, program), later[c.ID]
			switch {
			case belongs != "" && why == "" && testing.Short():
				t.Logf("passes: take it out of the list of later cases (%s)", belongs)
			case belongs != "" && why == "":
				t.Errorf("passes: take it out of the list of later cases (%s)", belongs)
			case belongs != "":
				t.Logf("later (%s): %s", belongs, why)
			case why != "":
				t.Errorf("%s\nmust hold: %s\nsource: %s", why, c.Must, c.Root)
			}
		})
	}
}

// IDs returns the names of a folder's cases.
func IDs(t *testing.T, folder string) []string {
	t.Helper()
	var ids []string
	for _, c := range read(t, folder) {
		ids = append(ids, c.ID)
	}
	return ids
}

func read(t *testing.T, folder string) []Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "cases.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []Case
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	dec.DisallowUnknownFields()
	if err := dec.Decode(&cases); err != nil {
		t.Fatalf("%s: %v", folder, err)
	}
	seen := map[string]bool{}
	for _, c := range cases {
		if c.ID == "" || c.Must == "" || len(c.Steps) == 0 || len(c.Assert) == 0 || seen[c.ID] {
			t.Fatalf("%s: case %q is not whole, or there twice", folder, c.ID)
		}
		seen[c.ID] = true
	}
	return cases
}

// try runs a case and returns why it does not have, or "".
func try(t *testing.T, c Case, folder string, program Program) string {
	t.Helper()
	r, err := play(t, c, folder, program)
	if err != nil {
		return err.Error()
	}
	j := judge{TB: t, run: r}
	for _, a := range c.Assert {
		if why := j.assertion(a); why != "" {
			return fmt.Sprintf("%s%s", why, r.said())
		}
	}
	return ""
}
