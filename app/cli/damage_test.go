package cli_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"tradewind.app/app/cli"
	"tradewind.app/assets"
)

// command runs the command line in this process.
func command(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	code, _, said = outputs(t, args...)
	return code, said
}

func outputs(t *testing.T, args ...string) (code int, out, said string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = cli.Main(t.Context(), args, cli.System{
		In: strings.NewReader(""), Out: &stdout, Err: &stderr, Assets: assets.FS,
		Getenv: func(name string) string {
			return map[string]string{"TRADEWIND_CHANNELS": t.TempDir()}[name]
		},
	})
	return code, stdout.String(), stderr.String()
}

// spoiled makes a catalogue of three products and runs SQL on it, as damage would.
func spoiled(t *testing.T, statements string) (path string) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "shop.tradewind")
	sheet := filepath.Join(dir, "goods.csv")
	if err := os.WriteFile(sheet, []byte("SKU,Title,Price\nA-1,Bamboo Bowl,5.00\nB-1,Oak Tray,6.00\nC-1,Linen Towel,7.00\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"new", path}, {"--catalog", path, "import", sheet}, {"--catalog", path, "settings", "currency=USD", "shop=Corner"}} {
		if code, said := command(t, args...); code != 0 {
			t.Fatalf("%v: exit code %d: %s", args, code, said)
		}
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	return path
}

// step is a command and what it must say and end with.
type step struct {
	args   string
	code   int
	out    string // in what it prints
	stderr string // in what it says beside
	not    string // in neither
}

func runSteps(t *testing.T, path string, steps []step) {
	t.Helper()
	for _, s := range steps {
		args := append([]string{"--catalog", path}, strings.Fields(s.args)...)
		code, out, said := outputs(t, args...)
		if code != s.code || !strings.Contains(out, s.out) || !strings.Contains(said, s.stderr) {
			t.Errorf("%s: got exit code %d\n%s%swant %d, %q and %q", s.args, code, out, said, s.code, s.out, s.stderr)
		}
		if s.not != "" && strings.Contains(out+said, s.not) {
			t.Errorf("%s: got %q in\n%s%s", s.args, s.not, out, said)
		}
	}
}

// One product's content is damaged: the others are listed, localized, checked and
// exported, the bad one is named each time, and can be deleted.
func TestUnreadableProductIsNamed(t *testing.T) {
	for name, damage := range map[string]string{
		"cut":     `UPDATE product_body SET body = substr(body, 1, 30) WHERE product = 2`,
		"missing": `DELETE FROM product_body WHERE product = 2`,
	} {
		t.Run(name, func(t *testing.T) {
			named := "The content of 1 product is damaged or missing: B-1. Everything else was done."
			path := spoiled(t, damage)
			feeds := filepath.Join(filepath.Dir(path), "feeds")
			runSteps(t, path, []step{
				{args: "products", code: 3, out: "C-1", stderr: named, not: "Oak Tray"},
				{args: "products --json --where price>1", code: 3, out: "C-1", stderr: named},
				{args: "localize", code: 3, out: "2 products", stderr: named},
				{args: "check google", code: 3, out: "2 products", stderr: named},
				{args: "export shopify --out " + feeds, code: 3, out: "1 product was left out", stderr: named},
				{args: "doctor", code: 1, out: "the content of a product is damaged or missing", stderr: "doctor --repair"},
				{args: "doctor --repair", code: 1, out: "the content of a product is damaged or missing"},
				{args: "set A-1 brand=Anew"},
				{args: "product B-1", code: 1, stderr: "The content of product B-1 is damaged or missing."},
				{args: "backup", code: 3, stderr: named},
				{args: "delete B-1"},
				{args: "doctor", out: "2 products"},
				{args: "products", not: "damaged"},
			})
			report, err := os.ReadFile(filepath.Join(feeds, "shopify-report.txt"))
			if err != nil || !strings.Contains(string(report), "B-1") {
				t.Errorf("the report does not name B-1 (%v):\n%s", err, report)
			}
		})
	}
}

// A setting that is no text, or no value that it can have, is named, and can be
// taken back; what does not need it goes on.
func TestBrokenSettingIsNamed(t *testing.T) {
	for name, damage := range map[string]string{
		"no JSON":     `UPDATE document SET body = '"US' WHERE name = 'currency'`,
		"another":     `UPDATE document SET body = '["USD"]' WHERE name = 'currency'`,
		"no currency": `UPDATE document SET body = '"dollars"' WHERE name = 'currency'`,
	} {
		t.Run(name, func(t *testing.T) {
			path := spoiled(t, damage)
			sheet := filepath.Join(filepath.Dir(path), "goods.csv")
			named := "A setting of the catalogue cannot be read: currency. Take it back with tradewind settings --reset currency"
			runSteps(t, path, []step{
				{args: "products", out: "A-1"},
				{args: "import " + sheet, code: 1, stderr: named},
				{args: "settings", code: 1, out: "Corner", stderr: named},
				{args: "settings --reset colour", code: 1, stderr: "Nothing is set as colour."},
				{args: "settings --reset currency", out: "Corner"},
				{args: "import " + sheet, out: "3 the same"},
				{args: "undo"},
			})
		})
	}
}

// What can be read of a damaged catalogue goes into a new one; what cannot is named,
// and the damaged file stays as it is.
func TestRescueSaysWhatIsNotSaved(t *testing.T) {
	path := spoiled(t, `UPDATE product_body SET body = substr(body, 1, 30) WHERE product = 2`)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "saved.tradewind")
	runSteps(t, path, []step{
		{args: "doctor --rescue " + to, code: 3, out: "1 product could not be read and is not saved:"},
		{args: "doctor --rescue " + to, code: 1, stderr: "saved.tradewind"},
		{args: "doctor --rescue " + to + "x", code: 2},
		{args: "doctor --rescue " + to + " --repair", code: 2, stderr: "cannot be combined"},
		{args: "doctor --rescue " + filepath.Join(t.TempDir(), "2.tradewind") + " --json", code: 3, out: `"sku":"B-1"`},
	})
	runSteps(t, to, []step{{args: "doctor", out: "2 products"}, {args: "products", out: "C-1"}, {args: "settings", out: "Corner"}})
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, b) {
		t.Errorf("the damaged file was changed (%v)", err)
	}
	if err := os.WriteFile(path, b[8192:], 0o600); err != nil { // without its first page
		t.Fatal(err)
	}
	headless := filepath.Join(t.TempDir(), "3.tradewind")
	runSteps(t, path, []step{{args: "doctor", code: 1}, {args: "doctor --rescue " + headless, out: "2 products"}})
}
