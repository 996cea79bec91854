package cli

import (
	"cmp"
	"slices"
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/catalog"
)

// problemJSON is a problem as --json writes it. Field is the field's name for
// programs, Message the sentence for people.
type problemJSON struct {
	Code     string            `json:"code"`
	Severity catalog.Severity  `json:"severity"`
	Place    catalog.Place     `json:"place"`
	Field    string            `json:"field"`
	Message  string            `json:"message"`
	Fix      string            `json:"fix,omitempty"`
	Args     map[string]string `json:"args,omitempty"`
}

func (c *program) problemsJSON(problems []catalog.Problem) []problemJSON {
	list := make([]problemJSON, 0, len(problems))
	for _, p := range problems {
		list = append(list, problemJSON{p.Code, p.Severity, p.Place, p.Field, c.text.Problem(p), p.Fix, p.Args})
	}
	return list
}

// problems prints what was found: with -v a line for each, otherwise a
// line for each kind with the first of them.
func (c *program) problems(list []catalog.Problem) {
	if len(list) == 0 {
		return
	}
	c.say("cli-problems", "count", len(list))
	if c.verbose {
		c.problemLines(list)
		return
	}
	var t catalog.ProblemTally
	t.Add(list...)
	kinds := t.Kinds()
	c.kindLines(kinds)
	if t.Total() > len(kinds) {
		c.say("cli-problems-all")
	}
}

// kindLines prints each kind of problem: how often, where first, and what.
func (c *program) kindLines(kinds []catalog.KindCount) {
	lines := c.table(column{}, column{right: true}, column{}, column{})
	for _, k := range kinds {
		lines.row("  "+c.severity(k.Kind.Severity), text.Count(int64(k.Count)), where(k.First), c.text.Problem(k.First))
	}
	lines.flush()
}

// problemLines prints each problem: where, and what.
func (c *program) problemLines(list []catalog.Problem) {
	lines := c.table(column{}, column{}, column{})
	for _, p := range list {
		lines.row("  "+c.severity(p.Severity), cutPlace(where(p), 60), c.text.Problem(p))
	}
	lines.flush()
}

// byProduct prints the problems of a channel by the number of products that have
// them, and where the rules behind them were read.
func (c *program) byProduct(kinds []catalog.KindCount) {
	if len(kinds) == 0 {
		return
	}
	c.say("cli-problems-products")
	lines := c.table(column{}, column{right: true}, column{})
	var rules []string
	for _, k := range kinds {
		lines.row("  "+c.severity(k.Kind.Severity), text.Count(int64(k.Count)), c.text.Problem(k.First))
		if rule := c.text.Rule(k.First); rule != "" && !slices.Contains(rules, rule) {
			rules = append(rules, rule)
		}
	}
	lines.flush()
	for _, rule := range rules {
		c.print(rule)
	}
}

// where is the cell a problem is in, or the variant it is about.
func where(p catalog.Problem) string {
	return cmp.Or(string(p.Place), p.Args["sku"])
}

// cutPlace shortens a place to at most n cells where its file's name allows it: the
// sheet and the address, by which the cell is found, stay whole.
func cutPlace(place string, n int) string {
	at := strings.IndexByte(place, '!')
	if at < 0 {
		at = strings.LastIndexByte(place, ':')
	}
	if at < 0 || cells(place) <= n {
		return cut(place, n)
	}
	return cut(place[:at], max(n-cells(place[at:]), shortestName)) + place[at:]
}

// shortestName is how much of a file's name is always shown.
const shortestName = 8

func (c *program) severity(s catalog.Severity) string { return c.text.Say("severity-" + string(s)) }
