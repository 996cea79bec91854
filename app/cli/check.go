package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

func (c *program) channelsCommand() *cobra.Command {
	return c.command("channels", noArgs, func(*cobra.Command, []string) error {
		channels, broken := c.channels()
		if c.json {
			return errors.Join(c.writeChannels(channels), broken)
		}
		t := c.table(
			column{head: c.text.Say("head-channel")}, column{head: c.text.Say("head-title")},
			column{head: c.text.Say("head-files")}, column{head: c.text.Say("head-checked")},
		)
		for _, ch := range channels {
			spec := ch.Spec()
			t.row(spec.Name, ch.Title(c.locale()), strings.Join(spec.FileNames(), ", "), spec.Checked.String())
		}
		t.flush()
		for _, ch := range channels {
			if about := ch.About(c.locale()); about != "" {
				c.print(ch.Name() + ": " + about)
			}
		}
		return broken
	})
}

// channels needs no catalogue: what can be exported to is known without one. The
// error is about specs of the user's own; the other channels come beside it.
func (c *program) channels() ([]*export.Channel, error) {
	options, err := c.options()
	if err != nil {
		return nil, err
	}
	return workspace.Channels(options.Specs)
}

// channelJSON is a line of channels --json.
type channelJSON struct {
	Name     string   `json:"name"`
	Title    string   `json:"title"`
	TitleZH  string   `json:"title_zh"`
	Market   string   `json:"market"`
	Locale   string   `json:"locale"`
	Currency string   `json:"currency"`
	Files    []string `json:"files"`
	Columns  int      `json:"columns"`
	Source   string   `json:"source"`
	Checked  string   `json:"checked"`
	Version  string   `json:"version"`
	About    string   `json:"about,omitempty"`
	AboutZH  string   `json:"about_zh,omitempty"`
}

func (c *program) writeChannels(channels []*export.Channel) error {
	for _, ch := range channels {
		s := ch.Spec()
		line := channelJSON{
			s.Name, s.Title["en"], s.Title["zh-Hans"], s.Market, s.Locale, s.Currency,
			s.FileNames(), s.ColumnCount(), s.Source, s.Checked.String(), s.Version, s.About["en"], s.About["zh-Hans"],
		}
		if err := c.write(line); err != nil {
			return err
		}
	}
	return nil
}

func (c *program) checkCommand() *cobra.Command {
	var which chosen
	cmd := c.command("check CHANNEL [SKU...]", someArgs, func(cmd *cobra.Command, args []string) error {
		f, err := which.filter()
		if err != nil {
			return err
		}
		return c.checking(cmd.Context(), func(w *workspace.Workspace) error {
			f, err := only(cmd.Context(), w, f, args[1:])
			if err != nil {
				return err
			}
			sum := newCheckSum(len(args) > 1 || c.verbose)
			for r, err := range w.Check(cmd.Context(), args[0], f) {
				if err == nil {
					err = c.checked(r, sum)
				}
				if err != nil {
					return err
				}
			}
			if !c.json {
				c.checkSum(sum, args[0])
			}
			return nil
		})
	})
	c.whereFlag(cmd, &which)
	cmd.ValidArgsFunction = c.completeChannel
	return cmd
}

// checkSum is what a check comes to.
type checkSum struct {
	states   map[export.Readiness]int
	problems catalog.ProblemTally
	each     bool // list each product
	told     int
	untold   int
}

func newCheckSum(each bool) *checkSum {
	return &checkSum{states: map[export.Readiness]int{}, each: each}
}

// maxTold is how many products that are not ready are reported without -v.
const maxTold = 20

// readinessJSON is a line of check --json.
type readinessJSON struct {
	Handle   string           `json:"handle"`
	SKUs     []string         `json:"skus"`
	State    export.Readiness `json:"state"`
	Problems []problemJSON    `json:"problems"`
}

func (c *program) checked(r workspace.ProductReadiness, sum *checkSum) error {
	if c.json {
		return c.write(readinessJSON{r.Handle, noNil(r.SKUs), r.State, c.problemsJSON(r.Problems)})
	}
	sum.states[r.State]++
	sum.problems.AddOnce(r.Problems)
	switch {
	case r.State != export.Ready && sum.told >= maxTold && !sum.each:
		sum.untold++
	case r.State != export.Ready || sum.each:
		sum.told++
		c.say("cli-checked", "handle", r.Handle, "skus", strings.Join(r.SKUs, " "), "state", c.readiness(r.State))
		c.productProblems(r.Problems, sum.each)
	}
	return nil
}

// productProblems lists a product's problems, each kind once unless all are asked for.
func (c *program) productProblems(list []catalog.Problem, each bool) {
	if each {
		c.problemLines(list)
		return
	}
	var t catalog.ProblemTally
	t.Add(list...)
	c.kindLines(t.Kinds())
}

func (c *program) checkSum(sum *checkSum, channel string) {
	if sum.untold > 0 {
		c.say("cli-checked-more", "count", sum.untold)
	}
	if sum.told > 0 {
		c.print("")
	}
	c.byProduct(sum.problems.Kinds())
	c.say("cli-check-sum",
		"channel", channel,
		"count", sum.states[export.Ready]+sum.states[export.WithWarnings]+sum.states[export.NotReady],
		"ready", sum.states[export.Ready], "warnings", sum.states[export.WithWarnings], "blocked", sum.states[export.NotReady])
}

func (c *program) readiness(r export.Readiness) string { return c.text.Say("readiness-" + string(r)) }
