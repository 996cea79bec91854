package arch_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// What fits on a screen can be read: a longer function has two subjects, a
// longer file too.
const (
	maxFunction = 60  // lines, the signature and the closing brace included
	maxFile     = 400 // lines
)

func TestFunctionsAndFilesStayShort(t *testing.T) {
	files := parseTree(t, "../..")
	if len(files) == 0 {
		t.Fatal("no Go file found: nothing was checked")
	}
	for name, f := range files {
		if n := f.lines; n > maxFile {
			t.Errorf("%s has %d lines, want at most %d", name, n, maxFile)
		}
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := f.line(fn.End()) - f.line(fn.Pos()) + 1; n > maxFunction {
				t.Errorf("%s: %s has %d lines, want at most %d", name, fn.Name.Name, n, maxFunction)
			}
		}
	}
}

// A folder that is seen at a glance has so many files, tests apart.
const (
	maxFolder = 20 // below app
	maxApp    = 25 // of app itself
)

func TestFoldersStaySmall(t *testing.T) {
	count := map[string]int{}
	for name := range parseTree(t, "../../app") {
		count[filepath.ToSlash(filepath.Dir(name))]++
	}
	for folder, n := range count {
		most := maxFolder
		if folder == "../../app" {
			most = maxApp
		}
		if n > most {
			t.Errorf("%s has %d files, want at most %d: give its subjects folders of their own", folder, n, most)
		}
	}
}

func TestPackagesSayWhatTheyOwn(t *testing.T) {
	commented := map[string]bool{}
	for name, f := range parseTree(t, "../..") {
		folder := filepath.Dir(name)
		commented[folder] = commented[folder] || f.ast.Doc != nil
	}
	for folder, ok := range commented {
		if !ok {
			t.Errorf("no package comment in %s", folder)
		}
	}
}

// file is a parsed source file.
type file struct {
	ast   *ast.File
	set   *token.FileSet
	lines int
}

func (f file) line(p token.Pos) int { return f.set.Position(p).Line }

// parseTree reads the sources below root, tests and hidden folders left out.
func parseTree(t *testing.T, root string) map[string]file {
	t.Helper()
	files := map[string]file{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && skipped(d.Name()):
			return filepath.SkipDir
		case d.IsDir(), !strings.HasSuffix(name, ".go"), strings.HasSuffix(name, "_test.go"):
			return nil
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		files[name] = file{parsed, set, set.File(parsed.FileStart).LineCount()}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func skipped(folder string) bool {
	return folder == "build" || folder == "testdata" || strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_")
}
