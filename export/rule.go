package export

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tradewind.app/catalog"
)

// Rule is a named rule that looks at several cells or rows of a product:
//
//	[[rules]]
//	check   = "warning differ"
//	columns = ["color", "size"]
//
// The rules are a closed set, see namedRules. Any table can have any of them.
//
// Letters are the same whatever their case, and so are blanks whatever their number.
type Rule struct {
	Check   RuleCheck      `toml:"check"`
	Columns []string       `toml:"columns"`
	By      []string       `toml:"by"`
	Source  string         `toml:"source"`
	Checked toml.LocalDate `toml:"checked"`
}

// RuleCheck is a rule's name with its arguments and what a breach of it is: "blocked
// options", "warning pictures 3".
type RuleCheck struct {
	text       string
	severity   catalog.Severity
	definition ruleDefinition
	find       ruleFinder
}

// String returns the rule as it is written in a spec.
func (c RuleCheck) String() string { return c.text }

// ruleDefinition makes a rule of its arguments.
type ruleDefinition struct {
	usage       string
	columns, by bool // it looks at columns, or compares them with those of by
	variants    bool // it compares rows of variants
	make        func(args []string) (ruleFinder, error)
}

// ruleFinder lists the breaches of a rule by one product.
type ruleFinder func(c *ruleContext) []catalog.Problem

// ruleContext is what a rule looks at.
type ruleContext struct {
	*Rule
	checker  *Checker
	product  *catalog.Product
	rows     []Row
	variants []Row // of variants
}

// breach makes the problem of a breach.
func (c *ruleContext) breach(code string, field catalog.Field, args ...string) catalog.Problem {
	return catalog.NewProblem(code, c.Check.severity, field, args...)
}

// namedRules is the closed set.
var namedRules = map[string]ruleDefinition{
	// Every variant has a value of each option, and no two have the same ones.
	"options": {usage: "options", make: plainRule(findOptions)},
	// No two values of an option have one name in the listing of the channel's locale.
	"option-names": {usage: "option-names", make: plainRule(findSameNames)},
	// No two rows of variants have the same texts in all of the columns.
	"differ": {usage: "differ", columns: true, variants: true, make: plainRule(findSame)},
	// A column that one row of a variant has filled is filled on all.
	"even": {usage: "even", columns: true, variants: true, make: plainRule(findUneven)},
	// Rows of variants that have the same text in the columns of by have the same in columns.
	"follow": {usage: "follow", columns: true, by: true, variants: true, make: plainRule(findUnfollowed)},
	// On each row the number in columns is below that in by.
	"below": {usage: "below", columns: true, by: true, make: plainRule(findNotBelow)},
	// On each row the lists in columns have the same number of parts.
	"equal-lists": {usage: "equal-lists", columns: true, make: plainRule(findUnequalLists)},
	// The product has so many pictures that the feed can show, or more.
	"pictures": {usage: "pictures 3", make: picturesRule},
	// The product has so many variants, or fewer.
	"variants-at-most": {usage: "variants-at-most 48", make: variantsRule},
	// The SKUs of a product with options, joined by commas, are not longer.
	"skus-at-most": {usage: "skus-at-most 512 bytes", make: skusRule},
}

// RuleNames lists the named rules in order.
func RuleNames() []string { return slices.Sorted(maps.Keys(namedRules)) }

func plainRule(find ruleFinder) func([]string) (ruleFinder, error) {
	return func(args []string) (ruleFinder, error) {
		if len(args) > 0 {
			return nil, errors.New("it takes no arguments")
		}
		return find, nil
	}
}

// UnmarshalText reads "severity name argument ...".
func (c *RuleCheck) UnmarshalText(b []byte) error {
	words, err := splitWords(string(b))
	if err != nil || len(words) < 2 || !slices.Contains(severities, catalog.Severity(words[0])) {
		return fmt.Errorf("%q is not a rule: write blocked, warning or info and one of %s", b, strings.Join(RuleNames(), ", "))
	}
	d, ok := namedRules[words[1]]
	if !ok {
		return fmt.Errorf("unknown rule %q: it is one of %s", words[1], strings.Join(RuleNames(), ", "))
	}
	find, err := d.make(words[2:])
	if err != nil {
		return fmt.Errorf("%q: %w; write it as %q", b, err, "warning "+d.usage)
	}
	*c = RuleCheck{string(b), catalog.Severity(words[0]), d, find}
	return nil
}

func (r *Rule) resolve(t *TableSpec) error {
	d := &r.Check.definition
	switch {
	case r.Check.find == nil:
		return errors.New("a rule needs a check such as \"warning differ\"")
	case d.columns != (len(r.Columns) > 0):
		return fmt.Errorf("rule %q: %s", r.Check, wants(d.columns, "columns"))
	case d.by != (len(r.By) > 0):
		return fmt.Errorf("rule %q: %s", r.Check, wants(d.by, "by"))
	case d.variants && t.Rows == ProductRows:
		return fmt.Errorf("rule %q: the rows are products, not variants", r.Check)
	}
	for _, name := range slices.Concat(r.Columns, r.By) {
		if _, ok := t.index[name]; !ok {
			return fmt.Errorf("rule %q: there is no column %q", r.Check, name)
		}
	}
	return nil
}

func wants(it bool, key string) string {
	if it {
		return "it needs " + key
	}
	return "it takes no " + key
}

// checkRules checks the rows that a product has in a table by the table's rules.
func (r *renderedProduct) checkRules(k *Checker, table *TableSpec, p *catalog.Product, rows []Row) {
	if len(table.Rules) == 0 {
		return
	}
	var variants []Row
	for _, row := range rows {
		if row.Variant() != nil {
			variants = append(variants, row)
		}
	}
	for i := range table.Rules {
		rule := &table.Rules[i]
		if rule.Check.definition.variants && len(variants) < 2 {
			continue
		}
		for _, problem := range rule.Check.find(&ruleContext{rule, k, p, rows, variants}) {
			r.problems.put(problem, origin{rule.Source, rule.Checked}, "")
		}
	}
}

// joined is what a row has in columns, in the form in which it is compared.
func (r Row) joined(columns []string) string {
	parts := make([]string, len(columns))
	for i, name := range columns {
		parts[i] = r.Get(name)
	}
	return foldAll(parts)
}

// foldAll joins texts in the form in which they are compared.
func foldAll(texts []string) string {
	folded := make([]string, len(texts))
	for i, text := range texts {
		folded[i] = foldText(text)
	}
	return strings.Join(folded, "\n")
}

// foldText is a text without regard to case and to the number of its blanks.
func foldText(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
