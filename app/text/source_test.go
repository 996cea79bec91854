package text

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// use is a place in the tree that makes a problem or says a message.
type use struct {
	code string
	at   token.Position
	args []string // the arguments it gives; nil when they are not written out
	open bool     // args could not be read
}

// tree is what the sources say.
type tree struct {
	uses     []use
	words    map[string]bool     // every string literal
	wrappers map[string]int      // functions that take a code, and which argument it is
	named    map[string][]string // what constants and lists of constants hold, by name
	// sentinels are the exported errors that are variables: "store.ErrNewer".
	sentinels []string
}

// takesPairs are the functions whose calls write all arguments out, and where
// the pairs of name and value begin.
var takesPairs = map[string]int{"NewProblem": 3, "Say": 1, "say": 1, "Fail": 1, "Because": 2, "Refuse": 1}

// learn notes functions with a parameter called code, constants, and lists.
func (t *tree) learn(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		t.learnFunc(d)
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if v, ok := spec.(*ast.ValueSpec); ok && len(v.Names) == len(v.Values) {
				for i, name := range v.Names {
					t.named[name.Name] = t.literals(v.Values[i], nil)
				}
			}
		}
	}
}

func (t *tree) noteSentinels(f *ast.File) {
	for _, decl := range f.Decls {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.VAR {
			continue
		}
		for _, spec := range d.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if strings.HasPrefix(name.Name, "Err") {
					t.sentinels = append(t.sentinels, f.Name.Name+"."+name.Name)
				}
			}
		}
	}
}

func (t *tree) learnFunc(f *ast.FuncDecl) {
	at := 0
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			if kind, ok := field.Type.(*ast.Ident); ok && kind.Name == "string" && name.Name == "code" {
				t.wrappers[f.Name.Name] = at
			}
			at++
		}
	}
}

func readTree(t *testing.T) *tree {
	t.Helper()
	found := &tree{words: map[string]bool{}, wrappers: map[string]int{}, named: map[string][]string{}}
	files := token.NewFileSet()
	var decls []ast.Decl
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "build" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2):
			return filepath.SkipDir
		case d.IsDir(), !strings.HasSuffix(path, ".go"), strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		decls = append(decls, f.Decls...)
		found.noteSentinels(f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time for lists that stand before their constants
		for _, decl := range decls {
			found.learn(decl)
		}
	}
	for _, decl := range decls {
		found.read(files, decl)
	}
	if len(found.uses) < 10 {
		t.Fatalf("found %d uses of messages: the sources were not read", len(found.uses))
	}
	return found
}

// codeForm keeps SKUs, handles and names out, which are called codes elsewhere.
var codeForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// read collects the uses of one declaration.
func (t *tree) read(files *token.FileSet, decl ast.Decl) {
	given := t.assigned(decl)
	add := func(code ast.Expr, u use) {
		u.at = files.Position(code.Pos())
		for _, word := range t.literals(code, given) {
			if codeForm.MatchString(word) {
				u.code = word
				t.uses = append(t.uses, u)
			}
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if word, err := strconv.Unquote(n.Value); err == nil {
				t.words[word] = true
			}
		case *ast.CallExpr:
			if at, rest := t.messageCall(n); at >= 0 && len(n.Args) > at {
				add(n.Args[at], use{args: t.names(n.Args, rest), open: rest < 0 || n.Ellipsis.IsValid()})
			}
		case *ast.FuncDecl:
			if n.Name.Name == "Message" {
				addReturned(n, func(e ast.Expr) { add(e, use{open: true}) })
			}
		case *ast.CompositeLit:
			if code := problemCode(n); code != nil {
				add(code, use{open: true})
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if s, ok := left.(*ast.SelectorExpr); ok && s.Sel.Name == "Code" && len(n.Lhs) == len(n.Rhs) {
					add(n.Rhs[i], use{open: true})
				}
			}
		}
		return true
	})
}

// messageCall tells which argument of a call is the code, and where its pairs
// of name and value begin, -1 when that is not known. Code is -1 when the call
// has nothing to do with messages.
func (t *tree) messageCall(call *ast.CallExpr) (code, pairs int) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	code, ok := t.wrappers[name]
	if !ok {
		return -1, -1
	}
	if pairs, ok = takesPairs[name]; !ok {
		return code, -1
	}
	return code, pairs
}

// addReturned finds the code that a Message method returns first.
func addReturned(f *ast.FuncDecl, add func(ast.Expr)) {
	ast.Inspect(f, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) > 0 {
			add(r.Results[0])
		}
		return true
	})
}

// names reads every second argument, from the first pair on.
func (t *tree) names(args []ast.Expr, from int) []string {
	if from < 0 {
		return nil
	}
	var list []string
	for i := from; i < len(args); i += 2 {
		list = append(list, t.literals(args[i], nil)...)
	}
	return list
}

// problemCode finds the code in a literal such as catalog.Problem{Code: "x"}.
func problemCode(lit *ast.CompositeLit) ast.Expr {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok && (key.Name == "Code" || key.Name == "tells") {
				return kv.Value
			}
		}
	}
	return nil
}

// literals returns what an expression may be: itself, what was given to the
// variable or constant that it names, or the elements of a list.
func (t *tree) literals(e ast.Expr, given map[string][]string) []string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if word, err := strconv.Unquote(e.Value); err == nil && word != "" {
			return []string{word}
		}
	case *ast.Ident:
		return append(given[e.Name], t.named[e.Name]...)
	case *ast.CompositeLit:
		var list []string
		for _, element := range e.Elts {
			list = append(list, t.literals(element, given)...)
		}
		return list
	}
	return nil
}

// assigned lists the strings that a function gives to its variables.
func (t *tree) assigned(decl ast.Decl) map[string][]string {
	given := map[string][]string{}
	give := func(to, from ast.Expr) {
		if name, ok := to.(*ast.Ident); ok {
			given[name.Name] = append(given[name.Name], t.literals(from, nil)...)
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					give(n.Lhs[i], n.Rhs[i])
				}
			}
		case *ast.RangeStmt:
			give(n.Value, n.X)
		}
		return true
	})
	return given
}
