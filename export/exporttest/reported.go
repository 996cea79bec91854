package exporttest

import (
	"fmt"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// zeroIsReported proves that nothing goes out for nothing without a word: neither a price
// of 0 nor one that rounds to it.
func zeroIsReported(t *testing.T, c *export.Channel) {
	for _, price := range []string{"0 USD", "0.00 USD", "0.0001 USD", "0.004 USD"} {
		p := lotion()
		p.ChannelValues = nil
		p.Variants[0].Price, p.Variants[0].Compare = amount(price), catalog.Money{}
		if price == "0.004 USD" && c.Spec().Currency == "CNY" {
			continue // 0.03 yuan
		}
		wantReported(t, c, p, "a price of "+price, func(problem catalog.Problem) bool { return problem.Field == string(catalog.FieldPrice) })
	}
}

// alikeAreReported proves that variants which nothing distinguishes are reported.
func alikeAreReported(t *testing.T, c *export.Channel) {
	for name, options := range map[string][2][]string{
		"equal":               {{"Red", "M"}, {"Red", "M"}},
		"equal but for case":  {{"Red", "M"}, {"red", "m"}},
		"equal but for space": {{"Navy Blue", "M"}, {"Navy  Blue", "M"}},
		"one value missing":   {{"Red", "M"}, {"Red", ""}},
		"no values":           {nil, nil},
	} {
		p := shoe()
		p.Variants = p.Variants[:2]
		for i := range p.Variants {
			p.Variants[i].Options = options[i]
		}
		wantReported(t, c, p, "options that are "+name, func(problem catalog.Problem) bool {
			return problem.Field == "option1" || problem.Field == "option2"
		})
	}
	p := lotion()
	twin := p.Variants[0]
	twin.ID, twin.SKU, twin.GTIN = "22", "OL-2", ""
	p.Variants = append(p.Variants, twin)
	wantReported(t, c, p, "two variants without options", func(problem catalog.Problem) bool { return problem.Field == "option1" })
}

// wantReported wants a problem of at least a warning that fits.
func wantReported(t *testing.T, c *export.Channel, p *catalog.Product, what string, fits func(catalog.Problem) bool) {
	t.Helper()
	problems := c.Check(p, Options())
	for _, problem := range problems {
		if problem.Severity != catalog.Info && problem.Code != "value-recommended" && fits(problem) {
			return
		}
	}
	t.Errorf("%s: nothing was reported of it, only %s", what, fmt.Sprint(problems))
}
