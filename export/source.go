package export

import (
	"fmt"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// Source is where a column's text comes from: a field of the catalogue or a
// derived source. Its zero value gives nothing.
type Source struct {
	name    string
	field   catalog.Field // what a person would change to change the text
	variant bool          // the text may differ between variants
	money   bool          // the text is an amount
	read    func(*subject) (string, *catalog.Problem)
	of      func(*subject) catalog.Field // the field of a row, where rows differ
}

// field is what a person would change to change the column's text on a row.
func (c *Column) field(s *subject) catalog.Field {
	if c.From.of != nil {
		return c.From.of(s)
	}
	return c.From.field
}

// String returns the source's name in the spec language.
func (s Source) String() string { return s.name }

// IsZero reports whether nothing is named.
func (s Source) IsZero() bool { return s.read == nil }

// UnmarshalText reads a source's name. A name that is none is refused.
func (s *Source) UnmarshalText(b []byte) error {
	name := string(b)
	if d, ok := derived[name]; ok {
		info, _ := catalog.LookupField(d.field)
		*s = Source{name, d.field, d.variant, info.Kind == catalog.KindMoney, d.read, optionField(name)}
		return nil
	}
	info, ok := catalog.LookupField(catalog.Field(name))
	if !ok {
		return fmt.Errorf("unknown source %q: it is neither a field of the catalogue nor one of %s", name, strings.Join(derivedNames(), ", "))
	}
	*s = Source{name, info.Name, info.Level == catalog.VariantLevel, info.Kind == catalog.KindMoney, readField(info), nil}
	return nil
}

func derivedNames() []string {
	var names []string
	for name := range derived {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// readField reads a field of the catalogue. Money comes in the channel's own
// currency, so that no column can forget to convert.
func readField(info catalog.FieldInfo) func(*subject) (string, *catalog.Problem) {
	get := func(s *subject) string {
		v := s.variant
		if v == nil && info.Level == catalog.VariantLevel && s.image == nil && len(s.product.Variants) == 1 {
			v = &s.product.Variants[0]
		}
		return info.Get(s.product, v)
	}
	if info.Kind != catalog.KindMoney {
		return func(s *subject) (string, *catalog.Problem) { return get(s), nil }
	}
	return func(s *subject) (string, *catalog.Problem) {
		text := get(s)
		if text == "" {
			return "", nil
		}
		return s.money(text, info.Name)
	}
}
