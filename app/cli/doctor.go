package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

func (c *program) doctorCommand() *cobra.Command {
	repair, rescue := false, ""
	cmd := c.command("doctor", noArgs, func(cmd *cobra.Command, _ []string) error {
		ctx := cmd.Context()
		switch {
		case rescue != "" && repair:
			return usageError{text.Fail("cli-rescue-repair")}
		case rescue != "":
			return c.rescue(ctx, rescue)
		case repair:
			return c.writing(ctx, func(w *workspace.Workspace) error { return c.repair(ctx, w) })
		}
		return c.reading(ctx, func(w *workspace.Workspace) error { return c.examine(ctx, w) })
	})
	cmd.Flags().StringVar(&rescue, "rescue", "", c.text.Say("flag-rescue"))
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

// rescue fails when a product that the catalogue knew of is not saved, so that a
// script can rely on it.
func (c *program) rescue(ctx context.Context, to string) error {
	from, err := c.cataloguePath()
	if err != nil {
		return err
	}
	if !isCatalogue(to) {
		return usageError{text.Fail("cli-new-extension", "name", filepath.Base(to))}
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	r, err := workspace.Rescue(ctx, from, to, options, c.track("cli-progress-rescue"))
	if err != nil {
		return err
	}
	if c.json {
		err = c.write(rescueJSON{to, r})
	} else {
		c.rescued(from, to, r)
	}
	return skippedIf(len(r.NotSaved)+r.Double > 0, err)
}

// rescueJSON is what doctor --rescue --json writes.
type rescueJSON struct {
	Path string `json:"path"`
	store.RescueReport
}

func (c *program) rescued(from, to string, r store.RescueReport) {
	c.say("cli-rescued", "products", r.Products, "variants", r.Variants, "documents", r.Documents, "path", to)
	if r.Unsure > 0 {
		c.say("cli-rescued-unsure", "count", r.Unsure)
	}
	if r.Double > 0 {
		c.say("cli-rescued-double", "count", r.Double)
	}
	if len(r.NotSaved) > 0 {
		c.say("cli-rescued-not", "count", len(r.NotSaved))
		t := c.table(column{most: 24}, column{most: 40}, column{most: 40})
		for _, u := range r.NotSaved {
			t.row("  "+u.SKU, u.Handle, u.Title)
		}
		t.flush()
	}
	c.say("cli-rescued-history", "count", r.Entries, "path", filepath.Base(from))
}
