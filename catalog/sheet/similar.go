package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// misleading are words that make a name another thing: a shipping price is no
// price, a low stock amount no stock.
var misleading = set(`stock, compliance, delete, shipping, delivery, minimum, minimal, min, maximum, max, low, reserved, threshold,
	alert, date, time, from, to, until, type, kind, unit, units, tax, vat, per, total, id, supplier, old, new,
	discount, amount, rule, rules, level, position, text, meta, seo, default, allow, allowed, show, file, files,
	name, status, group, related, upsell, cross, download, attribute, variation, feature, short, google,
	external, incoming, sold, count, range, class, display, package, shelf, expiration, lead, handling, value,
	track, tracking, tracked, tracker, manage, managed, policy, enabled, is, has, pack, case, carton, inner, master, pallet, box, order, reorder,
	restock, safety, committed, unavailable, allocated, transit, backorder, ordered, preferred, account, income, expense, asset, previous, last,
	customs, declared, break, breaks, tier, tiers, percent, percentage, margin, markup, profit, difference, increment, step, multiple, moq, subtotal, deposit, setup`)

// notBrands are words that make a number or an address of a name: "Vendor code",
// "Category ID".
var notBrands = set(`code, codes, number, no, sku, ref, reference, email, phone, url, website, link, site, stock, part, item, product, style, description`)

// similar finds the longest name of which all words are in the header one
// behind the other, beside words that do not change its meaning; or a Chinese
// name that the header ends in; or a name that the header misspells.
func similar(header []string) (name, bool) {
	var best name
	longest, whole := "", strings.Join(header, "")
	for key, n := range known {
		if exactOnly[key] || len(key) < len(longest) || len(key) == len(longest) && key <= longest {
			continue
		}
		if (n.field == catalog.FieldBrand || n.field == catalog.FieldCategory) && slices.ContainsFunc(header, func(w string) bool { return notBrands[w] }) {
			continue
		}
		if contains(header, n.words) || n.han && endsIn(header, key) || !n.han && misspells(whole, key) {
			best, longest = n, key
		}
	}
	return best, longest != ""
}

func contains(header, part []string) bool {
	if len(header) <= len(part) || len(part) == 1 && len(part[0]) < 3 {
		return false
	}
	at := -1
	for i := 0; i+len(part) <= len(header); i++ {
		if slices.Equal(header[i:i+len(part)], part) {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	for i, w := range header {
		if (i < at || i >= at+len(part)) && misleading[w] {
			return false
		}
	}
	return true
}

// endsIn reports whether the last word ends in a Chinese name of two characters at
// least: the noun is last, what comes before it says which.
func endsIn(header []string, key string) bool {
	last := header[len(header)-1]
	return len(last) > len(key) && strings.HasSuffix(last, key) && len(key) > len("价")
}

// misspells reports whether one letter is wrong, missing or too many.
func misspells(h, key string) bool {
	if len(key) < 6 || len(h)-len(key) > 1 || len(key)-len(h) > 1 || h == key || strings.ContainsAny(key, "0123456789") {
		return false
	}
	i := 0
	for i < len(h) && i < len(key) && h[i] == key[i] {
		i++
	}
	a, b := h[i:], key[i:]
	switch {
	case len(a) == len(b):
		return len(a) > 0 && a[1:] == b[1:] || len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
	case len(a) > len(b):
		return a[1:] == b
	}
	return a == b[1:]
}
