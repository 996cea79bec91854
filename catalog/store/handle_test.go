package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Where a system has no OFD locks, closing any handle of the open catalogue
// takes SQLite's locks away from the whole process, and another one may then
// write into the middle of a transaction. So files are opened in few places, and
// each of them is known to come before SQLite, or to be about another file.
var opensFiles = map[string]string{
	"firstBytes":  "before SQLite has the file open; see readHeader",
	"openOwn":     "its callers are in this list",
	"holdFile":    "before SQLite has the file open, until after; see forgetOpen",
	"copyAside":   "a log",
	"ownsJournal": "a journal, before SQLite has the file open",
	"copyBytes":   "before SQLite has the file open",
	"gatherPages": "a copy, after SQLite has closed it",
	"emptyFile":   "a log",
	"packInto":    "a finished copy, after SQLite has closed it",
	"unpack":      "a compressed backup, which SQLite cannot open",
	"plainly":     "a new file, before SQLite reads it",

	"compressedContents": "a compressed backup, which SQLite cannot open",

	"makeEmpty":   "a new file, before SQLite fills it",
	"syncFile":    "a finished file that has not got its name yet",
	"syncFolder":  "a folder",
	"writeHolder": "the lock file",
	"readHolder":  "the lock file",
}

func TestFilesAreOpenedInKnownPlaces(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]bool{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || !opens(f) {
				continue
			}
			met[f.Name.Name] = true
			if opensFiles[f.Name.Name] == "" {
				t.Errorf("%s: %s opens files; is it never the open catalogue? Then say so in opensFiles", name, f.Name.Name)
			}
		}
	}
	for name := range opensFiles {
		if !met[name] {
			t.Errorf("%s opens no file any more", name)
		}
	}
}

// opens reports whether a function calls what opens a file's bytes.
func opens(f *ast.FuncDecl) bool {
	calls := map[string][]string{"regular": {"Open", "Read", "OpenIn"}, "os": {"Open", "OpenFile", "Create", "ReadFile", "WriteFile", "CopyFS", "OpenRoot", "OpenInRoot"}}
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if own, ok := call.Fun.(*ast.Ident); ok && own.Name == "openOwn" {
				found = true
			}
		}
		if s, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := s.X.(*ast.Ident); ok && slices.Contains(calls[pkg.Name], s.Sel.Name) {
				found = true
			}
		}
		return true
	})
	return found
}
