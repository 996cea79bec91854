package sheet

import (
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// matchContent looks at what the columns have, for those whose header says
// nothing, and for those whose values are another field's.
func matchContent(columns []Column, profiles []profile) {
	taken := map[catalog.Field]bool{}
	for _, c := range columns {
		taken[c.Field] = true
	}
	for i := range columns {
		c, p := &columns[i], profiles[i]
		switch {
		case c.Field == catalog.FieldGTIN && !taken[catalog.FieldSKU] && p.mostly(p.codes) && !p.mostly(p.digits):
			c.Field, c.Reason = catalog.FieldSKU, ByContent
			taken[catalog.FieldSKU] = true
		case c.Reason != Kept && c.Header != "", c.Apart:
		case p.filled > 1 && p.mostly(p.gtins) && !taken[catalog.FieldGTIN]:
			c.Field, c.Reason = catalog.FieldGTIN, ByContent
			taken[catalog.FieldGTIN] = true
		case c.Field != "" && p.mostly(p.money) && !taken[Currency] && moneyHeader(c.Header):
			c.Field, c.Reason = Currency, ByContent
			taken[Currency] = true
		case p.mostly(p.pictures) && !noPicture(c.Header):
			c.Field, c.Reason = catalog.FieldImages, ByContent
		}
	}
	if !taken[catalog.FieldTitle] || !taken[catalog.FieldSKU] && codesAsTitles(columns, profiles) {
		titleFrom(columns, profiles)
	}
}

// codesAsTitles makes the SKU of a title that is a code, where another column has the
// names: bookkeeping programs call the code the item and the name its description.
// Numbers alone are no names, whatever is beside them.
func codesAsTitles(columns []Column, profiles []profile) bool {
	title, numbers, names := -1, false, false
	for i := range columns {
		p := profiles[i]
		if columns[i].Field == catalog.FieldTitle && columns[i].Reason != Chosen && p.mostly(p.codes) {
			title, numbers = i, p.mostly(p.digits) && p.tells()
		}
		names = names || columns[i].Field == catalog.FieldDescription && p.filled > 0 && p.mostly(p.names)
	}
	if title < 0 || !names && !numbers {
		return false
	}
	columns[title].Field, columns[title].Reason = catalog.FieldSKU, ByContent
	return true
}

// moneyHeader reports whether a column of currencies is called so that it may be
// that of the prices, and not of something different.
func moneyHeader(header string) bool {
	h := parseHeader(header)
	return len(h.words) > 0 && slices.ContainsFunc(h.words, func(w string) bool { return aboutMoney[w] || moneyWords[w] })
}

var aboutMoney = set(`unit, units, currency, currencies, money, sign, symbol, iso, curr, ccy, cur, 单位, 币`)

// noPicture reports whether the pictures of a column do not show the goods.
func noPicture(header string) bool {
	h := parseHeader(header)
	return slices.ContainsFunc(h.words, func(w string) bool { return besidePictures[w] })
}

var besidePictures = set(`certification, certificate, certificates, symbol, symbols, icon, icons, logo, logos, badge, flag, video, maintenance, manual, datasheet,
	swatch, sizechart, chart, warranty, label, brand, energy, barcode, qr`)

// titleFrom takes a column of short descriptions as the titles, in a file without
// any: price lists call the name of the goods their description. Those of computers and
// machines are long lines of what is in them, so half of the values may be.
func titleFrom(columns []Column, profiles []profile) {
	at := -1
	for i := range columns {
		c, p := &columns[i], profiles[i]
		if p.filled == 0 || p.names*2 < p.filled || !p.tells() {
			continue
		}
		h := parseHeader(c.Header)
		switch {
		case p.mostly(p.names) && c.Reason == Kept && !c.Apart && shortNames[h.name()]:
			c.Field, c.Reason = catalog.FieldTitle, ByContent
			return
		case c.Field == catalog.FieldDescription && at < 0:
			at = i
		}
	}
	if at >= 0 {
		columns[at].Field, columns[at].Reason = catalog.FieldTitle, ByContent
	}
}

// shortNames are what a list calls the shorter of its descriptions.
var shortNames = set(`short description, short desc, brief description, item short description, description 1, short text, kurzbeschreibung, kurztext,
	korte omschrijving, descripción corta, descripción breve, description courte, descrizione breve`)

// numeric reports whether a field has numbers.
func numeric(f catalog.Field) bool {
	info, ok := catalog.LookupField(f)
	if !ok {
		return f == SalePrice
	}
	switch info.Kind {
	case catalog.KindMoney, catalog.KindInteger, catalog.KindWeight, catalog.KindLength:
		return true
	}
	return false
}

// isCode reports whether a text looks like an article number: short, one word,
// ASCII, with a digit.
func isCode(s string) bool {
	if len(s) > 40 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isPicture reports whether a text is the address of a picture, or of several.
func isPicture(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), ",")
	first, _, _ = strings.Cut(strings.TrimSpace(first), "\n")
	first, _, _ = strings.Cut(first, "?")
	if !strings.HasPrefix(first, "http") {
		return false
	}
	for _, ext := range []string{".jpg", ".jpeg", ".png", ".webp", ".gif"} {
		if strings.HasSuffix(first, ext) {
			return true
		}
	}
	return false
}
