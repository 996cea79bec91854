package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

func (c *program) exportCommand() *cobra.Command {
	var r workspace.ExportRequest
	var which chosen
	var rates []string
	cmd := c.command("export CHANNEL --out DIR", oneArg, func(cmd *cobra.Command, args []string) (err error) {
		if r.Dir == "" {
			return usageError{text.Fail("cli-flag-bare", "flag", "--out", "command", cmd.CommandPath())}
		}
		r.Channel, r.Locale, r.Describe = args[0], c.locale(), c.text.Problem
		if r.Filter, err = which.filter(); err != nil {
			return err
		}
		if r.Rates, err = parseRates(rates); err != nil {
			return err
		}
		open := c.reading
		if len(r.Rates) > 0 || r.PageURL != "" || r.PictureURL != "" {
			open = c.writing // they are remembered
		}
		return open(cmd.Context(), func(w *workspace.Workspace) error {
			report, err := w.Export(cmd.Context(), r, c.track("cli-progress-export"))
			if err != nil {
				return err
			}
			return c.exported(report, r)
		})
	})
	c.whereFlag(cmd, &which)
	cmd.Flags().StringVar(&r.PageURL, "page-url", "", c.text.Say("flag-page-url"))
	cmd.Flags().StringVar(&r.PictureURL, "picture-url", "", c.text.Say("flag-picture-url"))
	cmd.Flags().StringVar(&r.Dir, "out", "", c.text.Say("flag-out"))
	cmd.Flags().BoolVar(&r.All, "all", false, c.text.Say("flag-all"))
	cmd.Flags().BoolVar(&r.Drafts, "drafts", false, c.text.Say("flag-drafts"))
	cmd.Flags().StringSliceVar(&rates, "rate", nil, c.text.Say("flag-rate"))
	if err := cmd.MarkFlagDirname("out"); err != nil {
		panic(err) // there is such a flag: it was made above
	}
	cmd.ValidArgsFunction = c.completeChannel
	return cmd
}

// parseRates reads CURRENCY=RATE.
func parseRates(list []string) (map[string]string, error) {
	rates := make(map[string]string, len(list))
	for _, s := range list {
		currency, rate, ok := strings.Cut(s, "=")
		if !ok {
			return nil, usageError{text.Fail("cli-rate", "value", s)}
		}
		rates[strings.ToUpper(currency)] = rate
	}
	return rates, nil
}

// exportJSON is what export --json writes.
type exportJSON struct {
	Channel  string        `json:"channel"`
	Files    []fileJSON    `json:"files"`
	Products int           `json:"products"`
	Variants int           `json:"variants"`
	Pictures int           `json:"pictures"`
	Skipped  []skippedJSON `json:"skipped"`
	Leftover string        `json:"leftover,omitempty"`

	Drafts []export.DraftTexts `json:"drafts,omitempty"`

	Run       string   `json:"run"`
	Completed []string `json:"completed,omitempty"`

	Packed []fileJSON `json:"packed,omitempty"` // what is in the file where it is a package
}

type fileJSON struct {
	Path   string `json:"path"`
	Rows   int    `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

type skippedJSON struct {
	Handle   string        `json:"handle"`
	SKUs     []string      `json:"skus"`
	Problems []problemJSON `json:"problems"`
}

func (c *program) exported(r export.Report, asked workspace.ExportRequest) error {
	if r.Leftover != "" {
		c.remark("export-leftover", "path", r.Leftover)
	}
	if c.json {
		return skippedIf(len(r.Skipped) > 0, c.write(c.exportJSON(r)))
	}
	if len(r.Completed) > 0 {
		c.say("cli-export-completed", "files", strings.Join(r.Completed, ", "))
	}
	c.say("cli-exported", "products", r.Products, "variants", r.Variants, "pictures", r.Pictures, "channel", r.Channel)
	files := c.table(column{}, column{right: true}, column{right: true})
	for _, f := range r.Groups() {
		files.row("  "+f.Name(), c.text.Say("cli-rows", "count", f.Rows), size(f.Bytes))
	}
	files.flush()
	if len(r.Drafts) > 0 {
		c.say("cli-drafts-exported", "count", len(r.Drafts))
	}
	if len(r.Skipped) > 0 {
		c.say("cli-skipped", "count", len(r.Skipped))
		var t catalog.ProblemTally
		for _, s := range r.Skipped {
			t.AddOnce(s.Problems)
		}
		c.byProduct(t.Kinds())
	}
	c.say("cli-report", "path", filepath.Join(asked.Dir, r.Channel+"-report.txt"))
	return skippedIf(len(r.Skipped) > 0, nil)
}

func (c *program) exportJSON(r export.Report) exportJSON {
	out := exportJSON{Channel: r.Channel, Files: []fileJSON{}, Products: r.Products, Variants: r.Variants, Pictures: r.Pictures, Skipped: []skippedJSON{}, Leftover: r.Leftover, Drafts: r.Drafts, Run: r.Run, Completed: r.Completed}
	for _, f := range r.Files {
		out.Files = append(out.Files, fileJSON{f.Path, f.Rows, f.Bytes, f.SHA256})
	}
	for _, f := range r.Packed {
		out.Packed = append(out.Packed, fileJSON{f.Path, f.Rows, f.Bytes, f.SHA256})
	}
	for _, s := range r.Skipped {
		out.Skipped = append(out.Skipped, skippedJSON{s.Handle, noNil(s.SKUs), c.problemsJSON(s.Problems)})
	}
	return out
}

// noNil makes JSON write [] and not null.
func noNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 10<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d B", n)
}
