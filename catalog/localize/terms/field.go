package terms

import (
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

// mayBe reports whether a term of the category may concern the product: what is
// forbidden for cosmetics is kept from a product whose category is not known.
func (f Field) mayBe(category string) bool {
	return category == "" || len(f.words) == 0 || f.Is(category)
}
