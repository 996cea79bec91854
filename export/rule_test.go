package export_test

import (
	"fmt"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// ruleHead is a spec with two tables, so that rules are seen to work in any of them.
const ruleHead = `name = "demo"
title = { en = "Demo" }
locale = "zh-Hans"
currency = "USD"
source = "the demo's rules"
checked = 2026-11-01
version = "3"
[[files]]
name = "demo.xlsx"
format = "xlsx"
[[tables]]
name = "products"
rows = "product"
[[tables.columns]]
name = "sku"
from = "sku"
each = "variant"
list = "|"
[[tables.columns]]
name = "gtin"
from = "gtin"
each = "variant"
list = "|"
[[tables.columns]]
name = "tags"
from = "tags"
list = "|"
[[tables]]
name = "variants"
rows = "variant"
[[tables.columns]]
name = "price"
from = "price"
[[tables.columns]]
name = "compare"
from = "compare_at"
[[tables.rules]]
check = "warning below"
columns = ["price"]
by = ["compare"]
source = "a page of its own"
[[tables.rules]]
check = "blocked option-names"
`

// productRules are rules of the first table.
const productRules = `
[[rules]]
check = "warning pictures 2"
[[rules]]
check = "warning variants-at-most 2"
[[rules]]
check = "blocked skus-at-most 11 bytes"
`

func TestNamedRules(t *testing.T) {
	lists := strings.Replace(ruleHead, "[[tables]]\nname = \"variants\"", "[[tables.rules]]\ncheck = \"blocked equal-lists\"\ncolumns = [\"sku\", \"tags\"]\n[[tables]]\nname = \"variants\"", 1)
	pictures := func(n int) func(p *catalog.Product) {
		return func(p *catalog.Product) { p.Images = make([]catalog.Image, n); fill(p.Images) }
	}
	for _, tt := range []struct {
		name, spec string
		change     func(p *catalog.Product)
		code       string
		want       string // arguments; empty: no such problem
	}{
		{"price below", ruleHead, func(p *catalog.Product) { p.Variants[0].Compare = usd("12.51") }, "value-not-below", ""},
		{"price equal", ruleHead, func(p *catalog.Product) { p.Variants[0].Compare = usd("12.50") }, "value-not-below", "column=price limit=12.5 USD other=compare sku=MUG-R source=a page of its own value=12.5 USD"},
		{"nothing to compare", ruleHead, nil, "value-not-below", ""},
		{"two pictures", ruleHead + productRules, pictures(2), "pictures-few", ""},
		{"one picture", ruleHead + productRules, pictures(1), "pictures-few", "count=1 least=2"},
		{"two variants", ruleHead + productRules, nil, "too-many-variants", ""},
		{"three variants", ruleHead + productRules, func(p *catalog.Product) { p.Variants = append(p.Variants, p.Variants[0]) }, "too-many-variants", "count=3 max=2"},
		{"11 bytes of SKUs", ruleHead + productRules, nil, "codes-too-long", ""},
		{"12 bytes of SKUs", ruleHead + productRules, func(p *catalog.Product) { p.Variants[0].SKU += "x" }, "codes-too-long", "length=12 max=11"},
		{"names that differ", ruleHead, nil, "option-values-alike", ""},
		{"names alike", ruleHead, func(p *catalog.Product) {
			p.EnsureListing(catalog.SimplifiedChinese).Options = map[string]string{"Red": "红：色", "Blue": "红:色"}
		}, "option-values-alike", "option=Color other=Red value=Blue word=红:色"},
		{"lists of two", lists, func(p *catalog.Product) { p.Tags = []string{"a", "b"} }, "lists-unequal", ""},
		{"lists of two and one", lists, func(p *catalog.Product) { p.Tags = []string{"a"} }, "lists-unequal", "columns=sku, tags counts=2, 1"},
	} {
		p := product()
		if tt.change != nil {
			tt.change(p)
		}
		got := ""
		if problem, ok := find(channelOf(t, tt.spec, nil).Check(p, export.Options{}), tt.code); ok {
			got = arguments(problem)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func fill(images []catalog.Image) {
	for i := range images {
		images[i].Source = fmt.Sprintf("https://i.example/%d.jpg", i)
	}
}

// arguments are those of a problem that are not the same in all of a test.
func arguments(p catalog.Problem) string {
	var list []string
	for _, name := range []string{"column", "columns", "count", "counts", "least", "length", "limit", "max", "option", "other", "sku", "source", "value", "word"} {
		if value := p.Args[name]; value != "" && value != "the demo's rules" {
			list = append(list, name+"="+value)
		}
	}
	return strings.Join(list, " ")
}

// TestEachKeepsPlaces wants an empty part for a variant without a text.
func TestEachKeepsPlaces(t *testing.T) {
	views, err := channelOf(t, ruleHead, nil).PreviewTables(stream(product()), export.Options{}, 5)
	if err != nil {
		t.Fatal(err)
	}
	if got := views[0].Rows[0][:2]; got[0] != "MUG-R|MUG-B" || got[1] != "036000291452|" {
		t.Errorf("got %q", got)
	}
}

func TestRuleNamesAreRefused(t *testing.T) {
	for check, want := range map[string]string{
		"warning pictures":           `"warning pictures": it takes a number; write it as "warning pictures 3"`,
		"warning pictures none":      "it takes a number",
		"warning skus-at-most 3":     "it takes a length in bytes",
		"warning options 3":          "it takes no arguments",
		"warning sameness":           `unknown rule "sameness": it is one of below, differ,`,
		"sameness":                   "is not a rule",
		"warning below":              "it needs columns",
		"warning variants-at-most 0": "it takes a number",
	} {
		_, err := parse(t, ruleHead+"[[tables.rules]]\ncheck = \""+check+"\"\n")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want an error that says %q", check, err, want)
		}
	}
}
