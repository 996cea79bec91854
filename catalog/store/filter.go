package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"tradewind.app/catalog"
)

// selection is a filter made ready: what SQL decides, on table product AS p, and
// what has to be asked of each product in Go, since no column says it.
type selection struct {
	from  string // see plan
	where []string
	args  []any
	words []string            // of the search, folded
	keys  []keyTest           // implied by where, and having an index
	rest  []catalog.Condition // decided by catalog.Condition.Match

	findings []catalog.FindingFilter // see planFindings
}

func newSelection(f catalog.Filter) (selection, error) {
	s := selection{words: queryWords(f.Search)}
	for _, one := range f.Findings {
		if !one.IsZero() {
			s.findings = append(s.findings, one)
		}
	}
	if len(f.IDs) > 0 {
		if err := s.addList(`p.id IN (SELECT value FROM json_each(?))`, f.IDs); err != nil {
			return s, err
		}
	}
	if len(f.SKUs) > 0 {
		err := s.addList(`p.seq IN (SELECT v.product FROM json_each(?) AS j CROSS JOIN variant AS v ON v.sku = j.value AND v.sku <> '')`, f.SKUs)
		if err != nil {
			return s, err
		}
	}
	if f.Unfinished != "" {
		s.add(unfinished(f.Unfinished))
	}
	if f.Stale != "" {
		s.add(stale(f.Stale))
	}
	for _, c := range f.Where {
		if !s.addCondition(c) {
			s.rest = append(s.rest, c)
		}
	}
	return s, nil
}

func (s *selection) add(where string, args ...any) {
	s.where = append(s.where, where)
	s.args = append(s.args, args...)
}

// addList adds a condition with a list for its one place.
func (s *selection) addList(where string, list any) error {
	text, err := jsonList(list)
	if err == nil {
		s.add(where, text)
	}
	return err
}

// jsonList makes of a list one value for SQL.
func jsonList(list any) (string, error) {
	b, err := json.Marshal(list)
	if err != nil {
		return "", fmt.Errorf("filter: %w", err)
	}
	return string(b), nil
}

// addBeyond leaves out what comes before a place in an order.
func (s *selection) addBeyond(o order, at place) {
	if o.isNatural() {
		s.add(o.beyond(), at.Seq)
	} else {
		s.add(o.beyond(), at.Value, at.Seq)
	}
}

// clause joins the conditions, beginning with WHERE.
func (s *selection) clause() string {
	if len(s.where) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(s.where, " AND ")
}

// matchSearch adds the look at the text itself, where the index has not decided.
func (s *selection) matchSearch() {
	if !isExact(s.words) {
		s.matchAlways()
	}
}

// matchAlways adds the look at the text itself, where the index is not asked.
func (s *selection) matchAlways() {
	s.add(`search_match(p.search, ?)`, strings.Join(s.words, " "))
}

// textColumns are the fields that a column of product has as it is.
var textColumns = map[catalog.Field]string{
	catalog.FieldHandle:   "p.handle",
	catalog.FieldTitle:    "p.title",
	catalog.FieldBrand:    "p.brand",
	catalog.FieldCategory: "p.category",
	catalog.FieldStatus:   "p.status",

	catalog.ListingTitle.At(catalog.SimplifiedChinese):  "iif(p.locale_zh = 'zh-Hans', p.title_zh, '')",
	catalog.ListingState.At(catalog.SimplifiedChinese):  "iif(p.locale_zh = 'zh-Hans', p.state, '')",
	catalog.ListingTitle.At(catalog.TraditionalChinese): traditional("title_zh", "l.value->>'title'"),
	catalog.ListingState.At(catalog.TraditionalChinese): ofTraditional("state"),
}

// traditional reads a text of the zh-Hant listing. Where a product has both, the
// column has the Simplified one, and only then is the body looked into.
func traditional(column, expression string) string {
	return `CASE p.locale_zh WHEN 'zh-Hant' THEN p.` + column + ` WHEN 'zh-Hans' THEN
		ifnull((SELECT ` + expression + ` FROM product_body AS body, json_each(body.body, '$.listings') AS l
			WHERE body.product = p.seq AND l.value->>'locale' = 'zh-Hant'), '') ELSE '' END`
}

// ofTraditional is what a function of listings says of the zh-Hant listing.
func ofTraditional(column string) string {
	return traditional(column, "listing_"+column+"(body.body, 'zh-Hant')")
}

// unfinished is the test for products whose listing in a locale cannot go out as it is.
func unfinished(to catalog.Locale) string {
	return "(" + stateOf(to) + " IN ('', '" + string(catalog.StateDraft) + "') OR " + stale(to) + ")"
}

// stale is the test for products with a text in a locale that is out of date.
func stale(to catalog.Locale) string {
	if to == catalog.SimplifiedChinese {
		return "p.locale_zh = 'zh-Hans' AND p.stale"
	}
	return ofTraditional("stale") + " = 1"
}

func stateOf(to catalog.Locale) string { return textColumns[catalog.ListingState.At(to)] }

