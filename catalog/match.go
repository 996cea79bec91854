package catalog

import (
	"cmp"
	"strings"
)

// Match reports whether the condition applies to a product. A variant's field
// does when it does for one of the variants; a product without variants is taken
// as one with a blank variant, so "price blank" finds it.
//
// Numbers are compared as numbers: an amount without a currency with amounts of
// any, a measure after conversion. What cannot be compared (12 USD with 10 CNY,
// 3 kg with 2 m, anything with blank) is different, and neither more nor less.
func (c Condition) Match(p *Product) bool {
	f, ok := LookupField(c.Field)
	if !ok {
		return false
	}
	if f.Level != VariantLevel || len(p.Variants) == 0 {
		return c.matchesText(f, f.Get(p, nil))
	}
	for i := range p.Variants {
		if c.matchesText(f, f.Get(p, &p.Variants[i])) {
			return true
		}
	}
	return false
}

// matchesText compares one text.
func (c Condition) matchesText(f FieldInfo, text string) bool {
	switch c.Op {
	case OpBlank:
		return text == ""
	case OpPresent:
		return text != ""
	case OpContains:
		return strings.Contains(lowerASCII(text), lowerASCII(c.Value))
	}
	order, ok := f.compare(text, c.Value)
	if !ok {
		return c.Op == OpNotEqual
	}
	switch c.Op {
	case OpEqual:
		return order == 0
	case OpNotEqual:
		return order != 0
	case OpLess:
		return order < 0
	case OpLessEq:
		return order <= 0
	case OpMore:
		return order > 0
	case OpMoreEq:
		return order >= 0
	}
	return false
}

// compare orders the text of a field and a value that a person typed. It reports
// false when they cannot be compared.
func (f FieldInfo) compare(text, value string) (int, bool) {
	switch f.Kind {
	case KindMoney:
		a, err := ParseMoney(text, "")
		b, err2 := ParseMoney(value, a.Currency)
		return a.Amount.Cmp(b.Amount), err == nil && err2 == nil && a.Currency == b.Currency
	case KindInteger:
		a, err := ParseDecimal(text)
		b, err2 := ParseDecimal(value)
		return a.Cmp(b), err == nil && err2 == nil
	case KindWeight, KindLength:
		a, err := ParseMeasure(text, "")
		b, err2 := ParseMeasure(value, a.Unit)
		if err != nil || err2 != nil {
			return 0, false
		}
		other, ok := b.In(a.Unit)
		return a.Value.Cmp(other), ok
	}
	return cmp.Compare(lowerASCII(text), lowerASCII(value)), true
}

// lowerASCII lowers the letters A to Z only. Comparing does not depend on a
// language, and a database can do the same.
func lowerASCII(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' })
	if i < 0 {
		return s
	}
	b := []byte(s)
	for ; i < len(b); i++ {
		if 'A' <= b[i] && b[i] <= 'Z' {
			b[i] += 'a' - 'A'
		}
	}
	return string(b)
}
