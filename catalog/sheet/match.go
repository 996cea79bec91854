package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet/grid"
)

// candidate is a field that a column's header may mean.
type candidate struct {
	column int // in the list of columns
	name
	option  bool
	level   bool // of a category path
	apart   bool // a price for resellers, not buyers
	blank   bool // the column has no values that are the field's
	foreign bool // its amounts are in another currency than the shop's
	reason  Reason
}

// matchColumns gives every column a field by its header, as far as its values do
// not speak against it. Of two columns that could be a field, one with values comes
// before a blank one. own is the currency of the shop, for signs that several have.
func matchColumns(columns []Column, profiles []profile, own string) {
	var found []candidate
	for i := range columns {
		columns[i].Reason = Kept
		h := parseHeader(columns[i].Header)
		columns[i].Unit = h.unit
		columns[i].setCurrency(&h, own)
		c, ok := lookupField(columns[i].Header)
		if !ok && !isUnknownListing(columns[i].Header) {
			c, ok = lookup(&h)
		}
		columns[i].Apart = c.apart
		if ok && !c.apart && c.holds(profiles[i]) {
			c.column, c.blank, c.foreign = i, profiles[i].filled == 0 || profiles[i].misfits(c.field), foreignTo(columns[i].Currency, own)
			found = append(found, c)
		}
	}
	codesBesideTitles(found, profiles)
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(compareBool(a.blank, b.blank), cmp.Compare(reasonRank(a.reason), reasonRank(b.reason)),
			compareBool(a.foreign, b.foreign), cmp.Compare(a.rank, b.rank))
	})
	taken := map[catalog.Field]bool{}
	for _, c := range found {
		c.assign(&columns[c.column], taken)
	}
	matchTiers(columns, profiles)
	matchStocks(columns, profiles)
	matchWholesale(columns, profiles)
	assignLanguages(columns, profiles)
	nameAttributes(columns)
}

// codesBesideTitles makes the SKU of a column that could be the title and has codes,
// where another has the titles: "Item" beside "Title".
func codesBesideTitles(found []candidate, profiles []profile) {
	codes := func(c candidate) bool { p := profiles[c.column]; return p.filled > 0 && p.mostly(p.codes) }
	titles := slices.ContainsFunc(found, func(c candidate) bool {
		return c.field == catalog.FieldTitle && profiles[c.column].filled > 0 && !codes(c)
	})
	for i := range found {
		if c := &found[i]; titles && c.field == catalog.FieldTitle && codes(*c) {
			c.field, c.rank, c.reason = catalog.FieldSKU, last, ByContent
		}
	}
}

// holds reports whether the values of a column do not speak against the candidate;
// where they speak against its first field only, it becomes the other.
func (c *candidate) holds(p profile) bool {
	denied := p.denies(c.field, c.reason)
	if c.field == OnSale && c.els != "" && p.filled > 0 && !p.mostly(p.flags) && !p.mostly(p.bits) {
		denied = true // "Special: Summer edition" is neither a flag nor a price
	}
	if c.option || c.level || !denied {
		return true
	}
	if c.els == "" || p.denies(c.els, c.reason) {
		return false
	}
	c.field, c.els = c.els, ""
	return true
}

// foreignTo reports whether prices are in another currency than the shop's.
func foreignTo(currency, own string) bool { return currency != "" && own != "" && currency != own }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// profilesOf looks at the values of every column.
func profilesOf(columns []Column, below []grid.Row) []profile {
	profiles := make([]profile, len(columns))
	for i := range columns {
		profiles[i] = profileOf(columns[i].Index, below)
	}
	return profiles
}

// last is a rank behind those of all names.
const last = 1000

func reasonRank(r Reason) int {
	if r == ByName {
		return 0
	}
	return 1
}

// assign gives the column its field, or the one that it is beside another such.
func (c candidate) assign(column *Column, taken map[catalog.Field]bool) {
	switch {
	case c.option:
		column.Field, column.Option = freeOption(taken), optionName(column.Header)
	case !taken[c.field] || repeats(c.field) || c.level:
		column.Field = c.field
	case c.els != "" && !taken[c.els] && !c.foreign:
		column.Field = c.els
	default:
		return
	}
	column.Reason = c.reason
	taken[column.Field] = true
}