// addCondition adds a condition if SQL can decide it exactly as
// catalog.Condition.Match does.
func (s *selection) addCondition(c catalog.Condition) bool {
	if column, ok := textColumns[c.Field]; ok {
		where, args, ok := textTest(column, c)
		if !ok {
			return false
		}
		s.add(where, args...)
		if key, ok := keyColumns[c.Field]; ok && c.Op == catalog.OpEqual {
			s.keys = append(s.keys, keyTest{key, textKey(c.Value)})
		}
		return true
	}
	if test, ok := variantTests[c.Field]; ok {
		where, args, ok := test(c)
		if !ok {
			return false
		}
		s.addVariantTest(where, args, c)
		return true
	}
	return s.addImages(c)
}

// keyTest compares an order key: equal texts have equal keys.
type keyTest struct {
	column string
	key    []byte
}

// keyColumns are the order keys of fields.
var keyColumns = map[catalog.Field]string{
	catalog.FieldBrand:    "p.brand_key",
	catalog.FieldCategory: "p.category_key",
	catalog.FieldTitle:    "p.title_key",
}

func textKey(s string) []byte {
	k := keyers.Get().(*keyer)
	defer keyers.Put(k)
	return k.text(s)
}

// textTest compares a text column. NOCASE and lower know ASCII only, as Match does.
func textTest(column string, c catalog.Condition) (string, []any, bool) {
	switch c.Op {
	case catalog.OpBlank:
		return column + " = ''", nil, true
	case catalog.OpPresent:
		return column + " <> ''", nil, true
	case catalog.OpContains:
		return "instr(lower(" + column + "), lower(?)) > 0", []any{c.Value}, true
	}
	op, ok := compareOps[c.Op]
	return column + " " + op + " ? COLLATE NOCASE", []any{c.Value}, ok
}

var compareOps = map[catalog.Op]string{
	catalog.OpEqual: "=", catalog.OpNotEqual: "<>",
	catalog.OpLess: "<", catalog.OpLessEq: "<=", catalog.OpMore: ">", catalog.OpMoreEq: ">=",
}

// variantTests make the test of one variant, table variant AS v.
var variantTests = map[catalog.Field]func(catalog.Condition) (string, []any, bool){
	catalog.FieldSKU:      func(c catalog.Condition) (string, []any, bool) { return textTest("v.sku", c) },
	catalog.FieldGTIN:     func(c catalog.Condition) (string, []any, bool) { return textTest("v.gtin", c) },
	catalog.FieldPrice:    priceTest,
	catalog.FieldQuantity: quantityTest,
}

// addVariantTest asks for one variant that passes. A product without variants is
// one with a blank variant, as Match has it.
func (s *selection) addVariantTest(test string, args []any, c catalog.Condition) {
	where := `EXISTS (SELECT 1 FROM variant AS v WHERE v.product = p.seq AND ` + test + `)`
	if c.Match(&catalog.Product{}) {
		where = `(p.variants = 0 OR ` + where + `)`
	}
	s.add(where, args...)
}

// numberTest compares a column that is blank where isBlank is true; blank is
// different from every number, and neither more nor less.
func numberTest(column, isBlank string, op catalog.Op, value any) (string, []any, bool) {
	switch op {
	case catalog.OpBlank:
		return isBlank, nil, true
	case catalog.OpPresent:
		return "NOT (" + isBlank + ")", nil, true
	case catalog.OpNotEqual:
		return "(" + isBlank + " OR " + column + " <> ?)", []any{value}, true
	}
	sql, ok := compareOps[op]
	return "(NOT (" + isBlank + ") AND " + column + " " + sql + " ?)", []any{value}, ok
}

func quantityTest(c catalog.Condition) (string, []any, bool) {
	if c.Op == catalog.OpBlank || c.Op == catalog.OpPresent {
		return numberTest("v.quantity", "v.quantity IS NULL", c.Op, nil)
	}
	d, err := catalog.ParseDecimal(c.Value)
	if err != nil || !d.IsInteger() || !d.BigInt().IsInt64() {
		return "", nil, false
	}
	return numberTest("v.quantity", "v.quantity IS NULL", c.Op, d.IntPart())
}

// priceTest compares with "20", an amount in any currency, or "20 USD". Signs
// mean what the variant's own currency says; that is left to Match.
func priceTest(c catalog.Condition) (string, []any, bool) {
	const column, blank = "v.price_key", "v.price_key = x''"
	if c.Op == catalog.OpBlank || c.Op == catalog.OpPresent {
		return numberTest(column, blank, c.Op, nil)
	}
	amount, code, told := strings.Cut(strings.TrimSpace(c.Value), " ")
	d, err := catalog.ParseDecimal(amount)
	if err != nil || told && !catalog.KnownCurrency(code) {
		return "", nil, false
	}
	where, args, ok := numberTest(column, blank, c.Op, amountKey(d))
	if told && c.Op == catalog.OpNotEqual {
		return "(" + where + " OR v.currency <> ?)", append(args, code), ok
	}
	if told {
		return "(" + where + " AND v.currency = ?)", append(args, code), ok
	}
	return where, args, ok
}

// addImages knows whether there are any.
func (s *selection) addImages(c catalog.Condition) bool {
	switch {
	case c.Field == catalog.FieldImages && c.Op == catalog.OpBlank:
		s.add("p.images = 0")
	case c.Field == catalog.FieldImages && c.Op == catalog.OpPresent:
		s.add("p.images > 0")
	default:
		return false
	}
	return true
}
