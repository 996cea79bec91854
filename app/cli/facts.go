package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/regular"
)

func (c *program) factsCommand() *cobra.Command {
	cmd := c.command("facts [SKU]", atMostOne, func(cmd *cobra.Command, args []string) error {
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error {
			if len(args) == 1 {
				return c.productFacts(cmd, w, args[0])
			}
			return c.questions(cmd, w)
		})
	})
	field := ""
	answer := c.command("answer WORD ANSWER", twoArgs, func(cmd *cobra.Command, args []string) error {
		return c.answer(cmd, args[0], args[1], field)
	})
	answer.Flags().StringVar(&field, "field", "", c.text.Say("flag-field"))
	write := c.command("export FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		return c.exportQuestions(cmd, args[0])
	})
	read := c.command("import FILE", oneArg, func(cmd *cobra.Command, args []string) error {
		return c.importAnswers(cmd, args[0])
	})
	answer.Short, write.Short, read.Short = c.text.Say("help-facts-answer"), c.text.Say("help-facts-export"), c.text.Say("help-facts-import")
	read.ValidArgsFunction, write.ValidArgsFunction = completeFiles("csv", "tsv"), completeFiles("csv", "tsv")
	cmd.AddCommand(answer, write, read)
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

// questions lists what only the owner can say, by number of products.
func (c *program) questions(cmd *cobra.Command, w *workspace.Workspace) error {
	s, err := w.Questions(cmd.Context(), catalog.Filter{}, c.track("cli-progress-facts"))
	if err != nil {
		return err
	}
	if c.json {
		return c.write(s)
	}
	c.say("cli-facts", "products", s.Products, "standard", s.Standard, "questions", len(s.Questions))
	t := c.table(
		column{head: c.text.Say("head-waiting"), right: true}, column{head: c.text.Say("head-word")},
		column{head: c.text.Say("head-goods")}, column{head: c.text.Say("head-choices"), most: 80}, column{head: c.text.Say("head-example"), most: 40},
	)
	for _, q := range s.Questions {
		t.row(text.Count(int64(q.Products)), q.Word, q.Field, c.choices(q.Question), q.Example)
	}
	t.flush()
	if len(s.Questions) > 0 {
		c.say("cli-facts-hint")
	}
	return nil
}

// choices are the senses of a question, with their numbers.
func (c *program) choices(q localize.Question) string {
	var list []string
	for i, s := range q.Senses {
		list = append(list, strconv.Itoa(i+1)+" "+s)
	}
	if len(list) == 0 {
		return c.text.Say("cli-facts-unknown")
	}
	return strings.Join(list, "; ")
}

// productFacts lists what the English of a product says.
func (c *program) productFacts(cmd *cobra.Command, w *workspace.Workspace, sku string) error {
	facts, err := w.Facts(cmd.Context(), sku)
	if err != nil {
		return err
	}
	if c.json {
		return c.write(facts)
	}
	t := c.table(
		column{head: c.text.Say("head-kind")}, column{head: c.text.Say("head-english"), most: 50},
		column{head: c.text.Say("head-chinese"), most: 40}, column{head: c.text.Say("head-certainty")}, column{head: c.text.Say("head-meaning"), most: 40},
	)
	for _, f := range facts {
		t.row(c.text.Say("fact-"+string(f.Kind)), f.English, f.Chinese, c.text.Say("certainty-"+string(f.Certainty)), f.Note)
	}
	t.flush()
	return nil
}

// answer explains one word. Without a field it is the one question that is open about
// the word.
func (c *program) answer(cmd *cobra.Command, word, answer, field string) error {
	return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
		s, err := w.Questions(cmd.Context(), catalog.Filter{}, c.track("cli-progress-facts"))
		if err != nil {
			return err
		}
		q := localize.Question{Word: strings.ToLower(word), Field: field}
		var fields []string
		for _, open := range s.Questions {
			if open.Word == q.Word && (field == "" || open.Field == field) {
				q = open.Question
				fields = append(fields, open.Field)
			}
		}
		if len(fields) > 1 {
			return usageError{text.Fail("cli-facts-fields", "word", word, "fields", strings.Join(fields, "; "))}
		}
		a, ok := workspace.ParseAnswer(answer, q)
		if !ok {
			return usageError{localize.ErrAnswer}
		}
		return c.answerAll(cmd, w, []localize.Answer{a})
	})
}

