package sheet

import (
	"slices"
	"strconv"
	"strings"

	"tradewind.app/catalog"
)

// tierWords may be beside the numbers of a price break: "Qty 1-9", "10+ pcs",
// "Price 50 & up".
var tierWords = set(`qty, quantity, quantities, price, prices, pcs, pc, pieces, piece, unit, units, ea, each, from, to, up, and, or, more, buy, order, over, above,
	plus, for, at, no, x, break, tier, level, 个, 件, 起, 以上, 数量`)

// tierStart says from how many on a price break counts, by its header: 10 of
// "Qty 10-49".
func tierStart(text string) (from int, ok bool) {
	numbers, others := 0, 0
	for _, w := range words(strings.ToLower(text)) {
		digits := strings.Trim(w, "abcdefghijklmnopqrstuvwxyz个件起")
		rest := strings.Trim(w, "0123456789")
		switch n, err := strconv.Atoi(digits); {
		case digits != "" && err == nil && (rest == "" || tierWords[rest]):
			if numbers++; numbers == 1 {
				from = n
			}
		case !tierWords[w]:
			return 0, false
		default:
			others++
		}
	}
	return from, numbers == 1 && (others > 0 || strings.ContainsAny(text, "+>≥")) || numbers == 2
}

// tierColumns lists the columns that are called like price breaks and have amounts,
// from the smallest quantity on. Where some are called prices, only those are: the
// rest are the quantities of the breaks. A number of things beside one number is
// no price unless it has cents.
func tierColumns(columns []Column, profiles []profile) []int {
	called := slices.ContainsFunc(columns, func(c Column) bool {
		_, ok := tierStart(c.Header)
		return ok && has(words(strings.ToLower(c.Header)), moneyWords)
	})
	var tiers []int
	last := -1
	for i := range columns {
		c, p := &columns[i], profiles[i]
		from, ok := tierStart(c.Header)
		about := words(strings.ToLower(c.Header))
		price := has(about, moneyWords)
		switch {
		case !ok, from <= last, called && !price, c.Field != "" && c.Reason == ByName, p.filled > 0 && !p.mostly(p.numbers):
			continue
		case !price && p.cents == 0 && p.filled > 0 && (!has(about, quantityWords) || !isRange(c.Header)):
			continue
		}
		tiers, last = append(tiers, i), from
	}
	return tiers
}

var quantityWords = set(`qty, quantity, quantities, pcs, pc, pieces, piece, units, ea, each, 个, 件, 数量`)

// isRange reports whether a header has a range of quantities, or one that is open.
func isRange(header string) bool {
	numbers := 0
	for _, w := range words(header) {
		if strings.Trim(w, "0123456789") == "" {
			numbers++
		}
	}
	return numbers == 2 || strings.ContainsAny(header, "+>≥")
}

// matchTiers finds price breaks: columns called by ranges of quantities, with amounts
// under them. The first is the price where no column is called so; the rest are kept.
func matchTiers(columns []Column, profiles []profile) {
	tiers := tierColumns(columns, profiles)
	if len(tiers) < 2 || !slices.ContainsFunc(tiers, func(i int) bool { return profiles[i].filled > 0 }) {
		return
	}
	priced := slices.ContainsFunc(columns, func(c Column) bool { return c.Field == catalog.FieldPrice && c.Reason == ByName })
	for n, i := range tiers {
		c := &columns[i]
		if n == 0 && !priced {
			c.Field, c.Reason = catalog.FieldPrice, ByContent
			continue
		}
		c.Field, c.Reason, c.Apart = "", Kept, true
	}
}
