package sheet

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"tradewind.app/catalog"
)

// layoutKey is a header as the tables of the layouts have it: all of its words,
// those in brackets too.
func layoutKey(header string) string {
	clean, _ := catalog.CleanText(header)
	return strings.Join(words(strings.ToLower(norm.NFKC.String(clean))), "")
}

// detectLayout detects the shop system that wrote a header. The rules are those by
// which migration profiles distinguish exports (wix/skills, 2026-07), and the newer
// Shopify header, which has no "Handle", besides.
func detectLayout(columns []Column) Layout {
	has := map[string]bool{}
	for _, c := range columns {
		has[layoutKey(c.Header)] = true
	}
	all := func(keys ...string) bool {
		for _, k := range keys {
			if !has[k] {
				return false
			}
		}
		return true
	}
	some := func(keys ...string) bool {
		for _, k := range keys {
			if has[k] {
				return true
			}
		}
		return false
	}
	switch {
	case all("urlhandle", "title"), all("handle", "title") && some("bodyhtml", "variantprice", "variantsku", "option1value", "option1name") && !has["attribute1values"]:
		return Shopify
	case all("type", "name", "sku") && !has["handle"] && some("parent", "regularprice", "attribute1name", "isfeatured"):
		return WooCommerce
	case all("title", "cid", "num", "price") && some("outerid", "cateprops", "skuprops"), all("宝贝名称", "宝贝类目", "宝贝价格"):
		return Taobao
	}
	return Plain
}

// layoutTable says what the columns of a shop system are. A column that is not in
// it is kept as an attribute.
type layoutTable struct {
	fields map[string]catalog.Field // by layoutKey
	// currency and weight are what all prices and weights are in, "" when the
	// shop's own.
	currency string
	weight   catalog.Unit
	// attribute names the attribute of a column that is not in fields, "" for the
	// header.
	attribute func(c *Column) string
}

var layoutTables = map[Layout]*layoutTable{Shopify: &shopifyTable, WooCommerce: &wooTable, Taobao: &taobaoTable}

// columnTable reads lines "field = header | header", so that a table can be
// compared with the system's documentation. A field may have several lines.
func columnTable(text string) map[string]catalog.Field {
	fields := map[string]catalog.Field{}
	for line := range strings.Lines(text) {
		field, headers, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		for header := range strings.SplitSeq(headers, "|") {
			fields[layoutKey(header)] = catalog.Field(strings.TrimSpace(field))
		}
	}
	return fields
}

// apply lays the table over columns that were matched by name. A column that the
// table does not have keeps a field that it was matched to by its whole name, where
// no column of the table has that field: people add columns to what they export.
func (t *layoutTable) apply(columns []Column) {
	given := map[catalog.Field]bool{}
	for i := range columns {
		if f, ok := t.fields[layoutKey(columns[i].Header)]; ok {
			given[f] = true
		}
	}
	met := map[catalog.Field]bool{}
	for i := range columns {
		c := &columns[i]
		f, ok := t.fields[layoutKey(c.Header)]
		switch {
		case f == Ignore:
			c.Field, c.Option, c.Reason = Ignore, "", Dropped
		case ok && (!met[f] || repeats(f)):
			c.Field, c.Option, c.Reason = f, "", ByName
			met[f] = true
		case c.Header == "", !ok && t.adds(c) && !given[c.Field]:
		default:
			t.keep(c)
		}
	}
}

// adds reports whether a column is one that a person added beside those of the
// system: its own ones of further properties say so in their name.
func (t *layoutTable) adds(c *Column) bool {
	info, ok := catalog.LookupField(c.Field)
	own := t.attribute != nil && t.attribute(c) != ""
	return ok && !own && c.Reason == ByName && c.Option == "" && info.Level != catalog.ListingLevel
}

// units gives the columns of prices and weights what the layout counts in.
func (t *layoutTable) units(columns []Column) {
	for i := range columns {
		info, ok := catalog.LookupField(columns[i].Field)
		switch {
		case ok && info.Kind == catalog.KindMoney && t.currency != "":
			columns[i].Currency, columns[i].UnitFrom = t.currency, FromLayout
		case ok && info.Kind == catalog.KindWeight && t.weight != "":
			columns[i].Unit, columns[i].UnitFrom = t.weight, FromLayout
		}
	}
}

// keep makes an attribute of a column that the table does not have: what more its
// name might mean, this system has a column of its own for.
func (t *layoutTable) keep(c *Column) {
	name := ""
	if t.attribute != nil {
		name = t.attribute(c)
	}
	if name == "" {
		name = attributeKey(c.Header)
	}
	c.Field, c.Option, c.Reason = catalog.AttributeField(name), "", Kept
	c.Apart, c.Wholesale = c.Apart || c.Wholesale, false
}

// newLayout returns the layout that the mapping names.
func newLayout(r *run) layout {
	switch r.mapping.Layout {
	case Shopify:
		return &shopify{run: r}
	case WooCommerce:
		return newWoo(r)
	case Taobao:
		return &taobao{run: r}
	}
	return newPlain(r)
}
