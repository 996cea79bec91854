package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tradewind.app/app/text"
)

// helpCode is the message with a command's one line: "help-import",
// "help-terms-import". What is said below it and its examples are under
// "-more" and "-example".
func helpCode(path string) string {
	return "help-" + strings.ReplaceAll(path, " ", "-")
}

// help prints what a command does, an example and its flags.
func (c *program) help(cmd *cobra.Command, _ []string) {
	code := helpCode(strings.TrimPrefix(cmd.CommandPath(), "tradewind "))
	c.print(cmd.Short)
	c.print("\n" + c.text.Say("help-usage"))
	for _, use := range uses(cmd) {
		c.print("  " + use)
	}
	if c.text.Has(code + "-more") {
		c.print("\n" + strings.TrimSpace(c.text.Say(code+"-more")))
	}
	c.helpCommands(cmd)
	if c.text.Has(code + "-example") {
		c.print("\n" + c.text.Say("help-example"))
		c.print(indent(c.text.Say(code + "-example")))
	}
	if flags := cmd.LocalNonPersistentFlags(); flags.HasAvailableFlags() {
		c.print("\n" + c.text.Say("help-flags"))
		c.helpFlags(flags)
	}
	c.print("\n" + c.text.Say("help-flags-everywhere"))
	c.helpFlags(cmd.Root().PersistentFlags())
}

// helpFlags lists flags. pflag's own list counts bytes, which does not line
// Chinese up.
func (c *program) helpFlags(flags *pflag.FlagSet) {
	t := c.table(column{}, column{})
	flags.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		if f.Value.Type() == "string" && f.DefValue != "" {
			usage += c.text.Say("flag-default", "value", f.DefValue)
		}
		t.row(name, usage)
	})
	t.flush()
}

// uses are the lines that say how a command is called.
func uses(cmd *cobra.Command) []string {
	if !cmd.HasParent() {
		return []string{cmd.Use, "tradewind COMMAND ..."}
	}
	if !cmd.HasAvailableSubCommands() {
		return []string{cmd.UseLine()}
	}
	var lines []string
	for _, sub := range cmd.Commands() {
		lines = append(lines, sub.UseLine())
	}
	return lines
}

// helpCommands lists what comes below a command, by group.
func (c *program) helpCommands(cmd *cobra.Command) {
	if len(cmd.Groups()) == 0 {
		return
	}
	for _, group := range append(cmd.Groups(), &cobra.Group{Title: c.text.Say("group-more")}) {
		c.print("\n" + group.Title)
		for _, sub := range cmd.Commands() {
			if sub.GroupID == group.ID && sub.IsAvailableCommand() {
				c.print(fmt.Sprintf("  %-*s  %s", cmd.NamePadding(), sub.Name(), sub.Short))
			}
		}
	}
}

func indent(s string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n  ")
}

func (c *program) helpCommand() *cobra.Command {
	cmd := c.command("help [COMMAND]", anyArgs, func(cmd *cobra.Command, args []string) error {
		about, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return usageError{text.Fail("cli-command-unknown", "name", strings.Join(args, " "))}
		}
		c.help(about, nil)
		return nil
	})
	cmd.ValidArgsFunction = func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		var names []cobra.Completion
		for _, sub := range cmd.Root().Commands() {
			names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

func (c *program) completionCommand() *cobra.Command {
	cmd := c.command("completion SHELL", oneArg, func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(c.out, true)
		case "zsh":
			return root.GenZshCompletion(c.out)
		case "fish":
			return root.GenFishCompletion(c.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(c.out)
		}
		return usageError{text.Fail("cli-shell-unknown", "name", fmt.Sprintf("%q", args[0]))}
	})
	cmd.ValidArgs = []string{"bash", "zsh", "fish", "powershell"}
	return cmd
}
