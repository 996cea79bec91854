package cli

import (
	"errors"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tradewind.app/app/text"
)

// groups order the commands in the help, by the road a product takes.
var groups = []string{"file", "products", "localize", "channels", "history"}

// setUpCobra sets what cobra keeps for the whole process, once: tests run several
// programs at a time.
var setUpCobra = sync.OnceFunc(func() {
	cobra.MousetrapHelpText = ""       // a double click on Windows opens the window
	cobra.EnableCommandSorting = false // the order of root is the order of work
})

// root builds the tree of commands.
func (c *program) root() *cobra.Command {
	setUpCobra()
	root := c.command("tradewind [FILE.tradewind]", anyArgs, c.openWindow)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetIn(c.In)
	root.SetOut(c.out)
	root.SetErr(c.Err)
	root.SetHelpFunc(c.help)
	root.SetFlagErrorFunc(c.flagError)
	root.ValidArgsFunction = cobra.NoFileCompletions
	c.globalFlags(root.PersistentFlags())
	root.Flags().BoolVar(&c.version, "version", false, c.text.Say("flag-version"))
	for _, id := range groups {
		root.AddGroup(&cobra.Group{ID: id, Title: c.text.Say("group-" + id)})
	}
	add := func(group string, commands ...*cobra.Command) {
		for _, cmd := range commands {
			cmd.GroupID = group
			root.AddCommand(cmd)
		}
	}
	add("file", c.newCommand(), c.backupCommand(), c.restoreCommand(), c.doctorCommand(), c.settingsCommand())
	add("products", c.importCommand(), c.productsCommand(), c.productCommand(), c.setCommand(), c.deleteCommand())
	add("localize", c.factsCommand(), c.localizeCommand(), c.glossCommand(), c.markCommand(), c.reviewCommand(), c.allowCommand(), c.termsCommand())
	add("channels", c.channelsCommand(), c.checkCommand(), c.exportCommand())
	add("history", c.historyCommand(), c.undoCommand())
	root.AddCommand(c.completionCommand())
	root.SetHelpCommand(c.helpCommand())
	return root
}

func (c *program) globalFlags(flags *pflag.FlagSet) {
	flags.StringVar(&c.path, "catalog", "", c.text.Say("flag-catalog"))
	flags.BoolVar(&c.json, "json", false, c.text.Say("flag-json"))
	flags.BoolVarP(&c.verbose, "verbose", "v", false, c.text.Say("flag-verbose"))
	flags.StringVar(&c.lang, "lang", "", c.text.Say("flag-lang"))
	flags.StringVar(&c.name, "name", "", c.text.Say("flag-name"))
	flags.BoolP("help", "h", false, c.text.Say("flag-help"))
}

// command makes a command whose help is in the catalogue of messages under
// the name of the command.
func (c *program) command(use string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Args: c.usage(args), DisableFlagsInUseLine: true}
	cmd.Short = c.text.Say(helpCode(cmd.Name()))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if _, ok := text.ParseLanguage(c.lang); c.lang != "" && !ok {
			return usageError{text.Fail("cli-language-unknown", "value", c.lang)}
		}
		return run(cmd, args)
	}
	return cmd
}

// The numbers of arguments that commands take.
var (
	anyArgs   cobra.PositionalArgs = cobra.ArbitraryArgs
	noArgs    cobra.PositionalArgs = cobra.NoArgs
	oneArg                         = cobra.ExactArgs(1)
	twoArgs                        = cobra.ExactArgs(2)
	someArgs                       = cobra.MinimumNArgs(1)
	atMostOne                      = cobra.MaximumNArgs(1)
)

// usage says a wrong number of arguments in the user's language.
func (c *program) usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) == nil {
			return nil
		}
		return usageError{text.Fail("cli-arguments", "use", strings.Join(uses(cmd), " | "), "command", cmd.CommandPath())}
	}
}

// openWindow is what happens without a command: the window opens, on the
// catalogue that is named. Any further word was meant to be a command.
func (c *program) openWindow(cmd *cobra.Command, args []string) error {
	switch {
	case c.version && len(args) == 0:
		return c.sayVersion()
	case len(args) == 0:
		return c.Window(c.path)
	case len(args) == 1 && isCatalogue(args[0]):
		return c.Window(args[0])
	}
	if like := cmd.SuggestionsFor(args[0]); len(like) > 0 {
		return usageError{text.Fail("cli-command-like", "name", args[0], "like", strings.Join(like, ", "))}
	}
	return usageError{text.Fail("cli-command-unknown", "name", args[0])}
}

// flagError says what pflag found wrong.
func (c *program) flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	at := cmd.CommandPath()
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.As(err, &unknown):
		return usageError{text.Fail("cli-flag-unknown", "flag", dashed(unknown.GetSpecifiedName()), "command", at)}
	case errors.As(err, &bare):
		return usageError{text.Fail("cli-flag-bare", "flag", dashed(bare.GetSpecifiedName()), "command", at)}
	case errors.As(err, &invalid):
		return usageError{text.Fail("cli-flag-value", "flag", dashed(invalid.GetFlag().Name), "value", invalid.GetValue(), "command", at)}
	}
	return usageError{err}
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