func (c *program) answerAll(cmd *cobra.Command, w *workspace.Workspace, list []localize.Answer) error {
	r, err := w.Answer(cmd.Context(), list, nil)
	if err != nil {
		return err
	}
	if c.json {
		return c.write(r)
	}
	c.say("cli-facts-answered", "count", len(list), "products", r.Changed)
	if r.Entry != "" {
		c.remark("cli-undo-hint")
	}
	return nil
}

func (c *program) exportQuestions(cmd *cobra.Command, name string) error {
	return c.reading(cmd.Context(), func(w *workspace.Workspace) error {
		s, err := w.Questions(cmd.Context(), catalog.Filter{}, c.track("cli-progress-facts"))
		if err != nil {
			return err
		}
		if name == standard {
			return workspace.WriteQuestions(c.out, s.Questions, '\t')
		}
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return fmt.Errorf("write questions: %w", err)
		}
		err = workspace.WriteQuestions(f, s.Questions, commaOf(name))
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return fmt.Errorf("write questions: %w", err)
		}
		if c.json {
			return c.write(map[string]any{"path": name, "questions": len(s.Questions)})
		}
		c.say("cli-facts-exported", "count", len(s.Questions), "path", name)
		return nil
	})
}

func (c *program) importAnswers(cmd *cobra.Command, name string) error {
	from := io.NopCloser(c.In)
	if name != standard {
		f, err := regular.Open(name, maxTerms)
		if err != nil {
			return fmt.Errorf("read answers: %w", err)
		}
		from = f
	}
	defer from.Close() // opened for reading: nothing can be lost
	return c.writing(cmd.Context(), func(w *workspace.Workspace) error {
		s, err := w.Questions(cmd.Context(), catalog.Filter{}, c.track("cli-progress-facts"))
		if err != nil {
			return err
		}
		answers, problems, err := workspace.ReadAnswers(filepath.Base(name), from, s.Questions)
		if err != nil {
			return err
		}
		if !c.json {
			c.problems(problems)
		}
		return c.answerAll(cmd, w, answers)
	})
}

func (c *program) glossCommand() *cobra.Command {
	cmd := c.command("gloss SKU", oneArg, func(cmd *cobra.Command, args []string) error {
		return c.reading(cmd.Context(), func(w *workspace.Workspace) error { return c.gloss(cmd, w, args[0]) })
	})
	cmd.ValidArgsFunction = c.completeSKU
	return cmd
}

// gloss shows what each Chinese text says in English, and what of the English is not in
// it.
func (c *program) gloss(cmd *cobra.Command, w *workspace.Workspace, sku string) error {
	to, err := w.Script(cmd.Context())
	if err != nil {
		return err
	}
	g, err := w.GlossOf(cmd.Context(), sku, to)
	if err != nil {
		return err
	}
	if c.json {
		return c.write(g)
	}
	for _, line := range g.Lines {
		name := c.text.Field(line.Field.At(to))
		if line.Part != "" {
			name += " " + line.Part
		}
		c.say("cli-gloss", "field", name, "text", line.Text, "words", c.text.Gloss(line.Words))
	}
	c.factSheet(g.Facts)
	return nil
}

// factSheet shows the facts that a listing lost or added.
func (c *program) factSheet(sheet localize.FactSheet) {
	t := c.table(column{head: c.text.Say("head-kind")}, column{head: c.text.Say("head-english"), most: 60}, column{head: c.text.Say("head-chinese"), most: 40}, column{head: c.text.Say("head-in-chinese")})
	for _, line := range sheet.Lines {
		state := "fact-lost"
		if line.Found {
			state = "fact-found"
		}
		t.row(c.text.Say("fact-"+string(line.Kind)), line.English, line.Chinese, c.text.Say(state))
	}
	for _, a := range sheet.Added {
		t.row(c.text.Say("fact-claim"), a.English, a.Chinese, c.text.Say("fact-added"))
	}
	c.say("cli-gloss-facts", "found", sheet.Found(), "of", len(sheet.Lines), "added", len(sheet.Added))
	t.flush()
}
