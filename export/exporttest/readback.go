package exporttest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"tradewind.app/export"
	"tradewind.app/export/encode"
)

// readBack holds what other programs read in the files against the rows that
// the preview shows: Go's encoding/csv and encoding/xml always, Python's csv and
// xml where Python is.
func readBack(t *testing.T, c *export.Channel) {
	dir, _ := run(t, c, Options(), everything(c)...)
	view := preview(t, c, Options(), everything(c)...)
	want := append(slices.Clone(view.Header), view.Rows...)
	for _, file := range c.Spec().Files {
		path := filepath.Join(dir, file.Name)
		if file.Format == export.RSS {
			readRSS(t, c, path, view)
			continue
		}
		same := func(reader string, got [][]string) {
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s reads other rows in %s: %s", reader, file.Name, firstDifference(got, want))
			}
		}
		same("encoding/csv", goRows(t, path, file))
		t.Run("Python reads "+file.Name, func(t *testing.T) { same("Python", pythonRows(t, path, file)) })
	}
}

func goRows(t *testing.T, path string, file export.FileSpec) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(decoded(t, path, file)))
	r.FieldsPerRecord = -1
	if file.Format == export.TSV {
		r.Comma = '\t'
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return rows
}

// decoded reads a file's text, without the mark.
func decoded(t *testing.T, path string, file export.FileSpec) []byte {
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

// pythonProgram prints a table's rows as JSON.
const pythonProgram = `
import csv, json, sys
path, encoding, delimiter = sys.argv[1:]
csv.field_size_limit(1 << 30)
with open(path, encoding=encoding, newline="") as f:
    json.dump(list(csv.reader(f, delimiter=delimiter, strict=True)), sys.stdout)
`

// pythonCodecs are Python's names for our encodings; its utf-16 wants the mark.
var pythonCodecs = map[string]string{"utf-8": "utf-8", "utf-8-bom": "utf-8-sig", "utf-16le-bom": "utf-16", "gbk": "gbk", "gb18030": "gb18030"}

func pythonRows(t *testing.T, path string, file export.FileSpec) [][]string {
	t.Helper()
	delimiter := ","
	if file.Format == export.TSV {
		delimiter = "\t"
	}
	var rows [][]string
	runPython(t, &rows, pythonProgram, path, pythonCodecs[file.Encoding.String()], delimiter)
	return rows
}

func runPython(t *testing.T, answer any, program string, args ...string) {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("NOT TESTED: there is no python3 here to read the file with; only Go's reader has read it")
	}
	cmd := exec.Command(python, append([]string{"-c", program}, args...)...)
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

// item is what a reader finds in an item of a feed: texts by element.
type item map[string][]string

// pythonXML prints a feed's items as JSON.
const pythonXML = `
import json, sys, xml.etree.ElementTree as tree
items = []
for node in tree.parse(sys.argv[1]).getroot().iter("item"):
    found = {}
    for e in node:
        assert e.tag.startswith("{http://base.google.com/ns/1.0}"), e.tag
        found.setdefault(e.tag.split("}")[1], []).append(e.text or "")
    items.append(found)
json.dump(items, sys.stdout)
`

func readRSS(t *testing.T, c *export.Channel, path string, view export.Preview) {
	t.Helper()
	sameItems(t, "encoding/xml", c, goItems(t, path), view)
	t.Run("Python reads "+filepath.Base(path), func(t *testing.T) {
		var items []item
		runPython(t, &items, pythonXML, path)
		sameItems(t, "Python", c, items, view)
	})
}

func goItems(t *testing.T, path string) []item {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var items []item
	depth, name := 0, ""
	d := xml.NewDecoder(f)
	for {
		token, err := d.Token()
		if err == io.EOF {
			return items
		}
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(path), err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			name = token.Name.Local
			switch {
			case depth == 3 && name == "item":
				items = append(items, item{})
			case depth == 4 && token.Name.Space != encode.GoogleNamespace:
				t.Fatalf("<%s> stands in the namespace %q", name, token.Name.Space)
			}
		case xml.CharData:
			if depth == 4 {
				items[len(items)-1][name] = append(items[len(items)-1][name], string(token))
			}
		case xml.EndElement:
			depth--
		}
	}
}

// sameItems compares items with rows. Of a list's parts only their number can be
// told from a row, where they are joined.
func sameItems(t *testing.T, reader string, c *export.Channel, items []item, view export.Preview) {
	t.Helper()
	if got, want := len(items), len(view.Rows); got != want {
		t.Fatalf("%s finds %d items, want %d", reader, got, want)
	}
	for n, row := range view.Rows {
		for i, column := range c.Spec().Columns {
			got := items[n][column.Name]
			switch {
			case row[i] == "" && len(got) > 0, row[i] != "" && len(got) == 0:
				t.Errorf("%s: item %d: %s is %q, want %q", reader, n+1, column.Name, got, row[i])
			case column.List == "" && row[i] != "" && (len(got) != 1 || got[0] != row[i]):
				t.Errorf("%s: item %d: %s is %q, want %q", reader, n+1, column.Name, got, row[i])
			}
		}
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
