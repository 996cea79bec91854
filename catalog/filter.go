package catalog

import (
	"fmt"
	"strings"
)

// Op compares a field with a value.
type Op string

// The comparisons. Text is compared without regard to ASCII case. Numbers are
// compared as numbers where the field is one.
const (
	OpEqual    Op = "="
	OpNotEqual Op = "!="
	OpContains Op = "~"
	OpLess     Op = "<"
	OpLessEq   Op = "<="
	OpMore     Op = ">"
	OpMoreEq   Op = ">="
	OpBlank    Op = "blank"   // no value
	OpPresent  Op = "present" // any value
)

// Condition is one comparison. A variant's field applies to a product when it
// applies to one of its variants.
type Condition struct {
	Field Field
	Op    Op
	Value string
}

// Filter chooses products: all of its parts must be true. The zero Filter chooses all.
type Filter struct {
	Search string // words looked for in SKU, GTIN, brand, handle and titles
	Where  []Condition
	SKUs   []string
	IDs    []ID
	// Unfinished, a locale, chooses products whose listing in it cannot go out as it is;
	// see Product.IsFinished.
	Unfinished Locale
	// Stale, a locale, chooses products with a text in it that is out of date.
	Stale Locale
	// Findings choose products by what channels and checks found about them.
	Findings []FindingFilter
}

// IsZero reports whether all products are chosen.
func (f Filter) IsZero() bool {
	return f.Search == "" && len(f.Where)+len(f.SKUs)+len(f.IDs)+len(f.Findings) == 0 && f.Unfinished == "" && f.Stale == ""
}

// ParseFilter reads conditions as typed on a command line: "brand=Alder Creek,
// price>20, hs_code blank". Conditions are separated by commas; a comma in a
// value is written with a backslash before it.
func ParseFilter(s string) ([]Condition, error) {
	var conditions []Condition
	for _, part := range splitEscaped(s) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		c, err := parseCondition(part)
		if err != nil {
			return nil, err
		}
		conditions = append(conditions, c)
	}
	return conditions, nil
}

func splitEscaped(s string) []string {
	var parts []string
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == ',':
			b.WriteByte(',')
			i++
		case s[i] == ',':
			parts = append(parts, b.String())
			b.Reset()
		default:
			b.WriteByte(s[i])
		}
	}
	return append(parts, b.String())
}

func parseCondition(s string) (Condition, error) {
	for _, op := range []Op{OpBlank, OpPresent} {
		if name, ok := strings.CutSuffix(s, " "+string(op)); ok {
			return checkCondition(Condition{Field(strings.TrimSpace(name)), op, ""})
		}
	}
	i := strings.IndexAny(s, "=!<>~")
	if i < 0 {
		return Condition{}, fmt.Errorf("%q is not a condition: write FIELD=VALUE, or FIELD blank", s)
	}
	op := Op(s[i : i+1])
	if i+1 < len(s) && s[i+1] == '=' && op != OpEqual && op != OpContains {
		op = Op(s[i : i+2])
	}
	if op == "!" {
		return Condition{}, fmt.Errorf("%q is not a condition: write FIELD!=VALUE", s)
	}
	return checkCondition(Condition{Field(strings.TrimSpace(s[:i])), op, strings.TrimSpace(s[i+len(op):])})
}

func checkCondition(c Condition) (Condition, error) {
	info, ok := LookupField(c.Field)
	if !ok {
		return Condition{}, fmt.Errorf("%q is not a field", c.Field)
	}
	c.Field = info.Name
	return c, nil
}

// Sort orders products by a field, ties by ID.
type Sort struct {
	Field Field
	Desc  bool
}
