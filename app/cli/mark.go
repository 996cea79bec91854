package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// marks are the words for the states that a person can give a text.
var marks = map[string]catalog.State{
	"accepted": catalog.StateTranslated, "reviewed": catalog.StateReviewed, "draft": catalog.StateDraft, "omitted": catalog.StateOmitted,
}

func (c *program) markCommand() *cobra.Command {
	to := ""
	cmd := c.command("mark SKU STATE [TEXT...]", cobra.MinimumNArgs(2), func(cmd *cobra.Command, args []string) error {
		state, ok := marks[args[1]]
		if !ok || state == catalog.StateOmitted && len(args) == 2 {
			return usageError{text.Fail("cli-mark", "value", args[1])}
		}
		locale, ok := catalog.ParseLocale(to)
		if !ok && to != "" {
			return usageError{text.Fail("cli-flag-value", "flag", "--to", "value", to, "command", cmd.CommandPath())}
		}
		var names []catalog.TextName
		for _, name := range args[2:] {
			names = append(names, catalog.TextName(name))
		}
		return c.writing(cmd.Context(), func(w *workspace.Workspace) (err error) {
			if locale == "" {
				if locale, err = w.Script(cmd.Context()); err != nil {
					return err
				}
			}
			result, err := w.MarkTexts(cmd.Context(), args[0], locale, state, names)
			if err != nil {
				return err
			}
			return c.edited(result, "cli-marked")
		})
	})
	cmd.Flags().StringVar(&to, "to", "", c.text.Say("flag-to"))
	c.completeWords(cmd, "to", string(catalog.SimplifiedChinese), string(catalog.TraditionalChinese))
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 {
			return c.completeSKU(cmd, args, typed)
		}
		return []string{"accepted", "draft", "omitted", "reviewed"}, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

// texts says how each text of a listing came about, those of one kind together.
func (c *program) texts(p *catalog.Product, l *catalog.Listing) {
	type kind struct {
		mark  catalog.Mark
		stale bool
	}
	var kinds []kind
	names := map[kind][]string{}
	for _, n := range l.Names() {
		k := kind{l.Mark(n), p.IsStale(l, n)}
		if k.mark.Source = ""; !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
		names[k] = append(names[k], string(n))
	}
	for _, k := range kinds {
		state := c.text.State(k.mark.State)
		if k.stale {
			state = c.text.Say("cli-source-changed", "state", state)
		}
		if by := c.text.Author(k.mark); by != "" {
			state = c.text.Say("cli-text-by", "state", state, "by", by)
		}
		c.say("cli-texts", "state", state, "names", strings.Join(names[k], ", "))
	}
}
