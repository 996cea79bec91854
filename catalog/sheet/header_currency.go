package sheet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tradewind.app/catalog"
)

// wordCodes are currency codes that are words of English, which a header has more
// often than the currency.
var wordCodes = map[string]bool{"all": true, "top": true, "cup": true, "pen": true, "mad": true, "gel": true, "cop": true, "bam": true, "kid": true}

// prefix reads a currency that a header begins with: "USD Unit Retail Price", "$ each".
func (h *header) prefix(s string) {
	first, rest, ok := strings.Cut(strings.TrimSpace(s), " ")
	if h.money != "" || !ok || wordCodes[first] || len(words(rest)) == 0 {
		return
	}
	code, found := catalog.LookupCurrency(first, "")
	if !found || code != strings.ToUpper(first) && len(words(first)) > 0 {
		return // "Won items", "Real price"
	}
	h.currency, h.money = code, first
	if _, whole := known[h.name()]; !whole && len(words(first)) > 0 {
		h.words = h.words[1:]
	}
}

// moneyIn reads a currency in brackets beside other words: "(€/Stk)", "(CAD $)". Of a
// code and a sign the code counts.
func (h *header) moneyIn(s string) {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /,;:|", r) }) {
		code := len(words(part)) > 0
		if wordCodes[part] || !catalog.NamesCurrency(part) || code && h.money != "" && len(words(h.money)) > 0 || !code && h.money != "" {
			continue
		}
		h.currency, _ = catalog.LookupCurrency(part, "")
		h.money = part
	}
}

// moneySign reads a sign anywhere in a name, known or not, and the code beside a sign:
// "Price €/Stk", "Price CAD $".
func (h *header) moneySign(outside string) {
	if h.money == "" {
		if at := strings.IndexFunc(outside, func(r rune) bool { return unicode.Is(unicode.Sc, r) }); at >= 0 {
			sign, _ := utf8.DecodeRuneInString(outside[at:])
			h.currency, _ = catalog.LookupCurrency(string(sign), "")
			h.money = string(sign)
		}
	}
	if h.currency == "" || len(words(h.money)) > 0 {
		return
	}
	for i, w := range h.words {
		code := strings.ToUpper(w)
		if len(w) == 3 && !wordCodes[w] && catalog.KnownCurrency(code) && catalog.SharesSign(code, h.currency) && len(h.words) > 1 {
			h.currency, h.money, h.words = code, w, slices.Delete(slices.Clone(h.words), i, i+1)
			return
		}
	}
}

// harmless are words in brackets behind a price that are no currency, beside those of
// noCurrency.
var harmless = set(`gross, netto, nett, brutto, incl, excl, including, excluding, without, with, retail, wholesale, each, unit, list, sale, regular, optional, required,
	new, current, per, online, store, web, shop, default, before, after, only, please, suggested, recommended, estimated, approx, final, base, standard,
	number, decimal, amount, value, currency, pc, piece, ht, ttc, ohne, inkl, zzgl, sans, avec, con, sin, s, m, l, xl`)

// unclear is a word in brackets behind a price that may be a currency that is not
// known: "Price (Doubloons)". Behind other names too it is a place or a kind of goods.
func (m *Mapping) unclear(text string) string {
	h := parseHeader(text)
	if h.money != "" || h.unit != "" || len(h.notes) != 1 {
		return ""
	}
	word := h.notes[0]
	if len(word) < 2 || harmless[word] || noCurrency[word] || strings.ContainsAny(word, "0123456789") {
		return ""
	}
	for i := range m.Columns {
		other := parseHeader(m.Columns[i].Header)
		if !isMoneyField(m.Columns[i].Field) && slices.Contains(other.notes, word) {
			return ""
		}
	}
	return word
}

// ownUnit reads a unit that is the header itself: a column called Grams.
func (h *header) ownUnit() {
	if h.unit == "" && len(h.words) == 1 && len(h.words[0]) > 2 {
		h.unit, _ = catalog.LookupUnit(h.words[0])
	}
}

// noCurrency are what is in capitals beside prices and is no currency: terms of
// trade, taxes, kinds of prices, countries, units of sale.
var noCurrency = set(`vat, tax, gst, hst, pst, net, fob, exw, cif, cfr, ddp, dap, fca, cpt, moq, map, srp, rrp, msr, sku, upc, ean, isbn, qty, pcs, pkg, ctn,
	box, set, doz, web, b2b, b2c, dtc, usa, inc, exc, min, max, avg, new, old, pos, mwst, iva, tva, ust, lbs, each, case`)

// foreign notes a currency that a header seems to name and that is not known: three
// capitals in brackets, or at the end of a name that is not in capitals.
func (h *header) foreign(text string) {
	at := strings.LastIndexAny(strings.TrimRight(text, ")]* "), "([ ")
	if at < 0 {
		return
	}
	word := strings.Trim(text[at+1:], ")]* ")
	bracket := text[at] != ' '
	if len(word) != 3 || strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || noCurrency[strings.ToLower(word)] || catalog.KnownCurrency(word) {
		return
	}
	rest := h.words
	if !bracket {
		if text == strings.ToUpper(text) || len(rest) < 2 {
			return
		}
		rest = rest[:len(rest)-1]
	}
	n, ok := known[strings.Join(rest, "")]
	if !ok {
		n, ok = similar(rest)
	}
	if ok && isMoneyField(n.field) {
		h.money, h.words = strings.ToLower(word), rest
	}
}

func isMoneyField(f catalog.Field) bool {
	return slices.Contains([]catalog.Field{catalog.FieldPrice, catalog.FieldCompare, catalog.FieldCost, SalePrice}, f)
}

// setCurrency gives a column the currency of its header. Of a sign that several
// have it is the shop's own where that is one of them.
func (c *Column) setCurrency(h *header, own string) {
	if h.money == "" {
		return
	}
	code, ok := catalog.LookupCurrency(h.money, own)
	if !ok {
		c.NoCurrency = h.money
		return
	}
	c.Currency = code
	if strings.ContainsAny(h.money, "$¥￥") && len(words(h.money)) == 0 {
		c.UnitFrom = FromSign
	}
}
