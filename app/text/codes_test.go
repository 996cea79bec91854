package text

import (
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog/sheet/grid"
)

// TestEveryCodeHasAMessage reads the source of the whole module.
func TestEveryCodeHasAMessage(t *testing.T) {
	tree := readTree(t)
	for _, u := range tree.uses {
		m, ok := messages()[u.code]
		if !ok {
			t.Errorf("%s: there is no message for %q: add it to app/text/messages", u.at, u.code)
			continue
		}
		for _, arg := range m.en.args() {
			if !u.open && arg != "field" && arg != "fix" && !slices.Contains(u.args, arg) {
				t.Errorf("%s: the message of %q needs {%s}", u.at, u.code, arg)
			}
		}
	}
}

func TestEveryMessageIsUsed(t *testing.T) {
	tree := readTree(t)
	for code, m := range messages() {
		if tree.words[code] || slices.ContainsFunc(madeCodes, func(prefix string) bool { return strings.HasPrefix(code, prefix) }) {
			continue
		}
		t.Errorf("%s: nobody uses %s", m.file, code)
	}
}

// madeCodes begin the codes that are put together from a name.
var madeCodes = []string{
	"field-", "locale-", "unit-", "what-", "status-", "state-", "severity-", "readiness-", "kind-", "kept-", "finding-",
	"help-", "flag-", "group-", // app/cli's tests hold these against its commands
}

// TestErrorsOfSheets holds the English of catalog/sheet, which logs it too,
// against the catalogue.
func TestErrorsOfSheets(t *testing.T) {
	for _, code := range grid.Codes() {
		m, ok := messages()[code]
		if !ok {
			t.Errorf("there is no message for %q: add it to app/text/messages", code)
			continue
		}
		if got, want := m.en.render(nil), grid.Refuse(code).Error(); got != want {
			t.Errorf("%s = %q, want %q as catalog/sheet says", code, got, want)
		}
	}
}
