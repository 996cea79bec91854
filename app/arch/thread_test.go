package arch_test

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// starters are the calls that run a function on another goroutine, or bring one to
// the window's thread.
var starters = []string{
	"fyne.Do", "fyne.DoAndWait", "time.AfterFunc", "context.AfterFunc", "running.Go",
}

// startersAllowed are the files that may have such a call or a go statement, and
// what for.
var startersAllowed = map[string]string{
	"app/delivery.go":       "brings results to the window's thread",
	"app/job/after.go":      "waits for a person: the words beside the pointer",
	"app/job/background.go": "does the work",
	"app/probe.go":          "answers a test from outside",
	"app/run.go":            "waits for the system's signal to end",
}

// TestOnlyTheRunnerLeavesTheThread holds the window to one thread: Fyne's headless
// driver, which most screens are tested with, does not check it. `make e2e` does,
// with the driver that does.
func TestOnlyTheRunnerLeavesTheThread(t *testing.T) {
	used := map[string]bool{}
	for name, f := range parseTree(t, "../../app") {
		name = strings.TrimPrefix(filepath.ToSlash(name), "../../")
		if strings.HasPrefix(name, "app/cli/") { // has no window
			continue
		}
		for _, where := range f.leaves() {
			used[name] = true
			if startersAllowed[name] == "" {
				t.Errorf("%s: work goes through the job.Runner of the session", where)
			}
		}
	}
	for name := range startersAllowed {
		if !used[name] {
			t.Errorf("%s starts nothing any more: take it out of the list", name)
		}
	}
}

// leaves lists where a file starts goroutines, or brings functions to the window.
func (f file) leaves() []token.Position {
	var found []token.Position
	ast.Inspect(f.ast, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = append(found, f.set.Position(n.Pos()))
		case *ast.CallExpr:
			if slices.ContainsFunc(starters, func(name string) bool { return strings.HasSuffix("."+called(n.Fun), "."+name) }) {
				found = append(found, f.set.Position(n.Pos()))
			}
		}
		return true
	})
	return found
}

// called is the name of what is called: "fyne.Do", "r.running.Go".
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return called(e.X) + "." + e.Sel.Name
	}
	return ""
}
