package cli

import (
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tradewind.app/app/text"
)

func programFor(lang text.Language) *program {
	return newProgram(System{
		In: strings.NewReader(""), Out: io.Discard, Err: io.Discard,
		Getenv: func(string) string { return "" },
	}, []string{"--lang", string(lang)})
}

// walk visits every command below cmd, itself included.
func walk(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, sub := range cmd.Commands() {
		walk(sub, visit)
	}
}

// TestHelpIsWhole holds the messages of the help against the commands: none is
// missing, and none is left over from a command or a flag that is gone.
func TestHelpIsWhole(t *testing.T) {
	used := map[string]bool{"help-usage": true, "help-example": true, "help-flags": true, "help-flags-everywhere": true, "flag-default": true, "group-more": true}
	for _, lang := range []text.Language{text.English, text.Chinese} {
		c := programFor(lang)
		root := c.root()
		root.InitDefaultHelpCmd()
		walk(root, func(cmd *cobra.Command) {
			code := helpCode(strings.TrimPrefix(cmd.CommandPath(), "tradewind "))
			used[code], used[code+"-more"], used[code+"-example"], used["group-"+cmd.GroupID] = true, true, true, true
			if cmd.Short != c.text.Say(code) || !c.text.Has(code) {
				t.Errorf("%s: %s: its line is %q, want the message %s", lang, cmd.CommandPath(), cmd.Short, code)
			}
			cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
				code := "flag-" + f.Name
				used[code] = true
				if !c.text.Has(code) {
					t.Errorf("%s: %s --%s has no message %s", lang, cmd.CommandPath(), f.Name, code)
				}
			})
		})
	}
	for _, code := range text.Codes() {
		prefix, _, _ := strings.Cut(code, "-")
		if slices.Contains([]string{"help", "flag", "group"}, prefix) && !used[code] {
			t.Errorf("the message %s belongs to no command and no flag", code)
		}
	}
}

func TestReadmeNamesEveryCommand(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, cmd := range programFor(text.English).root().Commands() {
		if !strings.Contains(string(b), "tradewind "+cmd.Name()) {
			t.Errorf("README.md does not tell of tradewind %s", cmd.Name())
		}
	}
}
