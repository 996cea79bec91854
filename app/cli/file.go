package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
)

func (c *program) newCommand() *cobra.Command {
	sample := false
	cmd := c.command("new FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		path := args[0]
		switch filepath.Ext(path) {
		case "":
			path += workspace.Extension
		default:
			if !isCatalogue(path) {
				return usageError{text.Fail("cli-new-extension", "name", filepath.Base(path))}
			}
		}
		return c.create(cmd.Context(), path, sample)
	})
	cmd.Flags().BoolVar(&sample, "sample", false, c.text.Say("flag-sample"))
	return cmd
}

// newJSON is what new --json writes.
type newJSON struct {
	Path   string      `json:"path"`
	Import *importJSON `json:"import,omitempty"`
}

// create makes a catalogue. When the sample cannot be brought in no file is left
// behind.
func (c *program) create(ctx context.Context, path string, sample bool) (err error) {
	options, err := c.options()
	if err != nil {
		return err
	}
	w, err := workspace.Create(ctx, path, options)
	if err != nil {
		return err
	}
	var result workspace.ImportResult
	if sample {
		result, err = w.ImportSample(ctx, c.track("cli-progress-import"))
	}
	err = c.closing(w, err)
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return c.created(path, sample, result)
}

func (c *program) created(path string, sample bool, result workspace.ImportResult) error {
	if c.json {
		out := newJSON{Path: path}
		if sample {
			imported := c.importJSON(result)
			out.Import = &imported
		}
		return c.write(out)
	}
	c.say("cli-created", "path", path)
	if sample {
		c.say("cli-sample", "count", result.New, "refused", result.Refused)
		c.problems(result.Problems)
	}
	return nil
}

func (c *program) backupCommand() *cobra.Command {
	cmd := c.command("backup [FILE]", atMostOne, func(cmd *cobra.Command, args []string) error {
		to := ""
		if len(args) > 0 {
			to = args[0]
		}
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error {
			made, err := w.Backup(cmd.Context(), to)
			if err != nil {
				return err
			}
			if c.json {
				return c.write(map[string]string{"path": made})
			}
			c.say("cli-backed-up", "path", made)
			return nil
		})
	})
	return cmd
}

func (c *program) restoreCommand() *cobra.Command {
	cmd := c.command("restore FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		path, err := c.cataloguePath()
		if err != nil {
			return err
		}
		options, err := c.options()
		if err != nil {
			return err
		}
		kept, err := workspace.Restore(cmd.Context(), path, args[0], options)
		if err != nil {
			return err
		}
		return c.restored(path, args[0], kept)
	})
	cmd.ValidArgsFunction = completeFiles("tradewind")
	return cmd
}

func (c *program) restored(path, backup, kept string) error {
	if c.json {
		return c.write(map[string]string{"path": path, "backup": backup, "kept": kept})
	}
	c.say("cli-restored", "path", path, "backup", backup)
	if kept != "" {
		c.say("cli-restored-kept", "path", kept)
	}
	return nil
}
