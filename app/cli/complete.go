package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// completer proposes what may follow what was typed.
type completer = cobra.CompletionFunc

// complete gives a flag its completion. It panics when there is no such flag,
// which is a mistake in this package.
func (c *program) complete(cmd *cobra.Command, flag string, f completer) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}

func (c *program) completeWords(cmd *cobra.Command, flag string, words ...string) {
	c.complete(cmd, flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

func completeFiles(extensions ...string) completer {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return extensions, cobra.ShellCompDirectiveFilterFileExt
	}
}

// completeMap proposes the fields behind COLUMN=.
func completeMap(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	at := strings.LastIndexByte(typed, '=')
	if at < 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return withPrefix(fieldNames(), typed[:at+1], typed[at+1:], ""), cobra.ShellCompDirectiveNoFileComp
}

// completeSet proposes an SKU, then FIELD=.
func (c *program) completeSet(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return c.completeSKU(cmd, args, typed)
	}
	return withPrefix(fieldNames(), "", typed, "="), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeWhere proposes the field that a condition begins with.
func completeWhere(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	at := strings.LastIndexByte(typed, ',') + 1
	return withPrefix(fieldNames(), typed[:at], typed[at:], ""), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func withPrefix(words []string, before, typed, after string) []string {
	var list []string
	for _, w := range words {
		if strings.HasPrefix(w, typed) {
			list = append(list, before+w+after)
		}
	}
	return list
}

// maxCompletions is how many SKUs are proposed: more than anybody reads.
const maxCompletions = 200

// completeSKU proposes the SKUs that begin with what was typed.
func (c *program) completeSKU(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var skus []string
	err := c.reading(cmd.Context(), func(w *workspace.Workspace) error {
		for p, err := range w.Products(cmd.Context(), catalog.Filter{Search: typed}) {
			if err != nil {
				return err
			}
			for _, sku := range p.SKUs() {
				if strings.HasPrefix(sku, typed) {
					skus = append(skus, cobra.CompletionWithDesc(sku, p.Title))
				}
			}
			if len(skus) >= maxCompletions {
				break
			}
		}
		return nil
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return skus, cobra.ShellCompDirectiveNoFileComp
}

// completeChannel proposes the channels, then SKUs.
func (c *program) completeChannel(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return c.completeSKU(cmd, args, typed)
	}
	channels, err := c.channels()
	if len(channels) == 0 && err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []string
	for _, ch := range channels {
		if strings.HasPrefix(ch.Name(), typed) {
			names = append(names, cobra.CompletionWithDesc(ch.Name(), ch.Title(c.locale())))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
