package exporttest

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"tradewind.app/export"
)

// checkDelimited reads a delimited table with encoding/csv and Python's csv.
func checkDelimited(t *testing.T, paths []string, file *export.FileSpec, tables []table) {
	for _, path := range paths {
		view := tables[0].view
		want := append(slices.Clone(view.Header), view.Rows...)
		same := func(t *testing.T, reader string, got [][]string) {
			t.Helper()
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s reads other rows in %s: %s", reader, file.Name, firstDifference(got, want))
			}
		}
		same(t, "encoding/csv", goRows(t, path, file))
		python(t, path, func(t *testing.T) { same(t, "Python", pythonRows(t, path, file)) })
	}
}

func delimiter(file *export.FileSpec) rune {
	if file.Format.String() == "tsv" {
		return '\t'
	}
	return ','
}

func goRows(t *testing.T, path string, file *export.FileSpec) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(decoded(t, path, file)))
	r.FieldsPerRecord, r.Comma = -1, delimiter(file)
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return rows
}

// pythonTable prints a table's rows as JSON.
const pythonTable = `
import csv, json, sys
path, encoding, delimiter = sys.argv[1:]
csv.field_size_limit(1 << 30)
with open(path, encoding=encoding, newline="") as f:
    json.dump(list(csv.reader(f, delimiter=delimiter, strict=True)), sys.stdout)
`

// pythonCodecs are Python's names for our encodings; its utf-16 wants the mark.
var pythonCodecs = map[string]string{"utf-8": "utf-8", "utf-8-bom": "utf-8-sig", "utf-16le-bom": "utf-16", "gbk": "gbk", "gb18030": "gb18030"}

func pythonRows(t *testing.T, path string, file *export.FileSpec) [][]string {
	t.Helper()
	var rows [][]string
	runPython(t, &rows, pythonTable, path, pythonCodecs[file.Encoding.String()], string(delimiter(file)))
	return rows
}
