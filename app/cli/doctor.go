package cli

import (
	"context"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

func (c *program) doctorCommand() *cobra.Command {
	repair := false
	cmd := c.command("doctor", noArgs, func(cmd *cobra.Command, _ []string) error {
		ctx := cmd.Context()
		if repair {
			return c.writing(ctx, func(w *workspace.Workspace) error { return c.repair(ctx, w) })
		}
		return c.reading(ctx, func(w *workspace.Workspace) error { return c.examine(ctx, w) })
	})
	cmd.Flags().BoolVar(&repair, "repair", false, c.text.Say("flag-repair"))
	return cmd
}

// examine fails when anything is wrong, so that a script can rely on it.
func (c *program) examine(ctx context.Context, w *workspace.Workspace) error {
	r, err := w.Doctor(ctx, c.track("cli-progress-doctor"))
	if err != nil {
		return err
	}
	if c.json {
		err = c.write(r)
	} else {
		c.findings(r)
	}
	if err == nil && len(r.Findings) > 0 {
		err = text.Fail("cli-unsound")
	}
	return err
}

func (c *program) findings(r store.Report) {
	c.say("cli-doctor", "products", r.Products, "variants", r.Variants, "entries", r.Entries, "size", size(r.Bytes))
	if len(r.Findings) == 0 {
		c.say("cli-sound")
		return
	}
	t := c.table(column{right: true}, column{}, column{most: 60})
	for _, f := range r.Findings {
		t.row("  "+text.Count(int64(f.Count)), c.text.Say("finding-"+string(f.Kind)), f.Detail)
	}
	t.flush()
}

func (c *program) repair(ctx context.Context, w *workspace.Workspace) error {
	if err := w.Repair(ctx, c.track("cli-progress-doctor")); err != nil {
		return err
	}
	c.remark("cli-repaired")
	return c.examine(ctx, w)
}
