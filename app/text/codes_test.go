package text

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog/sheet"
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
	"field-", "feed-column-", "locale-", "unit-", "what-", "status-", "state-", "severity-", "readiness-", "kind-", "kept-", "finding-", "brief-", "tier-",
	"line-", "show-", "origin-", // app/screen's tests hold these against what there is
	"in-window-",          // TestWindowMessages holds these against those they stand for
	"fact-", "certainty-", // app/cli's TestFactsHaveWords holds these against catalog/localize
	"review-",                  // app/cli's TestReviewHasWords holds these against catalog/localize/review
	"law-",                     // TestRulesOfTheLaw holds these against the tables
	"assumed-",                 // TestAssumptions holds these against catalog/sheet
	"help-", "flag-", "group-", // app/cli's tests hold these against its commands
}

// inside are the exported sentinels that no person ever sees: the package that
// gets them makes something else of them.
var inside = []string{
	"catalog.ErrNoNumber", "catalog.ErrAmbiguous", "catalog.ErrNoCurrency", "catalog.ErrTooLong", // problems of fields
	"catalog.ErrGTINLength", "catalog.ErrGTINCheckDigit", "catalog.ErrGTINDigits",
	"picture.ErrTooLarge", "picture.ErrDamaged", "export.ErrPictureOutside", // problems of pictures
	"store.ErrClosed",                     // a mistake in the program
	"encode.ErrCharset", "encode.ErrBare", // caught by the check of the spec
	"chooser.ErrCancelled", // nobody is told what they did themselves
	"theme.ErrNoChinese",   // the window has a sentence of its own
	"app.ErrNoWindow",      // wrapped in a message of its own
}

func TestEverySentinelHasAMessage(t *testing.T) {
	said, err := os.ReadFile("errors.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range readTree(t).sentinels {
		if !slices.Contains(inside, name) && !strings.Contains(string(said), "{"+name+",") {
			t.Errorf("nobody says %s: add it to the sentinels of errors.go", name)
		}
	}
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

// TestAssumptions holds the sentences of what an import takes for granted against
// the assumptions that there are.
func TestAssumptions(t *testing.T) {
	for _, code := range sheet.AssumptionCodes() {
		if _, ok := messages()[code]; !ok {
			t.Errorf("there is no message for %q: add it to app/text/messages/assumptions.toml", code)
		}
	}
	for code := range messages() {
		if strings.HasPrefix(code, "assumed-") && !slices.Contains(sheet.AssumptionCodes(), code) {
			t.Errorf("no assumption has the message %s", code)
		}
	}
}

// TestWindowMessages holds what the window says in another's place against that: there
// is such a message, it needs no more, and nothing of the command line is in it.
func TestWindowMessages(t *testing.T) {
	for code, m := range messages() {
		of, ok := strings.CutPrefix(code, windowPrefix)
		if !ok {
			continue
		}
		plain, ok := messages()[of]
		if !ok {
			t.Errorf("%s stands for no message", code)
			continue
		}
		for _, arg := range append(m.en.args(), m.zh.args()...) {
			if !slices.Contains(append(plain.en.args(), plain.zh.args()...), arg) {
				t.Errorf("%s has {%s}, which %s has not", code, arg, of)
			}
		}
		if got, want := For(English).InWindow().Say(of), m.en.render(nil); got != want {
			t.Errorf("in the window %s is %q, want %q", of, got, want)
		}
	}
}

// TestWindowNamesNoCommand looks for commands and flags in whatever the window may say.
func TestWindowNamesNoCommand(t *testing.T) {
	for code, m := range messages() {
		said, window := messages()[windowPrefix+code]
		if window {
			m = said
		}
		if slices.Contains([]string{"cli.toml", "help.toml"}, filepath.Base(m.file)) || slices.Contains(commandLine, code) {
			continue
		}
		for _, sentence := range []string{m.en.render(nil), m.zh.render(nil)} {
			if commandForm.MatchString(sentence) {
				t.Errorf("%s tells a reader in the window of a command: %s", code, sentence)
			}
		}
	}
}

// commandForm is a command of the program, or a flag.
var commandForm = regexp.MustCompile(`(^|[^.])tradewind [a-z]|(^|[ \p{Han}])--[a-z]`)

// commandLine are said by the command line alone.
var commandLine = []string{
	"error-no-window",         // there is none
	"finding-document-broken", // of doctor
}

// TestRulesOfTheLaw: each group of forbidden words has its sentence, and each sentence
// its group.
func TestRulesOfTheLaw(t *testing.T) {
	content, err := os.ReadFile("../../assets/law/rules.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for line := range strings.Lines(string(content)) {
		if name, _, isRule := strings.Cut(line, "\t"); isRule && name != "rule" {
			rules["law-"+name] = true
		}
	}
	for code := range rules {
		if _, ok := messages()[code]; !ok {
			t.Errorf("there is no message for %q: add it to app/text/messages/problems-check.toml", code)
		}
	}
	for code := range messages() {
		if strings.HasPrefix(code, "law-") && !rules[code] {
			t.Errorf("no rule has the message %s", code)
		}
	}
}
