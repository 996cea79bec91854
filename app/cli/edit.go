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
