// Package arch_test holds the import table of the house against the code, so
// that the layers stand where no linter is installed. It asks the go command
// for the import graph, in a second or less, and builds nothing.
package arch_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// node is one package of the import graph, as go list prints it.
type node struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

type graph map[string]node

func TestImportsPointOneWay(t *testing.T) {
	g := goList(t)
	if _, ok := g["tradewind.app"]; !ok {
		t.Fatal("go list did not print the main package: nothing was checked")
	}
	for _, v := range violations(rules, g) {
		t.Error(v)
	}
}

// TestLocaleComesFirst: what app/locale says about the order of initialisation
// holds as long as it imports nothing else.
func TestLocaleComesFirst(t *testing.T) {
	got := goList(t)["tradewind.app/app/locale"].Imports
	if want := []string{"syscall"}; !slices.Equal(got, want) {
		t.Errorf("app/locale imports %q, want %q", got, want)
	}
}

func TestTopLevelIsFixed(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."), slices.Contains(topLevel, name):
		case name == "build", strings.HasPrefix(name, "tradewind"), strings.HasSuffix(name, ".tradewind"):
			// What builds and trials leave behind; git ignores it.
		default:
			t.Errorf("%s does not belong at the top level", name)
		}
	}
}

// TestViolations runs the checker over made-up graphs: a checker that finds
// nothing anywhere would hold the table as well.
func TestViolations(t *testing.T) {
	table := []rule{
		{packages: []string{"m/low"}, direct: []string{"m/..."}, deep: []string{"toolkit/..."}, tests: true, why: "low"},
		{packages: []string{"m/shops/*/..."}, direct: []string{"m/shops/..."}, why: "apart"},
		{packages: []string{"m/mid/..."}, direct: []string{"sql"}, why: "mid"},
		{
			packages: []string{"m/front/*"}, direct: []string{"m/back/..."}, why: "its own",
			except: func(pkg, imported string) bool { return path.Base(pkg) == path.Base(imported) },
		},
	}
	tests := map[string]struct {
		graph graph
		want  []string
	}{
		"clean":             {graph{"m/low": {Imports: []string{"fmt"}}, "m/mid": {Imports: []string{"m/low"}}}, nil},
		"direct":            {graph{"m/low": {Imports: []string{"m/mid"}}}, []string{"m/low imports m/mid: low"}},
		"in a test file":    {graph{"m/low": {XTestImports: []string{"m/mid"}}}, []string{"m/low imports m/mid: low"}},
		"own external test": {graph{"m/low": {XTestImports: []string{"m/low"}}}, nil},
		"test not covered":  {graph{"m/mid": {TestImports: []string{"sql"}}}, nil},
		"subpackage":        {graph{"m/mid/deeper": {Imports: []string{"sql"}}}, []string{"m/mid/deeper imports sql: mid"}},
		"transitive": {
			graph{"m/low": {Imports: []string{"x"}}, "x": {Imports: []string{"y"}}, "y": {Imports: []string{"toolkit/canvas"}}},
			[]string{"m/low imports toolkit/canvas through x: low"},
		},
		"cycle in test graph": {graph{"m/low": {Imports: []string{"x"}}, "x": {Imports: []string{"m/low"}}}, nil},
		"neighbour":           {graph{"m/shops/a": {Imports: []string{"m/shops/b"}}}, []string{"m/shops/a imports m/shops/b: apart"}},
		"own subpackage":      {graph{"m/shops/a": {Imports: []string{"m/shops/a/parts"}}}, nil},
		"parent not a shop":   {graph{"m/shops": {Imports: []string{"m/shops/b"}}}, nil},
		"namesake":            {graph{"m/front/a": {Imports: []string{"m/back/a"}}}, nil},
		"not its namesake":    {graph{"m/front/a": {Imports: []string{"m/back/b"}}}, []string{"m/front/a imports m/back/b: its own"}},
		"similar prefix":      {graph{"m/middle": {Imports: []string{"sql"}}}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := violations(table, tt.graph); !slices.Equal(got, tt.want) {
				t.Errorf("violations = %q, want %q", got, tt.want)
			}
		})
	}
}

