package cli

import (
	"cmp"
	"slices"

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

// kind is what problems are counted by.
type kind struct {
	severity catalog.Severity
	code     string
}

// tally counts problems by kind and keeps the first of each.
type tally struct {
	counts map[kind]int
	firsts map[kind]catalog.Problem
	total  int
}

func newTally() *tally {
	return &tally{counts: map[kind]int{}, firsts: map[kind]catalog.Problem{}}
}

// add counts each problem.
func (t *tally) add(list []catalog.Problem) *tally {
	for _, p := range list {
		t.note(p)
	}
	return t
}

// addOnce counts a product's problems, each kind once.
func (t *tally) addOnce(list []catalog.Problem) {
	for _, p := range newTally().add(list).firsts {
		t.note(p)
	}
}

func (t *tally) note(p catalog.Problem) {
	k := kind{p.Severity, p.Code}
	if t.counts[k]++; t.counts[k] == 1 {
		t.firsts[k] = p
	}
	t.total++
}

// kinds lists the gravest first, then the most frequent.
func (t *tally) kinds() []kind {
	grave := []catalog.Severity{catalog.Blocked, catalog.Warning, catalog.Info}
	list := make([]kind, 0, len(t.counts))
	for k := range t.counts {
		list = append(list, k)
	}
	slices.SortFunc(list, func(a, b kind) int {
		return cmp.Or(
			cmp.Compare(slices.Index(grave, a.severity), slices.Index(grave, b.severity)),
			cmp.Compare(t.counts[b], t.counts[a]),
			cmp.Compare(a.code, b.code),
		)
	})
	return list
}

// problems tells people what was found: with -v a line for each, otherwise a
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
	t := newTally().add(list)
	c.kindLines(t)
	if t.total > len(t.counts) {
		c.say("cli-problems-all")
	}
}

// kindLines tells each kind of problem: how often, where first, and what.
func (c *program) kindLines(t *tally) {
	lines := c.table(column{}, column{right: true}, column{most: 40}, column{})
	for _, k := range t.kinds() {
		first := t.firsts[k]
		lines.row("  "+c.severity(k.severity), text.Count(int64(t.counts[k])), where(first), c.text.Problem(first))
	}
	lines.flush()
}

// problemLines tells each problem: where, and what.
func (c *program) problemLines(list []catalog.Problem) {
	lines := c.table(column{}, column{most: 60}, column{})
	for _, p := range list {
		lines.row("  "+c.severity(p.Severity), where(p), c.text.Problem(p))
	}
	lines.flush()
}

// byProduct tells the problems of a channel by the number of products that have
// them, and where the channel's rules were read.
func (c *program) byProduct(t *tally) {
	if t.total == 0 {
		return
	}
	c.say("cli-problems-products")
	lines := c.table(column{}, column{right: true}, column{})
	rule := ""
	for _, k := range t.kinds() {
		first := t.firsts[k]
		lines.row("  "+c.severity(k.severity), text.Count(int64(t.counts[k])), c.text.Problem(first))
		rule = cmp.Or(rule, c.text.Rule(first))
	}
	lines.flush()
	if rule != "" {
		c.print(rule)
	}
}

// where is the cell a problem stands in, or the variant it is about.
func where(p catalog.Problem) string {
	return cmp.Or(string(p.Place), p.Args["sku"])
}

func (c *program) severity(s catalog.Severity) string { return c.text.Say("severity-" + string(s)) }
