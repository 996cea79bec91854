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
	got, want := imported(t), tableOf(t, "../../THIRD_PARTY.md")
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

// TestIndirectIsIndirect does what go mod tidy would: it cannot be asked, since
// a test of modernc.org/sqlite wants a module that the proxy does not have.
func TestIndirectIsIndirect(t *testing.T) {
	direct := imported(t)
	for m, indirect := range requirements(t) {
		if used := slices.Contains(direct, m); used == indirect {
			t.Errorf("go.mod: %s is imported by the code: %v; marked indirect: %v", m, used, indirect)
		}
	}
}

// imported lists the modules that our own code names in an import, sorted.
func imported(t *testing.T) []string {
	t.Helper()
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
	return got
}

// requirements lists the modules of go.mod and whether they are marked indirect.
func requirements(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v\S+( // indirect)?$`).FindAllSubmatch(data, -1) {
		modules[string(m[1])] = len(m[2]) > 0
	}
	if len(modules) == 0 {
		t.Fatal("no requirement found in go.mod")
	}
	return modules
}

// moduleOf finds the module of a package: the longest that its path begins with.
func moduleOf(modules map[string]bool, pkg string) string {
	found := ""
	for m := range modules {
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
