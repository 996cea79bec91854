package exporttest

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"testing"

	"tradewind.app/export"
)

// item is what a reader finds in an item of an RSS feed: texts by element.
type item map[string][]string

// pythonRSS prints a feed's items as JSON.
const pythonRSS = `
import json, sys, xml.etree.ElementTree as tree
namespace = "{" + sys.argv[2] + "}" if sys.argv[2] else ""
items = []
for node in tree.parse(sys.argv[1]).getroot().iter("item"):
    found = {}
    for e in node:
        assert e.tag.startswith(namespace), e.tag
        found.setdefault(e.tag[len(namespace):], []).append(e.text or "")
    items.append(found)
json.dump(items, sys.stdout)
`

// checkRSS reads an RSS feed with encoding/xml and Python's ElementTree.
func checkRSS(t *testing.T, paths []string, file *export.FileSpec, tables []table) {
	for _, path := range paths {
		sameItems(t, "encoding/xml", goItems(t, path, file.RSS.Namespace), tables[0])
		python(t, path, func(t *testing.T) {
			var items []item
			runPython(t, &items, pythonRSS, path, file.RSS.Namespace)
			sameItems(t, "Python", items, tables[0])
		})
	}
}

func goItems(t *testing.T, path, namespace string) []item {
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
			case depth == 4 && token.Name.Space != namespace:
				t.Fatalf("<%s> is in the namespace %q, want %q", name, token.Name.Space, namespace)
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

// sameItems compares items with rows. Of a list's parts only their number is seen in a
// row, where they are joined.
func sameItems(t *testing.T, reader string, items []item, table table) {
	t.Helper()
	if got, want := len(items), len(table.view.Rows); got != want {
		t.Fatalf("%s finds %d items, want %d", reader, got, want)
	}
	for n, row := range table.view.Rows {
		for i, column := range table.Columns {
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
