package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/review"
	"tradewind.app/catalog/regular"
)

func (c *program) reviewCommand() *cobra.Command {
	cmd := c.command("review", noArgs, func(cmd *cobra.Command, _ []string) error {
		return usageError{text.Fail("cli-arguments", "command", cmd.CommandPath(), "use", strings.Join(uses(cmd), " | "))}
	})
	page, read := c.reviewPageCommand(), c.reviewImportCommand()
	comments := c.command("comments", noArgs, func(cmd *cobra.Command, _ []string) error {
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error { return c.reviewComments(cmd, w) })
	})
	page.Short, read.Short, comments.Short = c.text.Say("help-review-page"), c.text.Say("help-review-import"), c.text.Say("help-review-comments")
	cmd.AddCommand(page, read, comments)
	return cmd
}

func (c *program) reviewPageCommand() *cobra.Command {
	var which chosen
	out := ""
	cmd := c.command("page [SKU...]", anyArgs, func(cmd *cobra.Command, args []string) error {
		f, err := which.filter()
		if err != nil {
			return err
		}
		if out == "" {
			return usageError{text.Fail("cli-review-out-missing")}
		}
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error {
			f, err := only(cmd.Context(), w, f, args)
			if err != nil {
				return err
			}
			return c.reviewPage(cmd, w, f, out)
		})
	})
	cmd.Flags().StringVar(&out, "out", "", c.text.Say("cli-review-out"))
	c.whereFlag(cmd, &which)
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

// reviewPage writes the page. A file that is there is never replaced.
func (c *program) reviewPage(cmd *cobra.Command, w *workspace.Workspace, f catalog.Filter, name string) error {
	english, chinese := text.For(text.English), text.For(text.Chinese)
	r := workspace.ReviewRequest{Filter: f, Say: func(p catalog.Problem) (string, string) { return english.Problem(p), chinese.Problem(p) }}
	if name == standard {
		_, err := w.ReviewPage(cmd.Context(), r, c.out, c.track("cli-progress-review"))
		return err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("write review page: %w", err)
	}
	made, err := w.ReviewPage(cmd.Context(), r, file, c.track("cli-progress-review"))
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(name) // half a page is none; why it is one is the error to report
		return err
	}
	if c.json {
		return c.write(struct {
			Path string `json:"path"`
			workspace.ReviewPageResult
		}{name, made})
	}
	c.say("cli-review-page", "path", name, "values", made.Values, "products", made.Products, "texts", made.Texts)
	if made.Left > 0 {
		c.remark("cli-review-left", "count", made.Left)
	}
	return nil
}

func (c *program) reviewImportCommand() *cobra.Command {
	dryRun := false
	cmd := c.command("import ANSWERS.json", oneArg, func(cmd *cobra.Command, args []string) error {
		answers, err := c.readReview(args[0])
		if err != nil {
			return err
		}
		run := func(w *workspace.Workspace) error {
			r, err := w.ImportReview(cmd.Context(), answers, dryRun, c.track("cli-progress-review"))
			if err != nil {
				return err
			}
			return c.reviewed(r, dryRun)
		}
		if dryRun {
			return c.reading(cmd.Context(), run)
		}
		return c.writing(cmd.Context(), run)
	})
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, c.text.Say("flag-dry-run"))
	cmd.ValidArgsFunction = completeFiles("json")
	return cmd
}

// maxReview is the largest file of answers that is opened, in bytes.
const maxReview = 16 << 20

func (c *program) readReview(name string) (review.Answers, error) {
	from := io.NopCloser(c.In)
	if name != standard {
		f, err := regular.Open(name, maxReview)
		if err != nil {
			return review.Answers{}, fmt.Errorf("read answers: %w", err)
		}
		from = f
	}
	defer from.Close() // opened for reading: nothing can be lost
	return review.ReadAnswers(from)
}

// reviewAnswerJSON is an answer with the sentences of what is wrong with it.
type reviewAnswerJSON struct {
	workspace.ReviewedAnswer
	Problems []problemJSON `json:"problems,omitempty"`
}

// reviewJSON is what review import --json writes.
type reviewJSON struct {
	workspace.ReviewResult
	DryRun  bool               `json:"dry_run"`
	Answers []reviewAnswerJSON `json:"answers"`
}

// reviewed says what became of the answers, and what was not taken.
func (c *program) reviewed(r workspace.ReviewResult, dryRun bool) error {
	left := r.Counts[review.Conflict] + r.Counts[review.Stale] + r.Counts[review.Refused] + r.Counts[review.Gone]
	if c.json {
		out := reviewJSON{r, dryRun, make([]reviewAnswerJSON, len(r.Answers))}
		for i, a := range r.Answers {
			out.Answers[i] = reviewAnswerJSON{a, c.problemsJSON(a.Problems)}
		}
		return skippedIf(left > 0, c.write(out))
	}
	code := "cli-reviewed"
	if dryRun {
		code = "cli-reviewed-dry"
	}
	c.say(code, "reader", r.Reader, "date", r.Saved, "texts", r.Texts, "products", r.Products)
	c.reviewTable(r.Answers, dryRun)
	if r.Entry != "" {
		c.remark("cli-undo-hint")
	}
	return skippedIf(left > 0, nil)
}

// reviewTable lists answers: of those that apply the first, of the rest all.
func (c *program) reviewTable(answers []workspace.ReviewedAnswer, dryRun bool) {
	t := c.table(column{}, column{}, column{right: true}, column{most: 30}, column{most: 40}, column{}, column{most: 40}, column{most: 80})
	applied, hidden := 0, 0
	for _, a := range answers {
		if isApplied := a.Outcome == review.New || a.Outcome == review.Same; isApplied && a.Comment == "" && a.Refused == 0 {
			if applied++; applied > maxCells && !c.verbose && dryRun || !dryRun && !c.verbose {
				hidden++
				continue
			}
		}
		note := a.Comment
		for _, p := range a.Problems {
			note = strings.TrimSpace(c.text.Problem(p) + " " + note)
		}
		t.row("  "+c.text.Say("review-"+string(a.Outcome)), cmp.Or(a.SKU, c.text.Say("review-all")), text.Count(int64(a.Products)),
			a.Source, orNothing(a.Before), "→", orNothing(a.After), note)
	}
	t.flush()
	if hidden > 0 && dryRun {
		c.say("cli-more", "count", hidden)
	}
}

// reviewComments lists what readers remarked.
func (c *program) reviewComments(cmd *cobra.Command, w *workspace.Workspace) error {
	comments, err := w.ReviewComments(cmd.Context())
	if err != nil {
		return err
	}
	if c.json {
		return c.write(comments)
	}
	t := c.table(column{}, column{}, column{}, column{most: 40}, column{most: 40}, column{most: 100})
	for _, one := range comments {
		t.row(one.At, one.By, cmp.Or(one.SKU, c.text.Say("review-all")), one.Source, one.Text, one.Comment)
	}
	t.flush()
	return nil
}