// TestRulesNameRealPackages keeps a renamed package from slipping out of the
// table: each concrete pattern must still match something of the graph, unless
// its folder is not there yet.
func TestRulesNameRealPackages(t *testing.T) {
	g := goList(t)
	for _, r := range rules {
		for _, p := range r.packages {
			folder := strings.TrimSuffix(strings.TrimSuffix(p, "/..."), "/*")
			if _, err := os.Stat("../../" + strings.TrimPrefix(folder, "tradewind.app/")); errors.Is(err, os.ErrNotExist) {
				t.Logf("%s does not exist yet", p)
				continue
			}
			if !slices.ContainsFunc(g.paths(), func(path string) bool { return matches(p, path) }) {
				t.Errorf("no package matches %s: correct the table", p)
			}
		}
	}
}

// goList reads the import graph of the whole module. cgo is switched on for
// the question only: without it the driver's files would not be listed.
func goList(t *testing.T) graph {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-deps", "-json=ImportPath,Imports,TestImports,XTestImports", "tradewind.app/...")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.Bytes())
	}
	g, err := decode(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("read the answer of go list: %v", err)
	}
	return g
}

func decode(r io.Reader) (graph, error) {
	g := graph{}
	for dec := json.NewDecoder(r); ; {
		var n node
		switch err := dec.Decode(&n); {
		case errors.Is(err, io.EOF):
			return g, nil
		case err != nil:
			return nil, err
		}
		g[n.ImportPath] = n
	}
}

func (g graph) paths() []string {
	var ps []string
	for p := range g {
		ps = append(ps, p)
	}
	slices.Sort(ps)
	return ps
}

// violations lists what breaks the rules, sorted by package, one sentence for
// each forbidden import.
func violations(rules []rule, g graph) []string {
	var vs []string
	for _, path := range g.paths() {
		for _, r := range rules {
			if !matchesAny(r.packages, path) {
				continue
			}
			vs = append(vs, r.check(g, path)...)
		}
	}
	return vs
}

func (r rule) check(g graph, path string) []string {
	n := g[path]
	imports := n.Imports
	if r.tests {
		imports = slices.Concat(n.Imports, n.TestImports, n.XTestImports)
	}
	var vs []string
	for _, imp := range imports {
		if matchesAny(r.direct, imp) && !matches(path+"/...", imp) && (r.except == nil || !r.except(path, imp)) {
			vs = append(vs, fmt.Sprintf("%s imports %s: %s", path, imp, r.why))
		}
	}
	for _, imp := range n.Imports {
		if bad := reach(g, imp, r.deep, map[string]bool{path: true}); bad == imp {
			vs = append(vs, fmt.Sprintf("%s imports %s: %s", path, imp, r.why))
		} else if bad != "" {
			vs = append(vs, fmt.Sprintf("%s imports %s through %s: %s", path, bad, imp, r.why))
		}
	}
	return vs
}

// reach names the first forbidden package found at or below from, or "".
func reach(g graph, from string, forbidden []string, seen map[string]bool) string {
	if matchesAny(forbidden, from) {
		return from
	}
	seen[from] = true
	for _, imp := range g[from].Imports {
		if seen[imp] {
			continue
		}
		if bad := reach(g, imp, forbidden, seen); bad != "" {
			return bad
		}
	}
	return ""
}

func matchesAny(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, path) })
}

// matches compares element by element: * stands for one element, a closing
// ... for any number of them, none included.
func matches(pattern, path string) bool {
	ps, es := strings.Split(pattern, "/"), strings.Split(path, "/")
	for i, p := range ps {
		switch {
		case p == "...":
			return true
		case i >= len(es), p != "*" && p != es[i]:
			return false
		}
	}
	return len(ps) == len(es)
}
