package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/regular"
)

func (c *program) localizeCommand() *cobra.Command {
	var which chosen
	to := ""
	cmd := c.command("localize [SKU...]", anyArgs, func(cmd *cobra.Command, args []string) error {
		f, err := which.filter()
		if err != nil {
			return err
		}
		locale, ok := catalog.ParseLocale(to)
		if !ok && to != "" {
			return usageError{text.Fail("cli-flag-value", "flag", "--to", "value", to, "command", cmd.CommandPath())}
		}
		return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
			f, err := only(cmd.Context(), w, f, args)
			if err != nil {
				return err
			}
			r, err := w.Localize(cmd.Context(), workspace.LocalizeRequest{Filter: f, To: locale, Tag: to}, c.track("cli-progress-localize"))
			if err != nil {
				return err
			}
			return c.localized(r)
		})
	})
	c.whereFlag(cmd, &which)
	cmd.Flags().StringVar(&to, "to", "", c.text.Say("flag-to"))
	c.completeWords(cmd, "to", workspace.Scripts...)
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

// maxUnknown is how many words without a term are named without -v.
const maxUnknown = 20

func (c *program) localized(r workspace.LocalizeResult) error {
	if c.json {
		return c.write(r)
	}
	c.say("cli-localized", "products", r.Products, "changed", r.Changed, "finished", r.Finished, "unfinished", r.Unfinished)
	c.textStates(r.Texts)
	if words := c.unknownWords(r.Unknown); words != "" {
		c.say("cli-unknown-words", "count", len(r.Unknown), "words", words)
	}
	if r.Entry != "" {
		c.remark("cli-undo-hint")
	}
	return nil
}

// textStates says how many texts have each state, the weakest first.
func (c *program) textStates(counts map[catalog.State]int) {
	var parts []string
	for _, s := range append(slices.Clone(catalog.States), catalog.StateOmitted) {
		if n := counts[s]; n > 0 {
			parts = append(parts, c.text.Say("cli-text-state", "count", n, "state", c.text.State(s)))
		}
	}
	if len(parts) > 0 {
		c.say("cli-text-states", "states", strings.Join(parts, c.text.Say("list-comma")))
	}
}

// unknownWords names the words that the term base lacks, the most frequent first.
func (c *program) unknownWords(counts map[string]int) string {
	words := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	more := ""
	if !c.verbose && len(words) > maxUnknown {
		words, more = words[:maxUnknown], ", …"
	}
	for i, w := range words {
		words[i] = fmt.Sprintf("%s (%d)", w, counts[w])
	}
	return strings.Join(words, ", ") + more
}

func (c *program) termsCommand() *cobra.Command {
	cmd := c.command("terms", noArgs, func(cmd *cobra.Command, _ []string) error {
		return usageError{text.Fail("cli-arguments", "command", cmd.CommandPath(), "use", strings.Join(uses(cmd), " | "))}
	})
	read := c.command("import FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		return c.importTerms(cmd, args[0])
	})
	write := c.command("export FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		return c.exportTerms(cmd, args[0])
	})
	read.Short, write.Short = c.text.Say("help-terms-import"), c.text.Say("help-terms-export")
	read.ValidArgsFunction = completeFiles("tsv", "csv", "txt")
	write.ValidArgsFunction = completeFiles("tsv", "txt")
	cmd.AddCommand(read, write)
	return cmd
}

// termsJSON is what terms import --json writes.
type termsJSON struct {
	Entry    catalog.ID    `json:"entry"`
	Terms    int           `json:"terms"`
	Problems []problemJSON `json:"problems"`
}

// maxTerms is the largest file of terms that is opened, in bytes.
const maxTerms = 256 << 20

// standard represents standard input or output where a file is expected.
const standard = "-"

func (c *program) importTerms(cmd *cobra.Command, name string) error {
	from := io.NopCloser(c.In)
	if name != standard {
		f, err := regular.Open(name, maxTerms)
		if err != nil {
			return fmt.Errorf("read terms: %w", err)
		}
		from = f
	}
	defer from.Close() // opened for reading: nothing can be lost
	return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
		r, err := w.ImportTerms(cmd.Context(), filepath.Base(name), from)
		if err != nil {
			return err
		}
		if c.json {
			return c.write(termsJSON{r.Entry, r.Terms, c.problemsJSON(r.Problems)})
		}
		c.say("cli-terms-imported", "count", r.Terms)
		c.problems(r.Problems)
		return nil
	})
}

func (c *program) exportTerms(cmd *cobra.Command, name string) error {
	return c.reading(cmd.Context(), func(w *workspace.Workspace) error {
		if name == standard {
			_, err := w.ExportTerms(cmd.Context(), c.out, '\t')
			return err
		}
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return fmt.Errorf("write terms: %w", err)
		}
		n, err := w.ExportTerms(cmd.Context(), f, commaOf(name))
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return fmt.Errorf("write terms: %w", err)
		}
		if c.json {
			return c.write(map[string]any{"path": name, "terms": n})
		}
		c.say("cli-terms-exported", "count", n, "path", name)
		return nil
	})
}

// commaOf is what is between columns: a comma in a .csv, which Excel opens
// with a double click, otherwise a tab.
func commaOf(name string) rune {
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		return ','
	}
	return '\t'
}
