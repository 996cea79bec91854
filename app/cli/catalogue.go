package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog/store"
)

func isCatalogue(name string) bool { return strings.EqualFold(filepath.Ext(name), workspace.Extension) }

// cataloguePath finds the catalogue that a command is about: --catalog, otherwise
// TRADEWIND_CATALOG, otherwise the only one in the current folder.
func (c *program) cataloguePath() (string, error) {
	if c.path != "" {
		return c.path, nil
	}
	if path := c.Getenv("TRADEWIND_CATALOG"); path != "" {
		return path, nil
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		return "", fmt.Errorf("look for a catalogue: %w", err)
	}
	var found []string
	for _, e := range entries {
		if isCatalogue(e.Name()) && !strings.HasPrefix(e.Name(), ".") && !e.IsDir() {
			found = append(found, e.Name())
		}
	}
	switch len(found) {
	case 0:
		return "", usageError{text.Fail("cli-catalogue-none")}
	case 1:
		return found[0], nil
	}
	return "", usageError{text.Fail("cli-catalogue-several", "names", strings.Join(found, ", "))}
}

// reading opens the catalogue for a command that only looks, so that it may be
// open in the window at the same time.
func (c *program) reading(ctx context.Context, do func(*workspace.Workspace) error) error {
	return c.with(ctx, true, do)
}

// writing opens the catalogue for a command that changes it.
func (c *program) writing(ctx context.Context, do func(*workspace.Workspace) error) error {
	return c.with(ctx, false, do)
}

// checking opens the catalogue for a command that reads what was found about products,
// so that products which were changed since can be checked first. Where somebody has it
// open it is read as it is.
func (c *program) checking(ctx context.Context, do func(*workspace.Workspace) error) error {
	err := c.with(ctx, false, do)
	if errors.Is(err, store.ErrLocked) {
		return c.with(ctx, true, do)
	}
	return err
}

func (c *program) with(ctx context.Context, readOnly bool, do func(*workspace.Workspace) error) error {
	path, err := c.cataloguePath()
	if err != nil {
		return err
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	options.ReadOnly = readOnly
	w, err := workspace.Open(ctx, path, options)
	if err != nil {
		return err
	}
	return c.closing(w, do(w))
}

// closing closes the catalogue after a command that ended with err. That the disk
// is too full to put the file in order undoes nothing of what the command did.
func (c *program) closing(w *workspace.Workspace, err error) error {
	closed := w.Close()
	if errors.Is(closed, store.ErrUnfolded) {
		c.remark("error-catalogue-unfolded", "path", filepath.Base(w.Path()))
		closed = nil
	}
	if c.unreadable(w.Unreadable()) && err == nil {
		err = errSkipped
	}
	return errors.Join(err, closed)
}

// maxNamed is how many products that cannot be read are named.
const maxNamed = 20

// unreadable names the products that the command had to leave out.
func (c *program) unreadable(list []store.Unreadable) bool {
	var names []string
	for _, u := range list[:min(len(list), maxNamed)] {
		names = append(names, u.Name())
	}
	if len(list) > maxNamed {
		names = append(names, "…")
	}
	if len(list) > 0 {
		c.remark("cli-unreadable", "count", len(list), "names", strings.Join(names, ", "))
	}
	return len(list) > 0
}

func (c *program) options() (workspace.Options, error) {
	o, err := workspace.UserOptions(c.Assets, c.Getenv)
	o.By = cmp.Or(c.name, o.By)
	return o, err
}

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
