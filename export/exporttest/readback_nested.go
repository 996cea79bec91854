package exporttest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tradewind.app/export"
	"tradewind.app/export/encode"
)

// values are the values of nested files by their paths without brackets, sorted: an
// array in a file does not say which row of a table an element was.
type values map[string][]string

var brackets = regexp.MustCompile(`\[\d*\]`)

func (v values) add(path, text string) {
	path = brackets.ReplaceAllString(path, "")
	v[path] = append(v[path], text)
}

// expected are the values that the preview shows. The parts of lists are left out, as
// they are joined there.
func expected(tables []table) values {
	want := values{}
	for _, table := range tables {
		for i, column := range table.Columns {
			if column.List != "" {
				continue
			}
			for _, row := range table.view.Rows {
				if row[i] != "" {
					want.add(column.Name, written(&column, row[i]))
				}
			}
		}
	}
	return want
}

// written is a cell's text as a nested file has it.
func written(column *export.Column, text string) string {
	if column.Type.String() != "boolean" {
		return text
	}
	is, _ := encode.ParseBoolean(text)
	return fmt.Sprint(is)
}

func sameValues(t *testing.T, reader string, got values, tables []table) {
	t.Helper()
	for path, want := range expected(tables) {
		slices.Sort(want)
		slices.Sort(got[path])
		if !slices.Equal(got[path], want) {
			t.Errorf("%s: %s has the %d values %.500q, want the %d values %.500q", reader, path, len(got[path]), got[path], len(want), want)
		}
	}
	lists := 0
	for _, table := range tables {
		for i, column := range table.Columns {
			if column.List == "" {
				continue
			}
			lists++
			filled := slices.ContainsFunc(table.view.Rows, func(row []string) bool { return row[i] != "" })
			if path := brackets.ReplaceAllString(column.Name, ""); filled != (len(got[path]) > 0) {
				t.Errorf("%s: %s has %q, filled in the preview: %v", reader, path, got[path], filled)
			}
		}
	}
	if len(got) > len(expected(tables))+lists {
		t.Errorf("%s finds %d paths, the tables have %d", reader, len(got), len(expected(tables))+lists)
	}
}

// checkJSON reads JSON files with encoding/json and Python's json.
func checkJSON(t *testing.T, paths []string, file *export.FileSpec, tables []table) {
	all, fromPython := values{}, values{}
	for _, path := range paths {
		d := json.NewDecoder(bytes.NewReader(decoded(t, path, file)))
		d.UseNumber()
		for {
			var tree any
			if err := d.Decode(&tree); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", filepath.Base(path), err)
			}
			if file.JSON.Member != "" {
				tree = tree.(map[string]any)[file.JSON.Member]
			}
			all.flatten("", tree)
		}
	}
	sameValues(t, "encoding/json", all, tables)
	python(t, file.Name, func(t *testing.T) {
		for _, path := range paths {
			var found [][2]string
			runPython(t, &found, pythonJSON, path, pythonCodecs[file.Encoding.String()], fmt.Sprint(file.JSON.Lines), file.JSON.Member)
			for _, one := range found {
				fromPython.add(one[0], one[1])
			}
		}
		sameValues(t, "Python", fromPython, tables)
	})
}

func (v values) flatten(path string, tree any) {
	switch tree := tree.(type) {
	case map[string]any:
		for name, member := range tree {
			v.flatten(strings.TrimPrefix(path+"."+name, "."), member)
		}
	case []any:
		for _, element := range tree {
			v.flatten(path, element)
		}
	default:
		v.add(path, fmt.Sprint(tree))
	}
}

// pythonJSON prints the paths and values of a JSON file as pairs.
const pythonJSON = `
import json, sys
path, encoding, lines, member = sys.argv[1:]
pairs = []
def flatten(path, tree):
    if isinstance(tree, dict):
        for name, value in tree.items():
            flatten(path + "." + name if path else name, value)
    elif isinstance(tree, list):
        for value in tree:
            flatten(path, value)
    else:
        pairs.append((path, {True: "true", False: "false"}[tree] if isinstance(tree, bool) else tree))
with open(path, encoding=encoding, newline="") as f:
    texts = f.read().split("\n")[:-1] if lines == "true" else [f.read()]
for text in texts:
    tree = json.loads(text, parse_float=str, parse_int=str)
    flatten("", tree[member] if member else tree)
json.dump(pairs, sys.stdout)
`

// checkXML reads XML files with encoding/xml and Python's ElementTree.
func checkXML(t *testing.T, paths []string, file *export.FileSpec, tables []table) {
	all := values{}
	for _, path := range paths {
		all.readXML(t, path, file)
	}
	sameValues(t, "encoding/xml", all, tables)
	python(t, file.Name, func(t *testing.T) {
		found := values{}
		for _, path := range paths {
			var pairs [][2]string
			runPython(t, &pairs, pythonXML, path, file.XML.Namespace, file.XML.Item)
			for _, one := range pairs {
				found.add(one[0], one[1])
			}
		}
		sameValues(t, "Python", found, tables)
	})
}

// readXML adds the attributes and texts of all items of a file.
func (v values) readXML(t *testing.T, path string, file *export.FileSpec) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(decoded(t, path, file)))
	var names []string
	text, leaf := "", false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(path), err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Space != file.XML.Namespace {
				t.Fatalf("<%s> is in the namespace %q, want %q", token.Name.Local, token.Name.Space, file.XML.Namespace)
			}
			text, leaf = "", true
			if names != nil {
				names = append(names, token.Name.Local)
			} else if token.Name.Local == file.XML.Item {
				names = []string{}
			}
			for _, a := range token.Attr {
				if names != nil && a.Name.Local != "xmlns" && a.Name.Space != "xmlns" {
					v.add(strings.Join(append(slices.Clone(names), "@"+a.Name.Local), "."), a.Value)
				}
			}
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			if leaf && len(names) > 0 && text != "" {
				v.add(strings.Join(names, "."), text)
			}
			leaf, text = false, ""
			if len(names) > 0 {
				names = names[:len(names)-1]
			} else {
				names = nil
			}
		}
	}
}

// pythonXML prints the paths and values of an XML file's items as pairs.
const pythonXML = `
import json, sys, xml.etree.ElementTree as tree
path, namespace, item = sys.argv[1:]
prefix = "{" + namespace + "}" if namespace else ""
pairs = []
def flatten(path, e):
    for name, value in e.attrib.items():
        pairs.append((path + "@" + name, value))
    for child in e:
        assert child.tag.startswith(prefix), child.tag
        flatten(path + child.tag[len(prefix):] + ".", child)
    if len(e) == 0 and e.text and path:
        pairs.append((path[:-1], e.text))
for e in tree.parse(path).getroot().iter(prefix + item):
    flatten("", e)
json.dump(pairs, sys.stdout)
`
