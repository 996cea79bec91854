package export

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// findNotBelow finds numbers that are not below another of their row. Where one is
// missing, or is no number, there is nothing to compare.
func findNotBelow(c *ruleContext) []catalog.Problem {
	var list []catalog.Problem
	for _, row := range c.rows {
		for _, name := range c.Columns {
			for _, by := range c.By {
				low, err1 := leadingNumber(row.Get(name))
				high, err2 := leadingNumber(row.Get(by))
				if err1 == nil && err2 == nil && low.GreaterThanOrEqual(high) {
					list = append(list, row.named(c.breach("value-not-below", row.column(name).field(row.subject),
						"column", name, "value", row.Get(name), "other", by, "limit", row.Get(by))))
				}
			}
		}
	}
	return list
}

// named names the variant that a problem of a row is of.
func (r Row) named(p catalog.Problem) catalog.Problem {
	if v := r.Variant(); v != nil && v.SKU != "" {
		p.Args["sku"] = v.SKU
	}
	return p
}

// findUnequalLists finds lists of a row that run in parallel and have different lengths.
func findUnequalLists(c *ruleContext) []catalog.Problem {
	var list []catalog.Problem
	for _, row := range c.rows {
		counts := make([]string, len(c.Columns))
		equal := true
		for i, name := range c.Columns {
			counts[i] = strconv.Itoa(len(encode.Parts(row.Get(name))))
			equal = equal && counts[i] == counts[0]
		}
		if !equal {
			list = append(list, row.named(c.breach("lists-unequal", row.column(c.Columns[0]).field(row.subject),
				"columns", strings.Join(c.Columns, ", "), "counts", strings.Join(counts, ", "))))
		}
	}
	return list
}

// countArgument reads the one argument of a rule that counts.
func countArgument(args []string) (int, error) {
	n, err := strconv.Atoi(strings.Join(args, " "))
	if err != nil || n < 1 {
		return 0, errors.New("it takes a number")
	}
	return n, nil
}

// picturesRule wants so many pictures that the feed can show: those on the web where it
// takes addresses alone.
func picturesRule(args []string) (ruleFinder, error) {
	least, err := countArgument(args)
	if err != nil {
		return nil, err
	}
	return func(c *ruleContext) []catalog.Problem {
		count := 0
		s := &subject{Checker: c.checker, product: c.product}
		for _, im := range c.product.Images {
			if im.Source != "" && (!c.checker.channel.spec.webPictures || isWeb(s.onWeb(im))) {
				count++
			}
		}
		if count >= least {
			return nil
		}
		return []catalog.Problem{c.breach("pictures-few", catalog.FieldImages, "count", strconv.Itoa(count), "least", strconv.Itoa(least))}
	}, nil
}

func variantsRule(args []string) (ruleFinder, error) {
	most, err := countArgument(args)
	if err != nil {
		return nil, err
	}
	return func(c *ruleContext) []catalog.Problem {
		n := len(c.product.Variants)
		if n <= most {
			return nil
		}
		return []catalog.Problem{c.breach("too-many-variants", catalog.FieldOption1, "count", strconv.Itoa(n), "max", strconv.Itoa(most))}
	}, nil
}

// skusRule limits the SKUs of a product together, as a list with commas.
func skusRule(args []string) (ruleFinder, error) {
	var limit Limit
	if err := limit.UnmarshalText([]byte(strings.Join(args, " "))); err != nil || limit.Unit != Bytes {
		return nil, errors.New("it takes a length in bytes")
	}
	return func(c *ruleContext) []catalog.Problem {
		length := limit.Measure(strings.Join(c.product.SKUs(), ","))
		if len(c.product.Options) == 0 || length <= limit.N {
			return nil
		}
		return []catalog.Problem{c.breach("codes-too-long", catalog.FieldSKU, "length", strconv.Itoa(length), "max", strconv.Itoa(limit.N))}
	}, nil
}

// findSameNames finds values of an option that a buyer reads as one: Grey and Gray are
// both 灰色.
func findSameNames(c *ruleContext) []catalog.Problem {
	var list []catalog.Problem
	locale, _ := catalog.ParseLocale(c.checker.channel.spec.Locale)
	listing := c.product.Listing(locale)
	for o, option := range c.product.Options {
		first := map[string]string{}
		for _, value := range distinctValues(c.product, o) {
			word := value
			if listing != nil && listing.Options[value] != "" {
				word = listing.Options[value]
			}
			key := foldText(width.Fold.String(word))
			if other, taken := first[key]; taken {
				list = append(list, c.breach("option-values-alike", optionFields[min(o, len(optionFields)-1)],
					"option", option, "value", value, "other", other, "word", word))
				continue
			}
			first[key] = value
		}
	}
	return list
}
