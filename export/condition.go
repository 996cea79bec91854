package export

import (
	"strings"

	"github.com/shopspring/decimal"

	"tradewind.app/catalog"
)

// match reports whether all conditions are true of a row; no conditions are.
// On a row of a product a condition of a variant is true when it is of one variant.
func (c Conditions) match(s *subject) bool {
	for _, one := range c {
		if !matches(one, s) {
			return false
		}
	}
	return true
}

func matches(c catalog.Condition, s *subject) bool {
	info, ok := catalog.LookupField(c.Field)
	if !ok {
		return false
	}
	if info.Level != catalog.VariantLevel || s.variant != nil {
		return compare(info.Get(s.product, s.variant), c)
	}
	for i := range s.product.Variants {
		if compare(info.Get(s.product, &s.product.Variants[i]), c) {
			return true
		}
	}
	return false
}

// compare compares a text with a condition: numbers as numbers, the rest without
// regard to case. The unit or currency behind a number is not compared.
func compare(text string, c catalog.Condition) bool {
	switch c.Op {
	case catalog.OpBlank:
		return text == ""
	case catalog.OpPresent:
		return text != ""
	case catalog.OpContains:
		return strings.Contains(strings.ToLower(text), strings.ToLower(c.Value))
	case catalog.OpEqual:
		return strings.EqualFold(text, c.Value)
	case catalog.OpNotEqual:
		return !strings.EqualFold(text, c.Value)
	}
	have, err1 := leadingNumber(text)
	want, err2 := leadingNumber(c.Value)
	if err1 != nil || err2 != nil {
		return false
	}
	return order(have.Cmp(want), c.Op)
}

func order(cmp int, op catalog.Op) bool {
	switch op {
	case catalog.OpLess:
		return cmp < 0
	case catalog.OpLessEq:
		return cmp <= 0
	case catalog.OpMore:
		return cmp > 0
	}
	return cmp >= 0
}

func leadingNumber(text string) (decimal.Decimal, error) {
	number, _, _ := strings.Cut(text, " ")
	return catalog.ParseDecimal(number)
}
