package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

func (c *program) setCommand() *cobra.Command {
	cmd := c.command("set SKU FIELD=VALUE...", cobra.MinimumNArgs(2), func(cmd *cobra.Command, args []string) error {
		values, err := parseValues(args[1:])
		if err != nil {
			return err
		}
		return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
			result, err := w.Set(cmd.Context(), args[0], values)
			if err != nil {
				return err
			}
			return c.edited(result, "cli-set")
		})
	})
	cmd.ValidArgsFunction = c.completeSet
	return cmd
}

func parseValues(args []string) ([]catalog.Value, error) {
	var values []catalog.Value
	for _, arg := range args {
		name, value, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, usageError{text.Fail("cli-assignment", "value", arg)}
		}
		field, err := fieldNamed(name)
		if err != nil {
			return nil, err
		}
		values = append(values, catalog.Value{Field: field, Text: value})
	}
	return values, nil
}

func (c *program) deleteCommand() *cobra.Command {
	cmd := c.command("delete SKU...", someArgs, func(cmd *cobra.Command, args []string) error {
		return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
			result, err := w.Delete(cmd.Context(), args)
			if err != nil {
				return err
			}
			return c.edited(result, "cli-deleted")
		})
	})
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

// editJSON is what set, delete and localize --json write.
type editJSON struct {
	Entry    catalog.ID           `json:"entry"`
	Products int                  `json:"products"`
	Cells    []catalog.CellChange `json:"cells"`
	Problems []problemJSON        `json:"problems"`
}

func (c *program) edited(r workspace.EditResult, code string) error {
	if c.json {
		return c.write(editJSON{r.Entry, r.Products, append([]catalog.CellChange{}, r.Cells...), c.problemsJSON(r.Problems)})
	}
	if r.Products == 0 {
		c.say("cli-nothing-changed")
	} else {
		c.say(code, "count", r.Products)
		c.cells(r.Cells)
	}
	c.problems(r.Problems)
	if r.Entry != "" {
		c.remark("cli-undo-hint")
	}
	return nil
}

// maxCells is how many changed cells are shown without -v.
const maxCells = 40

// cells shows what fields were and are.
func (c *program) cells(cells []catalog.CellChange) {
	t := c.table(column{}, column{most: 30}, column{most: 50}, column{}, column{most: 50})
	shown := cells
	if !c.verbose {
		shown = cells[:min(len(cells), maxCells)]
	}
	for _, cell := range shown {
		t.row("  "+cell.SKU, c.text.Field(cell.Field), orNothing(cell.Before), "→", orNothing(cell.After))
	}
	t.flush()
	if more := len(cells) - len(shown); more > 0 {
		c.say("cli-more", "count", more)
	}
}

func orNothing(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func (c *program) allowCommand() *cobra.Command {
	reason := ""
	cmd := c.command("allow SKU WORDS --reason TEXT", twoArgs, func(cmd *cobra.Command, args []string) error {
		if reason == "" {
			return usageError{text.Fail("cli-reason")}
		}
		return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
			result, err := w.Allow(cmd.Context(), args[0], args[1], reason)
			if err != nil {
				return err
			}
			return c.edited(result, "cli-allowed")
		})
	})
	cmd.Flags().StringVar(&reason, "reason", "", c.text.Say("flag-reason"))
	c.completeWords(cmd, "reason")
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

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
