package cli

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
)

func (c *program) settingsCommand() *cobra.Command {
	var reset []string
	cmd := c.command("settings [KEY=VALUE...]", anyArgs, func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		if len(args) == 0 && len(reset) == 0 {
			return c.reading(ctx, func(w *workspace.Workspace) error { return c.listSettings(ctx, w) })
		}
		given, err := parseSettings(args)
		if err != nil {
			return err
		}
		return c.writing(ctx, func(w *workspace.Workspace) error {
			if len(reset) > 0 {
				if err := w.ResetSettings(ctx, reset); err != nil {
					return err
				}
			}
			if len(given) > 0 {
				if err := w.SetSettings(ctx, given); err != nil {
					return err
				}
			}
			return c.listSettings(ctx, w)
		})
	})
	cmd.Flags().StringArrayVar(&reset, "reset", nil, c.text.Say("flag-reset"))
	c.completeWords(cmd, "reset", workspace.SettingKeys()...)
	cmd.ValidArgsFunction = completeSettings
	return cmd
}

func parseSettings(args []string) (map[string]string, error) {
	given := make(map[string]string, len(args))
	for _, arg := range args {
		key, value, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, usageError{text.Fail("cli-assignment", "value", arg)}
		}
		given[key] = value
	}
	return given, nil
}

func (c *program) listSettings(ctx context.Context, w *workspace.Workspace) error {
	settings, err := w.Settings(ctx)
	var broken *workspace.BrokenSettingError
	if err != nil && !errors.As(err, &broken) {
		return err
	}
	if c.json {
		return errors.Join(c.write(settings), err)
	}
	t := c.table(column{}, column{})
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		t.row(key, settings[key])
	}
	t.flush()
	return err
}

func completeSettings(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	keys := append(workspace.SettingKeys(), workspace.SettingRatePrefix+"USD/CNY")
	return withPrefix(keys, "", typed, "="), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