// freeOption is the next option for a column of colours or sizes. There may be
// more such columns than options, where each product uses a few of them.
func freeOption(taken map[catalog.Field]bool) catalog.Field {
	for _, f := range optionFields {
		if !taken[f] {
			return f
		}
	}
	return catalog.FieldOption3
}

// repeats reports whether several columns may have the field: pictures are
// gathered, of codes the first that is there counts, category levels make a path.
func repeats(f catalog.Field) bool {
	switch f {
	case catalog.FieldImages, catalog.FieldGTIN, catalog.FieldTitle, catalog.FieldDescription, Ignore, PropNames:
		return true
	}
	return false
}

// lookupField reads the name of one of our fields that has parts, "title@zh-Hant" or
// "attr.Care", as it is typed on the command line. Names of one word are in the lists.
func lookupField(text string) (candidate, bool) {
	f := catalog.Field(strings.TrimSpace(text))
	if !strings.ContainsAny(string(f), "@.") {
		return candidate{}, false
	}
	info, ok := catalog.LookupField(f)
	return candidate{name: name{field: info.Name}, reason: ByName}, ok
}

// isUnknownListing reports whether a header is a listing's field in a language that
// has no listings, title@fr: it is not the product's own text.
func isUnknownListing(text string) bool {
	f := catalog.Field(strings.TrimSpace(text))
	base, _, known := f.Locale()
	_, isField := catalog.LookupField(base.At(catalog.SimplifiedChinese))
	return !known && base != f && isField
}

// lookup finds what a header means.
func lookup(h *header) (candidate, bool) {
	key := h.name()
	if key == "" {
		return candidate{}, false
	}
	if useless[key] {
		return candidate{name: name{field: Ignore}, reason: Dropped}, true
	}
	if apart(h.words, key) {
		return candidate{apart: true, reason: ByName}, true
	}
	if levelNames[key] {
		return candidate{name: name{field: catalog.FieldCategory, rank: last}, level: true, reason: ByName}, true
	}
	if optionNames[key] {
		return candidate{name: name{rank: last}, option: true, reason: ByName}, true
	}
	if n, ok := known[key]; ok {
		return h.candidate(n, ByName)
	}
	if n, ok := known[strings.TrimRightFunc(key, unicode.IsDigit)]; ok && n.field == catalog.FieldImages {
		return candidate{name: n, reason: ByName}, true
	}
	if f := saleField(h.words); f != "" {
		return candidate{name: name{field: f, rank: last}, reason: ByLikeness}, true
	}
	if n, ok := similar(h.words); ok {
		return h.candidate(n, ByLikeness)
	}
	return candidate{}, false
}

// candidate is the field of a name, unless the header says that its numbers are not
// about one piece. Prices are then reported as prices for resellers are.
func (h *header) candidate(n name, reason Reason) (candidate, bool) {
	switch {
	case !h.perMany(n.field):
		return candidate{name: n, reason: reason}, true
	case n.field == catalog.FieldQuantity:
		return candidate{}, false
	}
	return candidate{apart: true, reason: ByName}, true
}

// nameAttributes gives the columns without a field an attribute, each its own.
func nameAttributes(columns []Column) {
	used := map[string]int{}
	for i := range columns {
		c := &columns[i]
		if c.Field != "" {
			continue
		}
		key := attributeKey(c.Header)
		if key == "" {
			c.Field, c.Reason = Ignore, Dropped
			continue
		}
		if same := strings.ToLower(key); used[same] > 0 {
			used[same]++
			key += " " + itoa(used[same])
		} else {
			used[same] = 1
		}
		c.Field, c.Reason = catalog.AttributeField(key), Kept
	}
}

// optionName is the name that variants' buyers see: the header without marks;
// color_name and Variation Name, as marketplaces and tills call them, are the color and the variation.
func optionName(header string) string {
	key := attributeKey(header)
	for _, end := range []string{"_name", " Name", " name"} {
		key = strings.TrimSuffix(key, end)
	}
	return key
}

// attributeKey is a header as the key of an attribute: one line, no asterisk, and
// no @, behind which a field's name has its locale.
func attributeKey(header string) string {
	clean, _ := catalog.CleanText(header)
	clean = strings.ReplaceAll(clean, "@", " at ")
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), "*＊: ：")
	if r := []rune(clean); len(r) > 80 {
		clean = strings.TrimSpace(string(r[:80]))
	}
	return clean
}
