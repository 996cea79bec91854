package export

import (
	"cmp"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

func findSame(c *ruleContext) []catalog.Problem {
	var list []catalog.Problem
	first := map[string]string{}
	for _, row := range c.variants {
		key, sku := row.joined(c.Columns), variantName(row.Variant())
		if other, ok := first[key]; ok {
			list = append(list, c.breach("variants-indistinct", catalog.FieldOption1,
				"sku", sku, "other", other, "columns", strings.Join(c.Columns, ", ")))
			continue
		}
		first[key] = sku
	}
	return list
}

func findUneven(c *ruleContext) []catalog.Problem {
	var list []catalog.Problem
	for _, name := range c.Columns {
		i := slices.IndexFunc(c.variants, func(row Row) bool { return row.Get(name) != "" })
		if i < 0 {
			continue
		}
		for _, row := range c.variants {
			if row.Get(name) == "" {
				col := row.column(name)
				list = append(list, c.breach("variants-uneven", col.field(row.subject),
					"sku", variantName(row.Variant()), "other", variantName(c.variants[i].Variant()), "column", name))
			}
		}
	}
	return list
}

func findUnfollowed(c *ruleContext) []catalog.Problem {
	var list []catalog.Problem
	first := map[string]Row{}
	for _, row := range c.variants {
		by := row.joined(c.By)
		before, ok := first[by]
		if !ok {
			first[by] = row
			continue
		}
		if before.joined(c.Columns) == row.joined(c.Columns) || strings.Trim(by, "\n") == "" {
			continue
		}
		col := row.column(c.By[0])
		list = append(list, c.breach("variants-share", col.field(row.subject),
			"sku", variantName(row.Variant()), "other", variantName(before.Variant()), "shared", strings.Join(c.By, ", "), "columns", strings.Join(c.Columns, ", ")))
	}
	return list
}

// variantName is what a person knows a variant by: its SKU, otherwise its options.
func variantName(v *catalog.Variant) string {
	return cmp.Or(v.SKU, strings.Join(v.Options, " / "), string(v.ID))
}

// findOptions finds variants that their options do not distinguish.
func findOptions(c *ruleContext) []catalog.Problem {
	p := c.product
	var list []catalog.Problem
	report := func(code string, field catalog.Field, args ...string) {
		list = append(list, c.breach(code, field, args...))
	}
	names := map[string]bool{}
	for i, option := range p.Options {
		if name := foldText(option); names[name] {
			report("option-named-twice", optionNames[min(i, len(optionNames)-1)], "option", option)
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
				report("option-value-missing", optionFields[min(o, len(optionFields)-1)], "option", option, "sku", variantName(v))
			}
		}
		key := foldAll(v.Options)
		if other, ok := first[key]; ok && !missing {
			report("variants-alike", catalog.FieldOption1, "sku", variantName(v), "other", other)
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
