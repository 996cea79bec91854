package exporttest

import (
	"maps"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// sound is a channel on which the suite passes; each of the broken ones differs from it
// in one place.
const sound = `
name = "demo"
title = { en = "Demo" }
locale = "en"
currency = "USD"
source = "invented"
checked = 2026-11-30
version = "1"
rows = "variant"
[[rules]]
check = "blocked options"
[[files]]
name = "demo.csv"
format = "csv"
header = ["{name}"]
[[columns]]
name = "id"
from = "variant-key"
tier = "required"
[[columns]]
name = "text"
from = "description"
transforms = ["sanitize-html"]
[[columns]]
name = "price"
from = "price"
transforms = ["money 2"]
checks = ["blocked nonzero"]
tier = "required"
[[columns]]
name = "note"
hook = true
`

// broken are channels that are wrong, by the check of the suite that has to find it.
var broken = map[string]struct {
	was, is string
	hook    func(rows []export.Row)
}{
	"sound products are ready":       {was: `from = "variant-key"`, is: "from = \"variant-key\"\nmax = \"3 characters\""},
	"evil descriptions are tamed":    {was: `transforms = ["sanitize-html"]`},
	"a price of nothing is reported": {was: `checks = ["blocked nonzero"]`},
	"variants alike are reported":    {was: "[[rules]]\ncheck = \"blocked options\""},
	"the same every time":            {hook: func(rows []export.Row) { serial++; rows[0].Set("note", strconv.Itoa(serial)) }},
	"other readers read the same": {
		was: "format = \"csv\"\nheader = [\"{name}\"]\n[[columns]]\nname = \"id\"", is: "format = \"rss-xml\"\n[[columns]]\nname = \"1 d\"",
	},
}

// serial counts the products that a hook has seen.
var serial int

type brokenHook func(rows []export.Row)

func (h brokenHook) Rows(_ *export.HookContext, _ *catalog.Product, rows []export.Row) ([]export.Row, []catalog.Problem) {
	if h != nil {
		h(rows)
	}
	return rows, nil
}

func demoChannel(t *testing.T, name string) *export.Channel {
	t.Helper()
	wrong := broken[name]
	text := strings.ReplaceAll(sound, wrong.was, wrong.is)
	if wrong.was == "" {
		text = sound
	}
	spec, err := export.ParseSpec(fstest.MapFS{"demo.toml": {Data: []byte(text)}}, "demo.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := export.NewChannel(spec, brokenHook(wrong.hook))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSoundChannelPasses(t *testing.T) { Conform(t, demoChannel(t, "")) }

// brokenVariable names the broken channel in a process of its own.
const brokenVariable = "TRADEWIND_BROKEN_CHANNEL"

// TestSuiteFindsWhatIsBroken runs the suite on each broken channel in a process of its
// own, which must fail where that is expected.
func TestSuiteFindsWhatIsBroken(t *testing.T) {
	if name := os.Getenv(brokenVariable); name != "" {
		Conform(t, demoChannel(t, name))
		return
	}
	for _, name := range slices.Sorted(maps.Keys(broken)) {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(os.Args[0], "-test.run=^TestSuiteFindsWhatIsBroken$", "-test.short")
			cmd.Env = append(os.Environ(), brokenVariable+"="+name)
			out, err := cmd.CombinedOutput()
			if err == nil {
				t.Fatalf("the suite passes:\n%s", out)
			}
			if want := "--- FAIL: TestSuiteFindsWhatIsBroken/" + strings.ReplaceAll(name, " ", "_"); !strings.Contains(string(out), want) {
				t.Errorf("another check fails: want %q in\n%s", want, out)
			}
		})
	}
}
