package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// stockWords are the names of a stock that another word may say the place of:
// "inventory_Main_Outlet", "Current Quantity Depot", "Stock - Boston".
var stockWords = [][]string{
	{"current", "quantity"},
	{"on", "hand"},
	{"in", "stock"},
	{"quantity"},
	{"qty"},
	{"stock"},
	{"inventory"},
	{"available"},
	{"库存"},
	{"bestand"},
	{"existencias"},
	{"остаток"},
}

// notPlaces are words beside a stock that make it another number, or none.
var notPlaces = set(`track, tracking, tracked, tracker, manage, managed, management, policy, enabled, enable, is, has, allow, status, alert, level,
	low, min, minimum, max, maximum, reorder, restock, new, old, incoming, inbound, committed, unavailable, reserved, allocated, transit, safety,
	damaged, sold, order, ordered, orders, backorder, backordered, due, date, time, unit, units, uom, per, pack, packs, package, case, cases, carton, box, inner,
	master, pallet, bundle, set, price, cost, value, discount, break, tier, from, to, type, code, id, name, location, bin, out, not, editable,
	text, display, show, message, day, days, week, month, year, sku, threshold, item, items, count, adjustment, target, par, initial, opening, number,
	moq, pcs, pc, pieces, each, ea, editable, optional, required, step, increment, multiple, decimal, float, integer, visible, published, online, if, when, default, note, notes`)

// placeOfStock reports whether a header is the stock of one place.
func placeOfStock(h *header) bool {
	for _, name := range stockWords {
		n := len(name)
		if len(h.words) <= n {
			continue
		}
		for _, rest := range [][]string{unlessPrefix(h.words, name), unlessSuffix(h.words, name)} {
			if len(rest) > 0 && !slices.ContainsFunc(rest, func(w string) bool { return notPlaces[w] }) && !numbersOnly(rest) {
				return true
			}
		}
	}
	return false
}

// unlessPrefix returns the words behind a name that they begin with, nil otherwise.
func unlessPrefix(all, name []string) []string {
	if slices.Equal(all[:len(name)], name) {
		return all[len(name):]
	}
	return nil
}

func unlessSuffix(all, name []string) []string {
	if at := len(all) - len(name); slices.Equal(all[at:], name) {
		return all[:at]
	}
	return nil
}

func numbersOnly(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return strings.Trim(w, "0123456789") != "" })
}

// matchStocks gives the stocks of several places, in a file without one of all, the
// quantity together: it is their sum.
func matchStocks(columns []Column, profiles []profile) {
	if matchBracketStocks(columns, profiles) {
		return
	}
	if slices.ContainsFunc(columns, func(c Column) bool { return c.Field == catalog.FieldQuantity && c.Reason == ByName }) {
		return
	}
	for i := range columns {
		c, p := &columns[i], profiles[i]
		free := c.Field == "" || c.Field == catalog.FieldQuantity
		h := parseHeader(c.Header)
		if free && placeOfStock(&h) && p.filled > 0 && !p.denies(catalog.FieldQuantity, ByLikeness) {
			c.Field, c.Reason = catalog.FieldQuantity, ByLikeness
		}
	}
}

// matchBracketStocks does the same for places that are in brackets: "Stock (Boston)"
// and "Stock (Reno)".
func matchBracketStocks(columns []Column, profiles []profile) bool {
	var at []int
	for i := range columns {
		place := bracketed(columns[i].Header)
		h := parseHeader(columns[i].Header)
		n, ok := known[h.name()]
		if !ok || n.field != catalog.FieldQuantity || len(place) == 0 || has(place, notPlaces) || numbersOnly(place) || h.unit != "" {
			continue
		}
		if p := profiles[i]; p.filled > 0 && !p.denies(catalog.FieldQuantity, ByLikeness) {
			at = append(at, i)
		}
	}
	plain := slices.ContainsFunc(columns, func(c Column) bool {
		return c.Field == catalog.FieldQuantity && c.Reason == ByName && len(bracketed(c.Header)) == 0
	})
	if len(at) < 2 || plain {
		return false
	}
	for _, i := range at {
		columns[i].Field, columns[i].Reason = catalog.FieldQuantity, ByLikeness
	}
	return true
}

// bracketed are the words that are in brackets.
func bracketed(header string) []string {
	_, inside, ok := strings.Cut(strings.ReplaceAll(header, "[", "("), "(")
	if !ok {
		return nil
	}
	return words(strings.ToLower(strings.NewReplacer("]", "", ")", "").Replace(inside)))
}
