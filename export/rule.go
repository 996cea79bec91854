package export

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tradewind.app/catalog"
)

// Rule is what the variants of a product must be to each other:
//
//	[[rules]]
//	check   = "warning differ"
//	columns = ["color", "size"]
//
// options: every variant has a value of each option, and no two the same ones.
// differ: no two rows of variants have the same texts in all of the columns.
// even: a column that one row has filled is filled on all.
// follow: rows that have the same text in the columns of by have the same in columns.
//
// Letters are the same whatever their case, and so are blanks whatever their number.
type Rule struct {
	Check   RuleCheck      `toml:"check"`
	Columns []string       `toml:"columns"`
	By      []string       `toml:"by"`
	Source  string         `toml:"source"`
	Checked toml.LocalDate `toml:"checked"`
}

// RuleCheck is a rule's name with what a breach of it is: "blocked options".
type RuleCheck struct {
	text     string
	severity catalog.Severity
	find     func(r *Rule, variants []Row) []catalog.Problem
}

// UnmarshalText reads "severity name".
func (c *RuleCheck) UnmarshalText(b []byte) error {
	severity, name, _ := strings.Cut(string(b), " ")
	find, ok := rules[name]
	if !ok || !slices.Contains(severities, catalog.Severity(severity)) {
		return fmt.Errorf("%q is not a rule: it is a severity and one of options, differ, even and follow", b)
	}
	*c = RuleCheck{string(b), catalog.Severity(severity), find}
	return nil
}

// rules is the closed set.
var rules = map[string]func(*Rule, []Row) []catalog.Problem{
	"options": nil, // of the product, see optionProblems
	"differ":  findSame,
	"even":    findUneven,
	"follow":  findUnfollowed,
}

func (r *Rule) resolve(t *TableSpec) error {
	if r.Check.text == "" {
		return errors.New("a rule needs a check such as \"warning differ\"")
	}
	if r.Check.find == nil {
		if len(r.Columns)+len(r.By) > 0 {
			return fmt.Errorf("rule %q: it takes no columns", r.Check.text)
		}
		return nil
	}
	if len(r.Columns) == 0 || strings.HasSuffix(r.Check.text, " follow") != (len(r.By) > 0) {
		return fmt.Errorf("rule %q: it needs columns, and follow needs by", r.Check.text)
	}
	for _, name := range slices.Concat(r.Columns, r.By) {
		if _, ok := t.index[name]; !ok {
			return fmt.Errorf("rule %q: there is no column %q", r.Check.text, name)
		}
	}
	if t.Rows == ProductRows {
		return fmt.Errorf("rule %q: the rows are products, not variants", r.Check.text)
	}
	return nil
}

// checkRules checks the rows that a product has in a table by the table's rules.
func (r *renderedProduct) checkRules(table *TableSpec, p *catalog.Product, rows []Row) {
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
		var list []catalog.Problem
		switch {
		case rule.Check.find == nil:
			list = optionProblems(p, rule.Check.severity)
		case len(variants) > 1:
			list = rule.Check.find(rule, variants)
		}
		for _, problem := range list {
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

func findSame(r *Rule, variants []Row) []catalog.Problem {
	var list []catalog.Problem
	first := map[string]string{}
	for _, row := range variants {
		key, sku := row.joined(r.Columns), variantName(row.Variant())
		if other, ok := first[key]; ok {
			list = append(list, catalog.NewProblem("variants-indistinct", r.Check.severity, catalog.FieldOption1,
				"sku", sku, "other", other, "columns", strings.Join(r.Columns, ", ")))
			continue
		}
		first[key] = sku
	}
	return list
}

func findUneven(r *Rule, variants []Row) []catalog.Problem {
	var list []catalog.Problem
	for _, name := range r.Columns {
		i := slices.IndexFunc(variants, func(row Row) bool { return row.Get(name) != "" })
		if i < 0 {
			continue
		}
		for _, row := range variants {
			if row.Get(name) == "" {
				col := row.column(name)
				list = append(list, catalog.NewProblem("variants-uneven", r.Check.severity, col.field(row.subject),
					"sku", variantName(row.Variant()), "other", variantName(variants[i].Variant()), "column", name))
			}
		}
	}
	return list
}

func findUnfollowed(r *Rule, variants []Row) []catalog.Problem {
	var list []catalog.Problem
	first := map[string]Row{}
	for _, row := range variants {
		by := row.joined(r.By)
		before, ok := first[by]
		if !ok {
			first[by] = row
			continue
		}
		if before.joined(r.Columns) == row.joined(r.Columns) || strings.Trim(by, "\n") == "" {
			continue
		}
		col := row.column(r.By[0])
		list = append(list, catalog.NewProblem("variants-share", r.Check.severity, col.field(row.subject),
			"sku", variantName(row.Variant()), "other", variantName(before.Variant()), "shared", strings.Join(r.By, ", "), "columns", strings.Join(r.Columns, ", ")))
	}
	return list
}

// variantName is what a person knows a variant by: its SKU, otherwise its options.
func variantName(v *catalog.Variant) string {
	return cmp.Or(v.SKU, strings.Join(v.Options, " / "), string(v.ID))
}

// optionProblems tells variants that their options do not tell apart.
func optionProblems(p *catalog.Product, severity catalog.Severity) []catalog.Problem {
	var list []catalog.Problem
	tell := func(code string, field catalog.Field, args ...string) {
		list = append(list, catalog.NewProblem(code, severity, field, args...))
	}
	names := map[string]bool{}
	for i, option := range p.Options {
		if name := foldText(option); names[name] {
			tell("option-named-twice", optionNames[min(i, len(optionNames)-1)], "option", option)
		} else {
			names[name] = true
		}
	}
	first := map[string]string{}
	for i := range p.Variants {
		v := &p.Variants[i]
		missing := false
		for o, option := range p.Options {
			if o >= len(v.Options) || strings.TrimSpace(v.Options[o]) == "" {
				missing = true
				tell("option-value-missing", optionFields[min(o, len(optionFields)-1)], "option", option, "sku", variantName(v))
			}
		}
		key := foldAll(v.Options)
		if other, ok := first[key]; ok && !missing {
			tell("variants-alike", catalog.FieldOption1, "sku", variantName(v), "other", other)
		} else if !ok {
			first[key] = variantName(v)
		}
	}
	return list
}

var (
	optionNames  = [...]catalog.Field{catalog.FieldOption1Name, catalog.FieldOption2Name, catalog.FieldOption3Name}
	optionFields = [...]catalog.Field{catalog.FieldOption1, catalog.FieldOption2, catalog.FieldOption3}
)
