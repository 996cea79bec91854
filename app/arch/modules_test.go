package arch_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestThirdPartiesAreNamed holds THIRD_PARTY.md against the modules that the
// code imports itself, tests included.
func TestThirdPartiesAreNamed(t *testing.T) {
	required := requirements(t)
	var got []string
	for path, n := range goList(t) {
		if path != "tradewind.app" && !matches(ours, path) {
			continue
		}
		for _, imp := range slices.Concat(n.Imports, n.TestImports, n.XTestImports) {
			if m := moduleOf(required, imp); m != "" && !slices.Contains(got, m) {
				got = append(got, m)
			}
		}
	}
	slices.Sort(got)
	want := tableOf(t, "../../THIRD_PARTY.md")
	for _, m := range got {
		if !slices.Contains(want, m) {
			t.Errorf("THIRD_PARTY.md has no line for %s", m)
		}
	}
	for _, m := range want {
		if !slices.Contains(got, m) {
			t.Errorf("THIRD_PARTY.md has a line for %s, which nothing imports", m)
		}
	}
}

// requirements lists the modules of go.mod.
func requirements(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for _, m := range regexp.MustCompile(`(?m)^(?:require )?\s*(\S+\.\S+/\S+) v\S+`).FindAllSubmatch(data, -1) {
		modules = append(modules, string(m[1]))
	}
	if len(modules) == 0 {
		t.Fatal("no requirement found in go.mod")
	}
	return modules
}

// moduleOf finds the module of a package: the longest that its path begins with.
func moduleOf(modules []string, pkg string) string {
	found := ""
	for _, m := range modules {
		if matches(m+"/...", pkg) && len(m) > len(found) {
			found = m
		}
	}
	return found
}

// tableOf reads the first column of a Markdown table of modules.
func tableOf(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(line, "|")
		if len(cells) < 3 {
			continue
		}
		if m := strings.TrimSpace(cells[1]); strings.Contains(m, ".") && strings.Contains(m, "/") {
			modules = append(modules, m)
		}
	}
	return modules
}
