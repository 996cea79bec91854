package cli

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/store"
)

func (c *program) historyCommand() *cobra.Command {
	limit := 0
	cmd := c.command("history", noArgs, func(cmd *cobra.Command, _ []string) error {
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error { return c.listHistory(cmd.Context(), w, limit) })
	})
	cmd.Flags().IntVar(&limit, "limit", 0, c.text.Say("flag-limit"))
	return cmd
}

func (c *program) listHistory(ctx context.Context, w *workspace.Workspace, limit int) error {
	t := c.table(
		column{head: c.text.Say("head-number"), right: true}, column{head: c.text.Say("head-when")},
		column{head: c.text.Say("head-what")}, column{head: c.text.Say("head-by"), most: 16},
		column{head: c.text.Say("head-note"), most: 40}, column{head: c.text.Say("head-counts")},
	)
	n := 0
	for e, err := range w.History(ctx) {
		if err != nil {
			return err
		}
		if limit > 0 && n == limit {
			break
		}
		n++
		if c.json {
			if err := c.write(e); err != nil {
				return err
			}
			continue
		}
		t.row(strconv.FormatInt(e.Number, 10), e.At.Local().Format("2006-01-02 15:04"), c.text.Say("kind-"+string(e.Called())), e.By, e.Note, c.counts(e))
	}
	t.flush()
	if n == 0 && !c.json {
		c.remark("cli-history-empty")
	}
	return nil
}

// counts says what an entry did, leaving out what it did not, and whether it
// was undone.
func (c *program) counts(e store.Entry) string {
	var parts []string
	add := func(text string, n int) {
		if n > 0 {
			parts = append(parts, text)
		}
	}
	add(c.text.Say("count-new", "count", e.Counts.New), e.Counts.New)
	add(c.text.Say("count-changed", "count", e.Counts.Changed), e.Counts.Changed)
	add(c.text.Say("count-deleted", "count", e.Counts.Deleted), e.Counts.Deleted)
	add(c.text.Say("count-refused", "count", e.Counts.Refused), e.Counts.Refused)
	if e.UndoneBy != "" {
		parts = append(parts, c.text.Say("count-undone"))
	}
	return strings.Join(parts, ", ")
}

func (c *program) undoCommand() *cobra.Command {
	cmd := c.command("undo [ID]", atMostOne, func(cmd *cobra.Command, args []string) error {
		id := catalog.ID("")
		if len(args) > 0 {
			id = catalog.ID(args[0])
		}
		return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
			r, err := w.Undo(cmd.Context(), id, c.track("cli-progress-undo"))
			if err != nil {
				return err
			}
			return c.undone(r)
		})
	})
	cmd.ValidArgsFunction = c.completeEntry
	return cmd
}

// undoneJSON is what undo --json writes.
type undoneJSON struct {
	Entry    catalog.ID `json:"entry"`
	Restored int        `json:"restored"`
	Kept     []keptJSON `json:"kept"`
}

type keptJSON struct {
	Product catalog.ID       `json:"product"`
	Handle  string           `json:"handle"`
	SKUs    []string         `json:"skus"`
	Name    string           `json:"name"` // of a setting or another document
	Reason  store.KeptReason `json:"reason"`
	Number  int64            `json:"number"` // of the entry that changed it since
	// Problems are the rules that forbid what it was, where Reason is that.
	Problems []problemJSON `json:"problems,omitempty"`
}

func (c *program) undone(r store.UndoResult) error {
	if c.json {
		out := undoneJSON{r.Entry.ID, r.Restored, []keptJSON{}}
		for _, k := range r.Kept {
			out.Kept = append(out.Kept, keptJSON{k.Product, k.Handle, noNil(k.SKUs), k.Document.Name, k.Reason, k.Entry, c.problemsJSON(k.Problems)})
		}
		return c.write(out)
	}
	c.say("cli-undone", "count", r.Restored)
	if len(r.Kept) == 0 {
		return nil
	}
	c.say("cli-kept", "count", len(r.Kept))
	t := c.table(column{}, column{most: 40}, column{})
	shown := r.Kept
	if !c.verbose {
		shown = shown[:min(len(shown), maxTold)]
	}
	for _, k := range shown {
		why := c.text.Say("kept-"+string(k.Reason), "number", strconv.FormatInt(k.Entry, 10))
		if len(k.Problems) > 0 {
			why = c.text.Problem(k.Problems[0])
		}
		t.row("  "+cmp.Or(k.Handle, k.Document.Name), strings.Join(k.SKUs, " "), why)
	}
	t.flush()
	if more := len(r.Kept) - len(shown); more > 0 {
		c.say("cli-more", "count", more)
	}
	return nil
}

// completeEntry proposes the numbers of the last entries.
func (c *program) completeEntry(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var numbers []string
	err := c.reading(cmd.Context(), func(w *workspace.Workspace) error {
		for e, err := range w.History(cmd.Context()) {
			if err != nil {
				return err
			}
			if number := strconv.FormatInt(e.Number, 10); strings.HasPrefix(number, typed) && e.UndoneBy == "" {
				numbers = append(numbers, cobra.CompletionWithDesc(number, c.text.Say("kind-"+string(e.Called()))+" "+e.Note))
			}
			if len(numbers) == maxCompletions {
				break
			}
		}
		return nil
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return numbers, cobra.ShellCompDirectiveNoFileComp
}
