package terms

import (
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/words"
)

// Field is what a product is, by the stemmed words of its category and type.
type Field struct {
	words   map[string]bool
	shipped map[string]bool // the shipped fields that it is
	lex     *words.Lexicon
}

// FieldOf is the field of a product.
func FieldOf(lx *words.Lexicon, p *catalog.Product) Field {
	f := Field{words: map[string]bool{}, shipped: map[string]bool{}, lex: lx}
	for _, t := range lx.Tokens(p.Category + " " + p.Type) {
		f.words[t.Stem] = true
		for category, set := range lx.Fields {
			if set[t.Stem] {
				f.shipped[category] = true
			}
		}
	}
	return f
}

// Is reports whether one of a term's categories, which commas separate, is the
// product's. Each is a shipped field, or words of the shop's own categories.
func (f Field) Is(categories string) bool {
	for category := range strings.SplitSeq(categories, ",") {
		if f.isOne(strings.TrimSpace(category)) {
			return true
		}
	}
	return false
}

func (f Field) isOne(category string) bool {
	if _, shipped := f.lex.Fields[category]; shipped {
		return f.shipped[category]
	}
	for w := range strings.FieldsSeq(strings.ToLower(category)) {
		if f.words[f.lex.Stem(w)] {
			return true
		}
	}
	return false
}

// Known reports whether any shipped field is known.
func (f Field) Known() bool { return len(f.shipped) > 0 }

// With returns the field with more shipped fields, which commas separate.
func (f Field) With(categories string) Field {
	f.shipped = maps.Clone(f.shipped)
	for category := range strings.SplitSeq(categories, ",") {
		if f.lex.Fields[category] != nil {
			f.shipped[category] = true
		}
	}
	return f
}

// Key names the shipped fields, in order, separated by commas.
func (f Field) Key() string { return strings.Join(slices.Sorted(maps.Keys(f.shipped)), ",") }

// mayBe reports whether a term of the category may concern the product: what is
// forbidden for cosmetics is kept from a product whose category is not known.
func (f Field) mayBe(category string) bool {
	return category == "" || len(f.words) == 0 || f.Is(category)
}
