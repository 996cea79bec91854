package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"tradewind.app/catalog"
)

// candidate is a field that a column's header may mean.
type candidate struct {
	column int // in the list of columns
	name
	option bool
	level  bool // of a category path
	reason Reason
}

// matchColumns gives every column a field by its header. Samples are looked at
// only afterwards (content.go): a header is what the merchant says, values are
// what can be seen of it.
func matchColumns(columns []Column) {
	var found []candidate
	for i := range columns {
		columns[i].Reason = Kept
		h := parseHeader(columns[i].Header)
		columns[i].Unit, columns[i].Currency = h.unit, h.currency
		if c, ok := lookup(&h); ok {
			c.column = i
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(reasonRank(a.reason), reasonRank(b.reason)), cmp.Compare(a.rank, b.rank))
	})
	taken := map[catalog.Field]bool{}
	for _, c := range found {
		c.assign(&columns[c.column], taken)
	}
	settleLanguages(columns)
	nameAttributes(columns)
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
		column.Field, column.Option = catalog.FieldOption1, optionName(column.Header)
	case !taken[c.field] || repeats(c.field) || c.level:
		column.Field = c.field
	case c.els != "" && !taken[c.els]:
		column.Field = c.els
	default:
		return
	}
	column.Reason = c.reason
	taken[column.Field] = true
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

// lookup finds what a header means.
func lookup(h *header) (candidate, bool) {
	key := h.name()
	if key == "" {
		return candidate{}, false
	}
	if useless[key] {
		return candidate{name: name{field: Ignore}, reason: Dropped}, true
	}
	if levelNames[key] {
		return candidate{name: name{field: catalog.FieldCategory, rank: last}, level: true, reason: ByName}, true
	}
	if optionNames[key] {
		return candidate{option: true, reason: ByName}, true
	}
	if n, ok := known[key]; ok {
		return candidate{name: n, reason: ByName}, true
	}
	if n, ok := known[strings.TrimRightFunc(key, unicode.IsDigit)]; ok && n.field == catalog.FieldImages {
		return candidate{name: n, reason: ByName}, true
	}
	if n, ok := similar(h.words); ok {
		return candidate{name: n, reason: ByLikeness}, true
	}
	return candidate{}, false
}

// misleading are words that make a name another thing: a shipping price is no
// price, a low stock amount no stock.
var misleading = set("stock, compliance, delete, shipping, delivery, minimum, minimal, min, maximum, max, low, reserved, threshold, alert, date, time, from, to, until, type, kind, unit, units, tax, vat, per, total, id, supplier, old, new, discount, amount, rule, rules, level, position, text, meta, seo, default, allow, allowed, show, file, files, name, status, group, related, upsell, cross, download, attribute, variation, feature, short, google, external, incoming, sold, count, range, class, display, package, shelf, expiration, lead, handling, value")

// similar finds the longest name of which all words stand in the header one
// behind the other, beside words that do not change its meaning; or a Chinese
// name that the header ends in; or a name that the header misspells.
func similar(header []string) (name, bool) {
	var best name
	longest := ""
	for key, n := range known {
		if exactOnly[key] || len(key) < len(longest) || len(key) == len(longest) && key <= longest {
			continue
		}
		if contains(header, n.words) || endsInHan(header, key) || misspells(header, key) {
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

func endsInHan(header []string, key string) bool {
	last := header[len(header)-1]
	return len(last) > len(key) && strings.HasSuffix(last, key) && isHan(key) && len([]rune(key)) > 1
}

// misspells reports whether one letter is wrong, missing or too many.
func misspells(header []string, key string) bool {
	h := strings.Join(header, "")
	if len(key) < 6 || isHan(key) || len(h)-len(key) > 1 || len(key)-len(h) > 1 || h == key {
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

// settleLanguages decides what a Chinese title or description is: the listing's
// where the file has an English one beside it or has English headers, else the
// product's own text.
func settleLanguages(columns []Column) {
	chinese := 0
	for _, c := range columns {
		if isHan(c.Header) {
			chinese++
		}
	}
	for _, f := range []catalog.Field{catalog.FieldTitle, catalog.FieldDescription} {
		var own *Column
		for i := range columns {
			c := &columns[i]
			if c.Field != f {
				continue
			}
			locale := localeOf(c, columns, chinese*2 > len(columns))
			switch {
			case locale != "":
				c.Field = f.At(locale)
			case own == nil:
				own = c
			default:
				c.Field, c.Reason = "", Kept
			}
		}
	}
}

// localeOf returns the locale of the listing that a text column is of, "" for
// the product's own text.
func localeOf(c *Column, columns []Column, chineseFile bool) catalog.Locale {
	h := parseHeader(c.Header)
	if h.locale == catalog.Source {
		return ""
	}
	beside := slices.ContainsFunc(columns, func(o Column) bool {
		oh := parseHeader(o.Header)
		return o.Field == c.Field && o.Index != c.Index && (oh.locale == catalog.Source || oh.locale == "" && !isHan(o.Header))
	})
	switch {
	case h.locale != "" && (beside || !chineseFile):
		return h.locale
	case h.locale == "" && beside && isHan(c.Header):
		return catalog.SimplifiedChinese
	}
	return ""
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

// optionName is the name that variants' buyers see: the header without marks.
func optionName(header string) string { return attributeKey(header) }

// attributeKey is a header as the key of an attribute: one line, no asterisk.
func attributeKey(header string) string {
	clean, _ := catalog.CleanText(header)
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), "*＊: ：")
	if r := []rune(clean); len(r) > 80 {
		clean = strings.TrimSpace(string(r[:80]))
	}
	return clean
}
